// Tables of what was measured, as Markdown, and the marked place in docs/performance.md where they stand.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { median } from "../compare/client.ts";
import type { Cell, WorkResult } from "../compare/compare.ts";
import type { LoadResult, LoadTurn } from "../load/measure-load.ts";

const page = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Where and when it was measured. */
export function circumstances(load: number): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const date = new Date().toISOString().slice(0, 10);
  const busy =
    load > cpus().length ? ` The machine was shared: load ${load.toFixed(0)} at the beginning.` : "";
  return `${date}, ${cpus().length} cores (${processor?.model ?? "unknown"}), ${memory} GB, Node ${process.version}.${busy}`;
}

/** The ratio of two servers' rates: the median of the rounds, and the lowest and highest. */
export function ratio(one: Cell | undefined, other: Cell | undefined): string {
  if (one === undefined || other === undefined) return "";
  const rounds = one.rates.map((rate, round) => rate / (other.rates[round] ?? Number.NaN));
  const [least, most] = [Math.min(...rounds), Math.max(...rounds)];
  return `${median(rounds).toFixed(2)} (${least.toFixed(1)}–${most.toFixed(1)})`;
}

const rate = (cell: Cell | undefined): string => {
  if (cell === undefined) return "";
  const middle = median(cell.rates);
  return middle < 10 ? middle.toFixed(1) : middle.toFixed(0);
};

const times = (cell: Cell | undefined): string =>
  cell === undefined ? "" : `${cell.p50.toFixed(1)} / ${cell.p99.toFixed(0)}`;

const processor = (cell: Cell | undefined): string => cell?.cpu?.toFixed(2) ?? "";

/** Requests a second and the ratios. */
function rateTable(results: readonly WorkResult[]): string {
  const rows = results.map(({ work, cells }) => [
    work,
    rate(cells["ours on Neo4j"]),
    rate(cells["@neo4j/graphql"]),
    rate(cells.limit),
    rate(cells["ours embedded"]),
    ratio(cells["ours on Neo4j"], cells["@neo4j/graphql"]),
    ratio(cells["ours on Neo4j"], cells.limit),
  ]);
  return table(["work", "ours", "peer", "limit", "embedded", "ours / peer", "ours / limit"], rows);
}

/** All that was measured, one row a piece of work. */
export function compareTables(results: readonly WorkResult[]): string {
  const parts = [...new Set(results.map(({ clients }) => clients))].map((clients) => {
    const own = results.filter((result) => result.clients === clients);
    const spent = own.map(({ work, cells }) => [
      work,
      ...["ours on Neo4j", "@neo4j/graphql", "limit", "ours embedded"].flatMap((name) => [
        times(cells[name]),
        processor(cells[name]),
      ]),
    ]);
    const columns = ["ours", "peer", "limit", "embedded"].flatMap((name) => [
      `${name} p50 / p99 ms`,
      "CPU ms",
    ]);
    return [
      `Requests a second with ${clients} client${clients === 1 ? "" : "s"}; ratios as median of the rounds (lowest–highest):`,
      rateTable(own),
      `Milliseconds with ${clients} client${clients === 1 ? "" : "s"}, and processor milliseconds of the server's process a request (of Node, not of Neo4j):`,
      table(["work", ...columns], spent),
    ].join("\n\n");
  });
  return parts.join("\n\n");
}

/** What the docs show of a comparison: requests a second with most clients, and the ratios. */
export function compareSummary(size: string, where: string, results: readonly WorkResult[]): string {
  const clients = Math.max(...results.map((result) => result.clients));
  const own = results.filter((result) => result.clients === clients);
  const lead = `**${size} enterprises.** ${where} Requests a second with ${clients} clients; ratios as median of the rounds (lowest–highest):`;
  return `${lead}\n\n${rateTable(own)}`;
}

/** Rows a second of loading beside the raw loop. */
export function loadTable(results: readonly LoadResult[]): string {
  const rates = (rows: number, turns: readonly LoadTurn[]): number[] =>
    turns.map(({ seconds }) => rows / seconds);
  const rows = results.map((result) => {
    const [load, raw] = [rates(result.rows, result.load), rates(result.rows, result.raw)];
    const ratios = load.map((value, turn) => value / (raw[turn] ?? Number.NaN));
    const memory = Math.max(...result.load.map((turn) => turn.memory ?? 0));
    const spent = median(result.load.map((turn) => turn.cpu ?? 0));
    return [
      result.engine,
      String(result.rows),
      median(load).toFixed(0),
      median(raw).toFixed(0),
      `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
      spent === 0 ? "" : `${(result.rows / spent).toFixed(0)}`,
      memory === 0 ? "" : `${memory.toFixed(0)} MB`,
    ];
  });
  const header = [
    "engine",
    "rows",
    "load rows/s",
    "raw loop rows/s",
    "load / raw",
    "rows a CPU second of Node",
    "memory",
  ];
  return table(header, rows);
}

/** Puts a text between the markers of a name in docs/performance.md. */
export function publish(name: string, text: string): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const whole = readFileSync(page, "utf8");
  const [before, after] = [whole.indexOf(begin), whole.indexOf(end)];
  if (before === -1 || after === -1)
    throw new Error(`docs/performance.md has no place marked ${begin} ... ${end}`);
  writeFileSync(page, `${whole.slice(0, before)}${begin}\n\n${text}\n\n${whole.slice(after)}`);
}
