// The command: npm run bench:exports [-- --figures 1M --publish]. A table of so many rows by its address, as CSV and as
// Parquet, and of the half of it that a filter leaves: rows a second, and the server's memory along the way.
// `--seconds 200` breaks a form off after that. `--engine neo4j` asks a Neo4j that is started for it, whose database is
// kept beside the folder; memory is then that of the server of the API alone.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startNeo4j } from "../../scripts/neo4j/start.ts";
import { countOf } from "../../scripts/synthetic/sizes.ts";
import { startServerProcess } from "../compare/servers.ts";
import { holdsFolder } from "../load/holds.ts";
import { timed } from "../load/measure-load.ts";
import { circumstances, publish, table } from "../report/tables.ts";
import { writeFigures } from "./world.ts";

interface Sample {
  readonly at: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
}

interface Taken {
  readonly form: string;
  readonly rows: number;
  readonly bytes: number;
  readonly began: number;
  readonly ended: number;
  readonly firstByte: number;
  /** When each tenth of the bytes had come. */
  readonly tenths: readonly number[];
}

const { values } = parseArgs({
  options: {
    figures: { type: "string", default: "1M" },
    folder: { type: "string" },
    data: { type: "string" },
    engine: { type: "string", default: "embedded" },
    forms: { type: "string", default: "csv,parquet,csv?from=2020-01-01" },
    seconds: { type: "string", default: "0" },
    publish: { type: "boolean", default: false },
  },
});
const count = countOf(values.figures);
const folder = values.folder ?? `bench/data/figures-${values.figures}`;
if (values.engine !== "embedded" && values.engine !== "neo4j")
  throw new Error(`--engine ${values.engine}: write embedded or neo4j.`);
const isNeo4j = values.engine === "neo4j";
const data = values.data ?? `${folder}.${isNeo4j ? "neo4j" : "data"}`;
const log = join(tmpdir(), `industry-graph-exports-${process.pid}.ndjson`);

/**
 * Takes a table by its address to the end; its pieces are counted and let go.
 * @param wanted the form, and a filter where not all is taken: `csv?from=2020-01-01`
 */
async function take(url: string, wanted: string): Promise<Taken> {
  const began = Date.now();
  const [form = wanted] = wanted.split("?");
  const response = await fetch(`${url}/export/figures.${wanted}`, {
    headers: { "accept-encoding": "identity" },
  });
  if (!response.ok || response.body === null)
    throw new Error(`${form}: ${response.status} ${await response.text()}`);
  const until = values.seconds === "0" ? Number.POSITIVE_INFINITY : began + 1_000 * Number(values.seconds);
  let [bytes, lines, cut] = [0, 0, false];
  const seen: { readonly at: number; readonly bytes: number }[] = [];
  for await (const piece of response.body) {
    bytes += piece.byteLength;
    if (form === "csv") for (const byte of piece) if (byte === 10) lines += 1;
    seen.push({ at: Date.now(), bytes });
    cut = Date.now() > until;
    if (cut) break;
  }
  const ended = Date.now();
  // Of a Parquet file that was broken off nobody knows the rows.
  const all = cut ? Number.NaN : Number(response.headers.get("x-total-count"));
  const rows = form === "csv" ? lines - 1 : all;
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => seen.find((one) => one.bytes >= (bytes * (tenth + 1)) / 10)?.at ?? ended,
  );
  return { form: wanted, rows, bytes, began, ended, firstByte: seen[0]?.at ?? ended, tenths };
}

const whole = (value: number): string => (Number.isNaN(value) ? "" : value.toFixed(0));
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
const most = (samples: readonly Sample[], of: (sample: Sample) => number): string =>
  megabytes(Math.max(0, ...samples.map(of)));

/** A row of the table: the export's time, and the most memory in its second tenth and in its last. */
function row(
  { form, rows, bytes, began, ended, firstByte, tenths }: Taken,
  all: readonly Sample[],
): string[] {
  const seconds = (ended - began) / 1_000;
  const during = (from: number, to: number) => all.filter(({ at }) => at >= from && at <= to);
  const [first = began, second = ended, , , , , , , ninth = began] = tenths;
  const [early, late] = [during(first, second), during(ninth, ended)];
  const before = all.filter(({ at }) => at < began).slice(-4);
  const part = (from: number, to: number): string => whole(rows / 10 / ((to - from) / 1_000));
  return [
    form,
    whole(rows),
    megabytes(bytes),
    seconds.toFixed(0),
    whole(rows / seconds),
    `${part(first, second)}, ${part(ninth, ended)}`,
    ((firstByte - began) / 1_000).toFixed(2),
    most(before, ({ rss }) => rss),
    `${most(early, ({ rss }) => rss)}, ${most(late, ({ rss }) => rss)}`,
    `${most(early, ({ heapUsed }) => heapUsed)}, ${most(late, ({ heapUsed }) => heapUsed)}`,
    most(during(began, ended), ({ rss }) => rss),
  ];
}

const load = loadavg()[0] ?? 0;
if (!existsSync(join(folder, "observations.csv"))) writeFigures(folder, count);
const neo4j = isNeo4j
  ? await startNeo4j({ bolt: 0, http: 0, data: resolve(data), heap: "2g", by: "auto" })
  : undefined;
const own = {
  NEO4J_URI: neo4j?.uri ?? "",
  DATA_DIR: isNeo4j ? mkdtempSync(join(tmpdir(), "industry-graph-exports-")) : data,
  SEED_DIR: folder,
};
if (!existsSync(data) || !holdsFolder(own, folder))
  await timed(["--import", "tsx", "src/cli.ts", "load", folder, "--yes"], own);
const server = await startServerProcess(
  "export",
  ["--import", "tsx", "--import", "./bench/exports/watch.ts", "src/cli.ts", "start"],
  { ...own, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "error", MEMORY_LOG: log, FOLLOW_SECONDS: "0" },
);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
try {
  const url = server.url.replace(/\/graphql$/, "");
  while ((await fetch(`${url}/ready`)).status !== 200) await pause(500);
  await fetch(`${url}/export/figures.csv?first=1000`).then((response) => response.text());
  const taken: Taken[] = [];
  for (const form of values.forms.split(",")) {
    await pause(3_000);
    taken.push(await take(url, form));
  }
  await pause(1_000);
  const samples = readFileSync(log, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sample);
  const header = [
    "form",
    "rows",
    "MB",
    "s",
    "rows/s",
    "rows/s, second and last tenth",
    "s to the first byte",
    "resident MB before",
    "second and last tenth",
    "heap MB, second and last tenth",
    "resident MB at most",
  ];
  const text = `${circumstances(load)} ${isNeo4j ? "Neo4j on the same machine, whose memory is not counted." : "Embedded engine, whose data lie in the server's memory."}\n\n${table(
    header,
    taken.map((one) => row(one, samples)),
  )}`;
  process.stdout.write(`${text}\n`);
  if (values.publish) publish("exports", text);
} finally {
  await server.stop();
  await neo4j?.stop();
  rmSync(log, { force: true });
}
