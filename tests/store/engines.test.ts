// The suites wipe the Neo4j they are given, so they must know somebody's data when they see it.
import { describe, expect, test } from "vitest";
import { openNeo4j } from "../../src/store/neo4j.ts";
import { engines, testNeo4j, wipe } from "../support/engines.ts";

const available = engines.every((engine) => engine.available);

describe.skipIf(!available)("the Neo4j of the suites", () => {
  test("is refused where it holds nodes that no test made, and they stay", async () => {
    const store = openNeo4j(await testNeo4j());
    await wipe(store);
    try {
      await store.write("MATCH (mark:TestDatabase) DELETE mark");
      await store.write("CREATE (:Entity {id: 'somebody'})");
      await expect(wipe(store)).rejects.toThrowError(/holds 1 nodes that no test made/);
      expect(await store.read("MATCH (n) RETURN n.id AS id")).toEqual([{ id: "somebody" }]);
    } finally {
      await store.write("MATCH (n:Entity {id: 'somebody'}) DELETE n");
      await wipe(store);
      await store.close();
    }
  });

  test("is emptied each time it is opened", async () => {
    for (let turn = 0; turn < 2; turn++) {
      const store = openNeo4j(await testNeo4j());
      await wipe(store);
      expect(await store.read("MATCH (n) WHERE NOT n:TestDatabase RETURN count(n) AS count")).toEqual([
        { count: 0 },
      ]);
      await store.write("UNWIND range(1, 6000) AS n CREATE (:Probe {n: n})-[:NEXT]->(:Probe)");
      await store.close();
    }
  });
});
