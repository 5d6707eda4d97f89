// What a question file says once it is read: its header, and its paragraphs as clauses.
import type { Clause, Expression, Variable } from "../cypher/tree.ts";
import type { Json, Parameters } from "../store/port.ts";

export interface OrderTerm {
  /** An expression over returned columns, such as `node.name`. */
  readonly value: Expression;
  /** As it is written, to tell orders apart. */
  readonly text: string;
  readonly descending: boolean;
  /** Absent values occur and sort last: the file says so by `x IS NULL` before `x`. */
  readonly nullable: boolean;
}

export interface Argument {
  readonly name: string;
  /** GraphQL type as written in the header, such as `[ID!]`. */
  readonly type: string;
  /** The value it has where it is left out, as in `limit: Int = 100`; null where the header gives none. */
  readonly fallback: Json;
}

/** The lines of a header. */
export interface Header {
  /** What is asked: the first line of words. */
  readonly title: string;
  /** Values to try the question with, by parameter: those of its `:param` lines. */
  readonly samples: Parameters;
  /** Kinds (or Entity, Relation) whose fields may ask it; empty for a root question. */
  readonly on: readonly string[];
  readonly args: readonly Argument[];
  readonly returns: readonly string[];
  /** Columns that are bound for the rows of a page only. */
  readonly detailed: readonly string[];
  /** Whether the rows are expensive to find and of plain values beside `node`: total and page then come of one list. */
  readonly once: boolean;
  /** The kind that is gone through for each parent, and how much is looked at for each of it. */
  readonly each?: { readonly kind: string; readonly looks: number };
}

export interface Question extends Header {
  readonly name: string;
  readonly file: string;
  /** The variables of its paragraphs by the names it gives them. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Returned columns, the variable that names each, and its expression. */
  readonly columns: ReadonlyMap<string, { readonly variable: Variable; readonly value: Expression }>;
  /** The paragraphs between anchor and RETURN, without `details`. */
  readonly parts: readonly (readonly Clause[])[];
  readonly order: readonly OrderTerm[];
  /** Clauses that bind the columns of `detailed`: they come after a page has been cut out. Empty for most. */
  readonly details: readonly Clause[];
  /** The whole text without its header, as it is run by itself. */
  readonly statement: string;
}

/** Questions by name. */
export type Questions = ReadonlyMap<string, Question>;

/** A question file that is not well formed. */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
}
