// What comes of matches and decisions in a graph.
import { expect, test } from "vitest";
import { openLayers } from "../../src/load/layers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { decide, readPairs } from "../../src/review/pairs.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { imported, known, list } from "../support/matching.ts";

async function everything(store: GraphStore): Promise<unknown> {
  const nodes = await store.read("MATCH (n:Entity) RETURN properties(n) AS p ORDER BY n.id");
  const relations = await store.read(
    "MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS t, properties(r) AS p ORDER BY r.id",
  );
  return { nodes, relations };
}

describeEachEngine("a graph of what is known and an import", (open) => {
  test("has one entity for what is the same, two again when that is taken back, and none of it without the layer", async () => {
    const place = known();
    const { seed, into, work } = place;
    await imported(list, place);
    const store = await open();
    const load = async (...layers: string[]) => {
      const layered = await openLayers(layers.join(","), work);
      return loadFolder(store, layered.folder, { layered });
    };
    await load(seed);
    const before = await everything(store);
    await load(seed, into);
    const apart = await everything(store);
    const [merged] = await store.read(
      "MATCH (n:Enterprise {id: 'enterprise:jiayi'}) RETURN properties(n) AS p",
    );
    expect(merged?.p).toMatchObject({
      name: "无锡甲乙精密机械股份有限公司",
      aliases: ["无锡市甲乙精密机械有限公司"],
      capital: 100,
      sources: ["report:2", "list:2"],
    });
    const count = async () => Number((await store.read("MATCH (n:Enterprise) RETURN count(n) AS n"))[0]?.n);
    expect(await count()).toBe(4 + 6);
    // Its region came with the row, as a fact of the one entity; what the two say differently is kept.
    const [where] = await store.read(
      "MATCH (:Enterprise {id: 'enterprise:jiayi'})-[r:LOCATED_IN]->(p:Region) RETURN p.id AS id, r.sources AS sources",
    );
    expect(where).toEqual({ id: "region:wuxi", sources: ["list:2"] });
    const [conflict] = await store.read(
      "MATCH (c:Conflict)-[:CONCERNS]->(:Enterprise {id: 'enterprise:jiayi'}) RETURN c.reason AS reason",
    );
    expect(conflict?.reason).toContain("base: 100; my-data: 2000000");
    const pair = readPairs(into).find(({ name }) => name === "戊已新材料");
    if (pair === undefined) throw new Error("there is no such pair");
    decide(into, pair, "same", { by: "李", why: "", at: "2024-01-01" });
    await load(seed, into);
    expect(await count()).toBe(9);
    const [wuji] = await store.read("MATCH (n:Enterprise {id: 'enterprise:wuji'}) RETURN properties(n) AS p");
    expect(wuji?.p).toMatchObject({ capital: 400_000, sources: ["report:3", "list:6"] });
    decide(into, pair, "later", { by: "李", why: "", at: "2024-01-01" });
    await load(seed, into);
    expect(await everything(store)).toEqual(apart);
    await load(seed);
    expect(await everything(store)).toEqual(before);
  });

  test("takes apart what the matcher called the same, when a person says otherwise", async () => {
    const place = known();
    const { seed, into, work } = place;
    await imported(list, place);
    const pair = readPairs(into).find(({ other }) => other === "enterprise:jiayi");
    if (pair === undefined) throw new Error("there is no such pair");
    decide(into, pair, "different", { by: "李", why: "", at: "2024-01-01" });
    const store = await open();
    const layered = await openLayers(`${seed},${into}`, work);
    await loadFolder(store, layered.folder, { layered });
    const rows = await store.read(
      "MATCH (n:Enterprise) WHERE n.id IN ['enterprise:jiayi', $own] RETURN n.capital AS capital, n.sources AS sources ORDER BY capital",
      { own: pair.id },
    );
    expect(rows).toEqual([
      { capital: 100, sources: ["report:2"] },
      { capital: 2_000_000, sources: ["list:2"] },
    ]);
  });

  test("merges within one layer alone as well", async () => {
    const { into, work } = known();
    writeFolder(
      {
        entities: {
          Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
          Park: [{ id: "park:p", name: "某园区", sources: "list:1" }],
          Enterprise: [
            { id: "enterprise:a", name: "甲公司", sources: "list:1" },
            { id: "enterprise:b", name: "甲某公司", founded: "2015", sources: "list:2" },
          ],
        },
        relations: {
          LOCATED_IN: [
            { from: "enterprise:b", to: "park:p", sources: "list:2" },
            { from: "enterprise:a", to: "park:p", sources: "list:1" },
          ],
        },
        files: { "decisions.csv": "id,other,is\nenterprise:a,enterprise:b,相同\n" },
      },
      into,
    );
    const store = await open();
    const layered = await openLayers(into, work);
    await loadFolder(store, layered.folder, { layered });
    const rows = await store.read(
      "MATCH (n:Enterprise)-[r:LOCATED_IN]->(p:Park) RETURN n.id AS id, n.founded AS founded, r.sources AS sources",
    );
    expect(rows).toEqual([{ id: "enterprise:a", founded: "2015", sources: ["list:1", "list:2"] }]);
  });
});
