// The embedded engine (Grafeo) behind the store port: in process, persistent, one process a folder.
import { join } from "node:path";
import grafeo from "@grafeo-db/js";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { searchTerms } from "../text/search-text.ts";
import { byAlias, type FoundNode, rowsFor, toHits } from "./candidates.ts";
import { withDeadline } from "./deadline.ts";
import { recut } from "./embedded-shapes.ts";
import { nodeIndexes, searchIndex } from "./indexes.ts";
import { lockFolder } from "./lock.ts";
import type { GraphStore, Json, Parameters, Row, WriteCounts } from "./port.ts";

export interface EmbeddedOptions {
  /** Data folder; in memory where left out. */
  readonly path?: string;
  /** Returns unordered rows in random order: for tests. */
  readonly shuffleUnordered?: boolean;
}

/** Reads given up that the engine still works on. It cannot cancel one: beyond this many, new ones are refused. */
const mostAbandoned = 4;

/** For so many nodes in the store, keeping full text up to date for one costs as much as making it anew. */
const nodesPerChange = 600;

/** Statements whose safe form is kept. */
const mostKept = 500;

/** Keys that the engine adds to nodes and relations returned whole. */
const internalKeys = new Set(["_id", "_labels", "_source", "_target", "_type"]);

function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  const entries = Object.entries(value as Record<string, unknown>);
  const whole = Object.hasOwn(value as object, "_id");
  return Object.fromEntries(
    entries.filter(([key]) => !whole || !internalKeys.has(key)).map(([key, item]) => [key, toJson(item)]),
  );
}

function translated(error: unknown, statement: string): IndustryGraphError {
  if (isIndustryGraphError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes("GRAFEO-Q003")) {
    return new IndustryGraphError(
      "TIMEOUT",
      "The question took longer than the engine allows. Ask for less.",
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

/** Makes the full-text index, which must not be there yet. */
export async function createSearchIndex(database: grafeo.GrafeoDB): Promise<void> {
  await database.createTextIndex(searchIndex.label, searchIndex.property, {
    tokenizer: "cjk_bigram",
    stopWords: [],
  });
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
      throw new IndustryGraphError(
        "STORE_UNAVAILABLE",
        `The data folder ${path ?? ""} cannot be opened: ${why}. Move it away and start again: the seed is loaded anew.`,
      );
    }
  };
  const database = open();
  let abandoned = 0;
  let closed = false;

  /** Entities written since full text was made or found to be there. */
  let changed = 0;
  const safe = new Map<string, string>();

  /** The statement in a form in which the engine loses no rows; kept, since statements come again and again. */
  function safely(statement: string): string {
    const kept = safe.get(statement);
    if (kept !== undefined) return kept;
    if (safe.size >= mostKept) safe.clear();
    const written = recut(statement);
    safe.set(statement, written);
    return written;
  }

  async function run(statement: string, parameters: Parameters) {
    if (closed) throw new IndustryGraphError("STORE_UNAVAILABLE", "The embedded store is closed.");
    try {
      return await database.executeCypher(safely(statement), parameters);
    } catch (error) {
      throw translated(error, statement);
    }
  }

  async function hasSearchIndex(): Promise<boolean> {
    return database.textSearch(searchIndex.label, searchIndex.property, "x", 1).then(
      () => true,
      () => false,
    );
  }

  return {
    engine: "embedded",
    address: path ?? "memory",
    async read(statement, parameters = {}, readOptions = {}) {
      if (abandoned >= mostAbandoned) {
        throw new IndustryGraphError(
          "OVERLOADED",
          "Too many long questions are still being worked on. Try again in half a minute.",
        );
      }
      let given = false;
      const work = run(statement, parameters);
      work.then(
        () => given && abandoned--,
        () => given && abandoned--,
      );
      const result = await withDeadline(work, readOptions, () => {
        given = true;
        abandoned++;
      });
      return result.toArray().map((row) => toJson(row) as Row);
    },
    readers: 0,
    async each(statement, visit) {
      const result = await run(statement, {});
      for (let index = 0; index < result.length; index++) visit(toJson(result.get(index)) as Row);
    },
    // While one is being written the rows of the next are handed over. The engine refuses the later of two that write
    // the same thing at once; batches of a load never do.
    writers: 2,
    async write(statement, rows, parameters = {}): Promise<WriteCounts> {
      const result = await run(
        statement,
        rows === undefined ? parameters : { ...parameters, rows: rows as Json[] },
      );
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
    async prepareSearch() {
      changed = 0;
      if (!(await hasSearchIndex())) await createSearchIndex(database);
    },
    async changing(entities) {
      changed += entities;
      if (changed * nodesPerChange < database.nodeCount() || !(await hasSearchIndex())) return;
      await database.dropTextIndex(searchIndex.label, searchIndex.property);
    },
    async search(text, searchOptions) {
      const terms = searchTerms(text);
      if (terms.length === 0 || searchOptions.limit < 1) return [];
      if (!(await hasSearchIndex())) {
        if (changed === 0) return [];
        throw new IndustryGraphError(
          "NOT_READY",
          "A load is going on, and full text is made anew at its end. Search again then.",
        );
      }
      const { label, property } = searchIndex;
      const wanted = rowsFor(searchOptions);
      const { kinds } = searchOptions;
      const named = (await run(byAlias, { key: terms.join("") }))
        .toArray()
        .map((row) => toJson(row) as unknown);
      // The index does not know kinds: where some are asked for, it is asked for more until there are enough of them.
      for (let rows = wanted; ; rows *= 8) {
        const scored = await database.textSearch(label, property, terms.join(" "), rows);
        const nodes = scored.flatMap(([id]): FoundNode[] => {
          const node = id === undefined ? null : database.getNode(id);
          if (node === null || (kinds !== undefined && !kinds.some((kind) => node.labels.includes(kind))))
            return [];
          return [{ labels: node.labels, properties: toJson(node.properties()) as Row }];
        });
        const enough = kinds === undefined || nodes.length >= wanted || scored.length < rows;
        if (enough)
          return toHits([...nodes.slice(0, wanted), ...(named as FoundNode[])], terms, searchOptions);
      }
    },
    async ready() {
      await run("RETURN 1 AS one", {});
    },
    async close() {
      if (closed) return;
      closed = true;
      // Reads given up may still run: the engine refuses to close under them, and the process is about to end.
      database.close();
      unlock();
    },
  };
}
