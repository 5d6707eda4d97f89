// `npm run bench`: generates data, loads it, checks answers, measures, prints tables; --publish puts them into the docs.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startNeo4j } from "../scripts/neo4j/start.ts";
import { generateOnce } from "../scripts/synthetic/generate.ts";
import { allWork } from "./compare/all-work.ts";
import { compareWork, type WorkResult, warmAll } from "./compare/compare.ts";
import { compareHits } from "./compare/hits.ts";
import { startAll } from "./compare/servers.ts";
import { holdsFolder } from "./load/holds.ts";
import { empty, measureLoads, timed } from "./load/measure-load.ts";
import { circumstances, compareSummary, compareTables, loadTable, publish, table } from "./report/tables.ts";

const help = `Measures Industry Graph beside @neo4j/graphql and hand-written Cypher.

  --sizes <list>    enterprises: 10k,100k (default), 1M and so on
  --only <what>     load or compare; both if left out
  --neo4j <uri>     a Neo4j that may be emptied and filled; one is started for each size if left out
  --rounds <n>      turns of each server (default 3)     --turn <ms>  of how long (default 400; 250 below 100k)
  --loads <n>       turns of each way of loading (default 1)
  --work <text>     only work whose name has the text
  --publish         put what is most telling into docs/performance.md; all of it goes to bench/results/

First: npm ci --prefix bench
`;

const here = fileURLToPath(new URL("./", import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function enterprisesOf(size: string): number {
  const match = /^(\d+)([kM])$/.exec(size);
  if (match === null) throw new Error(`--sizes ${size}: write 10k, 100k or 1M`);
  return Number(match[1]) * (match[2] === "k" ? 1_000 : 1_000_000);
}

interface Options {
  readonly only?: string;
  readonly neo4j?: string;
  readonly rounds: number;
  readonly turn?: number;
  readonly loads?: number;
  readonly work: string;
  readonly publish: boolean;
}

const embeddedOf = (size: string): string => join(here, "data", `embedded-${size}`);

/** Loads what has not been loaded while loading was measured. */
async function loadBoth(folder: string, uri: string, embedded: string): Promise<void> {
  const stores: Record<string, string>[] = [{ NEO4J_URI: uri }, { NEO4J_URI: "", DATA_DIR: embedded }];
  for (const environment of stores) {
    if (holdsFolder(environment, folder)) continue;
    await timed(["bin/industry-graph.js", "load", folder], environment);
  }
}

async function compareAll(
  size: string,
  folder: string,
  uri: string,
  options: Options,
): Promise<{ readonly text: string; readonly results: readonly WorkResult[] }> {
  const embedded = embeddedOf(size);
  await loadBoth(folder, uri, embedded);
  say(`${size}: both engines hold the data`);
  const servers = await startAll({ neo4j: uri, folder, embedded });
  const results: WorkResult[] = [];
  try {
    const turn = options.turn ?? (enterprisesOf(size) < 100_000 ? 250 : 400);
    const { rounds } = options;
    const plan = { enterprises: enterprisesOf(size), clients: [1, 8], rounds, turn, warmUp: 1_500 };
    const all = allWork.filter(({ name }) => name.includes(options.work));
    // Virtual machines compile what is asked often: none of the work is to be the first that is.
    for (const warmUp of [300, 700])
      for (const work of all) await warmAll(servers, work, { ...plan, warmUp });
    for (const work of all) results.push(...(await compareWork(servers, work, plan, say)));
    mkdirSync(join(here, "results"), { recursive: true });
    writeFileSync(join(here, "results", `compare-${size}.json`), JSON.stringify(results, null, 1));
    const hits: string[][] = [];
    for (const work of allWork.filter(({ name }) => name.includes(options.work))) {
      const { ours, limit } = await compareHits(work, enterprisesOf(size), servers[0]?.url ?? "", uri);
      hits.push([work.name, String(ours), String(limit)]);
    }
    const facts = servers.map((server) => [
      server.name,
      String(server.startedIn),
      server.memory()?.toFixed(0) ?? "",
    ]);
    const text = [
      compareTables(results),
      "Database hits in Neo4j, mean of five requests:",
      table(["work", "composed", "by hand"], hits),
      "Start-up and resident memory of each server's process after the run:",
      table(["server", "ms to first address", "MB"], facts),
    ].join("\n\n");
    writeFileSync(join(here, "results", `compare-${size}.md`), `${text}\n`);
    return { text, results };
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function measureSize(size: string, options: Options): Promise<void> {
  const [busy] = loadavg();
  const folder = join(here, "data", size);
  const rows = generateOnce(folder, enterprisesOf(size), 1);
  say(`${size}: ${rows} rows of synthetic data`);
  const data = join(here, "data", `neo4j-${size}`);
  const start = () => startNeo4j({ bolt: 0, http: 0, data, heap: "1g", by: "auto" });
  // Started when first needed: what stands by takes processor time from what is measured.
  let own: Awaited<ReturnType<typeof start>> | undefined;
  /** A Neo4j without data: one of ours begins anew, since deleting takes as long as loading. */
  const emptied = async (): Promise<string> => {
    if (options.neo4j !== undefined) {
      await empty(options.neo4j);
      return options.neo4j;
    }
    await own?.stop();
    rmSync(data, { recursive: true, force: true });
    own = await start();
    return own.uri;
  };
  const where = circumstances(busy ?? 0);
  try {
    if (options.only !== "compare") {
      const turns = options.loads ?? 1;
      const text = loadTable(await measureLoads(folder, rows, emptied, embeddedOf(size), turns, say));
      say(`\nLoading ${size}. ${where}\n\n${text}\n`);
      if (options.publish) publish(`load ${size}`, `${where}\n\n${text}`);
    }
    if (options.only !== "load") {
      if (options.neo4j === undefined) own ??= await start();
      const uri = options.neo4j ?? own?.uri ?? "";
      const { text, results } = await compareAll(size, folder, uri, options);
      say(`\n${size}. ${where}\n\n${text}\n`);
      if (options.publish) publish(`compare ${size}`, compareSummary(size, where, results));
    }
  } finally {
    await own?.stop();
  }
}

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10k,100k" },
    only: { type: "string" },
    neo4j: { type: "string" },
    rounds: { type: "string", default: "3" },
    turn: { type: "string" },
    loads: { type: "string" },
    work: { type: "string", default: "" },
    publish: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) say(help);
else if (!existsSync(join(here, "node_modules", "@neo4j", "graphql"))) {
  process.stderr.write("The peer is not installed: npm ci --prefix bench\n");
  process.exitCode = 2;
} else {
  const { only, neo4j, work } = values;
  const options = {
    only,
    neo4j,
    work,
    publish: values.publish,
    rounds: Number(values.rounds),
    turn: values.turn === undefined ? undefined : Number(values.turn),
    loads: values.loads === undefined ? undefined : Number(values.loads),
  };
  for (const size of values.sizes.split(",")) await measureSize(size, options);
  process.exit(0);
}
