// This version against an earlier one of the project, or with answers kept against without, by turns in one run.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startNeo4j } from "../scripts/neo4j/start.ts";
import { generateOnce } from "../scripts/synthetic/generate.ts";
import { countOf } from "../scripts/synthetic/sizes.ts";
import { allWork } from "./compare/all-work.ts";
import { compareWork, type WorkResult } from "./compare/compare.ts";
import { type Server, startServerProcess } from "./compare/servers.ts";
import { filterWork } from "./compare/work-filters.ts";
import { circumstances, ratio, table } from "./report/tables.ts";

const help = `Compares this version with an earlier one: the same work, each on a store that it has loaded itself.

  npm run bench:against -- --earlier ../earlier
  npm run bench:against -- --kept

  --earlier <folder>   a checkout of the earlier commit where npm ci was run; each answer is made
  --as-served          with --earlier: this version with its defaults, which keep answers
  --kept               this version with KEEP_ANSWERS=on against itself with off
  --size <n>           enterprises of the synthetic data (default 10k)
  --engine <name>      neo4j (default) or embedded
  --clients <n>        at once (default 8)
  --rounds <n>         turns of each (default 5)     --turn <ms>  of how long (default 1500)
`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const here = resolve(import.meta.dirname, "..");

interface Stand {
  readonly server: Server;
  stop(): Promise<void>;
}

/** Loads the folder with a version's own loader into a store of its own, and serves it with that version. */
async function startVersion(
  name: string,
  project: string,
  folder: string,
  engine: string,
  keep: "on" | "off" = "off",
): Promise<Stand> {
  const place = mkdtempSync(join(tmpdir(), "industry-graph-against-"));
  const neo4j =
    engine === "neo4j"
      ? await startNeo4j({ bolt: 0, http: 0, data: join(place, "neo4j"), heap: "1g", by: "auto" })
      : undefined;
  const own = {
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
    SEED_DIR: folder,
    NEO4J_URI: neo4j?.uri ?? "",
    DATA_DIR: join(place, "embedded"),
    KEEP_ANSWERS: keep,
  };
  say(`${name}: loading`);
  execFileSync(process.execPath, ["bin/industry-graph.js", "load", folder], {
    cwd: project,
    env: { ...process.env, ...own },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const server = await startServerProcess(name, ["bin/industry-graph.js", "start"], own, project);
  return {
    server,
    async stop() {
      await server.stop();
      await neo4j?.kill();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function tableOf(results: readonly WorkResult[], one: string, other: string): string {
  const rows = results.map(({ work, cells }) => [
    work,
    cells[one]?.p50.toFixed(2) ?? "",
    cells[other]?.p50.toFixed(2) ?? "",
    ratio(cells[one], cells[other]),
    cells[one]?.cpu?.toFixed(2) ?? "",
    cells[other]?.cpu?.toFixed(2) ?? "",
  ]);
  return table(["work", `p50 ms, ${one}`, other, `rate / ${other}`, `CPU ms, ${one}`, other], rows);
}

const { values } = parseArgs({
  options: {
    earlier: { type: "string" },
    kept: { type: "boolean", default: false },
    "as-served": { type: "boolean", default: false },
    size: { type: "string", default: "10k" },
    engine: { type: "string", default: "neo4j" },
    clients: { type: "string", default: "8" },
    rounds: { type: "string", default: "5" },
    turn: { type: "string", default: "1500" },
    help: { type: "boolean", default: false },
  },
});
const { earlier, kept, "as-served": served } = values;
const possible = (earlier === undefined) === kept && !(kept && served);
if (values.help || !possible || !["neo4j", "embedded"].includes(values.engine)) {
  process.stdout.write(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  const load = loadavg()[0] ?? 0;
  const enterprises = countOf(values.size);
  const folder = resolve(here, `bench/data/${enterprises}`);
  generateOnce(folder, enterprises, 1);
  const stands: Stand[] = [];
  try {
    const names: [string, string] = earlier === undefined ? ["kept", "made"] : ["now", "earlier"];
    stands.push(await startVersion(names[0], here, folder, values.engine, kept || served ? "on" : "off"));
    stands.push(await startVersion(names[1], resolve(earlier ?? here), folder, values.engine));
    const plan = {
      enterprises,
      clients: [Number(values.clients)],
      rounds: Number(values.rounds),
      turn: Number(values.turn),
      // Node and Neo4j compile for longer than the first three seconds: a card was at a third of its rate after those.
      warmUp: 10_000,
    };
    const results: WorkResult[] = [];
    const servers = stands.map(({ server }) => server);
    // Earlier versions have no such filters.
    const all = allWork.filter((work) => kept || !filterWork.includes(work));
    for (const work of all) results.push(...(await compareWork(servers, work, plan, say)));
    const lead = `${values.size} enterprises on ${values.engine}, ${values.clients} clients, ${values.rounds} turns of ${values.turn} ms each, answers ${kept || served ? "kept" : "made"}. ${circumstances(load)}`;
    process.stdout.write(`${lead}\n\n${tableOf(results, ...names)}\n`);
  } finally {
    for (const { stop } of stands) await stop();
  }
}
