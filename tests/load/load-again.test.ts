// Loading again: nothing changes where nothing changed, just what changed where something did, gone is gone.
import { expect, test } from "vitest";
import { readDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { asking } from "../support/asking.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { type CsvRecord, type FolderContent, writeFolder } from "../support/folder.ts";

/** The data of an answer without errors. */
async function asked<T>(store: GraphStore, query: string): Promise<T> {
  const { data, messages } = await asking(store)(query);
  expect(messages).toEqual([]);
  return data as T;
}

/** Everything in a store, in one order. */
async function contents(store: GraphStore): Promise<string> {
  const nodes = await store.read(
    "MATCH (n) WHERE n:Entity OR n:Alias RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id",
  );
  const relations = await store.read(
    "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS start, b.id AS end, type(r) AS type, properties(r) AS properties ORDER BY r.id",
  );
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return [...nodes, ...relations]
    .map((row) =>
      JSON.stringify({
        ...row,
        labels: [...((row.labels ?? []) as string[])].sort(),
        properties: sorted(row.properties),
      }),
    )
    .join("\n");
}

const changed = (counts: { created: number; updated: number; deleted: number }): number[] => [
  counts.created,
  counts.updated,
  counts.deleted,
];

function withRows(kind: string, change: (rows: readonly CsvRecord[]) => readonly CsvRecord[]): FolderContent {
  return { ...fixture, entities: { ...fixture.entities, [kind]: change(fixture.entities?.[kind] ?? []) } };
}

describeEachEngine("loading again", (open) => {
  test("the same folder changes nothing", async () => {
    const store = await open();
    const folder = writeFolder(fixture);
    const first = await loadFolder(store, folder);
    const before = await contents(store);
    const again = await loadFolder(store, folder);
    expect(changed(again.nodes)).toEqual([0, 0, 0]);
    expect(changed(again.relations)).toEqual([0, 0, 0]);
    expect([again.nodes.unchanged, again.relations.unchanged]).toEqual([
      first.nodes.created,
      first.relations.created,
    ]);
    expect(await contents(store)).toBe(before);
    expect(again.dataset.version).toBe(first.dataset.version);
  });

  test("a changed cell changes that row; what the file no longer has goes, with its aliases and its search", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    const parks = withRows("Park", (rows) =>
      rows.map((row) => (row.id === "park:west" ? { ...row, area: 901, aliases: "西科城" } : row)),
    );
    const report = await loadFolder(store, writeFolder(parks));
    expect(changed(report.nodes)).toEqual([0, 1, 0]);
    expect(changed(report.relations)).toEqual([0, 0, 0]);
    const ask = asking(store);
    expect((await ask('{ park(name: "西科城") { id area } }')).data).toEqual({
      park: { id: "park:west", area: 901 },
    });
    const back = await loadFolder(store, writeFolder(fixture));
    expect(changed(back.nodes)).toEqual([0, 1, 0]);
    const gone = await ask('{ park(name: "西科城") { id } search(text: "西科城") { score } }');
    expect(gone.data).toEqual({ park: null, search: [] });
    expect(gone.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["park"] }]);
    expect((await ask('{ park(id: "park:west") { area aliases } }')).data).toEqual({
      park: { area: 900, aliases: [] },
    });
  });

  test("a cell that is emptied leaves no value behind", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    await loadFolder(
      store,
      writeFolder(
        withRows("Enterprise", (rows) => rows.map((row) => ({ ...row, capital: "", founded: "" }))),
      ),
    );
    const { enterprises } = await asked<{ enterprises: { nodes: unknown[] } }>(
      store,
      "{ enterprises { nodes { capital founded } } }",
    );
    expect(new Set(enterprises.nodes.map((node) => JSON.stringify(node)))).toEqual(
      new Set(['{"capital":null,"founded":null}']),
    );
  });

  test("another folder in place of the first leaves nothing of it, and is equal to loading it alone", async () => {
    const other: FolderContent = {
      entities: {
        Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", lines: 40, sources: "" }],
        Park: [{ id: "park:big", name: "东方开发区", area: 3, sources: "doc-a:1" }],
        Enterprise: [{ id: "enterprise:new", name: "新企业", aliases: "新", sources: "doc-a:1" }],
      },
      relations: { LOCATED_IN: [{ from: "新", to: "東方開發區", sources: "doc-a:2" }] },
    };
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    const report = await loadFolder(store, writeFolder(other));
    expect([report.dataset.nodes, report.dataset.relations]).toEqual([3, 1]);
    const replaced = await contents(store);
    const alone = await open();
    await loadFolder(alone, writeFolder(other));
    expect(await contents(alone)).toBe(replaced);
    expect(await readDataset(alone)).toMatchObject({ state: "READY", nodes: 3, relations: 1 });
  });

  test("ends of relations are found by alias, traditional script and full width", async () => {
    const store = await open();
    const from = (name: string, key: string): CsvRecord => ({
      from: name,
      to: "西部科技城",
      key,
      sources: "doc-a:1",
    });
    await loadFolder(
      store,
      writeFolder({
        entities: fixture.entities,
        relations: {
          LOCATED_IN: [
            from("鑫宏业", "1"),
            from("鑫宏業", "2"),
            from("无锡鑫宏业线缆科技股份有限公司", "3"),
            from("ＡＢＣ　Ｒｏｂｏｔｉｃｓ（Ｗｕｘｉ）", "4"),
            from("abc robotics wuxi", "5"),
            from("enterprise:self", "6"),
          ],
        },
      }),
    );
    type Ends = { node: { id: string } };
    const { park } = await asked<{ park: { enterprises: { edges: Ends[] }; relations: { edges: Ends[] } } }>(
      store,
      `{ park(id: "park:west") {
           enterprises { edges { node { id } } }
           relations(types: [LOCATED_IN], direction: IN, first: 100) { edges { node { id } } }
         } }`,
    );
    const ids = ({ edges }: { edges: Ends[] }): string[] => edges.map(({ node }) => node.id).sort();
    // Six relations to three enterprises: the list has each enterprise once.
    expect(ids(park.enterprises)).toEqual(["enterprise:latin", "enterprise:self", "enterprise:xinhongye"]);
    expect(ids(park.relations)).toEqual([
      "LOCATED_IN|enterprise:latin|park:west|4",
      "LOCATED_IN|enterprise:latin|park:west|5",
      "LOCATED_IN|enterprise:self|park:west|6",
      "LOCATED_IN|enterprise:xinhongye|park:west|1",
      "LOCATED_IN|enterprise:xinhongye|park:west|2",
      "LOCATED_IN|enterprise:xinhongye|park:west|3",
    ]);
  });

  test("a load that is stopped is unfinished, and the next one finishes it", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    const before = await contents(store);
    const many = withRows("Enterprise", (rows) => [
      ...rows,
      ...Array.from({ length: 3_000 }, (_, index) => ({
        id: `enterprise:n${index}`,
        name: `企业${index}`,
        sources: "doc-a:1",
      })),
    ]);
    const stop = new AbortController();
    const loading = loadFolder(store, writeFolder(many), {
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step === "load") stop.abort();
      },
    });
    await expect(loading).rejects.toMatchObject({ name: "AbortError" });
    expect(await readDataset(store)).toMatchObject({ state: "LOADING" });
    await loadFolder(store, writeFolder(fixture));
    expect(await contents(store)).toBe(before);
    expect(await readDataset(store)).toMatchObject({ state: "READY" });
  });

  test("a load that is stopped among relations has nothing running once it says so; the next one finishes it", async () => {
    const store = await open();
    const size = 6_000;
    const folder = writeFolder({
      entities: {
        ...fixture.entities,
        Enterprise: Array.from({ length: size }, (_, index) => ({
          id: `enterprise:n${index}`,
          name: `企业${index}`,
          sources: "doc-a:1",
        })),
      },
      relations: {
        LOCATED_IN: Array.from({ length: size }, (_, index) => ({
          from: `enterprise:n${index}`,
          to: "park:west",
          sources: "doc-a:1",
        })),
      },
    });
    let [running, begun] = [0, 0];
    const counted = async <T>(work: Promise<T>): Promise<T> => {
      running += 1;
      begun += 1;
      return work.finally(() => {
        running -= 1;
      });
    };
    const watched: GraphStore = {
      ...store,
      write: (...given) => counted(store.write(...given)),
      prepareSearch: () => counted(store.prepareSearch()),
    };
    const stop = new AbortController();
    const loading = loadFolder(watched, folder, {
      signal: stop.signal,
      onProgress: ({ step, file }) => {
        if (step === "load" && file.startsWith("relations/")) stop.abort();
      },
    });
    await expect(loading).rejects.toMatchObject({ name: "AbortError" });
    expect(begun).toBeGreaterThan(4);
    expect(running).toBe(0);
    await loadFolder(store, folder);
    const ask = asking(store);
    const { data } = await ask(
      '{ search(text: "企业5999") { entity { id } } park(id: "park:west") { enterprises { totalCount } } }',
    );
    expect(data).toEqual({
      search: [{ entity: { id: "enterprise:n5999" } }],
      park: { enterprises: { totalCount: size } },
    });
  });

  /** Enterprises in a park, each supplying the one before. */
  const chain = (size: number, from = 0): string => {
    const numbers = Array.from({ length: size }, (_, index) => from + index);
    return writeFolder({
      entities: {
        ...fixture.entities,
        Enterprise: numbers.map((n) => ({ id: `enterprise:n${n}`, name: `企业${n}`, sources: "doc-a:1" })),
      },
      relations: {
        LOCATED_IN: numbers.map((n) => ({ from: `enterprise:n${n}`, to: "park:west", sources: "doc-a:1" })),
        SUPPLIES: numbers
          .slice(1)
          .map((n) => ({ from: `enterprise:n${n}`, to: `enterprise:n${n - 1}`, sources: "doc-a:1" })),
      },
    });
  };

  test("thousands that have gone leave what a clean load leaves, and those that stay are found", async () => {
    const store = await open();
    const [large, small] = [chain(5_000), chain(1_200, 800)];
    await loadFolder(store, small);
    const clean = await contents(store);
    await loadFolder(store, large);
    const { nodes, relations } = await loadFolder(store, small);
    expect(nodes).toMatchObject({ created: 0, deleted: 3_800 });
    expect(relations).toMatchObject({ created: 0, updated: 0, deleted: 7_600 });
    expect(await contents(store)).toBe(clean);
    expect(
      await asked(
        store,
        '{ here: search(text: "企业1999") { entity { id } } gone: search(text: "企业2000") { entity { id } } }',
      ),
    ).toEqual({ here: [{ entity: { id: "enterprise:n1999" } }], gone: [] });
  });

  test("a load that is stopped while it deletes deletes no more, and the next one finishes it", async () => {
    const store = await open();
    const [large, small] = [chain(4_000), chain(10)];
    await loadFolder(store, small);
    const clean = await contents(store);
    await loadFolder(store, large);
    const stop = new AbortController();
    let deletes = 0;
    const watched: GraphStore = {
      ...store,
      write(statement, ...given) {
        if (/DELETE/.test(statement)) {
          deletes += 1;
          stop.abort();
        }
        return store.write(statement, ...given);
      },
    };
    await expect(loadFolder(watched, small, { signal: stop.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(deletes).toBe(1);
    expect((await readDataset(store))?.state).toBe("LOADING");
    await loadFolder(store, small);
    expect(await contents(store)).toBe(clean);
  });
});
