// The entities at the far end of a relation, and all relations of an entity.

import { cy, joined } from "../../cypher/template.ts";
import { type Clause, type Expression, match, type Variable, variable } from "../../cypher/tree.ts";
import type { ConnectionPlan } from "../../plan/nodes.ts";
import type { AsOf, RowsPlan } from "../../plan/page-nodes.ts";
import { filterClauses, holds } from "../filter/filters.ts";
import { arrow, nodeOf } from "../pattern.ts";
import { dayOf, keep, validityName, validityRank, worstOf } from "../validity.ts";
import { type Column, keysOf, type Rows } from "./rows.ts";

const validityColumn = (asOf: AsOf | undefined, validity: Variable): ReadonlyMap<string, Column> =>
  new Map(asOf === undefined ? [] : [["validity", { variable: validity, told: validityName(validity) }]]);

function rowsOf(
  plan: ConnectionPlan,
  { node, edge }: { readonly node: Variable; readonly edge: Variable },
  bound: readonly Clause[],
  asOf: AsOf | undefined,
  ranks: readonly Expression[],
  repeats: boolean,
): Rows {
  const validity = variable("v");
  const own = [node, edge];
  const kept =
    asOf === undefined
      ? []
      : [keep(asOf, worstOf([validityRank(edge, dayOf(asOf)), ...ranks]), own, validity, ranks.length > 0)];
  const columns = validityColumn(asOf, validity);
  return {
    clauses: [...bound, ...kept],
    node,
    edge,
    own,
    columns,
    order: keysOf(plan.order, { node, edge }),
    repeats,
  };
}

/** Binds the entities at the far end. */
export function relationRows(
  plan: ConnectionPlan,
  { relation, way, kind, where, asOf }: Extract<RowsPlan, { is: "relation" }>,
  around: Variable,
  guard: readonly Clause[],
): Rows {
  const [node, edge] = [variable("n"), variable("e")];
  const day = asOf === undefined ? undefined : dayOf(asOf);
  const filter = filterClauses(where, { node, kind, day, isBound: true, isAlone: false });
  const found = match(cy`(${around})${arrow(way, edge, [relation])}${nodeOf(node, kind)}`);
  const repeats = filter.repeats && filter.ranks.length === 0;
  const rows = rowsOf(
    plan,
    { node, edge },
    [...guard, found, ...filter.clauses],
    asOf,
    filter.ranks,
    repeats,
  );
  // What comes in may be a hub's. Filters and dates look at each relation anyway.
  if (way !== "in" || where.length > 0 || asOf !== undefined) return rows;
  const nodes = [...guard, match(cy`(${around})${arrow("in", undefined, [relation])}${nodeOf(node, kind)}`)];
  const edges = [match(cy`(${node})${arrow("out", edge, [relation])}(${around})`)];
  return { ...rows, byNodes: { nodes, edges, isEach: false } };
}

/** Binds all relations of an entity; those of all entities where it is undefined. */
export function relationsRows(
  plan: ConnectionPlan,
  { types, way, where, start, asOf }: Extract<RowsPlan, { is: "relations" }>,
  around: Variable | undefined,
  guard: readonly Clause[],
): Rows {
  const [node, edge] = [variable("n"), variable("e")];
  const near = around ?? variable("n");
  const wanted = [
    ...(types?.length === 0 ? [cy`false`] : []),
    ...start.map((one) => cy`(${holds(one, near, "Entity")})`),
    ...where.edge.map((one) => cy`(${holds(one, edge, "Relation")})`),
    ...where.node.map((one) => cy`(${holds(one, node, "Entity")})`),
  ];
  const found = match(
    cy`${around === undefined ? nodeOf(near, "Entity") : nodeOf(near)}${arrow(way, edge, types ?? [])}${nodeOf(node, "Entity")}`,
    wanted.length === 0 ? undefined : joined(wanted, " AND "),
  );
  return rowsOf(plan, { node, edge }, [...guard, found], asOf, [], false);
}
