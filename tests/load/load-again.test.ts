// Loading again: nothing changes where nothing changed, just what changed where something did, gone is gone.
import { expect, test } from "vitest";
import { readDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import { asking } from "../support/asking.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { type CsvRecord, type FolderContent, writeFolder } from "../support/folder.ts";
import { asked, changed, contents, withRows } from "../support/loading-again.ts";

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
});
