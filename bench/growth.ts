// How answers around one entity grow with the graph: the same work on graphs of several sizes, by turns in one run.
import { parseArgs } from "node:util";
import { countOf } from "../scripts/synthetic/sizes.ts";
import { measure, quantile } from "./compare/client.ts";
import { type Server, startServerProcess } from "./compare/servers.ts";
import { samplerOf } from "./compare/work.ts";
import { entityWork } from "./compare/work-entities.ts";
import { circumstances, table } from "./report/tables.ts";

const help = `Measures how answers around one entity grow with the graph, on one engine.

  node --import tsx bench/growth.ts --at 10k=<place> --at 1M=<place>

  --at <size>=<place>  synthetic data of so many enterprises, loaded already: a data folder of the embedded engine, or
                       the address of a Neo4j, as in 1M=bolt://localhost:7687; the first is what the others are held to
  --rounds <n>         turns of each (default 5)     --turn <ms>  of how long (default 1000)
  --warm <ms>          how long each is asked each work before any is measured (default 4000): a virtual machine that
                       has just started answers the first ten thousand questions slowly
`;

interface Size {
  readonly name: string;
  readonly enterprises: number;
  readonly server: Server;
}

async function startOn(at: string): Promise<Size> {
  const [name = "", place = ""] = [at.slice(0, at.indexOf("=")), at.slice(at.indexOf("=") + 1)];
  const enterprises = countOf(name);
  if (place === "")
    throw new Error(`--at ${at}: write a size and a place, as in 10k=bench/data/embedded-10k`);
  const neo4j = /^(bolt|neo4j)(\+s|\+ssc)?:/.test(place);
  const server = await startServerProcess(`${name} at ${place}`, ["bin/industry-graph.js", "start"], {
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
    KEEP_ANSWERS: "off",
    // What the store holds is left as it is where there is no such folder.
    SEED_DIR: "bench/data/not-there",
    ...(neo4j ? { NEO4J_URI: place } : { NEO4J_URI: "", DATA_DIR: place }),
  });
  return { name, enterprises, server };
}

async function grown(sizes: readonly Size[], rounds: number, turn: number, warm: number): Promise<string> {
  const rows: string[][] = [];
  const all = entityWork.map((work) => ({
    work,
    bodies: sizes.map(({ enterprises }) =>
      work
        .variables(samplerOf(enterprises))
        .map((variables) => JSON.stringify({ query: work.ours, variables })),
    ),
  }));
  // All work is asked of each before any is measured: virtual machines that have just started compile it first.
  for (let pass = 0; pass < 2; pass++) {
    for (const { bodies } of all) {
      for (const [at, { server }] of sizes.entries())
        await measure(server.url, bodies[at] ?? [], 4, warm / 2);
    }
  }
  for (const { work, bodies } of all) {
    const times = sizes.map((): number[] => []);
    for (let round = 0; round < rounds; round++) {
      for (let index = 0; index < sizes.length; index++) {
        const at = (index + round) % sizes.length;
        const measured = await measure(sizes[at]?.server.url ?? "", bodies[at] ?? [], 1, turn);
        times[at]?.push(...measured.times);
      }
    }
    const sorted = times.map((one) => one.sort((least, most) => least - most));
    const p50 = sorted.map((one) => quantile(one, 0.5));
    rows.push([
      work.name,
      ...sorted.map((one, at) => `${(p50[at] ?? 0).toFixed(2)} / ${quantile(one, 0.99).toFixed(1)}`),
      ...p50.slice(1).map((one) => (one / (p50[0] ?? Number.NaN)).toFixed(2)),
    ]);
  }
  const names = sizes.map(({ name }) => name);
  const header = ["work", ...names, ...names.slice(1).map((name) => `${name} / ${names[0]}`)];
  const memory = sizes.map(({ name, server }) => `${name}: ${server.memory()?.toFixed(0) ?? "?"} MB`);
  const starts = sizes.map(({ name, server }) => `${name}: ${server.startedIn} ms`);
  return [
    "p50 / p99 in milliseconds with one client, and p50 held to the first:",
    table(header, rows),
    `Resident memory of the server's process: ${memory.join(", ")}. Start until the first address: ${starts.join(", ")}.`,
  ].join("\n\n");
}

const { values } = parseArgs({
  options: {
    at: { type: "string", multiple: true, default: [] },
    rounds: { type: "string", default: "5" },
    turn: { type: "string", default: "1000" },
    warm: { type: "string", default: "4000" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || values.at.length < 2) process.stdout.write(help);
else {
  const sizes: Size[] = [];
  try {
    for (const at of values.at) sizes.push(await startOn(at));
    const text = await grown(sizes, Number(values.rounds), Number(values.turn), Number(values.warm));
    process.stdout.write(`${circumstances(0)}\n\n${text}\n`);
  } finally {
    for (const { server } of sizes) await server.stop();
  }
}
