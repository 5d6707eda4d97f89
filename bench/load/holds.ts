// Whether a store holds just what a folder holds, so that a benchmark need not load it again.
import { readSettings } from "../../src/config.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { folderHash } from "../../src/load/start.ts";
import { openStore } from "../../src/store/open.ts";

/** @param environment the settings that lead to the store, such as NEO4J_URI or DATA_DIR */
export async function holdsFolder(
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<boolean> {
  const store = openStore(readSettings({ ...process.env, ...environment }));
  try {
    const held = await readDataset(store);
    return held?.state === "READY" && held.hash === folderHash(folder);
  } finally {
    await store.close();
  }
}
