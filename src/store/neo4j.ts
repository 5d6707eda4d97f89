// Neo4j behind the store port: pooled, reads routed and retried, writes in transactions of their own.
import neo4j, { type Driver, Neo4jError, type Session } from "neo4j-driver";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { searchTerms } from "../text/search-text.ts";
import { toHits } from "./candidates.ts";
import { withDeadline } from "./deadline.ts";
import { asOurs, isOfConnection, isTooMuch } from "./neo4j-errors.ts";
import { indexStatements, searchStatements } from "./neo4j-schema.ts";
import { foundNode, searchStatement } from "./neo4j-search.ts";
import { toEngine, toJson } from "./neo4j-values.ts";
import { newPlaces } from "./places.ts";
import type { GraphStore, Json, Parameters, ReadOptions, Row, WriteCounts } from "./port.ts";

export interface Neo4jOptions {
  readonly uri: string;
  readonly user?: string;
  /** No authentication where empty. */
  readonly password?: string;
  /** The server's default where empty. */
  readonly database?: string;
  readonly poolSize?: number;
}

/** How often a read is tried, and the pause before the second try in milliseconds. */
const tries = 3;
const firstPause = 50;

/** Milliseconds a server that has just started may take to answer. */
const readyWithin = 10_000;

/**
 * Starts a query without the stack trace that the driver takes each time: with source maps, one costs as much as
 * a small query. Errors are translated here and carry the statement instead.
 */
