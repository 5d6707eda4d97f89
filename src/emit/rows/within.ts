// What lies in a whole: a region, a park, a cluster. The whole counts with its parts, exactly as in filters that reach
// it; each entity is one row, and its edge is the relation nearest the whole.
import { cy, propertyOf } from "../../cypher/template.ts";
import {
  type Clause,
  call,
  type Expression,
  expression,
  give,
  type Item,
  item,
  pass,
  type Variable,
  variable,
} from "../../cypher/tree.ts";
import type { ConnectionPlan, RowsPlan } from "../../plan/page-nodes.ts";
import { filterClauses } from "../filter/filters.ts";
import { sortsOf } from "../order.ts";
import { downTo, lastStep, upFrom } from "../places.ts";
import { chainRank, dayOf, isKept, linkRank, validityName, worstOf } from "../validity.ts";
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
  { relations, hops: most, from, direct, kind, where, asOf }: Extract<RowsPlan, { is: "within" }>,
  around: Variable,
  guard: readonly Clause[],
): Rows {
  const [node, edge, site, links] = [variable("n"), variable("e"), variable("site"), variable("links")];
  const [hops, way, validity] = [variable("hops"), variable("way"), variable("v")];
  const day = asOf === undefined ? undefined : dayOf(asOf);
  const chain = { whole: cy`(${around})`, relations, hops: direct ? 0 : most - 1, from };
  const step = lastStep({ site, edge, node, kind }, relations, from);
  const filter = filterClauses(where, { node, kind, day, isBound: true, isAlone: false });
  const size = item(cy`size(${links})`, hops);
  const timed = (value: Expression, as: Variable): Item[] => (day === undefined ? [] : [item(value, as)]);
  const ranked = day === undefined ? cy`0` : worstOf([chainRank(links, day), linkRank(edge, day)]);
  const order = { order: nearest(hops, edge, day === undefined ? undefined : validity) };
  const clauses = [
    ...guard,
    ...downTo(site, { ...chain, links }),
    step.down,
    pass([node, edge, size, ...timed(ranked, way)]),
    ...filter.clauses,
    pass([node, edge, hops, ...timed(worstOf([cy`${way}`, ...filter.ranks]), validity)], order),
    pass([node, item(cy`head(collect(${edge}))`, edge), ...timed(cy`min(${validity})`, validity)], {
      where: asOf === undefined ? undefined : isKept(asOf, validity),
    }),
  ];
  const edges = call(
    [around, node],
    step.up,
    ...upFrom(site, { ...chain, links }),
    pass([edge, size], { order: nearest(hops, edge), limit: expression(["1"]) }),
    give([edge]),
  );
  return {
    clauses,
    node,
    edge,
    own: [node, edge],
    columns: new Map(
      asOf === undefined ? [] : [["validity", { variable: validity, told: validityName(validity) }]],
    ),
    order: keysOf(plan.order, { node, edge }),
    repeats: true,
    byNodes:
      asOf === undefined
        ? {
            nodes: [...guard, ...downTo(site, chain), step.down, ...filter.clauses],
            edges: [edges],
            isEach: true,
          }
        : undefined,
  };
}
