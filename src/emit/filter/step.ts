// What the condition of a filter becomes: clauses that bind the nodes for which it holds, or look at those bound.

import { type Clause, type Expression, match, type Parameter, type Variable } from "../../cypher/tree.ts";
import type { Condition, Leaf, LeafOf } from "../../plan/conditions.ts";
import { nodeOf } from "../pattern.ts";

/** The list that is filtered. */
export interface Filtered {
  readonly node: Variable;
  readonly kind: string;
  /** The parameter that holds the day, where the list is as of a date. */
  readonly day: Parameter | undefined;
  /** Whether the clauses before these bind the nodes. */
  readonly isBound: boolean;
  /** Whether the rows are made of nodes alone, which may then be gathered. */
  readonly isAlone: boolean;
}

/** The clauses of a condition; where it follows relations as of a date, the expressions of their ranks. */
export interface FilterStep {
  readonly clauses: readonly Clause[];
  readonly ranks?: readonly Expression[];
  /** Whether the clauses may bind a node more often than the clauses before them did. */
  readonly repeats?: boolean;
  /** Whether the clauses begin at what the condition names, not at all nodes of the kind. */
  readonly begins?: boolean;
}

/** What a condition is looked at in: a list, or what a relation leads to from one. */
export interface Looked extends Pick<Filtered, "node" | "kind"> {
  /** Any other condition as an expression, for those that are made of others. */
  readonly holds: (condition: Condition, node: Variable, kind: string) => Expression;
  /** The clauses that bind the nodes for which conditions hold, or undefined where nothing of them is a place to begin. */
  readonly begun: (
    conditions: readonly Condition[],
    node: Variable,
    kind: string,
  ) => readonly Clause[] | undefined;
}

/** Emits conditions of one sort, in the two forms in which they are asked. */
export interface Filter<Is extends Leaf> {
  /** As clauses that a planner may start from, or that keep nodes which are bound; `isFirst` if none came before. */
  readonly step: (condition: LeafOf<Is>, filtered: Filtered & Looked, isFirst: boolean) => FilterStep;
  /** As an expression about a node that is bound: true, or else false or null. */
  readonly holds: (condition: LeafOf<Is>, looked: Looked) => Expression;
}

/** A condition that is looked at node by node, wherever it stands. */
export const lookedAt = <Is extends Leaf>(holds: Filter<Is>["holds"]): Filter<Is> => ({
  holds,
  step: (condition, filtered) => ({
    clauses: [match(nodeOf(filtered.node, filtered.kind), holds(condition, filtered))],
  }),
});
