// The columns that aggregates are given in, each expression once, and what a function over a list is made of.

import { cy, propertyOf } from "../cypher/template.ts";
import { type Clause, type Expression, expression, pass, type Variable, variable } from "../cypher/tree.ts";
import { identityOf } from "../cypher/walk.ts";
import type { FunctionSource } from "../plan/page-nodes.ts";
import type { QuestionUse } from "../plan/plan-field.ts";
import type { Json, Row } from "../store/port.ts";
import { type Calculation, calculated, type FigureTerms, figureTerms } from "./calculated.ts";
import { type Emitted, fieldPlan, objectPlan, readTypename } from "./emitting.ts";
import { figureParts } from "./figure-parts.ts";
import { clausesAgain } from "./paging/paging.ts";
import type { Rows } from "./rows/rows.ts";

/** Columns of aggregates, each expression once. */
export interface Columns {
  readonly all: Map<string, { readonly variable: Variable; readonly value: Expression }>;
  /** The variable under which an aggregate is given. */
  readonly add: (value: Expression) => Variable;
  /** Clauses that bind, for each node, what aggregates are about. */
  readonly before: Clause[];
  /** What sums of figures need to know; its clauses come once. */
  readonly parts: (node: Variable, use: QuestionUse) => ReturnType<typeof figureParts>["read"];
}

export function newColumns(): Columns {
  const all: Columns["all"] = new Map();
  const before: Clause[] = [];
  const add = (value: Expression): Variable => {
    const identity = identityOf(value);
    const known = all.get(identity);
    if (known !== undefined) return known.variable;
    const made = variable("c");
    all.set(identity, { variable: made, value });
    return made;
  };
  let read: ReturnType<Columns["parts"]> | undefined;
  return {
    all,
    before,
    add,
    parts(node, use) {
      if (read !== undefined) return read;
      const parts = figureParts(node, use, add);
      before.push(...parts.clauses);
      read = parts.read;
      return read;
    },
  };
}

/** Rows of a list as nodes, each once, in a CALL of their own. */
export function overNodes(rows: Rows, around: Variable | undefined) {
  // Rows of nodes alone that come once need not be told apart.
  const isOnce = rows.own.length === 1 && rows.columns.size === 0 && !rows.repeats;
  return [...clausesAgain(rows, around), pass([rows.node], { distinct: !isOnce })];
}

const plainFunctions: Readonly<Record<"sum" | "average" | "least" | "most", string>> = {
  sum: "sum",
  average: "avg",
  least: "min",
  most: "max",
};

/** What a function's value is made of, and how it is read from a row in which each variable has a key. */
export function emitFunction(
  columns: Columns,
  node: Variable,
  source: FunctionSource,
  keyOf: (one: Variable) => string,
): Emitted & { readonly read: (row: Row) => unknown } {
  const count = columns.add(cy`count(${node})`);
  if (source.is === "count") return { read: (row: Row) => row[keyOf(count)] };
  const own = propertyOf(node, source.property);
  const known = columns.add(cy`count(${own})`);
  if (source.is === "tally") {
    const told = source.function === "known" ? known : columns.add(cy`count(DISTINCT ${own})`);
    return { read: (row: Row) => row[keyOf(told)] };
  }
  const value = columns.add(
    source.function === "percentile"
      ? cy`percentileCont(${own}, ${expression([String(source.share)])})`
      : cy`${expression([plainFunctions[source.function]])}(${own})`,
  );
  // Figures may only be put together where they fit.
  const terms = source.isFigure ? figureTerms(node, columns.add) : undefined;
  const parts = source.parts === undefined ? undefined : columns.parts(node, source.parts);
  const calculation: Calculation = { function: source.function, unit: source.unit };
  const told = (at: (one: Variable) => Json): FigureTerms | undefined =>
    terms === undefined ? undefined : { ...terms(at), ...(parts === undefined ? {} : { parts: parts(at) }) };
  const read = (row: Row) => {
    const at = (one: Variable) => row[keyOf(one)] ?? null;
    return calculated(calculation, at(value), Number(at(count)), Number(at(known)), told(at));
  };
  const fields = source.fields.map(({ asked, source: part }) =>
    fieldPlan(asked, part.is === "typename" ? readTypename(source.type) : { read: (row) => row[part.is] }),
  );
  return { object: objectPlan(source.type, fields), read };
}
