// What every way of paging is given, and what several of them share.

import { again } from "../../cypher/copy.ts";
import { cy, propertyOf } from "../../cypher/template.ts";
import {
  type Call,
  type Clause,
  call,
  type Expression,
  give,
  item,
  type Parameter,
  pass,
  type Variable,
} from "../../cypher/tree.ts";
import { type Frame, projection } from "../emitting.ts";
import { type Key, sortsOf } from "../order.ts";
import type { Rows } from "../rows/rows.ts";

/** What is asked of the rows of a connection. */
export interface PageRequest {
  /** The variable that the rows hang on; none at the root. */
  readonly around: Variable | undefined;
  readonly rows: Rows;
  /** What each row of the page becomes. */
  readonly inner: Frame;
  readonly limit: Parameter;
  /** The condition that a row lies behind the cursor given, or between two. */
  readonly after: Expression | undefined;
  /** Whether further columns are bound for the rows of the page. */
  readonly isDetailed: boolean;
  /** Whether relations are told, or keys of rows: else nothing shows the order of relations of one node. */
  readonly isTold: boolean;
  /** The variables that take the list of rows and the number of all, where these are asked for. */
  readonly page: Variable | undefined;
  readonly total: Variable | undefined;
}

/** A way of paging: CALLs that bind the page and the total, as far as they are asked for. */
export type Paging = (request: PageRequest) => readonly Clause[];

export const around = (variable: Variable | undefined): readonly Variable[] =>
  variable === undefined ? [] : [variable];

/** The variables that each row is made of. */
export const rowOf = ({ own, columns }: Rows): readonly Variable[] => [
  ...own,
  ...[...columns.values()].map((column) => column.variable),
];

/** An order without the relation's id, which is long and only tells rows of one node apart. */
export const withoutTies = (order: readonly Key[]): Key[] => order.filter((key) => !key.isTie);

/** The clauses that turn the rows of a page, bound and in order, into the list of what is selected of them. */
export function collected(
  { rows, inner, isDetailed }: PageRequest,
  bound: readonly Variable[],
  order: readonly Key[],
  page: Variable,
): Clause[] {
  const details = isDetailed ? rows.details : undefined;
  const further = [...(details?.columns.values() ?? [])].map((column) => column.variable);
  const added = [...further, ...inner.columns];
  return [
    ...(details?.clauses ?? []),
    ...inner.calls,
    ...(added.length === 0 ? [] : [pass([...bound, ...added], { order: sortsOf(order) })]),
    give([item(cy`collect(${projection(inner)})`, page)]),
  ];
}

/**
 * The clauses that bind all rows once more, for a CALL beside the one that pages: with variables of their own, but for
 * node and edge.
 */
export function clausesAgain({ clauses, byNodes, node, edge }: Rows, parent: Variable | undefined): Clause[] {
  const kept = new Set([node, ...around(edge), ...around(parent)]);
  return again(byNodes?.isEach === true ? byNodes.nodes : clauses, kept);
}

/** Counts all rows. */
export function countAll({ rows, around: parent }: PageRequest, total: Variable): Call {
  const { node, edge, repeats, byNodes } = rows;
  const told = byNodes?.isEach === true ? [node] : [node, ...around(edge)];
  return call(
    around(parent),
    ...clausesAgain(rows, parent),
    ...(repeats ? [pass(told, { distinct: true })] : []),
    give([item(cy`count(*)`, total)]),
  );
}

/** The id of what a variable holds. */
export const idOf = (variable: Variable): Expression => propertyOf(variable, "id");
