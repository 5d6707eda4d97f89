// The engines a suite runs on: each gives an empty store. Everything that runs on both goes through here.
import { afterAll, describe, inject } from "vitest";
import { openEmbedded } from "../../src/store/embedded.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";
import type { GraphStore } from "../../src/store/port.ts";
import type { TestNeo4j } from "./neo4j-global.ts";

export interface Engine {
  readonly name: GraphStore["engine"];
  /** False where no Neo4j can be had: the run has said so, and its suites are skipped. */
  readonly available: boolean;
  /**
   * Opens an EMPTY store: embedded in memory with unordered rows shuffled, Neo4j wiped of nodes and relations
   * (indexes and constraints stay). There is one Neo4j: opening it again wipes it under the first. Close it.
   */
  open(): Promise<GraphStore>;
}

const address = inject("neo4jBroker");

/** The Neo4j of this run, started at the first call; suites that run at the same time have each their own. */
export async function testNeo4j(): Promise<TestNeo4j> {
  if (address === null) throw new Error("There is no Neo4j for tests here.");
  const response = await fetch(`${address}/${process.env.VITEST_POOL_ID ?? 1}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as TestNeo4j;
}

/** Nodes deleted in one transaction. */
const batch = 5_000;

/**
 * Empties a Neo4j that belongs to tests.
 * @throws Error where it holds nodes and no `:TestDatabase`: somebody's data
 */
export async function wipe(store: GraphStore): Promise<void> {
  const [row] = await store.read(
    "MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:TestDatabase THEN 1 END) AS marks",
  );
  if (Number(row?.nodes) > 0 && Number(row?.marks) === 0) {
    throw new Error(
      `The Neo4j at ${store.address} holds ${row?.nodes} nodes that no test made, and tests wipe what they are given. Give TEST_NEO4J_URI an empty database (if nothing there is worth keeping: MATCH (n) DETACH DELETE n).`,
    );
  }
  await store.write("MERGE (:TestDatabase {id: 'tests may wipe this database'})");
  for (;;) {
    const gone = await store.write(
      `MATCH (n) WHERE NOT n:TestDatabase WITH n LIMIT ${batch} DETACH DELETE n`,
    );
    if (gone.nodesDeleted === 0) return;
  }
}

async function openWiped(): Promise<GraphStore> {
  const store = openNeo4j(await testNeo4j());
  try {
    await wipe(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Both engines, in the order in which answers are compared: the first is the embedded one. */
export const engines: readonly Engine[] = [
  {
    name: "embedded",
    available: true,
    open: () => Promise.resolve(openEmbedded({ shuffleUnordered: true })),
  },
  { name: "neo4j", available: address !== null, open: openWiped },
];

/**
 * A suite on each engine: `describeEachEngine("a load", (open) => { test("...", async () => { const store = await open(); }) })`.
 * What `open` gives is empty, and closed after the suite.
 */
export function describeEachEngine(
  title: string,
  suite: (open: () => Promise<GraphStore>, engine: Engine) => void,
): void {
  for (const engine of engines) {
    describe.skipIf(!engine.available)(`${title}, on ${engine.name}`, () => {
      const opened: GraphStore[] = [];
      afterAll(async () => {
        for (const store of opened) await store.close();
      });
      suite(async () => {
        const store = await engine.open();
        opened.push(store);
        return store;
      }, engine);
    });
  }
}
