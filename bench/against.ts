// This version against an earlier one of the project, by turns in one run: whether any work became slower.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startNeo4j } from "../scripts/neo4j/start.ts";
import { generateOnce } from "../scripts/synthetic/generate.ts";
import { countOf } from "../scripts/synthetic/sizes.ts";
import { compareWork, type WorkResult } from "./compare/compare.ts";
import { type Server, startServerProcess } from "./compare/servers.ts";
import { allWork } from "./compare/work.ts";
import { circumstances, ratio, table } from "./report/tables.ts";

const help = `Compares this version with an earlier one: the same work, each on a store that it has loaded itself.

  npm run bench:against -- --earlier ../earlier

  --earlier <folder>   a checkout of the earlier commit where npm ci was run
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
async function startVersion(name: string, project: string, folder: string, engine: string): Promise<Stand> {
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

function tableOf(results: readonly WorkResult[]): string {
  const rows = results.map(({ work, cells: { now, earlier } }) => [
    work,
    now?.p50.toFixed(2) ?? "",
    earlier?.p50.toFixed(2) ?? "",
    ratio(now, earlier),
    now?.cpu?.toFixed(2) ?? "",
    earlier?.cpu?.toFixed(2) ?? "",
  ]);
  const header = ["work", "p50 ms", "earlier", "rate / earlier", "CPU ms", "earlier"];
  return table(header, rows);
}

const { values } = parseArgs({
  options: {
    earlier: { type: "string" },
    size: { type: "string", default: "10k" },
    engine: { type: "string", default: "neo4j" },
    clients: { type: "string", default: "8" },
    rounds: { type: "string", default: "5" },
    turn: { type: "string", default: "1500" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || values.earlier === undefined || !["neo4j", "embedded"].includes(values.engine)) {
  process.stdout.write(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  const load = loadavg()[0] ?? 0;
  const enterprises = countOf(values.size);
  const folder = resolve(here, `bench/data/${enterprises}`);
  generateOnce(folder, enterprises, 1);
  const stands: Stand[] = [];
  try {
    stands.push(await startVersion("now", here, folder, values.engine));
    stands.push(await startVersion("earlier", resolve(values.earlier), folder, values.engine));
    const plan = {
      enterprises,
      clients: [Number(values.clients)],
      rounds: Number(values.rounds),
      turn: Number(values.turn),
      warmUp: 3_000,
    };
    const results: WorkResult[] = [];
    const servers = stands.map(({ server }) => server);
    for (const work of allWork()) results.push(...(await compareWork(servers, work, plan, say)));
    const lead = `${values.size} enterprises on ${values.engine}, ${values.clients} clients, ${values.rounds} turns of ${values.turn} ms each. ${circumstances(load)}`;
    process.stdout.write(`${lead}\n\n${tableOf(results)}\n`);
  } finally {
    for (const { stop } of stands) await stop();
  }
}
