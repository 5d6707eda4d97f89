// The conditions of a filter, all of which must hold, as clauses: each as a MATCH that the planner may start from.

import { cy, joined } from "../../cypher/template.ts";
import { type Clause, type Expression, match, type Variable } from "../../cypher/tree.ts";
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
import type { Filter, Filtered, FilterStep } from "./step.ts";
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

const rank = (condition: Condition): number =>
  place[condition.is] + (condition.is === "compare" && condition.operator !== "=" ? 1 : 0);

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

const leafHolds = <Is extends Leaf>(condition: LeafOf<Is>, node: Variable, kind: string): Expression =>
  sorts[condition.is].holds(condition, { node, kind, holds });

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
  sorts[condition.is].step(condition, { ...filtered, holds }, isFirst);

function emitted(condition: Condition, filtered: Filtered, isFirst: boolean): FilterStep {
  if (condition.is === "and" || condition.is === "or" || condition.is === "not") {
    if (filtered.day !== undefined)
      throw new Error("and, or, not have no form as of a date: the plan is to refuse them");
    return {
      clauses: [match(nodeOf(filtered.node, filtered.kind), holds(condition, filtered.node, filtered.kind))],
    };
  }
  return stepOf(condition, filtered, isFirst);
}

/** The clauses that keep those nodes for which all conditions hold; as of a date, the ranks of what they follow. */
export function filterClauses(
  conditions: readonly Condition[],
  filtered: Filtered,
): { readonly clauses: readonly Clause[]; readonly ranks: readonly Expression[] } {
  const ordered = [...conditions].sort((one, other) => rank(one) - rank(other));
  const steps = ordered.map((condition, index) => emitted(condition, filtered, index === 0));
  return {
    clauses: steps.flatMap((step) => step.clauses),
    ranks: steps.flatMap((step) => step.ranks ?? []),
  };
}
