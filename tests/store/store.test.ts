// The contract of the store port, on each engine: what crosses it, limits, errors, indexes.
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { IndustryGraphError } from "../../src/errors.ts";
import { toAnswer } from "../../src/http/errors.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";
import type { GraphStore, Json } from "../../src/store/port.ts";
import { describeEachEngine, engines } from "../support/engines.ts";
import { emptyPlace, inPlace } from "../support/places.ts";

/** A second or more of work for either engine, and next to no memory. */
const slow =
  "UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b WITH a, b WHERE (a * b) % 7 = 3 RETURN count(*) AS count";

const failure = async (promise: Promise<unknown>): Promise<IndustryGraphError> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof IndustryGraphError) return error;
  throw new Error(`expected an error of ours, not ${String(error)}`);
};

describeEachEngine("a store", (open, engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await store.prepare();
  });
  beforeEach(async () => {
    await store.write("MATCH (n) WHERE n:Probe OR n:Entity DETACH DELETE n");
  });

  const values: [string, Json][] = [
    ["texts", ["", "鑫宏业", '"quoted" \\ and\nlines', "😀", "'; MATCH (n) DELETE n //"]],
    ["whole numbers", [0, -1, 42, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]],
    ["fractions", [0.1, -2.5, 1e300, 5e-324]],
    ["truth values", [true, false]],
    ["nothing", null],
    ["empty lists and maps", { list: [], map: {} }],
    ["maps in lists in maps", { a: [{ b: { c: [1, null, "x"] } }, {}], d: null }],
  ];
  test.each(values)("gives %s back as they were sent", async (_, value) => {
    expect(await store.read("RETURN $value AS value", { value })).toEqual([{ value }]);
  });

  test("keeps the properties of rows, and a property that is null is none", async () => {
    const row = { text: "鑫宏业", count: 7, share: 12.5, yes: true, names: ["甲", "乙"], gone: null };
    const counts = await store.write("UNWIND $rows AS row CREATE (n:Probe) SET n = row", [row, row]);
    expect(counts).toMatchObject({ nodesCreated: 2, nodesDeleted: 0, relationsCreated: 0 });
    const { gone: _, ...kept } = row;
    expect(await store.read("MATCH (n:Probe) RETURN properties(n) AS p")).toEqual([{ p: kept }, { p: kept }]);
    expect(await store.read("MATCH (n:Probe) RETURN n LIMIT 1")).toEqual([{ n: kept }]);
  });

  test("keeps all of several writes that run side by side and lead to the same node", async () => {
    const ids = Array.from({ length: 2_000 }, (_, id) => ({ id: `entity:${id}` }));
    await store.write("UNWIND $rows AS row CREATE (n:Entity) SET n = row", ids);
    const batches = Array.from({ length: 10 }, (_, batch) => ids.slice(batch * 200, batch * 200 + 200));
    await Promise.all(
      batches.map((rows) =>
        store.write(
          "UNWIND $rows AS row MATCH (a:Entity {id: row.id}) MATCH (b:Entity {id: 'entity:0'}) CREATE (a)-[r:LEADS_TO]->(b) SET r = row",
          rows,
        ),
      ),
    );
    const hub =
      "MATCH (a:Entity)-[r:LEADS_TO]->(:Entity {id: 'entity:0'}) RETURN count(DISTINCT r.id) AS n, count(a) AS ends";
    expect(await store.read(hub)).toEqual([{ n: 2_000, ends: 2_000 }]);
  });

  test("gives a relation back as its properties", async () => {
    const counts = await store.write(
      "CREATE (a:Probe {id: 'a'})-[r:KNOWS {since: '2021', n: $n}]->(b:Probe {id: 'b'})",
      undefined,
      { n: 3 },
    );
    expect(counts).toMatchObject({ nodesCreated: 2, relationsCreated: 1 });
    expect(await store.read("MATCH (:Probe)-[r:KNOWS]->(b) RETURN r, type(r) AS type, b.id AS to")).toEqual([
      { r: { since: "2021", n: 3 }, type: "KNOWS", to: "b" },
    ]);
  });

  test("takes whole numbers as such: for LIMIT and SKIP, in division, and in lists", async () => {
    const rows = await store.read("UNWIND $list AS n RETURN n ORDER BY n SKIP $skip LIMIT $limit", {
      list: [5, 4, 3, 2, 1],
      skip: 1,
      limit: 2,
    });
    expect(rows).toEqual([{ n: 2 }, { n: 3 }]);
    expect(await store.read("RETURN 5 / $two AS whole, toFloat(5) / $two AS part", { two: 2 })).toEqual([
      { whole: 2, part: 2.5 },
    ]);
  });

  test("binds rows and parameters in one statement, and no rows give no change", async () => {
    const statement = "UNWIND $rows AS row CREATE (:Probe {id: row, group: $group})";
    await store.write(statement, ["a", "b"], { group: "g" });
    expect(await store.write(statement, [], { group: "g" })).toMatchObject({ nodesCreated: 0 });
    expect(await store.read("MATCH (n:Probe {group: 'g'}) RETURN n.id AS id ORDER BY id")).toEqual([
      { id: "a" },
      { id: "b" },
    ]);
  });

  test("hands rows over one by one, all of them", async () => {
    let sum = 0;
    await store.each("UNWIND range(1, 5000) AS n RETURN n", ({ n }) => {
      sum += Number(n);
    });
    expect(sum).toBe(12_502_500);
  });

  test("has constraints after preparing, also twice; a write that breaks one changes nothing", async () => {
    await store.prepare();
    await store.prepareSearch();
    await store.prepareSearch();
    const create = "UNWIND $rows AS row CREATE (n:Entity:Park) SET n = row";
    await store.write(create, [{ id: "park:a", name: "甲" }]);
    const error = await failure(store.write(create, [{ id: "park:b" }, { id: "park:a" }]));
    expect(error.code).toBe("BAD_STATEMENT");
    expect(await store.read("MATCH (n:Park) RETURN n.id AS id")).toEqual([{ id: "park:a" }]);
  });

  test.each([
    ["that is no Cypher", "MATCH (secret RETURN secret", {}],
    ["whose parameter was not given", "RETURN $secret AS secret", {}],
    ["with a wrong function", "RETURN secret(1) AS x", {}],
  ])(
    "refuses a statement %s as BAD_STATEMENT, of which a caller learns nothing",
    async (_, statement, parameters) => {
      const error = await failure(store.read(statement, parameters));
      expect(error.code).toBe("BAD_STATEMENT");
      expect(error.message).toContain(statement);
      const logged: object[] = [];
      const answer = toAnswer(error, "request-1", { error: (fields) => void logged.push(fields) });
      expect(answer.extensions).toEqual({ code: "INTERNAL", requestId: "request-1" });
      expect(JSON.stringify(answer)).not.toContain("secret");
      expect(JSON.stringify(logged)).toContain("secret");
    },
  );

  test("gives a slow read up at its time limit as TIMEOUT, and answers the next", async () => {
    expect((await failure(store.read(slow, {}, { timeoutMs: 50 }))).code).toBe("TIMEOUT");
    expect(await store.read("RETURN 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("gives a read up as CANCELLED when it is aborted, before or while it runs", async () => {
    const before = await failure(store.read("RETURN 1 AS one", {}, { signal: AbortSignal.abort() }));
    expect(before.code).toBe("CANCELLED");
    const controller = new AbortController();
    const running = failure(store.read(slow, {}, { signal: controller.signal, timeoutMs: 60_000 }));
    await pause(50);
    controller.abort();
    expect((await running).code).toBe("CANCELLED");
    expect(await store.read("RETURN 1 AS one")).toEqual([{ one: 1 }]);
  });

  // Grafeo runs whatever it is given: reads of this project are checked by the suites, not by the engine.
  test.skipIf(engine.name === "embedded")("refuses to write in a read", async () => {
    expect((await failure(store.read("CREATE (:Probe) RETURN 1 AS one"))).code).toBe("BAD_STATEMENT");
    expect(await store.read("MATCH (n:Probe) RETURN count(n) AS count")).toEqual([{ count: 0 }]);
  });

  // Grafeo cannot cancel: what it still works on is counted instead, below.
  test.skipIf(engine.name === "embedded")("stops working on a read that was aborted", async () => {
    const work = slow.replaceAll("2000", "300000");
    const running = "SHOW TRANSACTIONS YIELD currentQuery RETURN collect(currentQuery) AS queries";
    const works = async () => JSON.stringify(await store.read(running)).includes("300000");
    const controller = new AbortController();
    const read = failure(store.read(work, {}, { signal: controller.signal }));
    while (!(await works())) await pause(20);
    controller.abort();
    expect((await read).code).toBe("CANCELLED");
    while (await works()) await pause(20);
  });

  test("once closed refuses reads as STORE_UNAVAILABLE, and closing again does no harm", async () => {
    const other = await engine.open();
    await other.ready();
    await other.close();
    await other.close();
    expect((await failure(other.read("RETURN 1 AS one"))).code).toBe("STORE_UNAVAILABLE");
    expect((await failure(other.ready())).code).toBe("STORE_UNAVAILABLE");
  });
});

