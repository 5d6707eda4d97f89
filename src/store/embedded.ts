// The embedded engine (Grafeo) behind the store port: in process, persistent, one process a folder.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import grafeo from "@grafeo-db/js";
import { uncutCalls } from "../cypher/uncut.ts";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { searchTerms } from "../text/search-text.ts";
import { newFullText } from "./embedded-search.ts";
import { toJson } from "./embedded-values.ts";
import { nodeIndexes } from "./indexes.ts";
import { lockFolder } from "./lock.ts";
import { type Limits, newPlaces } from "./places.ts";
import type { GraphStore, Json, Parameters, Row, WriteCounts } from "./port.ts";

export interface EmbeddedOptions {
  /** Data folder; in memory where left out. */
  readonly path?: string;
  /** Returns unordered rows in random order: for tests. */
  readonly shuffleUnordered?: boolean;
}

/** Each read has a thread of the engine's, and all share the processors: some of them may be long. */
const heavy = Math.max(2, availableParallelism()) + 1;
const limits: Limits = {
  most: Math.max(8, 4 * availableParallelism()),
  heavy,
  heavyOfOne: Math.floor(heavy / 2),
  heavyAlone: heavy - 1,
  rest: 1,
  busy: 8,
  few: 2,
  mostGivenUp: 64,
  mostWaiting: 1_000,
  mostOfOne: 250,
};

/** Statements that are known to be safe. */
const mostKept = 500;

/** The error of a disk that does not take what is written; undefined where it is another. */
function ofDisk(error: unknown, place: string): IndustryGraphError | undefined {
  const message = error instanceof Error ? error.message : String(error);
  if (!/GRAFEO-X003|I\/O error|os error \d+/i.test(message)) return undefined;
  const why = /os error 28|no space left/i.test(message) ? "the disk is full" : message;
  return new IndustryGraphError(
    "STORE_UNAVAILABLE",
    `The data folder ${place} could not be written: ${why}. Make room or mend that, then do the same again: what had been written before is there, and a load that was cut off is finished by the next.`,
    {},
    { cause: error },
  );
}

function translated(error: unknown, statement: string, place: string): IndustryGraphError {
  if (isIndustryGraphError(error)) return error;
  const unwritten = ofDisk(error, place);
  if (unwritten !== undefined) return unwritten;
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes("GRAFEO-Q003")) {
    return new IndustryGraphError(
      "TIMEOUT",
      "The question took longer than the engine allows. Ask for less.",
      {},
      { cause: error },
    );
  }
  if (message.includes("Maximum nesting depth")) {
    return new IndustryGraphError(
      "LIMIT_EXCEEDED",
      "The question is nested deeper than the engine reads: nest its filters and fields less.",
      {},
      { cause: error },
    );
  }
  if (/clos(ed|ing)/i.test(message)) {
    return new IndustryGraphError("STORE_UNAVAILABLE", "The embedded store is closed.", {}, { cause: error });
  }
  return new IndustryGraphError(
    "BAD_STATEMENT",
    `The engine refused a statement: ${message}\n${statement}`,
    {},
    { cause: error },
  );
}

/**
 * Opens the embedded engine.
 * @throws IndustryGraphError STORE_LOCKED where another process has the folder, STORE_UNAVAILABLE where it cannot be opened
 */
