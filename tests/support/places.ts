// A store that several processes open in turn: a data folder, or the Neo4j of this run.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../src/store/embedded.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { type Engine, testNeo4j } from "./engines.ts";

export interface Place {
  /** Settings that lead a command there. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens it in this process, as it is. No other process may have it open where the engine is embedded. */
  open(): GraphStore;
}

/** An empty place of an engine. For Neo4j it is always the same one, wiped. */
export async function emptyPlace(engine: Engine): Promise<Place> {
  if (engine.name === "embedded") {
    const path = mkdtempSync(join(tmpdir(), "industry-graph-data-"));
    return { settings: { DATA_DIR: path }, open: () => openEmbedded({ path, shuffleUnordered: true }) };
  }
  await (await engine.open()).close();
  const neo4j = await testNeo4j();
  const settings = { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  return { settings, open: () => openNeo4j(neo4j) };
}

/** Opens a place for one use and closes it. */
export async function inPlace<T>(place: Place, use: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = place.open();
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
