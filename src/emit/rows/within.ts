// What lies in a whole: a region, a park, a cluster. The whole counts with its parts, exactly as in filters that reach
// it; each entity is one row, and its edge is the relation nearest the whole.

import { cy, propertyOf } from "../../cypher/template.ts";
import {
  type Clause,
  call,
  expression,
  give,
  item,
  pass,
  type Variable,
  variable,
} from "../../cypher/tree.ts";
import type { ConnectionPlan } from "../../plan/nodes.ts";
import type { RowsPlan } from "../../plan/page-nodes.ts";
import { filterClauses } from "../filter/filters.ts";
import { sortsOf } from "../order.ts";
import { wayDown, wayUp } from "../places.ts";
import { chainRank, dayOf, keep, linkRank, validityName, worstOf } from "../validity.ts";
import { keysOf, type Rows } from "./rows.ts";

/** Nearest first, then what is stated, then by id; as of a date what holds best comes before. */
function nearest(hops: Variable, edge: Variable, validity?: Variable) {
  const firmness = cy`CASE ${edge}.status WHEN 'STATED' THEN 0 WHEN 'IMPLIED' THEN 1 ELSE 2 END`;
  const keys = [
    ...(validity === undefined ? [] : [cy`${validity}`]),
    cy`${hops}`,
    firmness,
    propertyOf(edge, "id"),
  ];
  return sortsOf(keys.map((value) => ({ value, descending: false, nullable: false })));
}

/** Binds what lies in a whole. */
export function withinRows(
  plan: ConnectionPlan,
  { relations, above, hops: most, from, direct, kind, where, asOf }: Extract<RowsPlan, { is: "within" }>,
  around: Variable,
  guard: readonly Clause[],
): Rows {
  const [node, edge, links] = [variable("n"), variable("e"), variable("links")];
  const [hops, held, validity] = [variable("hops"), variable("way"), variable("v")];
  const day = asOf === undefined ? undefined : dayOf(asOf);
  const way = { whole: cy`(${around})`, node, kind, relations, above, from, hops: direct ? 1 : most };
  const filter = filterClauses(where, { node, kind, day, isBound: true, isAlone: false });
  const ranked = day === undefined ? [] : [item(worstOf([chainRank(links, day), linkRank(edge, day)]), held)];
  // The one relation of a node that is told: of those that hold best the nearest.
  const told = call(
    [around, node],
    ...wayUp({ ...way, edge, links }),
    pass([edge, item(cy`size(${links})`, hops), ...ranked], {
      order: nearest(hops, edge, day === undefined ? undefined : held),
      limit: expression(["1"]),
    }),
    give([edge, ...(day === undefined ? [] : [held])]),
  );
  const found = [...guard, ...wayDown(way)];
  const each = pass([around, node], { distinct: true });
  const rows = {
    node,
    edge,
    own: [node, edge],
    order: keysOf(plan.order, { node, edge }),
    repeats: true,
  };
  if (asOf === undefined) {
    const nodes = [...found, ...filter.clauses];
    return {
      ...rows,
      clauses: [...nodes, each, told],
      columns: new Map(),
      byNodes: { nodes, edges: [told], isEach: true },
    };
  }
  const kept = keep(
    asOf,
    worstOf([cy`${held}`, ...filter.ranks]),
    [node, edge],
    validity,
    filter.ranks.length > 0,
  );
  return {
    ...rows,
    clauses: [...found, each, told, ...filter.clauses, kept],
    columns: new Map([["validity", { variable: validity, told: validityName(validity) }]]),
  };
}