export function openEmbedded(options: EmbeddedOptions = {}): GraphStore {
  const { path } = options;
  const unlock = path === undefined ? () => undefined : lockFolder(path);
  const open = () => {
    try {
      const file = path === undefined ? undefined : join(path, "graph.grafeo");
      return grafeo.GrafeoDB.create(file, { shuffleUnordered: options.shuffleUnordered ?? false });
    } catch (error) {
      unlock();
      const why = error instanceof Error ? error.message : String(error);
      // The engine has a lock of its own: the data are as they should be.
      if (/lock/i.test(why)) {
        throw new IndustryGraphError(
          "STORE_LOCKED",
          `The data folder ${path ?? ""} is being opened by another process. Stop that one, or set DATA_DIR to another folder.`,
        );
      }
      throw new IndustryGraphError(
        "STORE_UNAVAILABLE",
        `The data folder ${path ?? ""} cannot be opened: ${why}. Move it away and start again: the seed is loaded anew; or put a backup there with industry-graph restore FILE.`,
      );
    }
  };
  const database = open();
  const places = newPlaces(limits);
  let closed = false;
  let writes = 0;

  const safe = new Set<string>();

  /**
   * Refuses a statement of which the engine would lose rows in silence. Whether it would is kept, since statements come
   * again and again.
   */
  function checkShape(statement: string): void {
    if (safe.has(statement)) return;
    const [line] = uncutCalls(statement);
    if (line !== undefined)
      throw new IndustryGraphError(
        "BAD_STATEMENT",
        `The engine would lose rows beyond 2,048 of the CALL in line ${line}, in silence: write UNWIND [0] AS cut after it (docs/engine-faults/distinct-after-call.md).\n${statement}`,
      );
    if (safe.size >= mostKept) safe.clear();
    safe.add(statement);
  }

  async function run(statement: string, parameters: Parameters) {
    if (closed) throw new IndustryGraphError("STORE_UNAVAILABLE", "The embedded store is closed.");
    try {
      checkShape(statement);
      return await database.executeCypher(statement, parameters);
    } catch (error) {
      throw translated(error, statement, path ?? "in memory");
    }
  }

  const fullText = newFullText(database, run);

  return {
    engine: "embedded",
    address: path ?? "memory",
    async read(statement, parameters = {}, readOptions = {}) {
      const result = await places.take(() => run(statement, parameters), readOptions);
      return result.toArray().map((row) => toJson(row) as Row);
    },
    readers: 0,
    async each(statement, visit) {
      const result = await run(statement, {});
      for (let index = 0; index < result.length; index++) visit(toJson(result.get(index)) as Row);
    },
    // While one is being written the rows of the next are handed over. The engine refuses the later of two that write
    // the same thing at once; batches of a load never do.
    shared: false,
    writers: 2,
    writes: () => writes,
    async write(statement, rows, parameters = {}): Promise<WriteCounts> {
      writes += 1;
      const all = rows === undefined ? parameters : { ...parameters, rows: rows as Json[] };
      const result = await run(statement, all).finally(() => {
        writes += 1;
      });
      const { nodesCreated, nodesDeleted, edgesCreated, edgesDeleted, propertiesSet } = result.counters;
      return {
        nodesCreated,
        nodesDeleted,
        relationsCreated: edgesCreated,
        relationsDeleted: edgesDeleted,
        propertiesSet,
      };
    },
    async prepare() {
      for (const { label, property, unique } of nodeIndexes) {
        const name = `${label}_${property}`;
        // A unique constraint is no index for MERGE here, so each property gets an index as well.
        await run(`CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`, {});
        if (unique)
          await run(
            `CREATE CONSTRAINT ${name}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
            {},
          );
      }
    },
    prepareSearch: fullText.prepare,
    changing: fullText.changing,
    async search(text, searchOptions, readOptions = {}) {
      const terms = searchTerms(text);
      if (terms.length === 0 || searchOptions.limit < 1) return [];
      return places.take((isGivenUp) => fullText.search(terms, searchOptions, isGivenUp), readOptions);
    },
    activity: places.activity,
    async ready() {
      await run("RETURN 1 AS one", {});
    },
    async close() {
      if (closed) return;
      closed = true;
      // Reads given up may still run: the engine refuses to close under them, and the process is about to end.
      try {
        database.close();
      } catch (error) {
        const unwritten = ofDisk(error, path ?? "in memory");
        if (unwritten === undefined) throw error;
        unlock();
        throw unwritten;
      }
      unlock();
    },
  };
}
