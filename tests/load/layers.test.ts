// A dataset of several folders: facts add up, differences are kept, and a layer taken away takes just its own.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { layersOf, openLayers } from "../../src/load/layers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { ensureSeed } from "../../src/load/start.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";

const document = (stem: string) => ({ id: `document:${stem}`, name: stem, stem, sources: `${stem}:1` });

const lower: FolderContent = {
  entities: {
    Document: [document("report")],
    Enterprise: [
      { id: "enterprise:a", name: "甲公司", capital: 100, sources: "report:1" },
      { id: "enterprise:b", name: "乙公司", summary: "Two\nlines.", sources: "report:2" },
    ],
    Park: [{ id: "park:p", name: "某园区", sources: "report:3" }],
    Metric: [{ id: "metric:m", name: "产值", normalUnit: "yuan", sources: "report:3" }],
  },
  relations: { LOCATED_IN: [{ from: "enterprise:a", to: "park:p", sources: "report:1" }] },
};

const upper: FolderContent = {
  entities: {
    Document: [document("list")],
    Enterprise: [
      { id: "enterprise:a", name: "甲有限公司", capital: 200, founded: "2015", sources: "list:2" },
      { id: "enterprise:c", name: "丙公司", sources: "list:3" },
    ],
  },
  relations: {
    LOCATED_IN: [
      { from: "enterprise:a", to: "park:p", sources: "list:2" },
      { from: "enterprise:c", to: "某园区", sources: "list:3" },
    ],
  },
  observations: [
    {
      id: "observation:a-m",
      subject: "enterprise:a",
      metric: "m",
      value: 3,
      unit: "亿元",
      period: "2022",
      sources: "list:2",
    },
  ],
};

function folders(...contents: readonly FolderContent[]): { readonly paths: string[]; readonly work: string } {
  const root = writeFolder({});
  const paths = contents.map((content, index) => {
    const path = join(root, `layer${index}`);
    mkdirSync(path);
    return writeFolder(content, path);
  });
  return { paths, work: join(root, "data.layers") };
}

async function loadLayers(store: GraphStore, paths: readonly string[], work: string) {
  const layered = await openLayers(paths.join(","), work);
  return loadFolder(store, layered.folder, { layered });
}

/** All that a store holds, but for the record of the dataset. */
async function everything(store: GraphStore): Promise<unknown> {
  const nodes = await store.read("MATCH (n:Entity) RETURN properties(n) AS p ORDER BY n.id");
  const relations = await store.read(
    "MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS t, properties(r) AS p ORDER BY r.id",
  );
  return { nodes, relations };
}

