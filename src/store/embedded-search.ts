// Full text of the embedded engine: made, given up while very many entities change, asked off the event loop.
import { setImmediate as othersTurn } from "node:timers/promises";
import type grafeo from "@grafeo-db/js";
import { IndustryGraphError } from "../errors.ts";
import { byAlias, type FoundNode, lookedAt, rowsFor, toHits } from "./candidates.ts";
import { toJson } from "./embedded-values.ts";
import { indexFor, type TextIndex, textIndexes } from "./indexes.ts";
import type { Hit, Json, Parameters, SearchOptions } from "./port.ts";

/** For so many nodes in the store, keeping full text up to date for one costs as much as making it anew. */
const nodesPerChange = 600;

/** Rows taken out of an answer before others get their turn. */
const rowsAtOnce = 50;

/** What is looked at of a found node, as the answer of a statement. */
const found = (options: SearchOptions): string =>
  `RETURN labels(n) AS labels, {${lookedAt(options)
    .map((property) => `${property}: n.${property}`)
    .join(", ")}} AS properties`;

/** The nodes that full text finds, the best first, of the kinds asked where there are any; by the engine's threads. */
const foundBy = (options: SearchOptions): string =>
  `CALL grafeo.search.text($label, $property, $query, $rows) YIELD node_id, score
MATCH (n:Entity) WHERE id(n) = node_id AND ($kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds))
WITH n, score ORDER BY score DESC, n.id LIMIT $wanted
${found(options)}`;

const createTextIndex = (database: grafeo.GrafeoDB, { label, property }: TextIndex): Promise<void> =>
  database.createTextIndex(label, property, { tokenizer: "cjk_bigram", stopWords: [] });

/** Makes the full-text indexes, which must not be there yet. */
export async function createSearchIndexes(database: grafeo.GrafeoDB): Promise<void> {
  for (const index of textIndexes) await createTextIndex(database, index);
}

export interface FullText {
  /** Makes the indexes where there are none. */
  prepare(): Promise<void>;
  /** Gives the indexes up where keeping them for so many entities more would cost more than making them anew. */
  changing(entities: number): Promise<void>;
  /** Candidates that have all terms; none where it was given up meanwhile. */
  search(terms: readonly string[], options: SearchOptions, isGivenUp: () => boolean): Promise<Hit[]>;
}

/** The full text of a database whose statements are run by `run`. */
export function newFullText(
  database: grafeo.GrafeoDB,
  run: (statement: string, parameters: Parameters) => Promise<grafeo.QueryResult>,
): FullText {
  /** Entities written since the index was made, or since the store was opened. */
  let changed = 0;

  function isThere({ label, property }: TextIndex): Promise<boolean> {
    return database.textSearch(label, property, "x", 1).then(
      () => true,
      () => false,
    );
  }

  /** The rows of a statement as found nodes, taken over a few at a time. */
  async function foundNodes(statement: string, parameters: Parameters): Promise<FoundNode[]> {
    const result = await run(statement, parameters);
    const nodes: FoundNode[] = [];
    for (let index = 0; index < result.length; index++) {
      if (index % rowsAtOnce === 0) await othersTurn();
      nodes.push(toJson(result.get(index)) as unknown as FoundNode);
    }
    return nodes;
  }

  return {
    async prepare() {
      changed = 0;
      for (const index of textIndexes) if (!(await isThere(index))) await createTextIndex(database, index);
    },
    async changing(entities) {
      changed += entities;
      if (changed * nodesPerChange < database.nodeCount()) return;
      for (const index of textIndexes)
        if (await isThere(index)) await database.dropTextIndex(index.label, index.property);
    },
    async search(terms, options, isGivenUp) {
      const some = options.any === true || options.near === true;
      const index = indexFor(options);
      if (!(await isThere(index))) {
        if (changed === 0) return [];
        throw new IndustryGraphError(
          "NOT_READY",
          "A load is going on, and full text is made anew at its end. Search again then.",
        );
      }
      const { label, property } = index;
      const kinds = (options.kinds ?? null) as Json;
      const wanted = rowsFor(options);
      const told = options.told === true;
      const named =
        some || told
          ? []
          : await foundNodes(`${byAlias("n")} ${found(options)} LIMIT 500`, { key: terms.join("") });
      const statement = foundBy(options);
      // The index does not know kinds: where some are asked for, it is asked for more until there are enough of them.
      for (let rows = wanted; !isGivenUp(); rows *= 8) {
        const query = terms.join(" ");
        const nodes = await foundNodes(statement, {
          label,
          property,
          query,
          rows,
          wanted,
          kinds,
        });
        // Of those that have any of the terms the best are wanted, not all.
        if (some || kinds === null || nodes.length >= wanted || rows >= database.nodeCount())
          return toHits([...nodes, ...named], terms, options);
      }
      return [];
    },
  };
}
