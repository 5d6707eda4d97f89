// A raw loop into the embedded engine with the statements of a load. Prints its milliseconds.
import { join } from "node:path";
import grafeo from "@grafeo-db/js";
import { openEmbedded } from "../../src/store/embedded.ts";
import { grouped, recordLoad } from "./record.ts";

const [folder = "", path = ""] = process.argv.slice(2);
const { writers } = openEmbedded();
const groups = grouped(await recordLoad(folder, writers));
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
  await Promise.all(Array.from({ length: writers }, writer));
}
database.close();
const again = openEmbedded({ path });
await again.prepareSearch();
await again.close();
process.stdout.write(`${Math.round(performance.now() - started)}\n`);
process.exit(0);
