// The page of a hub: its nodes are found and cut first, then their relations. The id of a relation is long, and a hub
// has many: they need not all be read to be sorted.
import { cy } from "../../cypher/template.ts";
import { pass, type Variable } from "../../cypher/tree.ts";
import { sortsOf } from "../order.ts";
import type { Rows } from "../rows/rows.ts";
import { overClauses } from "./by-key.ts";
import { type Paging, withoutTies } from "./paging.ts";

/** Pages what hangs on a hub. */
export const nodesFirst = (hub: Variable, { nodes, edges, isEach }: NonNullable<Rows["byNodes"]>): Paging =>
  overClauses(({ rows: { node, order, repeats }, limit, after }) => [
    ...nodes,
    // Where each node is one row, the keys of a cursor are those of the node.
    ...(isEach && after !== undefined ? [pass([hub, node], { distinct: true, where: after })] : []),
    pass([hub, node], { distinct: repeats, order: sortsOf(withoutTies(order)), limit: cy`${limit}` }),
    pass([hub, node], { distinct: true }),
    ...edges,
  ]);
