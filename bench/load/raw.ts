// A process that has the writes of a load ready in memory, and sends them raw wherever it is told to: a line such as
// `embedded <folder>` or `Neo4j <address>`. It answers with milliseconds.
import { createInterface } from "node:readline";
import { rawEmbedded } from "./raw-embedded.ts";
import { rawNeo4j } from "./raw-neo4j.ts";
import { grouped, recordLoad } from "./record.ts";

const groups = grouped(await recordLoad(process.argv[2] ?? "", 1));
process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const [engine = "", ...place] = line.split(" ");
  const raw = engine === "embedded" ? rawEmbedded : rawNeo4j;
  process.stdout.write(`${Math.round(await raw(groups, place.join(" ")))}\n`);
}
process.exit(0);
