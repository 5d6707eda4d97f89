// The command: npm run bench:import [-- --rows 100000 --known 100000 --in FOLDER --again]. Imports a list of rows upon as many
// known enterprises, every second row being one of those written otherwise, and tells time and memory as it goes; with
// --again next month's list as well.
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { creditCode } from "../../scripts/synthetic/credit-code.ts";
import { pick, randomOf } from "../../scripts/synthetic/random.ts";
import { planImport, seriesOf } from "../../src/import/run.ts";
import { differencesOf } from "../names/differences.ts";
import { companies } from "../names/world.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    known: { type: "string", default: "100000" },
    in: { type: "string" },
    again: { type: "boolean", default: false },
  },
});
const [rows, known] = [Number(values.rows), Number(values.known)];
const folder = values.in ?? mkdtempSync(join(tmpdir(), "bench-import-"));
const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  for (const line of lines) if (!stream.write(`${line}\n`)) await once(stream, "drain");
  stream.end();
  await finished(stream);
}

const regions = ["无锡市", "苏州市", "常州市", "南京市"] as const;
/** Every third has a credit code. */
const codeOf = (index: number): string => (index % 3 === 0 ? creditCode(index, "320200") : "");

/** What is known: a layer of enterprises. */
async function writeKnown(target: string): Promise<void> {
  mkdirSync(join(target, "entities"), { recursive: true });
  await writeLines(join(target, "entities/Document.csv"), [
    "id,name,stem,lines",
    `document:known,known,known,${known + 1}`,
  ]);
  const list = companies(known);
  await writeLines(
    join(target, "entities/Enterprise.csv"),
    (function* () {
      yield "id,name,creditCode,sources";
      for (const [index, { full }] of list.entries())
        yield `enterprise:known-${index},${full},${codeOf(index)},known:${index + 2}`;
    })(),
  );
}

/** The list to import: six columns. */
async function writeList(target: string): Promise<void> {
  const list = companies(known + rows);
  const ways = differencesOf(list.slice(0, 500).map(({ full }) => full)).filter(
    ({ stored }) => stored === "both",
  );
  const random = randomOf(1, "import");
  await writeLines(
    target,
    (function* () {
      yield "企业名称,统一社会信用代码,注册资本(万元),成立日期,所在地区,2024年营业收入(万元)";
      for (let row = 0; row < rows; row++) {
        const index = row % 2 === 0 ? row % known : known + row;
        const company = list[index];
        if (company === undefined) continue;
        const name = row % 2 === 0 ? (pick(random, ways).ask(company, random) ?? company.full) : company.full;
        const code = row % 4 === 0 ? codeOf(index) : "";
        yield `${name},${code},${1_000 + row},${1990 + (row % 30)}/3/1,${pick(random, regions)},${(row % 900) + 0.5}`;
      }
    })(),
  );
}

const [base, list, into] = [
  join(folder, `known-${known}`),
  join(folder, `list-${rows}.csv`),
  join(folder, "layer"),
];
if (!existsSync(base)) await writeKnown(base);
if (!existsSync(list)) await writeList(list);
rmSync(into, { recursive: true, force: true });

// What made the files is dropped first, so that the peak is the import's.
(globalThis as { gc?: () => void }).gc?.();
let [started, busy] = [performance.now(), process.cpuUsage()];
let peak = 0;
let told = "";
const tell = (what: string): void => {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage(busy);
  peak = Math.max(peak, rss);
  const line = `${((performance.now() - started) / 1_000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time), ${megabytes(rss)} (heap ${megabytes(heapUsed)}): ${what}`;
  process.stdout.write(`${line}\n`);
};
const every = Math.max(500, Math.floor(rows / 10 / 500) * 500);
const given = {
  into,
  upon: ["seed", base],
  kind: "Enterprise",
  onProgress: ({ step, rows: done }: { readonly step: string; readonly rows: number }): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
    const at = step === "match" ? `${step} ${Math.floor(done / every) * every}` : step;
    if (at !== told) tell(at);
    told = at;
  },
} as const;
const planned = await planImport({ ...given, file: list });
tell("planned");
planned.write(new Map());
tell("written");
const { counts } = planned.converted;
process.stdout.write(`${JSON.stringify(counts)} peak ${megabytes(peak)}\n`);

if (values.again) {
  // Next month's list: one row in a hundred says something else, one in two hundred is gone.
  const next = join(folder, `list-${rows}-2.csv`);
  const lines = readFileSync(list, "utf8").trimEnd().split("\n");
  const changed = lines
    .filter((_, at) => at === 0 || at % 200 !== 0)
    .map((line, at) => (at > 0 && at % 100 === 1 ? line.replace(/[\d.]+$/, "7777") : line));
  await writeLines(next, changed);
  [started, busy] = [performance.now(), process.cpuUsage()];
  [peak, told] = [0, ""];
  const again = await planImport({ ...given, file: next, series: seriesOf(list) });
  tell("planned");
  again.write(new Map());
  tell("written");
  process.stdout.write(`next month: ${JSON.stringify(again.changes)} peak ${megabytes(peak)}\n`);
}
if (values.in === undefined) rmSync(folder, { recursive: true, force: true });