describe("the embedded engine", () => {
  test("answers others while it still works on reads that were given up", async () => {
    const store = openEmbedded();
    const given = await Promise.all(
      Array.from({ length: 12 }, () => failure(store.read(slow, {}, { timeoutMs: 20 }))),
    );
    // Those that found no place in so short a time were not begun.
    for (const { code } of given) expect(["TIMEOUT", "OVERLOADED"]).toContain(code);
    expect(await store.read("RETURN 1 AS one")).toEqual([{ one: 1 }]);
    await store.close();
  });

  test("a search that is cancelled or late says so, as a read does", async () => {
    const store = openEmbedded();
    await store.write("UNWIND $rows AS row CREATE (n:Entity:Park) SET n = row", [
      { id: "park:a", name: "甲园", nameKey: "甲园", searchText: "甲园 甲 园" },
    ]);
    await store.prepareSearch();
    const options = { limit: 10 };
    expect((await store.search("甲园", options)).map(({ id }) => id)).toEqual(["park:a"]);
    const cancelled = store.search("甲园", options, { signal: AbortSignal.abort() });
    expect((await failure(cancelled)).code).toBe("CANCELLED");
    expect((await failure(store.search("甲园", options, { timeoutMs: 0 }))).code).toBe("TIMEOUT");
    await store.close();
  });

  test("keeps what was written when the folder is opened again", async () => {
    const [embedded] = engines;
    if (embedded === undefined) throw new Error("there is no embedded engine");
    const place = await emptyPlace(embedded);
    await inPlace(place, (store) => store.write("CREATE (:Probe {id: 'kept'})"));
    expect(await inPlace(place, (store) => store.read("MATCH (n:Probe) RETURN n.id AS id"))).toEqual([
      { id: "kept" },
    ]);
  });
});

test("a Neo4j where nobody listens is STORE_UNAVAILABLE, and its address is told without a password", async () => {
  const store = openNeo4j({ uri: "bolt://user:secret@127.0.0.1:1" });
  expect((await failure(store.ready())).code).toBe("STORE_UNAVAILABLE");
  expect((await failure(store.read("RETURN 1 AS one"))).code).toBe("STORE_UNAVAILABLE");
  expect(store.address).toBe("bolt://127.0.0.1:1");
  await store.close();
});
