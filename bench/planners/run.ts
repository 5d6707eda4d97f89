// `npm run bench:planners`: how long the answers of planners take in a large synthetic world, on the real server.
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startNeo4j } from "../../scripts/neo4j/start.ts";
import { generateOnce } from "../../scripts/synthetic/generate.ts";
import { countOf } from "../../scripts/synthetic/sizes.ts";
import { worldOf } from "../../scripts/synthetic/world.ts";
import { connect } from "../compare/client.ts";
import { startServerProcess } from "../compare/servers.ts";
import { holdsFolder } from "../load/holds.ts";
import { timed } from "../load/measure-load.ts";
import { circumstances, publish } from "../report/tables.ts";
import { type Limits, measureQuestion, p50 } from "./measure.ts";
import { groups } from "./questions.ts";
import { type GroupResult, isOver, planSummary, planTables } from "./report.ts";

const help = `Measures every list answer of the eight groups of docs/questions.md and of docs/filters.md, one client, warmed, by turns.

  --sizes <list>    enterprises: 100k (default), 10k,100k and so on
  --neo4j <uri>     a Neo4j that may be emptied and filled; one is started for each size if left out
  --embedded        on the embedded engine as well
  --rounds <n>      samples of each case (default 15)
  --seconds <n>     for one question with all its cases, after which no more is asked (default 12)
  --only <text>     only questions whose name or group has the text
  --publish         put what is most telling into docs/performance.md; all of it goes to bench/results/

Data that are there already are not loaded again.
`;

const here = fileURLToPath(new URL("../", import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Options {
  readonly neo4j?: string;
  readonly embedded: boolean;
  readonly only: string;
  readonly limits: Limits;
  readonly publish: boolean;
}

async function askAll(url: string, enterprises: number, options: Options): Promise<GroupResult[]> {
  const world = worldOf(enterprises, 1);
  const pool = connect(url, 1);
  const results: GroupResult[] = [];
  for (const { title, questions } of groups) {
    const cases = [];
    for (const question of questions(world)) {
      if (!`${title} ${question.name}`.includes(options.only)) continue;
      const own = await measureQuestion(pool, url, question, options.limits);
      const over = own.filter(isOver).length;
      const slowest = Math.max(...own.map((result) => (result.times.length > 0 ? p50(result) : 0)));
      say(`  ${question.name}: ${own.length} cases, ${over} over, slowest ${slowest.toFixed(0)} ms`);
      cases.push(...own);
    }
    if (cases.length > 0) results.push({ title, cases });
  }
  await pool.close();
  return results;
}

/** What was measured of an engine: all of it, and what the docs show. */
interface Measured {
  readonly text: string;
  readonly summary: string;
}

/** Loads where the store does not hold the folder already, starts the server, asks, and gives the tables. */
async function measureEngine(
  engine: string,
  size: string,
  environment: Readonly<Record<string, string>>,
  options: Options,
): Promise<Measured> {
  const folder = join(here, "data", size);
  if (!holdsFolder(environment, folder)) {
    say(`Loading ${size} into ${engine}`);
    await timed(["bin/industry-graph.js", "load", folder], environment);
  }
  const own = {
    PORT: "0",
    SEED_DIR: folder,
    LOG_LEVEL: "error",
    HOST: "127.0.0.1",
    TIMEOUT_MS: "20000",
    KEEP_ANSWERS: "off",
  };
  const server = await startServerProcess(engine, ["bin/industry-graph.js", "start"], {
    ...own,
    ...environment,
  });
  try {
    say(`${size} on ${engine}`);
    const results = await askAll(server.url, countOf(size), options);
    mkdirSync(join(here, "results"), { recursive: true });
    const file = `planners-${size}-${engine === "Neo4j" ? "neo4j" : "embedded"}.json`;
    writeFileSync(join(here, "results", file), JSON.stringify(results, null, 1));
    const memory = server.memory()?.toFixed(0);
    const used = memory === undefined ? "" : ` The server's process then held ${memory} MB.`;
    return {
      text: `${planTables(engine, results)}\n\n${used.trim()}`,
      summary: planSummary(engine, results),
    };
  } finally {
    await server.stop();
  }
}

async function measureSize(size: string, options: Options): Promise<void> {
  const [busy] = loadavg();
  const rows = generateOnce(join(here, "data", size), countOf(size), 1);
  const where = circumstances(busy ?? 0);
  say(`${size}: ${rows} rows of synthetic data`);
  const data = join(here, "data", `neo4j-${size}`);
  const own =
    options.neo4j === undefined
      ? await startNeo4j({ bolt: 0, http: 0, data, heap: "1g", by: "auto" })
      : undefined;
  const parts: Measured[] = [];
  try {
    const uri = options.neo4j ?? own?.uri ?? "";
    parts.push(await measureEngine("Neo4j", size, { NEO4J_URI: uri }, options));
  } finally {
    await own?.stop();
  }
  if (options.embedded) {
    const folder = join(here, "data", `embedded-${size}`);
    const environment = { NEO4J_URI: "", DATA_DIR: folder };
    parts.push(await measureEngine("the embedded engine", size, environment, options));
  }
  const told = (what: keyof Measured): string =>
    [`${where} ${rows} rows.`, ...parts.map((part) => part[what])].join("\n\n");
  say(`\n${size}\n\n${told("text")}\n`);
  if (options.publish) publish(`planners ${size}`, told("summary"));
}

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100k" },
    neo4j: { type: "string" },
    embedded: { type: "boolean", default: false },
    rounds: { type: "string", default: "15" },
    seconds: { type: "string", default: "12" },
    only: { type: "string", default: "" },
    publish: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) say(help);
else {
  const { neo4j, embedded, only } = values;
  const limits = { rounds: Number(values.rounds), budget: Number(values.seconds) * 1_000 };
  if (!(limits.rounds >= 1) || !(limits.budget > 0))
    throw new Error("--rounds and --seconds take numbers from 1");
  for (const size of values.sizes.split(","))
    await measureSize(size, { neo4j, embedded, only, limits, publish: values.publish });
}
