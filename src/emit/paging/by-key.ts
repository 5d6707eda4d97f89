// The plain way: the page is the first rows behind the cursor, the total counts all.
import { type Clause, call, pass, type Variable } from "../../cypher/tree.ts";
import { mentions } from "../../cypher/walk.ts";
import { type Key, sortsOf } from "../order.ts";
import type { Rows } from "../rows/rows.ts";
import { around, collected, countAll, type PageRequest, type Paging, rowOf, withoutTies } from "./paging.ts";

/** A row of which nothing of its relation is told: an engine need not carry it along, but where rows are told apart by it. */
function rowToldOf(rows: Rows, order: readonly Key[]): readonly Variable[] {
  const { edge, repeats } = rows;
  const isNeeded = edge === undefined || repeats || order.some(({ value }) => mentions(value, edge));
  return isNeeded ? rowOf(rows) : rowOf(rows).filter((one) => one !== edge);
}

/** The page, from rows that are bound by the clauses given. */
function pageFrom(request: PageRequest, clauses: readonly Clause[]): Clause[] {
  const { rows, page, after, limit, isTold, isDetailed } = request;
  if (page === undefined) return [];
  const order = isTold ? rows.order : withoutTies(rows.order);
  // Details may ask the parent again: an engine forgets it unless it is carried along.
  const parent = isDetailed && rows.details !== undefined ? around(request.around) : [];
  const bound = [...parent, ...(isTold || after !== undefined ? rowOf(rows) : rowToldOf(rows, order))];
  const distinct = rows.repeats;
  return [
    call(
      around(request.around),
      ...clauses,
      ...(after === undefined ? [] : [pass(bound, { distinct, where: after })]),
      pass(bound, {
        distinct: distinct && after === undefined,
        order: sortsOf(order),
        limit: { is: "expression", pieces: [limit], locals: [] },
      }),
      ...collected(request, bound, order, page),
    ),
  ];
}

/** Pages by key. */
export const byKey: Paging = (request) => [
  ...(request.total === undefined ? [] : [countAll(request, request.total)]),
  ...pageFrom(request, request.rows.clauses),
];

/** Pages by key over other clauses that bind the same rows, as far as the page needs them. */
export const overClauses =
  (clauses: (request: PageRequest) => readonly Clause[]): Paging =>
  (request) => [
    ...(request.total === undefined ? [] : [countAll(request, request.total)]),
    ...pageFrom(request, clauses(request)),
  ];
