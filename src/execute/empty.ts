// Questions that find nothing where they were asked, though the same is known of other periods or places: what there is is
// told instead of an empty answer, which would look as if nothing were known. Asked only where nothing was found.
import type { GraphQLField, GraphQLSchema } from "graphql";
import type { FieldMap } from "../plan/spec.ts";
import type { FieldPlan } from "../respond/plan.ts";
import type { Failure } from "../respond/standard.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Arguments, Run } from "../run/step.ts";
import type { GraphStore, ReadOptions, Row } from "../store/port.ts";
import type { Answered } from "./absent.ts";
import { createFiguresElsewhere } from "./figures-elsewhere.ts";
import { createFoundElsewhere } from "./found-elsewhere.ts";

/** What tells why a question found nothing; undefined where nothing is known elsewhere either. */
export type Elsewhere = (args: Arguments, read: ReadOptions) => Promise<Error | undefined>;

/** The fields of an answer that say how much was found; none where the answer is a list. */
const counting: Readonly<Record<string, readonly string[]>> = {
  ranking: ["total", "ranked", "apart", "apartTotal"],
  series: ["points"],
};

const isNothing = (value: unknown): boolean =>
  value === 0 || value === null || (Array.isArray(value) && value.length === 0);

/** Whether what a field has found says that there is nothing; false where it was not asked for that. */
function foundNothing(field: FieldPlan, names: readonly string[], row: Row, run: Run): boolean {
  const value = field.read(row, run) ?? null;
  if (names.length === 0) return isNothing(value);
  const { object } = field;
  if (object === undefined || value === null) return false;
  return [value].flat().every((one) => {
    const own = one as Row;
    const fields = object.fields.get(object.typeOf(own)) ?? object.rest;
    const told = fields.filter(({ name }) => names.includes(name));
    return told.length > 0 && told.every((each) => isNothing(each.read(own, run)));
  });
}

/** A root field that asks such a question. */
interface Asking {
  readonly field: FieldPlan;
  readonly names: readonly string[];
  readonly declared: GraphQLField<unknown, unknown>;
  readonly why: Elsewhere;
}

/** Tells what there is where a request asked for something that is known elsewhere alone, by response name. */
export function createEmpty(
  store: Pick<GraphStore, "read" | "search">,
  schema: GraphQLSchema,
  fieldMap: FieldMap,
) {
  const query = schema.getQueryType();
  const figures = createFiguresElsewhere(store);
  const questions: Readonly<Record<string, Elsewhere>> = {
    ...{ ranking: figures, series: figures, comparison: figures, "per-unit": figures },
    search: createFoundElsewhere(store),
  };
  // The same for each run of a plan.
  const known = new WeakMap<readonly FieldPlan[], readonly Asking[]>();

  function asking(fields: readonly FieldPlan[]): readonly Asking[] {
    const kept = known.get(fields);
    if (kept !== undefined) return kept;
    const found = fields.flatMap((field): Asking[] => {
      const spec = fieldMap.fields.Query?.[field.name];
      const declared = query?.getFields()[field.name];
      if (spec?.is !== "ask" || declared === undefined) return [];
      const why = questions[spec.question];
      return why === undefined ? [] : [{ field, declared, why, names: counting[spec.question] ?? [] }];
    });
    known.set(fields, found);
    return found;
  }

  return async (
    { fields, row, run, variables, replaced }: Answered,
    read: ReadOptions,
  ): Promise<readonly (readonly [string, Failure])[]> => {
    const empty = asking(fields).filter(({ field, names }) => foundNothing(field, names, row, run));
    const all = empty.map(
      async ({ field, declared, why }): Promise<readonly (readonly [string, Failure])[]> => {
        const [node] = field.nodes;
        if (node === undefined) return [];
        const error = await why(replaced?.get(node) ?? argumentsOf(declared, node, variables), read);
        return error === undefined ? [] : [[field.key, { error, nodes: field.nodes }]];
      },
    );
    return (await Promise.all(all)).flat();
  };
}
