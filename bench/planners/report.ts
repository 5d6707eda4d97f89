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

const summaryOf = (engine: string, groups: readonly GroupResult[]): string => {
  const all = groups.flatMap((group) => group.cases);
  const within = all.filter((one) => !isOver(one)).length;
  return `On ${engine}, ${within} of ${all.length} answers take at most ${most} ms at p50, one client, warmed.`;
};

/** What the docs show: for each group how many answers, the median of their times, and the slowest. */
export function planSummary(engine: string, groups: readonly GroupResult[]): string {
  const rows = groups.map(({ title, cases }) => {
    const timed = cases.filter(({ times }) => times.length > 0).sort((one, other) => p50(one) - p50(other));
    const [middle, last] = [timed[Math.floor(timed.length / 2)], timed.at(-1)];
    const slowest = last === undefined ? ["", ""] : [time(p50(last)), `${last.question}: ${last.name}`];
    return [title, String(cases.length), middle === undefined ? "" : time(p50(middle)), ...slowest];
  });
  const header = ["group", "answers", "median ms", "slowest ms", "which"];
  return `${summaryOf(engine, groups)}\n\n${table(header, rows)}`;
}

/** One table a group, and in a sentence how many answers are over the limit. */
export function planTables(engine: string, groups: readonly GroupResult[]): string {
  const header = ["question", "case", "p50 ms", "p90 ms", "samples", "rows", "bytes", ""];
  const parts = groups.map((group) => `${group.title}:\n\n${table(header, group.cases.map(cells))}`);
  return [`${summaryOf(engine, groups)} Those over it are marked.`, ...parts].join("\n\n");
}
