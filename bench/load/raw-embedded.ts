// A raw loop into the embedded engine with the statements of a load. Prints its milliseconds.
import { join } from "node:path";
import grafeo from "@grafeo-db/js";
import { openEmbedded } from "../../src/store/embedded.ts";
import { recordLoad } from "./record.ts";

const [folder = "", path = ""] = process.argv.slice(2);
const writes = await recordLoad(folder, 1);
const started = performance.now();
const store = openEmbedded({ path });
await store.prepare();
await store.close();
const database = grafeo.GrafeoDB.create(join(path, "graph.grafeo"));
for (const { statement, rows } of writes) await database.executeCypher(statement, { rows: [...rows] });
database.close();
const again = openEmbedded({ path });
await again.prepareSearch();
await again.close();
process.stdout.write(`${Math.round(performance.now() - started)}\n`);
process.exit(0);