function untraced<T>(start: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return start();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function translated(error: unknown, statement: string, options: ReadOptions): IndustryGraphError {
  const code = error instanceof Neo4jError ? error.code : "";
  return asOurs(error, code, statement, options);
}

/** Asking again helps, but not where the question itself needs too much. */
const isRetriable = (error: unknown): boolean =>
  error instanceof Neo4jError && (isOfConnection(error.code) || (error.retriable && !isTooMuch(error.code)));

/** Opens a Neo4j server. The connection is made at the first use: `ready` tells whether it answers. */
export function openNeo4j(options: Neo4jOptions): GraphStore {
  const auth = options.password ? neo4j.auth.basic(options.user ?? "neo4j", options.password) : undefined;
  const driver: Driver = neo4j.driver(options.uri, auth, {
    maxConnectionPoolSize: options.poolSize ?? 50,
    connectionAcquisitionTimeout: 5_000,
    connectionTimeout: 3_000,
    maxTransactionRetryTime: 15_000,
    userAgent: "industry-graph",
    // All that crosses the port is JSON: numbers, not the driver's own integers.
    disableLosslessIntegers: true,
  });
  const database = options.database || undefined;
  let closed = false;
  // Heavy reads leave most connections to light ones, which are never held up here. One asker has one of their places,
  // or more where there are many connections: each takes a processor of the server, and cards of others wait for it.
  const heavy = Math.max(2, Math.floor((options.poolSize ?? 50) / 4));
  const places = newPlaces({
    most: heavy,
    heavy,
    heavyOfOne: Math.max(1, Math.floor(heavy / 12)),
    heavyAlone: Math.max(1, Math.floor(heavy / 3)),
    rest: 1,
    busy: heavy,
    few: heavy,
    mostGivenUp: 64,
    mostWaiting: 1_000,
    mostOfOne: 250,
  });

  let reading = 0;

  async function runOnce(session: Session, statement: string, parameters: Parameters): Promise<Row[]> {
    const sent = toEngine(parameters) as Record<string, unknown>;
    reading++;
    try {
      const result = await untraced(() => session.run(statement, sent));
      return result.records.map((record) => toJson(record.toObject()) as Row);
    } finally {
      reading--;
    }
  }

  async function readWithRetry(statement: string, parameters: Parameters, read: ReadOptions): Promise<Row[]> {
    for (let attempt = 1; ; attempt++) {
      // Autocommit in READ mode is one round trip; a managed transaction would be three.
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
      try {
        // Closing the session cancels the query on the server; a time limit of the transaction's own would cost each
        // read a tenth of its throughput.
        return await withDeadline(
          runOnce(session, statement, parameters),
          read,
          () => void session.close().catch(() => undefined),
        );
      } catch (error) {
        if (attempt >= tries || !isRetriable(error)) throw translated(error, statement, read);
        await new Promise((resolve) => setTimeout(resolve, firstPause * 2 ** (attempt - 1)));
      } finally {
        void session.close().catch(() => undefined);
      }
    }
  }

  /** A read in its turn: a heavy one waits for a place of those, whatever it asks, so that connections are left. */
  function readInTurn(statement: string, parameters: Parameters, read: ReadOptions): Promise<Row[]> {
    if (read.turn?.heavy === true) return places.take(() => readWithRetry(statement, parameters, read), read);
    places.pass(read);
    return readWithRetry(statement, parameters, read);
  }

  async function write(statement: string, parameters: Parameters): Promise<WriteCounts> {
    const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE });
    try {
      const result = await session.executeWrite((transaction) =>
        transaction.run(statement, toEngine(parameters) as Record<string, unknown>),
      );
      const counts = result.summary.counters.updates();
      return {
        nodesCreated: counts.nodesCreated,
        nodesDeleted: counts.nodesDeleted,
        relationsCreated: counts.relationshipsCreated,
        relationsDeleted: counts.relationshipsDeleted,
        propertiesSet: counts.propertiesSet,
      };
    } catch (error) {
      throw translated(error, statement, {});
    } finally {
      await session.close();
    }
  }

  async function each(statement: string, visit: (row: Row) => void): Promise<void> {
    const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
    try {
      // Going through the result pulls records as they are used.
      for await (const record of session.run(statement)) visit(toJson(record.toObject()) as Row);
    } catch (error) {
      throw translated(error, statement, {});
    } finally {
      await session.close();
    }
  }

  async function prepare(): Promise<void> {
    const known = await readWithRetry("SHOW INDEXES YIELD name RETURN collect(name) AS names", {}, {});
    const names = new Set(known[0]?.names as string[]);
    const missing = indexStatements.filter(({ name }) => !names.has(name));
    const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE });
    try {
      // All in one transaction: a commit for each of a hundred takes two to three times as long.
      await session.executeWrite(async (transaction) => {
        for (const { statement } of missing) await transaction.run(statement);
      });
    } catch (error) {
      throw translated(error, "CREATE CONSTRAINT, CREATE INDEX", {});
    } finally {
      await session.close();
    }
    await readWithRetry("CALL db.awaitIndexes(300)", {}, {});
  }

  return {
    engine: "neo4j",
    address: options.uri.replace(/\/\/[^@/]*@/, "//"),
    read: (statement, parameters = {}, read = {}) => readInTurn(statement, parameters, read),
    each,
    // A statement costs a transaction and two messages each way, as much as a card's own work: 1, 2 and 3 were tried.
    readers: 1,
    shared: true,
    writers: 2,
    write: (statement, rows, parameters = {}) =>
      write(statement, rows === undefined ? parameters : { ...parameters, rows: rows as Json[] }),
    prepare,
    async prepareSearch() {
      for (const { statement } of searchStatements) await write(statement, {});
      await readWithRetry("CALL db.awaitIndexes(300)", {}, {});
    },
    // Full text follows in the background.
    changing: () => Promise.resolve(),
    async search(text, searchOptions, readOptions = {}) {
      const terms = searchTerms(text);
      if (terms.length === 0 || searchOptions.limit < 1) return [];
      const { statement, parameters } = searchStatement(terms, searchOptions);
      const rows = await readInTurn(statement, parameters, readOptions).catch((error: unknown) => {
        // Before the first load there is no index, and nothing to find.
        if (
          isIndustryGraphError(error, "BAD_STATEMENT") &&
          /no such fulltext|no such index/i.test(error.message)
        )
          return [];
        throw error;
      });
      return toHits(rows.map(foundNode), terms, searchOptions);
    },
    // A read that is given up is cancelled.
    activity: () => ({ ...places.activity(), reading }),
    async ready() {
      try {
        await readWithRetry("RETURN 1 AS one", {}, { timeoutMs: readyWithin });
      } catch (error) {
        if (!isIndustryGraphError(error, "TIMEOUT")) throw error;
        throw new IndustryGraphError(
          "STORE_UNAVAILABLE",
          `Neo4j has not answered within ${readyWithin / 1_000} s. It may be starting: try again shortly.`,
          {},
          { cause: error },
        );
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await driver.close();
    },
  };
}