describeEachEngine("layers", (open) => {
  test("add up: what is empty is filled, sources and names are joined, relations reach across", async () => {
    const { paths, work } = folders(lower, upper);
    const store = await open();
    await loadLayers(store, paths, work);
    const [a] = await store.read("MATCH (n:Enterprise {id: 'enterprise:a'}) RETURN properties(n) AS p");
    expect(a?.p).toMatchObject({
      name: "甲公司",
      aliases: ["甲有限公司"],
      capital: 100,
      founded: "2015",
      sources: ["report:1", "list:2"],
    });
    const rows = await store.read(
      "MATCH (n:Enterprise)-[r:LOCATED_IN]->(p:Park) RETURN n.id AS id, r.sources AS sources ORDER BY id",
    );
    expect(rows).toEqual([
      { id: "enterprise:a", sources: ["report:1", "list:2"] },
      { id: "enterprise:c", sources: ["list:3"] },
    ]);
    const documents = await store.read(
      "MATCH (d:Document) RETURN d.stem AS stem, d.layer AS layer ORDER BY stem",
    );
    expect(documents).toEqual([
      { stem: "list", layer: "layer1" },
      { stem: "report", layer: "layer0" },
    ]);
  });

  test("that differ leave a conflict with both sources; the lowest layer's value stands", async () => {
    const { paths, work } = folders(lower, upper);
    const store = await open();
    await loadLayers(store, paths, work);
    const rows = await store.read(
      "MATCH (c:Conflict)-[:CONCERNS]->(n) RETURN c.reason AS reason, c.sources AS sources, n.id AS id",
    );
    expect(rows).toMatchObject([{ id: "enterprise:a", sources: ["report:1", "list:2"] }]);
    expect(rows[0]?.reason).toContain("layer0: 100; layer1: 200");
  });

  test.each([
    ["10000", "万元", []],
    ["1", "亿元", []],
    ["2", "亿元", ["Layers say differently of value: layer0: 1 亿元; layer1: 2 亿元."]],
    ["1", "万元", ["Layers say differently of value: layer0: 1 亿元; layer1: 1 万元."]],
  ])("that say a figure as %s %s beside 1 亿元", async (value, unit, expected) => {
    const figure = { id: "observation:a-m", subject: "enterprise:a", metric: "m", period: "2022" };
    const { paths, work } = folders(
      {
        ...lower,
        entities: { ...lower.entities, Metric: [{ id: "metric:m", name: "m", sources: "report:1" }] },
        observations: [{ ...figure, value: "1", unit: "亿元", sources: "report:1" }],
      },
      { ...upper, observations: [{ ...figure, value, unit, sources: "list:2" }] },
    );
    const store = await open();
    await loadLayers(store, paths, work);
    const rows = await store.read(
      "MATCH (c:Conflict)-[:CONCERNS]->(n:Observation) RETURN c.reason AS reason",
    );
    expect(rows.map(({ reason }) => reason)).toEqual(expected);
  });

  test("taken away leave what was there before", async () => {
    const { paths, work } = folders(lower, upper);
    const store = await open();
    await loadLayers(store, paths.slice(0, 1), work);
    const before = await everything(store);
    await loadLayers(store, paths, work);
    expect(await everything(store)).not.toEqual(before);
    await loadLayers(store, paths.slice(0, 1), work);
    expect(await everything(store)).toEqual(before);
  });

  test("loaded twice change nothing", async () => {
    const { paths, work } = folders(lower, upper);
    const store = await open();
    await loadLayers(store, paths, work);
    const { nodes, relations } = await loadLayers(store, paths, work);
    for (const changes of [nodes, relations])
      expect(changes).toMatchObject({ created: 0, updated: 0, deleted: 0 });
  });

  test("are taken up by start: a layer more is a change of the same data, another folder is not", async () => {
    const { paths, work } = folders(lower, upper);
    const store = await open();
    const [seed = ""] = paths;
    expect((await ensureSeed(store, seed, work)).message).toMatch(/^Loaded/);
    expect((await ensureSeed(store, paths.join(","), work)).message).toMatch(
      /^Loaded .* since it has changed/,
    );
    expect((await ensureSeed(store, paths.join(","), work)).message).toMatch(/up to date/);
    for (const path of paths) {
      // What cannot be read of a layer is told, though what is composed of the rest is what is held.
      const file = join(path, "entities/Enterprise.csv");
      const before = readFileSync(file, "utf8");
      writeFileSync(file, `${before}enterprise:broken,"never closed\n`);
      await expect(ensureSeed(store, paths.join(","), work)).rejects.toThrow(/never closed: close it/);
      writeFileSync(file, before);
    }
    expect((await ensureSeed(store, paths.join(","), work)).message).toMatch(/up to date/);
    const other = writeFolder(lower);
    expect((await ensureSeed(store, other, work)).message).toMatch(
      /was not loaded\. To change that: npx industry-graph load/,
    );
  });
});

describe("a list of layers", () => {
  test("tells problems at their places in the layers", async () => {
    const wrong: FolderContent = {
      entities: {
        Document: [document("list")],
        Enterprise: [{ id: "enterprise:c", name: "丙公司", capital: "much", sources: "list:3" }],
      },
    };
    const { paths, work } = folders(lower, wrong);
    const layered = await openLayers(paths.join(","), work);
    expect(layered.origin("entities/Enterprise.csv", 2)).toEqual({
      file: join(paths[0] ?? "", "entities/Enterprise.csv"),
      line: 2,
    });
    // The row before has a line break in a cell.
    expect(layered.origin("entities/Enterprise.csv", 5)).toEqual({
      file: join(paths[1] ?? "", "entities/Enterprise.csv"),
      line: 2,
    });
  });

  test("refuses two of one name, and what is no folder", async () => {
    expect(() => layersOf("a/data,b/data")).toThrow(/two layers are named data/);
    expect(() => layersOf(" , ")).toThrow(/names no folder/);
    const { paths, work } = folders(lower);
    await expect(openLayers(`${paths[0]},not-there`, work)).rejects.toThrow(/not-there is no folder/);
  });

  test("of one folder is that folder", async () => {
    const { paths, work } = folders(lower);
    const [only = ""] = paths;
    expect((await openLayers(only, work)).folder).toBe(only);
    expect(basename(only)).toBe("layer0");
    cpSync(only, `${only}-copy`, { recursive: true });
    expect(layersOf(`${only}, ${only}-copy`)).toHaveLength(2);
  });
});
