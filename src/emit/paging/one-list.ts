// Total and page from one list of all rows, where these are expensive to find or have to be gathered to be told apart.
import { cy, joined } from "../../cypher/template.ts";
import { call, give, item, pass, unwind, type Variable, variable } from "../../cypher/tree.ts";
import { sortsOf } from "../order.ts";
import { around, collected, type Paging } from "./paging.ts";

/** The variables that take page and total: both are asked for where these ways are chosen. */
function both(page: Variable | undefined, total: Variable | undefined): [Variable, Variable] {
  if (page === undefined || total === undefined) throw new Error("one list gives a page and a total");
  return [page, total];
}

/** Of rows of nodes alone: only as many as are told come in order. */
export const ofNodes: Paging = (request) => {
  const { rows, limit } = request;
  const [page, total] = both(request.page, request.total);
  const parent = around(request.around);
  const nodes = variable("nodes");
  const bound = [...parent, rows.node];
  return [
    call(
      parent,
      call(
        parent,
        ...rows.clauses,
        give([item(rows.repeats ? cy`collect(DISTINCT ${rows.node})` : cy`collect(${rows.node})`, nodes)]),
      ),
      call(
        [...parent, nodes],
        unwind(nodes, rows.node),
        pass(bound, { order: sortsOf(rows.order), limit: cy`${limit}` }),
        ...collected(request, bound, rows.order, page),
      ),
      give([page, item(cy`size(${nodes})`, total)]),
    ),
  ];
};

/** Of rows with columns, all in order. The columns beside the node are plain values. */
export const ofRows: Paging = (request) => {
  const { rows, limit } = request;
  const { node, order } = rows;
  const [page, total] = both(request.page, request.total);
  const parent = around(request.around);
  const columns = [...rows.columns.values()].map((column) => column.variable);
  // A list for each row is expensive where there are very many.
  const [only, another] = columns;
  const isOne = only !== undefined && another === undefined;
  const [nodes, values, at] = [variable("nodes"), variable("values"), variable("at")];
  const told = isOne
    ? cy`${only}`
    : cy`[${joined(
        columns.map((one) => cy`${one}`),
        ", ",
      )}]`;
  const picked = columns.map((one, index) =>
    item(isOne ? cy`${values}[${at}]` : cy`${values}[${at}][${index}]`, one),
  );
  const bound = [...parent, node, ...columns];
  return [
    call(
      parent,
      // In a CALL of its own, so that there is a row where nothing is found.
      call(
        parent,
        ...rows.clauses,
        pass([node, ...columns], { distinct: rows.repeats, order: sortsOf(order) }),
        give([item(cy`collect(${node})`, nodes), item(cy`collect(${told})`, values)]),
      ),
      call(
        [...parent, nodes, values],
        unwind(
          cy`range(0, CASE WHEN size(${nodes}) < ${limit} THEN size(${nodes}) ELSE ${limit} END - 1)`,
          at,
        ),
        pass([...parent, item(cy`${nodes}[${at}]`, node), ...picked], { order: sortsOf(order) }),
        ...collected(request, bound, order, page),
      ),
      give([page, item(cy`size(${nodes})`, total)]),
    ),
  ];
};
