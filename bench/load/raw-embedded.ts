// A raw loop into the embedded engine with the statements of a load, as many at once.
import { join } from "node:path";
import grafeo from "@grafeo-db/js";
import { openEmbedded } from "../../src/store/embedded.ts";
import { createSearchIndexes } from "../../src/store/embedded-search.ts";
import type { RecordedWrite } from "./record.ts";

/** Sends all writes, those of a group side by side, and gives the milliseconds until the folder is closed. */
export async function rawEmbedded(groups: readonly RecordedWrite[][], path: string): Promise<number> {
  const started = performance.now();
  const store = openEmbedded({ path });
  await store.prepare();
  await store.close();
  const database = grafeo.GrafeoDB.create(join(path, "graph.grafeo"));
  for (const group of groups) {
    let next = 0;
    const writer = async (): Promise<void> => {
      for (let write = group[next++]; write !== undefined; write = group[next++])
        await database.executeCypher(write.statement, { rows: [...write.rows] });
    };
    await Promise.all(Array.from({ length: store.writers }, writer));
  }
  await createSearchIndexes(database);
  database.close();
  return performance.now() - started;
}
