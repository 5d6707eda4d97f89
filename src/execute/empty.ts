// What a request asks and finds nothing of, though something of the kind is known: of other periods or places, or a value
// that nothing has. That is told instead of an empty answer, which would look as if nothing were known. Nothing is asked
// for it but where nothing was found.
import type { GraphQLField, GraphQLSchema } from "graphql";
import { isObjectType } from "graphql";
import type { Suggest } from "../names/resolve.ts";
import type { FieldMap } from "../plan/spec.ts";
import type { FieldPlan } from "../respond/plan.ts";
import type { Failure } from "../respond/standard.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Arguments, Run } from "../run/step.ts";
import type { GraphStore, ReadOptions, Row } from "../store/port.ts";
import type { Answered } from "./absent.ts";
import { createFiguresElsewhere } from "./figures-elsewhere.ts";
import { createFoundElsewhere } from "./found-elsewhere.ts";
import { createUnheld } from "./unheld.ts";

/** What tells why a question found nothing; undefined where nothing is known elsewhere either. */
export type Elsewhere = (args: Arguments, read: ReadOptions) => Promise<Error | undefined>;

/** The same of a list. */
export type ElsewhereAt = (
  field: GraphQLField<unknown, unknown>,
  args: Arguments,
  read: ReadOptions,
) => Promise<Error | undefined>;

/** The fields of an answer that say how much was found; none where the answer is a list. */
const counting: Readonly<Record<string, readonly string[]>> = {
  ranking: ["total", "ranked", "apart", "apartTotal"],
  series: ["points"],
};

/** Those of a list with pages; what is put together of all of it says how much that is too. */
const countingPages = ["totalCount", "nodes", "edges", "aggregate", "count"];

const isNothing = (value: unknown): boolean =>
  value === 0 || value === null || (Array.isArray(value) && value.length === 0);

/** The fields of a row by which it is written. */
const fieldsOf = ({ object }: FieldPlan, row: Row): readonly FieldPlan[] =>
  object === undefined ? [] : (object.fields.get(object.typeOf(row)) ?? object.rest);

/** Whether what a field has found says that there is nothing; false where it was not asked for that. */
function saysNothing(field: FieldPlan, names: readonly string[], row: Row, run: Run): boolean {
  const value = field.read(row, run) ?? null;
  if (names.length === 0 || field.object === undefined || isNothing(value)) return isNothing(value);
  return [value].flat().every((one) => {
    const asked = fieldsOf(field, one as Row).filter(({ name }) => names.includes(name));
    // What is put together of a list tells it by a count of its own.
    return asked.some((each) => saysNothing(each, each.name === "aggregate" ? names : [], one as Row, run));
  });
}

/** The same; an error of its own is told when the answer is written. */
function foundNothing({ field, names }: Pick<Asking, "field" | "names">, row: Row, run: Run): boolean {
  try {
    return saysNothing(field, names, row, run);
  } catch {
    return false;
  }
}

/** What a field looks up, where it is there; an error of its own is told when the answer is written. */
function lookedUp(field: FieldPlan, row: Row, run: Run): Row | undefined {
  try {
    return (field.read(row, run) ?? undefined) as Row | undefined;
  } catch {
    return undefined;
  }
}

/** A field whose emptiness can be told of. */
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
  suggest: Suggest,
) {
  const figures = createFiguresElsewhere(store);
  const questions: Readonly<Record<string, Elsewhere>> = {
    ...{ ranking: figures, series: figures, comparison: figures, "per-unit": figures },
    // The whole is one figure, and what else is named are its parts.
    shares: ({ subject, metric, period, overlaps }, read) =>
      typeof subject === "string" && typeof metric === "string"
        ? figures({ subjects: [subject], metric, period, overlaps }, read)
        : Promise.resolve(undefined),
    search: createFoundElsewhere(store),
  };
  const unheld = createUnheld(store, fieldMap, suggest);

  function askingAt(field: FieldPlan): Asking[] {
    const parent = schema.getType(field.parent);
    const declared = isObjectType(parent) ? parent.getFields()[field.name] : undefined;
    if (declared === undefined) return [];
    const spec = fieldMap.fields[field.parent]?.[field.name];
    const why = spec?.is === "ask" ? questions[spec.question] : undefined;
    if (why !== undefined && spec?.is === "ask")
      return [{ field, declared, why, names: counting[spec.question] ?? [] }];
    const isFiltered = field.nodes.some((node) =>
      node.arguments?.some(({ name }) => name.value === "filter"),
    );
    if (!isFiltered) return [];
    return [{ field, declared, names: countingPages, why: (args, read) => unheld(declared, args, read) }];
  }

  // The same for each run of a plan.
  const known = new WeakMap<readonly FieldPlan[], readonly Asking[]>();
  function asking(fields: readonly FieldPlan[]): readonly Asking[] {
    const kept = known.get(fields);
    if (kept !== undefined) return kept;
    const found = fields.flatMap(askingAt);
    known.set(fields, found);
    return found;
  }

  /** What found nothing among fields of a row, and among those of what one of them looks up. */
  function empty(
    fields: readonly FieldPlan[],
    row: Row,
    run: Run,
    isRoot: boolean,
  ): (Asking & { root: FieldPlan })[] {
    const own = asking(fields)
      .filter((one) => foundNothing(one, row, run))
      .map((one) => ({ ...one, root: one.field }));
    if (!isRoot) return own;
    const within = fields.flatMap((root) => {
      const spec = fieldMap.fields[root.parent]?.[root.name];
      if (spec?.is !== "lookup" && !(spec?.is === "ask" && spec.question === "node")) return [];
      const found = lookedUp(root, row, run);
      if (found === undefined) return [];
      return empty(fieldsOf(root, found), found, run, false).map((one) => ({ ...one, root }));
    });
    return [...own, ...within];
  }

  return (
    { fields, row, run, variables, replaced }: Answered,
    read: ReadOptions,
  ): Promise<readonly (readonly [string, Failure])[]> | undefined => {
    const nothing = empty(fields, row, run, true);
    if (nothing.length === 0) return undefined;
    const all = nothing.map(
      async ({ root, field, declared, why }): Promise<readonly (readonly [string, Failure])[]> => {
        const [node] = field.nodes;
        if (node === undefined) return [];
        const error = await why(replaced?.get(node) ?? argumentsOf(declared, node, variables), read);
        return error === undefined ? [] : [[root.key, { error, nodes: root.nodes }]];
      },
    );
    return Promise.all(all).then((each) => each.flat());
  };
}
