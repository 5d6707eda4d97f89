// A question of the command line beside a load: what is being loaded is not told, on either engine.
import { expect, test } from "vitest";
import { fromWhole } from "../../src/cli/whole-data.ts";
import { type Dataset, readDataset, writeDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const asked = (store: GraphStore) => fromWhole(store, () => store.read("RETURN 1 AS n"));

async function loaded(store: GraphStore): Promise<Dataset> {
  await loadFolder(store, writeFolder(fixture));
  const dataset = await readDataset(store);
  if (dataset === undefined) throw new Error("nothing was loaded");
  return dataset;
}

describeEachEngine("data read by a command", (open) => {
  test("are told where they are there in full", async () => {
    const store = await open();
    await expect(asked(store)).rejects.toMatchObject({
      code: "NOT_READY",
      message: expect.stringContaining("industry-graph load FOLDER"),
    });
    await loaded(store);
    expect(await asked(store)).toEqual([{ n: 1 }]);
  });

  test("are refused while they are loaded, with what to do", async () => {
    const store = await open();
    const dataset = await loaded(store);
    await writeDataset(store, { ...dataset, state: "LOADING" });
    await expect(asked(store)).rejects.toMatchObject({
      code: "NOT_READY",
      message: expect.stringContaining(`industry-graph load ${dataset.folder}`),
    });
  });

  test("are refused where others came meanwhile", async () => {
    const store = await open();
    const dataset = await loaded(store);
    const during = fromWhole(store, async () => {
      await writeDataset(store, { ...dataset, version: "another" });
      return 1;
    });
    await expect(during).rejects.toMatchObject({
      code: "NOT_READY",
      message: expect.stringContaining("exchanged"),
    });
    await writeDataset(store, dataset);
    expect(await asked(store)).toEqual([{ n: 1 }]);
  });
});
