// The port between questions and engines. It speaks Cypher and JSON and knows no domain verb: a new question
// adds a file, not a method. Everything that crosses it is JSON; dates are ISO strings.
import type { Kind } from "../ontology/model.ts";
import type { Told } from "../text/told-text.ts";

/** A JSON value, all that crosses the port. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Row = Record<string, Json>;
export type Parameters = Record<string, Json>;

/** What tells that an answer is no longer wanted. An AbortSignal is one; making one for each request is dear. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Says how a statement about one entity is asked of several at once, with a row for each. */
export interface Batch {
  /** The statement's parameter that takes the one entity's id. */
  readonly one: string;
  /** The statement about a list of entities. It has the same parameters but for `one`. */
  readonly statement: string;
  /** Its parameter that takes the list of ids. */
  readonly list: string;
  /** Its column that says which of them a row is about. */
  readonly column: string;
}

/** Who asks, and whether what the whole request asks is heavy: where there are not places for all, askers take turns. */
export interface Turn {
  readonly asker: string;
  readonly heavy: boolean;
}

export interface ReadOptions {
  /** Aborting cancels the query where the engine can, and rejects with CANCELLED. */
  readonly signal?: Cancellation;
  /** Milliseconds until the read is given up with TIMEOUT. */
  readonly timeoutMs?: number;
  /** Whose turn it is; a light one of nobody in particular where left out. */
  readonly turn?: Turn;
  /** Where the statement may be asked for several requests at once (see batching.ts). */
  readonly batch?: Batch;
}

/** What a write changed. An engine that cannot tell a figure reports 0. */
export interface WriteCounts {
  readonly nodesCreated: number;
  readonly nodesDeleted: number;
  readonly relationsCreated: number;
  readonly relationsDeleted: number;
  readonly propertiesSet: number;
}

/** A candidate of the engine's full text: ranking is not the engine's business. */
export interface Hit {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The level that its kind has, where that was read. */
  readonly level?: string;
  /** What is told of it beside its names, where that was searched. */
  readonly told?: readonly Told[];
}

export interface SearchOptions {
  readonly kinds?: readonly Kind[];
  /** How many candidates at the most. */
  readonly limit: number;
  /** Whether one of the terms is enough; those that have more of them come first. */
  readonly any?: boolean;
  /** Whether the terms are tokens of `nearText`, which tell how a name sounds; one of them is enough. */
  readonly near?: boolean;
  /** Whether what is told of entities beside their names is searched, rather than their names. */
  readonly told?: boolean;
}

/** What an engine is busy with at the moment. */
export interface Activity {
  readonly reading: number;
  /** Reads that wait for a place. */
  readonly waiting: number;
  /** Reads that nobody wants any more, and that the engine is not through with. */
  readonly givenUp: number;
}

export interface GraphStore {
  readonly engine: "neo4j" | "embedded";
  /** Where the data is, for people: a folder or an address without credentials. */
  readonly address: string;
  /** Whether other processes may have it open at the same time. */
  readonly shared: boolean;
  /** Runs one statement that only reads, in one round trip. */
  read(statement: string, parameters?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /**
   * How many reads of one shape are worth running side by side, before further ones are better asked for together;
   * 0 where asking together saves nothing.
   */
  readonly readers: number;
  /** Runs one statement that only reads and hands over its rows one by one, never holding all of them. */
  each(statement: string, visit: (row: Row) => void): Promise<void>;
  /** How many writes are worth running at once. */
  readonly writers: number;
  /**
   * How often a write has begun or ended, of a store that is not shared: as long as it is the same, so are the data.
   * Left out where others may write.
   */
  readonly writes?: () => number;
  /** Runs one statement in a transaction of its own; `rows` is bound to `$rows`. */
  write(statement: string, rows?: readonly Json[], parameters?: Parameters): Promise<WriteCounts>;
  /** Creates what is missing of the constraints and indexes of the ontology. */
  prepare(): Promise<void>;
  /** Creates the full-text index where it is missing and waits until it answers: after all of a load's writes. */
  prepareSearch(): Promise<void>;
  /**
   * Told before so many entities are written: where keeping full text up to date costs more than making it anew, it
   * is given up until `prepareSearch`.
   */
  changing(entities: number): Promise<void>;
  /** Candidates whose `searchText` (`toldText`, `nearText`) has all terms of the text. `text` is normalised already and may be anything. */
  search(text: string, options: SearchOptions, readOptions?: ReadOptions): Promise<Hit[]>;
  activity(): Activity;
  /** Resolves when the engine answers, rejects with STORE_UNAVAILABLE when it does not. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
