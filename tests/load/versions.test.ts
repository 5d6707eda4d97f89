// Which data answer: where nobody else may write, the store is asked anew only once it has been written to.
import { expect, test } from "vitest";
import { readDataset, writeDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import { createVersions } from "../../src/load/versions.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

test("what an own store said holds until it is written to, and no longer", async () => {
  const store = openEmbedded();
  let reads = 0;
  const counted: GraphStore = {
    ...store,
    read(...asked) {
      reads += 1;
      return store.read(...asked);
    },
  };
  const versions = createVersions(counted);
  expect(await versions.recent()).toMatchObject({ version: null, whole: false });
  await loadFolder(store, writeFolder(fixture));
  const dataset = await readDataset(store);
  if (dataset === undefined) throw new Error("nothing was loaded");
  const loaded = await versions.recent();
  expect(loaded).toMatchObject({ version: dataset.version, whole: true });
  const asked = reads;
  for (const again of [await versions.recent(), await versions.now()]) {
    expect(again.load).toBe(loaded.load);
    // It is known of this moment, not of the one in which the store was asked.
    expect(again.askedAt).toBeGreaterThan(loaded.askedAt);
  }
  expect(reads).toBe(asked);
  const writing = writeDataset(store, { ...dataset, state: "LOADING" });
  // What is read while it is written may be either, and holds for nobody afterwards.
  await versions.recent();
  await writing;
  expect(await versions.recent()).toMatchObject({ version: dataset.version, whole: false });
  await writeDataset(store, { ...dataset, version: "another" });
  expect(await versions.now()).toMatchObject({ version: "another", whole: true });
  await store.close();
});
