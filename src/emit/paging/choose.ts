// Chooses the way in which a connection is paged, and says why. All ways give the same rows in the same order.

import { cy } from "../../cypher/template.ts";
import { parameter, type Variable } from "../../cypher/tree.ts";
import { mentions } from "../../cypher/walk.ts";
import type { ConnectionPlan } from "../../plan/nodes.ts";
import type { Rows } from "../rows/rows.ts";
import { byKey, overClauses } from "./by-key.ts";
import { given } from "./given.ts";
import { nodesFirst } from "./nodes-first.ts";
import { ofNodes, ofRows } from "./one-list.ts";
import type { Paging } from "./paging.ts";

/** Whether the rows are expensive to find: then they are found once for page and total. */
function isExpensive({ rows }: ConnectionPlan): boolean {
  // Who was there at a date is weighed row by row.
  if (rows.is === "list") return rows.asOf !== undefined;
  return rows.is === "question" && rows.use.question.once;
}

/** Whether nodes are gathered to be told apart in any case: then their number is the length of that list. */
const isGathered = ({ rows }: ConnectionPlan, { repeats }: Rows): boolean =>
  rows.is === "list" || rows.is === "within" ? repeats : rows.is === "question";

/** Whether rows are nodes, come in an order of the nodes, and nothing else of them is told. */
function isOfNodes({ wants }: ConnectionPlan, { own, columns, order }: Rows): boolean {
  const ordered = order.some(({ value }) =>
    [...columns.values()].some(({ variable }) => mentions(value, variable)),
  );
  return own.length === 1 && !ordered && (!wants.edges || columns.size === 0);
}

/** The way in which a connection is paged. */
export function choosePaging(plan: ConnectionPlan, rows: Rows, around: Variable | undefined): Paging {
  const { rows: source, wants } = plan;
  const isCut = plan.after !== undefined || plan.before !== undefined;
  // What code has found needs neither order nor count.
  if (source.is === "question" && source.given !== undefined) return given(source.given);
  // Behind a cursor only a part of the rows is looked at, so nothing is gained by a list of all.
  if (wants.page && wants.total && !isCut) {
    if (isOfNodes(plan, rows) && (isExpensive(plan) || isGathered(plan, rows))) return ofNodes;
    if (isExpensive(plan)) return ofRows;
  }
  const [first] = plan.order;
  const isByName =
    first?.of === "node" && first.property === "sortName" && first.descending === plan.backward;
  if (rows.byName !== undefined && isByName) {
    // By name the page is read off an index, from the name of the cursor on behind which it begins.
    const begin = plan.backward ? plan.before : plan.after;
    const [from] = begin?.absent[0] === false ? begin.keys : [];
    const clauses = rows.byName(from === undefined ? undefined : cy`${parameter(from)}`);
    return overClauses(() => clauses);
  }
  if (isCut && rows.byNodes?.isEach !== true) return byKey;
  // What hangs on it may be a hub's: its relations are many, and only those of the page are needed.
  if (rows.byNodes !== undefined && around !== undefined) return nodesFirst(around, rows.byNodes);
  return byKey;
}
