// The Neo4j to measure on: TEST_NEO4J_URI, or one started for the purpose; loaded with synthetic data.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNeo4j } from "../../scripts/neo4j/start.ts";
import { generateOnce } from "../../scripts/synthetic/generate.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import { folderHash } from "../../src/load/start.ts";
import type { Neo4jOptions } from "../../src/store/neo4j.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";

export interface Bench {
  readonly address: Neo4jOptions;
  stop(): Promise<void>;
}

type Say = (line: string) => void;

async function find(say: Say): Promise<Bench> {
  const uri = process.env.TEST_NEO4J_URI;
  if (uri) {
    const { TEST_NEO4J_USER: user, TEST_NEO4J_PASSWORD: password } = process.env;
    return { address: { uri, user: user || "neo4j", password }, stop: () => Promise.resolve() };
  }
  const data = mkdtempSync(join(tmpdir(), "industry-graph-bench-"));
  const neo4j = await startNeo4j({ bolt: 0, http: 0, data, heap: "1g", by: "auto" }, say);
  return {
    address: { uri: neo4j.uri },
    async stop() {
      await neo4j.kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * A Neo4j that holds a synthetic world of so many enterprises.
 * @throws Error where TEST_NEO4J_URI holds anything else
 */
export async function benchNeo4j(enterprises: number, say: Say): Promise<Bench> {
  const folder = `bench/data/${enterprises}`;
  generateOnce(folder, enterprises, 1);
  const bench = await find(say);
  const store = openNeo4j(bench.address);
  try {
    const held = await readDataset(store);
    if (held?.state === "READY" && held.hash === folderHash(folder)) return bench;
    const [row] = await store.read("MATCH (n) RETURN count(n) AS nodes");
    if (Number(row?.nodes) > 0)
      throw new Error(
        `The Neo4j at ${store.address} holds other data: give TEST_NEO4J_URI an empty one, or none.`,
      );
    say(`Loading ${enterprises} enterprises`);
    await loadFolder(store, folder);
    return bench;
  } catch (error) {
    await bench.stop();
    throw error;
  } finally {
    await store.close();
  }
}
