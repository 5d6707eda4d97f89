// Composes the list of what lies in a whole: a region, a park, a cluster. The whole counts with its parts, exactly as
// the filters that reach it do (`reach.ts`), each entity is listed once, and its edge is the relation nearest the whole.
import { type GraphQLCompositeType, getNamedType } from "graphql";
import { composeConnection } from "./connection.ts";
import { filterClauses } from "./filter.ts";
import type { Compiling, Frame, Place } from "./frame.ts";
import { connectionOrder } from "./ordering.ts";
import type { Rows } from "./page.ts";
import type { ObjectPlan, Read } from "./plan.ts";
import { lastStep, waysDown, waysUp } from "./reach.ts";
import { labelOf } from "./related.ts";
import type { FieldSpec } from "./spec.ts";
import { asOfAt, chainRank, keptAt, linkRank, validityColumn, worstOf } from "./validity.ts";

/** Nearest first, then what is stated, then by id. */
const nearest = (hops: string, edge: string): string =>
  `${hops}, CASE ${edge}.status WHEN 'STATED' THEN 0 WHEN 'IMPLIED' THEN 1 ELSE 2 END, ${edge}.id`;

/** Composes all entities of a kind that lie in the whole, through its parts unless `direct` is true. */
export function composeWithin(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  spec: Extract<FieldSpec, { is: "within" }>,
  place: Place,
  guard: string,
): { readonly read: Read; readonly object: ObjectPlan } {
  const number = compiling.next();
  const kind = labelOf(compiling, getNamedType(place.field.type) as GraphQLCompositeType);
  const [node, edge, site] = [`n${number}`, `e${number}`, `site_${number}`];
  const [links, hops, way, validity] = [`links_${number}`, `hops_${number}`, `way_${number}`, `v${number}`];
  const further = place.args.direct === true ? 0 : spec.hops - 1;
  const types = spec.relations.join("|");
  const step = lastStep([site, edge, `${node}:${kind}`], spec.relations, spec.from);
  const from = place.args.direct === true ? [] : spec.from;
  const above = (name: string): string => `${name}:${types}*0..${further}`;
  const asOf = asOfAt(compiling, place);
  const timed = asOf && { asOf, ranks: [] as string[] };
  const filters = filterClauses(compiling, place, node, kind, timed);
  const ranked = asOf === undefined ? [] : [chainRank(links, asOf.day, number), linkRank(edge, asOf.day)];
  const rank = timed === undefined ? "" : worstOf([way, ...timed.ranks], compiling.next());
  const found = [
    guard,
    waysUp(`(${variable})`, above(""), site, from),
    `MATCH ${step.pattern}`,
    step.where,
    ...filters,
  ];
  const clauses = [
    guard,
    waysUp(`(${variable})`, above(links), site, from),
    `MATCH ${step.pattern}`,
    step.where,
    `WITH ${node}, ${edge}, size(${links}) AS ${hops}${asOf === undefined ? "" : `, ${worstOf(ranked, number)} AS ${way}`}`,
    ...filters,
    `WITH ${node}, ${edge}, ${hops}${asOf === undefined ? "" : `, ${rank} AS ${validity}`}`,
    `ORDER BY ${asOf === undefined ? "" : `${validity}, `}${nearest(hops, edge)}`,
    `WITH ${node}, head(collect(${edge})) AS ${edge}${asOf === undefined ? "" : `, min(${validity}) AS ${validity}`}`,
    asOf === undefined ? "" : `WHERE ${keptAt(asOf, validity)}`,
  ].filter((line) => line !== "");
  const plain = asOf === undefined ? found.filter((line) => line !== "") : undefined;
  const rows: Rows = {
    clauses,
    nodesOnly: plain,
    byNode:
      plain === undefined
        ? undefined
        : {
            clauses: plain,
            edges: [
              `CALL (${variable}, ${node}) {`,
              `MATCH ${step.upward}`,
              step.where,
              waysDown(`(${variable})`, above(links), site, from),
              `WITH ${edge}, size(${links}) AS ${hops} ORDER BY ${nearest(hops, edge)} LIMIT 1`,
              `RETURN ${edge}`,
              "}",
            ]
              .filter((line) => line !== "")
              .join("\n"),
          },
    node,
    edge,
    ...validityColumn(asOf, validity),
    order: connectionOrder(place, node, edge),
    repeats: true,
    element: "node",
  };
  return { read: (row) => row, object: composeConnection(compiling, frame, variable, rows, place) };
}
