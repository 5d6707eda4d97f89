// What a load would change is told before it does: the same figures as afterwards, and nothing written until then.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDataset, writeDataset } from "../../src/load/dataset.ts";
import { dryRun, type LoadPlan, loadFolder } from "../../src/load/load.ts";
import { ensureSeed } from "../../src/load/start.ts";
import { takesMuch } from "../../src/load/takes-much.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";

const enterprises = (count: number, capital: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `enterprise:e${index}`,
    name: `第${index}公司`,
    capital: index === 0 ? capital : 1,
    sources: "list:1",
  }));

const content = (count: number, capital = 1): FolderContent => ({
  entities: {
    Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
    Park: [{ id: "park:p", name: "某园区", sources: "list:1" }],
    Enterprise: enterprises(count, capital),
  },
  relations: {
    LOCATED_IN: enterprises(count, 1).map(({ id }) => ({ from: id, to: "park:p", sources: "list:1" })),
  },
});

const counts = ({ nodes, relations }: LoadPlan) => ({ nodes, relations });

describeEachEngine("a load", (open) => {
  test("is told beforehand as it then is done, and a dry run leaves the store as it was", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(content(20)));
    const next = writeFolder(content(15, 7));
    const ids = async () =>
      await store.read("MATCH (n:Entity) RETURN n.id AS id, n.capital AS c ORDER BY id");
    const before = await ids();
    const planned = await dryRun(store, next);
    // The enterprise, and the document, which tells how many facts it has.
    expect(planned).toEqual({
      nodes: { created: 0, updated: 2, deleted: 5, unchanged: 15 },
      relations: { created: 0, updated: 0, deleted: 5, unchanged: 15 },
    });
    expect(await ids()).toEqual(before);
    const told: LoadPlan[] = [];
    const report = await loadFolder(store, next, { confirm: (plan) => void told.push(counts(plan)) });
    expect(counts(report)).toEqual(planned);
    expect(told).toEqual([planned]);
  });

  test("that is not wanted leaves the store as it was, and asks nothing of an empty one", async () => {
    const store = await open();
    const never = () => {
      throw new Error("not wanted");
    };
    await loadFolder(store, writeFolder(content(4)), { confirm: never });
    await expect(loadFolder(store, writeFolder(content(2)), { confirm: never })).rejects.toThrow(
      "not wanted",
    );
    expect(await store.read("MATCH (n:Enterprise) RETURN count(n) AS n")).toEqual([{ n: 4 }]);
  });

  test("that finishes one that was cut off asks nothing, though most of what is half there goes", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(content(20)));
    const whole = await readDataset(store);
    if (whole === undefined) throw new Error("nothing was loaded");
    await writeDataset(store, { ...whole, state: "LOADING" });
    const never = () => {
      throw new Error("not wanted");
    };
    const next = writeFolder(content(2));
    const report = await loadFolder(store, next, { confirm: never });
    expect(report.nodes.deleted).toBe(18);
    // What is whole again is asked about again.
    await expect(loadFolder(store, writeFolder(content(1)), { confirm: never })).rejects.toThrow(
      "not wanted",
    );
  });

  test("of a changed folder that is not wanted by start: the data that is there is served", async () => {
    const store = await open();
    const root = writeFolder({});
    const [seed, work] = [join(root, "own"), join(root, "work")];
    writeFolder(content(20), seed);
    await ensureSeed(store, seed, work);
    rmSync(seed, { recursive: true });
    writeFolder(content(3), seed);
    const confirm = () => {
      throw new Error("Much would go.");
    };
    const { message, dataset } = await ensureSeed(store, seed, work, { confirm });
    expect(message).toBe(`Much would go. The data of ${seed} is served as it was.`);
    expect(dataset.state).toBe("READY");
    expect(await store.read("MATCH (n:Enterprise) RETURN count(n) AS n")).toEqual([{ n: 20 }]);
    expect((await ensureSeed(store, seed, work)).message).toMatch(/^Loaded/);
  });
});

describe("much", () => {
  const plan = (deleted: number, kept: number): LoadPlan => ({
    nodes: { created: 100, updated: 0, deleted, unchanged: kept },
    relations: { created: 0, updated: 0, deleted: 0, unchanged: 0 },
  });
  test("is more than a tenth of what is there", () => {
    expect([plan(10, 90), plan(11, 89), plan(0, 0), plan(1, 0)].map(takesMuch)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
