// A store whose names were read by another version: read anew at the next start, or told where that cannot be.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataset, writeDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import { namesRead } from "../../src/load/names-read.ts";
import { readiness } from "../../src/load/readiness.ts";
import { ensureSeed } from "../../src/load/start.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { contents } from "../support/loading-again.ts";

/** Makes a loaded store what a version that read names otherwise left. */
async function readByAnother(store: GraphStore): Promise<void> {
  const dataset = await readDataset(store);
  if (dataset === undefined) throw new Error("nothing is loaded");
  expect(dataset.names).toBe(namesRead());
  await store.write(
    "MATCH (n:Park {id: 'park:west'}) SET n.coreKey = 'of before', n.hash = 'AAAAAAAAAAAAAAAA'",
  );
  const { names: _names, ...older } = dataset;
  await writeDataset(store, { ...older, hash: "of before", version: "before" });
}

describeEachEngine("names read by another version", (open) => {
  test("are read anew by the next start, which says why", async () => {
    const store = await open();
    const [folder, work] = [writeFolder(fixture), mkdtempSync(join(tmpdir(), "names-read-"))];
    await loadFolder(store, folder);
    const before = await contents(store);
    await readByAnother(store);
    expect(await readiness(store)).toMatchObject({ ready: true, names: expect.stringContaining("load") });
    const { message } = await ensureSeed(store, folder, work);
    expect(message).toContain("since this version reads names otherwise");
    expect(await contents(store)).toBe(before);
    expect(await readiness(store)).not.toHaveProperty("names");
    expect((await ensureSeed(store, folder, work)).message).toContain("up to date");
  });

  test("of other data stay, and start says what to do", async () => {
    const store = await open();
    const [folder, other] = [writeFolder(fixture), writeFolder(fixture)];
    const work = mkdtempSync(join(tmpdir(), "names-read-"));
    await loadFolder(store, folder);
    expect((await ensureSeed(store, other, work)).message).not.toContain("another version");
    await readByAnother(store);
    const { message } = await ensureSeed(store, other, work);
    expect(message).toContain("read by another version");
    expect(message).toContain(`npx industry-graph load ${folder}`);
  });
});
