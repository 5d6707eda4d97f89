// Backup and restore: a store made again to the last property, on either engine and from one to the other; files that
// are not whole; what must not be overwritten.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backup } from "../../src/backup/backup.ts";
import { restore } from "../../src/backup/restore.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { difference, everything, noDifference } from "../support/everything.ts";
import { fixture } from "../support/fixture.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";
import { serve } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "industry-graph-backup-"));
let files = 0;
const newFile = (): string => join(place, `${files++}.backup`);

/** The same world with another enterprise in place of one. */
const other: FolderContent = {
  ...fixture,
  entities: {
    ...fixture.entities,
    Enterprise: (fixture.entities?.Enterprise ?? []).map((row) =>
      row.id === "enterprise:lonely" ? { ...row, id: "enterprise:new", name: "新来企业" } : row,
    ),
  },
};

let original: GraphStore;
let file: string;
let whole: readonly string[];
beforeAll(async () => {
  original = openEmbedded();
  await loadFolder(original, seed);
  file = newFile();
  await backup(original, file);
  whole = await everything(original);
});
afterAll(() => original.close());

describeEachEngine("a backup", (open, engine) => {
  test("of the embedded engine makes an equal store, which answers alike and needs no load", async () => {
    const store = await open();
    const { dataset } = await restore(store, file);
    expect(difference(await everything(store), whole)).toEqual(noDifference);
    expect({ ...(await readDataset(store)), loadedAt: "" }).toEqual({
      ...(await readDataset(original)),
      loadedAt: "",
    });
    // Full text is made as well.
    const names = async (from: GraphStore) =>
      (await from.search("线缆", { limit: 20 })).map(({ id }) => id).sort();
    expect(await names(store)).toEqual(await names(original));
    const again = await restore(store, file);
    const { nodes, relations } = again;
    expect([nodes.created, nodes.updated, nodes.deleted, nodes.unchanged > 0]).toEqual([0, 0, 0, true]);
    expect([relations.created, relations.deleted]).toEqual([0, 0]);
    const back = newFile();
    await backup(store, back);
    const third = openEmbedded();
    await restore(third, back);
    expect(difference(await everything(third), whole)).toEqual(noDifference);
    await third.close();
    expect(dataset.state).toBe("READY");
    expect(engine.name).toBe(store.engine);
  });

  test("takes the place of other data only where that is asked for, then to the last property", async () => {
    const [first, second] = [openEmbedded(), await open()];
    await loadFolder(first, writeFolder(fixture));
    await loadFolder(second, writeFolder(other));
    const kept = newFile();
    await backup(first, kept);
    const before = await everything(second);
    await expect(restore(second, kept)).rejects.toMatchObject({
      code: "BAD_ARGUMENT",
      message: expect.stringContaining("--replace"),
    });
    expect(difference(await everything(second), before)).toEqual(noDifference);
    await restore(second, kept, { replace: true });
    expect(difference(await everything(second), await everything(first))).toEqual(noDifference);
    await first.close();
  });
});

test("a restore that is stopped is finished by the next", async () => {
  const store = openEmbedded();
  const stop = new AbortController();
  const failing = restore(store, file, { signal: stop.signal });
  setTimeout(() => stop.abort(), 0);
  await failing.catch(() => undefined);
  await restore(store, file);
  expect(difference(await everything(store), whole)).toEqual(noDifference);
  await store.close();
});

test("a server over a restored store has its seed in place", async () => {
  const folder = writeFolder(fixture);
  const first = openEmbedded();
  await loadFolder(first, folder);
  const kept = newFile();
  await backup(first, kept);
  const store = openEmbedded();
  await restore(store, kept);
  const server = await serve(fixture, { SEED_DIR: folder }, store);
  expect((await server.server.seeded).message).toMatch(/up to date/);
  expect((await server.ask('{ park(id: "park:big") { name } }')).data).toEqual({
    park: { name: "东方开发区" },
  });
  await server.close();
  await store.close();
  await first.close();
});

describe("a file that is not a whole backup changes nothing, and says so", () => {
  const lines = (): string[] => gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n");
  const written = (text: string): string => {
    const path = newFile();
    writeFileSync(path, gzipSync(text));
    return path;
  };
  const raw = (bytes: Uint8Array): string => {
    const path = newFile();
    writeFileSync(path, bytes);
    return path;
  };
  const cases: [string, () => string][] = [
    ["cut off in the middle", () => raw(readFileSync(file).subarray(0, 40_000))],
    ["cut off by a byte", () => raw(readFileSync(file).subarray(0, -1))],
    ["empty", () => raw(new Uint8Array())],
    ["no backup", () => raw(Buffer.from("id,name\n"))],
    ["another program's", () => written('{"format":"x"}\n')],
    ["without its end", () => written(`${lines().slice(0, -1).join("\n")}\n`)],
    ["with a line left out", () => written(`${lines().toSpliced(5, 1).join("\n")}\n`)],
    ["with a line changed", () => written(`${lines().join("\n").replace("无锡", "苏州")}\n`)],
    [
      "with two lines in each other's place",
      () => written(`${[...lines().slice(0, 5), lines()[6], lines()[5], ...lines().slice(7)].join("\n")}\n`),
    ],
    ["with something behind its end", () => written(`${lines().join("\n")}\n{}\n`)],
  ];
  test.each(cases)("%s", async (_, make) => {
    const store = openEmbedded();
    await expect(restore(store, make())).rejects.toMatchObject({
      code: "BAD_SEED",
      message: expect.stringMatching(/cannot be restored: .*Nothing was written/),
    });
    expect(await readDataset(store)).toBeUndefined();
    await store.close();
  });

  test("with a bit turned anywhere", async () => {
    const bytes = readFileSync(file);
    const store = openEmbedded();
    for (let at = 0; at < 20; at++) {
      // Within the first of its pieces, behind the head, whose unused fields say nothing.
      const turned = Buffer.from(bytes);
      const index = 10 + Math.floor((100_000 * at) / 19);
      turned[index] = (turned[index] ?? 0) ^ 4;
      await expect(restore(store, raw(turned))).rejects.toMatchObject({ code: "BAD_SEED" });
    }
    expect(await readDataset(store)).toBeUndefined();
    await store.close();
  });
});

describe("a backup is refused", () => {
  test("of a store without data, or with a load that was cut off", async () => {
    const store = openEmbedded();
    const path = newFile();
    await expect(backup(store, path)).rejects.toMatchObject({ code: "NOT_READY" });
    await loadFolder(store, writeFolder(fixture));
    await store.write("MATCH (d:Dataset) SET d.state = 'LOADING'");
    await expect(backup(store, path)).rejects.toMatchObject({ code: "NOT_READY" });
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
    await store.close();
  });

  test("onto a file that is there, or where nothing can be written", async () => {
    await expect(backup(original, file)).rejects.toMatchObject({ code: "BAD_ARGUMENT" });
    await expect(backup(original, join(place, "none", "x"))).rejects.toMatchObject({ code: "BAD_ARGUMENT" });
    await expect(restore(openEmbedded(), join(place, "none"))).rejects.toMatchObject({
      code: "BAD_ARGUMENT",
      message: expect.stringContaining("no file"),
    });
  });
});
