// What a request asks and finds nothing of, though something of the kind is known: of other periods or places, or a value
// that nothing has. That is told instead of an empty answer, which would look as if nothing were known. Nothing is asked
// for it but where nothing was found.

import type { GraphQLField, GraphQLSchema } from "graphql";
import { isObjectType } from "graphql";
import { IndustryGraphError, isIndustryGraphError } from "../../errors.ts";
import type { Suggest } from "../../names/resolve.ts";
import type { FieldMap } from "../../plan/spec.ts";
import type { FieldPlan } from "../../respond/plan.ts";
import type { Failure } from "../../respond/standard.ts";
import { argumentsOf } from "../../run/arguments.ts";
import type { Run } from "../../run/step.ts";
import type { GraphStore, ReadOptions, Row } from "../../store/port.ts";
import type { Answered, Elsewhere } from "./answered.ts";
import { createFiguresElsewhere } from "./figures-elsewhere.ts";
import { createFoundElsewhere } from "./found-elsewhere.ts";
import { createUnheld } from "./unheld.ts";

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

/** What the fields of a plan ask of whose emptiness can be told, and those that look up what asks such. */
interface Asked {
  readonly own: readonly Asking[];
  readonly within: readonly FieldPlan[];
}

/** Errors by the response names of root fields. */
type Failures = readonly (readonly [string, Failure])[];

const none: Failures = [];

/** Such an error says that nothing was found, for those who wait for something to come. */
const marked = (error: Error): Error =>
  isIndustryGraphError(error)
    ? new IndustryGraphError(error.code, error.message, { ...error.details, found: 0 })
    : error;

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

  /** What fields ask, and the root fields that look up what asks. */
  function askedBy(fields: readonly FieldPlan[]): Asked {
    const looksUp = ({ parent, name }: FieldPlan): boolean => {
      const spec = fieldMap.fields[parent]?.[name];
      return spec?.is === "lookup" || (spec?.is === "ask" && spec.question === "node");
    };
    const asks = ({ object }: FieldPlan): boolean =>
      object !== undefined &&
      [...object.fields.values(), object.rest].some((own) => own.some((field) => askingAt(field).length > 0));
    return {
      own: fields.flatMap(askingAt),
      within: fields.filter((field) => looksUp(field) && asks(field)),
    };
  }

  // The same for each run of a plan.
  const known = new WeakMap<readonly FieldPlan[], Asked>();
  function asked(fields: readonly FieldPlan[]): Asked {
    const kept = known.get(fields) ?? askedBy(fields);
    known.set(fields, kept);
    return kept;
  }

  /** What found nothing among fields of a row, and among those of what one of them looks up. */
  function emptyOf({ own, within }: Asked, row: Row, run: Run): (Asking & { root: FieldPlan })[] {
    const inner = within.flatMap((root) => {
      const found = lookedUp(root, row, run);
      if (found === undefined) return [];
      const there = { own: asked(fieldsOf(root, found)).own, within: [] };
      return emptyOf(there, found, run).map((one) => ({ ...one, root }));
    });
    return [
      ...own.filter((one) => foundNothing(one, row, run)).map((one) => ({ ...one, root: one.field })),
      ...inner,
    ];
  }

  /** There is nothing to wait for where nothing was asked of which it could be told, as of most requests. */
  return (
    { fields, row, run, variables, replaced }: Answered,
    read: ReadOptions,
  ): Promise<Failures> | undefined => {
    const all = asked(fields);
    if (all.own.length === 0 && all.within.length === 0) return undefined;
    const empty = emptyOf(all, row, run);
    if (empty.length === 0) return undefined;
    const found = empty.map(async ({ root, field, declared, why }): Promise<Failures> => {
      const [node] = field.nodes;
      if (node === undefined) return none;
      const error = await why(replaced?.get(node) ?? argumentsOf(declared, node, variables), read);
      return error === undefined ? none : [[root.key, { error: marked(error), nodes: root.nodes }]];
    });
    return Promise.all(found).then((each) => each.flat());
  };
}
