// The rows that a connection pages through, as clauses that bind them.

import { cy, propertyOf } from "../../cypher/template.ts";
import type { Clause, Expression, Variable } from "../../cypher/tree.ts";
import { mentions } from "../../cypher/walk.ts";
import type { OrderKey } from "../../plan/page-nodes.ts";
import type { Key } from "../order.ts";

/** A further column of the rows: the variable that carries it, and how it is told. */
export interface Column {
  readonly variable: Variable;
  readonly told: Expression;
}

export interface Rows {
  readonly clauses: readonly Clause[];
  readonly node: Variable;
  readonly edge?: Variable;
  /** The variables that a row is made of, without its columns: node and edge, or none. */
  readonly own: readonly Variable[];
  readonly columns: ReadonlyMap<string, Column>;
  readonly order: readonly Key[];
  /** Whether the clauses may bind the same row twice. */
  readonly repeats: boolean;
  /**
   * A shorter way to the rows: clauses that bind the nodes alone, several times perhaps, and those that bind the edges
   * of nodes that are bound. `isEach`: each node is one row, so that counting nodes is enough.
   */
  readonly byNodes?: {
    readonly nodes: readonly Clause[];
    readonly edges: readonly Clause[];
    readonly isEach: boolean;
  };
  /**
   * Clauses that bind the same rows in a way that lets an engine read them off an index in order of name, from a name on
   * where one is given.
   */
  readonly byName?: (from: Expression | undefined) => readonly Clause[];
  /** Clauses that bind further columns for the rows of a page only, and those columns. */
  readonly details?: { readonly clauses: readonly Clause[]; readonly columns: ReadonlyMap<string, Column> };
}

/**
 * The rows where nothing of their edges is told: nodes alone, if each is one row and the order is theirs. Which of a
 * node's relations counts need then not be found out.
 */
export function nodesAlone(rows: Rows): Rows {
  const { edge, byNodes, node, order } = rows;
  if (byNodes?.isEach !== true || edge === undefined) return rows;
  const keys = order.filter((key) => !key.isTie);
  if (keys.some(({ value }) => mentions(value, edge))) return rows;
  return { ...rows, clauses: byNodes.nodes, edge: undefined, own: [node], order: keys, byNodes: undefined };
}

/** The keys of an order over variables. */
export function keysOf(
  order: readonly OrderKey[],
  { node, edge }: { readonly node: Variable; readonly edge?: Variable },
  placed: (value: Expression) => Expression = (value) => value,
): Key[] {
  return order.map((key): Key => {
    const { descending, nullable } = key;
    const isTie = key.of === "edge" && key.property === "id";
    const holder = key.of === "node" ? node : (edge ?? node);
    if (key.of === "question") return { value: placed(key.term.value), descending, nullable, isTie };
    const value = key.of === "relation type" ? cy`type(${holder})` : propertyOf(holder, key.property);
    return { value, descending, nullable, isTie };
  });
}
