// The entities of a kind: all, or those for which a filter holds.

import { cy, propertyOf } from "../../cypher/template.ts";
import { type Clause, type Expression, match, type Variable, variable } from "../../cypher/tree.ts";
import { type Kind, kindOf } from "../../ontology/model.ts";
import type { ConnectionPlan } from "../../plan/nodes.ts";
import type { AsOf, RowsPlan } from "../../plan/page-nodes.ts";
import { filterClauses } from "../filter/filters.ts";
import { nodeOf } from "../pattern.ts";
import { dayOf, foundedRank, keep, notLater, validityName, worstOf } from "../validity.ts";
import { keysOf, type Rows } from "./rows.ts";

/** What keeps the entities that there were at a date: by the filters' relations and by their founding. */
function keptAt(
  asOf: AsOf,
  ranks: readonly Parameters<typeof worstOf>[0][number][],
  node: Variable,
  kind: Kind,
  validity: Variable,
): Clause {
  const hasFounding = Object.hasOwn(kindOf(kind).properties, "founded");
  const day = dayOf(asOf);
  if (ranks.length === 0)
    return keep(asOf, hasFounding ? foundedRank(node, day) : cy`1`, [node], validity, false);
  // Who certainly was in a place, or held a title, certainly was there: then only a later founding says no.
  return keep(asOf, worstOf(ranks), [node], validity, true, hasFounding ? notLater(node, day) : undefined);
}

/** Binds the rows of a list. */
export function listRows(
  plan: ConnectionPlan,
  { kind, where, asOf }: Extract<RowsPlan, { is: "list" }>,
): Rows {
  const node = variable("n");
  const validity = variable("v");
  const day = asOf === undefined ? undefined : dayOf(asOf);
  const filter = filterClauses(where, { node, kind, day, isBound: false, isAlone: false });
  const clauses = where.length === 0 ? [match(nodeOf(node, kind))] : [...filter.clauses];
  if (asOf !== undefined) clauses.push(keptAt(asOf, filter.ranks, node, kind, validity));
  return {
    clauses,
    node,
    own: [node],
    columns: new Map(
      asOf === undefined ? [] : [["validity", { variable: validity, told: validityName(validity) }]],
    ),
    order: keysOf(plan.order, { node }),
    // Ranked by the ways they are found, they are found once.
    repeats: filter.repeats && filter.ranks.length === 0,
    // Where each of a kind is looked at anyway: the first for which a filter holds are found without looking at all.
    byName:
      filter.begins || asOf !== undefined
        ? undefined
        : (from) => [match(nodeOf(node, kind), isNamed(node, from)), ...filter.clauses],
  };
}

/** A condition that holds of all, or of all from a name on. */
function isNamed(node: Variable, from: Expression | undefined): Expression {
  const own = propertyOf(node, "sortName");
  return from === undefined ? cy`${own} IS NOT NULL` : cy`${own} >= ${from}`;
}
