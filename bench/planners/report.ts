// The tables of the planners' answers as Markdown.
import { table } from "../report/tables.ts";
import { type CaseResult, p50, p90 } from "./measure.ts";

export interface GroupResult {
  readonly title: string;
  readonly cases: readonly CaseResult[];
}

/** What a list answer may take at p50, in milliseconds. */
export const most = 300;

const time = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

function cells(result: CaseResult): string[] {
  const { question, name, times, cold, size, bytes, error } = result;
  const rows = size.total === undefined ? String(size.rows) : `${size.rows} of ${size.total}`;
  if (times.length === 0) return [question, name, "", "", "", "", "", error ?? ""];
  const over = p50(result) > most ? `**over ${most}**` : "";
  const marks = [over, error ?? ""].filter((mark) => mark !== "").join(" ");
  return [
    question,
    name,
    time(p50(result)),
    time(p90(result)),
    cold ? "first" : String(times.length),
    rows,
    String(bytes),
    marks,
  ];
}

export const isOver = (result: CaseResult): boolean =>
  result.times.length === 0 ? result.error !== undefined : p50(result) > most;

/** One table a group, and in a sentence how many answers are over the limit. */
export function planTables(engine: string, groups: readonly GroupResult[]): string {
  const header = ["question", "case", "p50 ms", "p90 ms", "samples", "rows", "bytes", ""];
  const all = groups.flatMap((group) => group.cases);
  const over = all.filter(isOver);
  const summary = `On ${engine}, ${all.length - over.length} of ${all.length} answers take at most ${most} ms at p50, one client, warmed; those over it are marked.`;
  const parts = groups.map((group) => `${group.title}:\n\n${table(header, group.cases.map(cells))}`);
  return [summary, ...parts].join("\n\n");
}
