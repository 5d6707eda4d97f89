// The conditions of a filter, all of which must hold, as clauses: each as a MATCH that the planner may start from.

import { cy, joined } from "../../cypher/template.ts";
import { type Clause, type Expression, give, match, union, type Variable } from "../../cypher/tree.ts";
import type { Condition, Leaf, LeafOf } from "../../plan/conditions.ts";
import { nodeOf } from "../pattern.ts";
import { along, count } from "./along.ts";
import { cited } from "./cited.ts";
import { compare } from "./compare.ts";
import { figure } from "./figure.ts";
import { found } from "./found.ts";
import { as, kind } from "./kind.ts";
import { period } from "./period.ts";
import { reach } from "./reach.ts";
import { related } from "./related.ts";
import type { Filter, Filtered, FilterStep, Looked } from "./step.ts";
import { test } from "./test.ts";
import { text } from "./text.ts";

/** Wholes come first: they bind the fewest nodes where an engine takes patterns in the order written. */
const place: Readonly<Record<Condition["is"], number>> = {
  reach: 0,
  related: 1,
  // A question begins at the entity it is given: it binds nodes where those below would look at each.
  found: 2,
  compare: 3,
  period: 4,
  text: 5,
  cited: 6,
  test: 3,
  kind: 3,
  and: 7,
  or: 7,
  not: 7,
  figure: 8,
  as: 8,
  along: 8,
  count: 9,
};

/** Behind all that names where to begin, before all that looks at each node. */
const beginsFar = 2.5;

function rank(condition: Condition): number {
  if (place[condition.is] > beginsFar && begins(condition)) return beginsFar;
  return place[condition.is] + (condition.is === "compare" && condition.operator !== "=" ? 1 : 0);
}

/** The sorts of conditions; a new one is a file beside these, and a line here and in src/plan/conditions.ts. */
const sorts: { readonly [Is in Leaf]: Filter<Is> } = {
  compare,
  period,
  text,
  cited,
  reach,
  related,
  found,
  test,
  along,
  count,
  figure,
  kind,
  as,
};

/** Whether a condition leads from what it names to the nodes, so that not all of a kind need be looked at. */
function begins(condition: Condition): boolean {
  switch (condition.is) {
    case "reach":
    case "related":
    case "found":
      return true;
    case "figure":
      return condition.known;
    case "along":
      return condition.quantifier === "some" && condition.node.some(begins);
    case "and":
      return condition.of.some(begins);
    case "or":
      return condition.of.length > 0 && condition.of.every(begins);
    default:
      return false;
  }
}

const leafHolds = <Is extends Leaf>(condition: LeafOf<Is>, node: Variable, kind: string): Expression =>
  sorts[condition.is].holds(condition, { node, kind, holds, begun });

/** A condition as an expression about a node that is bound: true, or else false or null. */
export function holds(condition: Condition, node: Variable, kind: string): Expression {
  if (condition.is === "not") return cy`NOT coalesce(${holds(condition.of, node, kind)}, false)`;
  if (condition.is === "and" || condition.is === "or") {
    const parts = condition.of.map((one) => cy`(${holds(one, node, kind)})`);
    if (parts.length === 0) return condition.is === "and" ? cy`true` : cy`false`;
    return joined(parts, condition.is === "and" ? " AND " : " OR ");
  }
  return leafHolds(condition, node, kind);
}

const stepOf = <Is extends Leaf>(condition: LeafOf<Is>, filtered: Filtered, isFirst: boolean): FilterStep =>
  sorts[condition.is].step(condition, { ...filtered, holds, begun }, isFirst);

/** Looked.begun. */
const begun: Looked["begun"] = (conditions, node, kind) =>
  conditions.some(begins)
    ? filterClauses(conditions, { node, kind, day: undefined, isBound: false, isAlone: false }).clauses
    : undefined;

/** Of alternatives each of which begins somewhere: what each finds, put together. */
function anyOf(alternatives: readonly Condition[], { node, kind }: Filtered): FilterStep {
  const branches = alternatives.map((one) => [
    ...(begun(one.is === "and" ? one.of : [one], node, kind) ?? []),
    give([node], { distinct: true }),
  ]);
  return { clauses: [{ is: "call", imports: [], query: union(branches) }], begins: true };
}

function emitted(condition: Condition, filtered: Filtered, isFirst: boolean): FilterStep {
  if (condition.is === "and" || condition.is === "or" || condition.is === "not") {
    if (filtered.day !== undefined)
      throw new Error("and, or, not have no form as of a date: the plan is to refuse them");
    if (condition.is === "or" && isFirst && !filtered.isBound && begins(condition))
      return anyOf(condition.of, filtered);
    return {
      clauses: [match(nodeOf(filtered.node, filtered.kind), holds(condition, filtered.node, filtered.kind))],
    };
  }
  return stepOf(condition, filtered, isFirst);
}

const inOrder = (conditions: readonly Condition[]): Condition[] =>
  [...conditions].sort((one, other) => rank(one) - rank(other));

/** The condition of a list at which its clauses begin; undefined where they look at all nodes of the kind. */
export function whereBegun(conditions: readonly Condition[]): Condition | undefined {
  const [first] = inOrder(conditions);
  return first !== undefined && begins(first) ? first : undefined;
}

/** The clauses that keep those nodes for which all conditions hold; as of a date, the ranks of what they follow. */
export function filterClauses(
  conditions: readonly Condition[],
  filtered: Filtered,
): {
  readonly clauses: readonly Clause[];
  readonly ranks: readonly Expression[];
  readonly repeats: boolean;
  /** Whether they begin at what a condition names, not at all nodes of the kind. */
  readonly begins: boolean;
} {
  const steps = inOrder(conditions).map((condition, index) => emitted(condition, filtered, index === 0));
  return {
    clauses: steps.flatMap((step) => step.clauses),
    ranks: steps.flatMap((step) => step.ranks ?? []),
    repeats: steps.some((step) => step.repeats === true),
    begins: steps.some((step) => step.begins === true),
  };
}
