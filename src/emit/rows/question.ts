// The rows that a question file gives: `node`, perhaps `edge`, and further columns; without `node` columns alone.

import { cy } from "../../cypher/template.ts";
import { type Clause, pass, type Variable, variable } from "../../cypher/tree.ts";
import type { ConnectionPlan } from "../../plan/nodes.ts";
import type { RowsPlan } from "../../plan/page-nodes.ts";
import { filterClauses } from "../filter/filters.ts";
import { columnItem, type PlacedColumn, place } from "../place.ts";
import { type Column, keysOf, type Rows } from "./rows.ts";

const columnsOf = (placed: readonly (readonly [string, PlacedColumn])[]): ReadonlyMap<string, Column> =>
  new Map(placed.map(([name, { variable: own }]) => [name, { variable: own, told: cy`${own}` }]));

/** Binds the rows of a question. */
export function questionRows(
  plan: ConnectionPlan,
  { use, kind, where }: Extract<RowsPlan, { is: "question" }>,
  around: Variable | undefined,
  guard: readonly Clause[],
): Rows {
  const { question } = use;
  const node = variable("n");
  const edge = question.columns.has("edge") ? variable("e") : undefined;
  const hasNode = question.columns.has("node");
  const placed = place(use, { node, edge, parent: around });
  const all = [...placed.columns];
  const isDetail = (name: string): boolean => question.detailed.includes(name);
  const carried = all.filter(([name]) => !isDetail(name));
  // Details may ask the parent again.
  const parent = question.detailed.length === 0 || around === undefined ? [] : [around];
  const isAlone = all.length === 1 && hasNode;
  const filter = filterClauses(where, { node, kind, day: undefined, isBound: true, isAlone });
  const further = carried.filter(([name]) => name !== "node" && name !== "edge");
  return {
    clauses: [
      ...guard,
      ...placed.body,
      pass([...parent, ...carried.map(([, column]) => columnItem(column))], { distinct: true }),
      ...filter.clauses,
    ],
    node,
    edge,
    own: hasNode ? [node, ...(edge === undefined ? [] : [edge])] : [],
    columns: columnsOf(further),
    order: keysOf(plan.order, { node, edge }, placed.placed),
    repeats: filter.repeats,
    details:
      question.detailed.length === 0
        ? undefined
        : { clauses: placed.details, columns: columnsOf(all.filter(([name]) => isDetail(name))) },
  };
}
