// What a list goes through, told beside its statement: so that what would take very long is refused before it is asked.
// Weighed are lists of a whole kind, all relations, the lists of one entity that is looked up, and questions whose header
// says what they go through.

import { cy } from "../cypher/template.ts";
import { type Clause, give, item, query, type Variable, variable } from "../cypher/tree.ts";
import { isKind, kindOf } from "../ontology/model.ts";
import type { Condition } from "../plan/conditions.ts";
import { effortBeside, effortOf } from "../plan/effort.ts";
import type { ConnectionPlan } from "../plan/nodes.ts";
import type { RowsPlan } from "../plan/page-nodes.ts";
import type { Bound } from "../plan/plan-field.ts";
import type { Look } from "../run/step.ts";
import { filterClauses, whereBegun } from "./filter/filters.ts";
import { questionRows } from "./rows/question.ts";
import { relationRows, relationsRows } from "./rows/relation.ts";
import type { Rows } from "./rows/rows.ts";
import { withinRows } from "./rows/within.ts";
import { statementOf } from "./statement.ts";

/** Of which field it is told. */
type FieldLooked = Pick<Look, "root" | "field">;

const ofKind = (kind: string): string => `MATCH (n:${kind}) RETURN count(n) AS number`;
const ofRelations = (types: readonly string[] | undefined): string =>
  `MATCH ()-[r${types === undefined ? "" : `:${types.join("|")}`}]->() RETURN count(r) AS number`;

const pluralOf = (kind: string): string => (isKind(kind) ? kindOf(kind).plural : "entities");

const sumOf = (conditions: readonly Condition[]): number =>
  conditions.reduce((sum, one) => sum + effortOf(one), 0);

/** The list of a whole kind. */
function listLook(
  plan: ConnectionPlan,
  { kind, where, narrowing }: Extract<RowsPlan, { is: "list" }>,
  field: FieldLooked,
): Look | undefined {
  const begun = whereBegun(where);
  const others = where.filter((one) => one !== begun);
  const each = effortBeside(plan) + sumOf(others) + (begun === undefined ? 0 : 1);
  if (each === 0) return undefined;
  const told: Look = { ...field, all: ofKind(kind), plural: pluralOf(kind), each, times: [], narrowing };
  if (begun === undefined) return told;
  const node = variable("n");
  const { clauses } = filterClauses([begun], { node, kind, day: undefined, isBound: false, isAlone: false });
  return {
    ...told,
    begun: statementOf(query(...clauses, give([item(cy`count(DISTINCT ${node})`, "number")]))),
  };
}

/** What telling of a relation looks at beside what is asked of it: both its ends. */
const bothEnds = 2;

/** All relations: each is looked at to find which come first. */
function relationsLook(
  plan: ConnectionPlan,
  { types, where, start }: Extract<RowsPlan, { is: "relations" }>,
  field: FieldLooked,
): Look | undefined {
  const isFew = start.some(
    (one) =>
      (one.is === "compare" || one.is === "test") &&
      one.property === "id" &&
      ["=", "equals", "in"].includes(one.operator),
  );
  if (types?.length === 0 || isFew) return undefined;
  const asked = effortBeside(plan) + sumOf([...start, ...where.edge, ...where.node]);
  const each = asked + (plan.wants.page ? bothEnds : 0);
  if (each === 0) return undefined;
  const advice =
    'Name types of which there are fewer, or begin at an entity, as in enterprise(name: "…") { relations { … } }.';
  return { ...field, all: ofRelations(types), plural: "relations", each, times: [], narrowing: [], advice };
}

/** What a list of the root goes through; undefined where that is no more than is answered. */
export function lookOf(plan: ConnectionPlan, field: FieldLooked): Look | undefined {
  const { rows } = plan;
  if (rows.is === "list") return listLook(plan, rows, field);
  return rows.is === "relations" ? relationsLook(plan, rows, field) : undefined;
}

/** What is asked of the rows of a list around an entity, and its rows without that. */
function around(
  plan: ConnectionPlan,
  parent: Variable,
): { kind: string; where: readonly Condition[]; rows: Rows } | undefined {
  const { rows } = plan;
  switch (rows.is) {
    case "relation": {
      const all = { ...rows, where: [], asOf: undefined };
      return { kind: rows.kind, where: rows.where, rows: relationRows(plan, all, parent, []) };
    }
    case "within": {
      const all = { ...rows, where: [], asOf: undefined };
      return { kind: rows.kind, where: rows.where, rows: withinRows(plan, all, parent, []) };
    }
    case "relations": {
      const all = { ...rows, where: { edge: [], node: [] }, asOf: undefined };
      const where = [...rows.where.edge, ...rows.where.node];
      return { kind: "Entity", where, rows: relationsRows(plan, all, parent, []) };
    }
    case "question": {
      // What code has found is weighed by code.
      if (rows.given !== undefined || rows.use.question.each !== undefined) return undefined;
      // Rows of columns alone are lines of what was found, not entities.
      if (!rows.use.question.columns.has("node")) return undefined;
      return {
        kind: rows.kind,
        where: rows.where,
        rows: questionRows(plan, { ...rows, where: [] }, parent, []),
      };
    }
    case "list":
      return undefined;
  }
}

/**
 * What a list of one entity that is looked up goes through.
 * @param bound clauses that bind the entity
 * @param waits whether steps in code find it
 */
export function lookAround(
  plan: ConnectionPlan,
  field: FieldLooked,
  parent: Variable,
  bound: readonly Clause[],
  waits: boolean,
): Look | undefined {
  const found = around(plan, parent);
  if (found === undefined) return undefined;
  const { kind, where, rows } = found;
  const each = effortBeside(plan) + sumOf(where);
  if (each === 0) return undefined;
  const counted = give([item(cy`count(DISTINCT ${rows.node})`, "number")]);
  const begun = statementOf(query(...bound, ...rows.clauses, counted));
  const told = { ...field, all: ofKind(kind), plural: pluralOf(kind), each, times: [], narrowing: [], begun };
  return waits ? { ...told, waits } : told;
}

/** What a question goes through whose header says so, asked for each row of the pages around it. */
export function lookOfQuestion(
  { rows }: ConnectionPlan,
  root: string,
  times: readonly Bound[],
): Look | undefined {
  if (rows.is !== "question" || rows.use.question.each === undefined) return undefined;
  const { question } = rows.use;
  const { kind, looks } = rows.use.question.each;
  if (!isKind(kind)) throw new Error(`${question.file}: ${kind} is no kind`);
  const field = question.name.slice(question.name.lastIndexOf(".") + 1);
  const advice = "Ask it of fewer at once: a smaller first on the lists around it.";
  return {
    root,
    field,
    all: ofKind(kind),
    plural: pluralOf(kind),
    each: looks,
    times,
    narrowing: [],
    advice,
  };
}
