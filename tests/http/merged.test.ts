// Two entities that a decision makes one: the id that was given up still leads somewhere, by every door, until the
// decision is taken back.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLayers } from "../../src/load/layers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { ensureSeed } from "../../src/load/start.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { codes, serveFolder } from "../support/server.ts";

const header = "id,name,other,otherName,is,by,at,why\n";
const same = `${header}enterprise:new,新厂,enterprise:old,旧厂,same,李,2026-01-01,\n`;

const folderOf = (): string =>
  writeFolder({
    entities: {
      Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
      Region: [{ id: "region:r", name: "某区", sources: "list:2" }],
      Enterprise: [
        { id: "enterprise:new", name: "新厂有限公司", sources: "list:2" },
        { id: "enterprise:old", name: "旧厂有限公司", sources: "list:3" },
        { id: "enterprise:third", name: "丙公司", sources: "list:4" },
      ],
    },
    relations: {
      LOCATED_IN: [{ from: "enterprise:old", to: "region:r", sources: "list:3" }],
      SUPPLIES: [{ from: "enterprise:third", to: "enterprise:old", sources: "list:4" }],
    },
    files: { "decisions.csv": same },
  });

async function load(store: GraphStore, folder: string): Promise<void> {
  const layered = await openLayers(folder, `${folder}.layers`);
  await loadFolder(store, layered.folder, { layered });
}

describeEachEngine("an id that was given up", (open) => {
  test("is answered with the entity that stays, wherever an id is taken", async () => {
    const [store, folder] = [await open(), folderOf()];
    await load(store, folder);
    const server = await serveFolder(folder, {}, store);
    try {
      const { data, errors } = await server.ask(`{
        node(id: "enterprise:old") { id name aliases }
        enterprise(id: "enterprise:old") { id region { id } }
        nodes(ids: ["enterprise:third", "enterprise:old", "enterprise:none"]) { id }
        enterprises(filter: { idIn: ["enterprise:old"] }) { nodes { id } }
        path(from: "enterprise:third", to: "enterprise:old") { length }
      }`);
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        node: { id: "enterprise:new", name: "新厂有限公司", aliases: ["旧厂有限公司"] },
        enterprise: { id: "enterprise:new", region: { id: "region:r" } },
        nodes: [{ id: "enterprise:third" }, { id: "enterprise:new" }, null],
        enterprises: { nodes: [{ id: "enterprise:new" }] },
        path: { length: 1 },
      });
      // By a variable, twice: what was planned for another id is not kept for this one.
      const byVariable = "query One($id: ID!) { node(id: $id) { id } }";
      for (const [id, now] of [
        ["enterprise:old", "enterprise:new"],
        ["enterprise:third", "enterprise:third"],
        ["enterprise:old", "enterprise:new"],
      ])
        expect((await server.ask(byVariable, { id })).data).toEqual({ node: { id: now } });
      // Of another kind, or never there: as before.
      expect(codes(await server.ask('{ park(id: "enterprise:old") { id } }'))).toEqual(["UNKNOWN_NAME"]);
      expect(codes(await server.ask('{ node(id: "enterprise:none") { id } }'))).toEqual(["UNKNOWN_NAME"]);
    } finally {
      await server.close();
      await store.close();
    }
  });

  test("leads to the address that stays, with its ending and what is asked there", async () => {
    const [store, folder] = [await open(), folderOf()];
    await load(store, folder);
    const server = await serveFolder(folder, {}, store);
    const ask = (path: string, accept = "*/*") =>
      fetch(server.url + path, { redirect: "manual", headers: { accept } });
    try {
      for (const [path, accept, to] of [
        ["/entity/enterprise:old", "text/html", "/entity/enterprise:new"],
        ["/entity/enterprise:old?lang=en", "text/html", "/entity/enterprise:new?lang=en"],
        ["/entity/enterprise:old", "application/ld+json", "/entity/enterprise:new.jsonld"],
        ["/entity/enterprise:old.json", "*/*", "/entity/enterprise:new.json"],
        ["/entity/enterprise:old.jsonld", "*/*", "/entity/enterprise:new.jsonld"],
        ["/entity/enterprise:old.ttl", "*/*", "/entity/enterprise:new.ttl"],
      ] as const) {
        const response = await ask(path, accept);
        expect([path, response.status, response.headers.get("location")]).toEqual([path, 301, to]);
        expect(response.headers.get("cache-control")).toBe("no-cache");
      }
      expect((await ask("/entity/enterprise:none.json")).status).toBe(404);
      expect((await ask("/entity/enterprise:third.json")).status).toBe(200);
      const graph = await (await ask("/subgraph.json?id=enterprise:old")).text();
      expect(graph).toContain("enterprise:new");
    } finally {
      await server.close();
      await store.close();
    }
  });

  test("is its own again once the decision is taken back, and a start takes up either", async () => {
    const [store, folder] = [await open(), folderOf()];
    const work = `${folder}.layers`;
    const decisions = join(folder, "decisions.csv");
    const known = async () =>
      (await store.read("MATCH (e:Enterprise) RETURN e.id AS id ORDER BY id")).map(({ id }) => id);
    const moved = () => store.read("MATCH (a:Alias {id: 'alias:enterprise:old'}) RETURN a.entity AS entity");
    try {
      await ensureSeed(store, folder, work);
      expect(await known()).toEqual(["enterprise:new", "enterprise:third"]);
      expect(await moved()).toEqual([{ entity: "enterprise:new" }]);
      expect((await ensureSeed(store, folder, work)).message).toContain("up to date");
      rmSync(decisions);
      await ensureSeed(store, folder, work);
      expect(await known()).toEqual(["enterprise:new", "enterprise:old", "enterprise:third"]);
      expect(await moved()).toEqual([]);
      writeFileSync(decisions, same);
      await ensureSeed(store, folder, work);
      expect(await moved()).toEqual([{ entity: "enterprise:new" }]);
    } finally {
      await store.close();
    }
  });
});
