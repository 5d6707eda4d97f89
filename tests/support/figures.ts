// Figures of a line of a source: its digit groups and its Chinese numerals, which of them belong to a name, and
// which facts of the seed cover the others. Knows no graph.
import { spanOfDate, spanOfPeriod } from "../../src/ontology/spans.ts";
import { normaliseName } from "../../src/text/normalise.ts";
import {
  citations,
  entities,
  lineOf,
  namesOf,
  observations,
  parts,
  type Row,
  relations,
  rows,
  wordsFor,
} from "./reading.ts";

export interface Figure {
  /** As the line writes it. */
  readonly text: string;
  readonly value: number;
  readonly at: number;
  /** What follows it in the line, and the character before it. */
  readonly after: string;
  readonly before: string;
}

const digits: Readonly<Record<string, number>> = {
  一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 首: 1,
}; // biome-ignore format: a table

/** The value of a Chinese numeral up to 99; NaN where it is none, as 五六十. */
export function numeral(text: string): number {
  const match = /^(?<tens>.?)十(?<ones>.?)$/u.exec(text)?.groups;
  if (match === undefined) return digits[text] ?? Number.NaN;
  const { tens = "", ones = "" } = match;
  return (
    (tens === "" ? 1 : (digits[tens] ?? Number.NaN)) * 10 + (ones === "" ? 0 : (digits[ones] ?? Number.NaN))
  );
}

/** Figures that a line writes in words no rule reads: `reading/figures-in-words.csv`. */
export const inWords = rows("reading/figures-in-words.csv").map((row) => ({
  citation: `${row.source}:${row.line}`,
  words: row.words ?? "",
  value: Number(row.value),
}));

const counters = "大家个项条名位次批场笔类级季年区片支张";
/** Chinese numerals that count or rank. 一 before a counter is an article, unless it is 第一. */
const chinese = new RegExp(
  `第[一二三四五六七八九十]+|首(?=[家个])|[二两三四五六七八九十]+(?=[${counters}])|翻番|(?<!\\d\\s*)(?:百|千万?|万)?亿(?=[元级])|(?<!\\d\\s*)千万元`,
  "gu",
);

/** Every figure of a line. */
export function figuresOf(line: string): Figure[] {
  const found = [...line.matchAll(/\d+(?:\.\d+)?/gu), ...line.matchAll(chinese)];
  return found
    .map((match) => ({
      text: match[0],
      value: /\d/.test(match[0]) ? Number(match[0]) : numeral(match[0].replace("第", "")),
      at: match.index,
      after: line
        .slice(match.index + match[0].length)
        .trimStart()
        .slice(0, 4),
      before: line[match.index - 1] ?? "",
    }))
    .sort((one, other) => one.at - other.at);
}

/** For each character of a line, whether it belongs to an occurrence of one of the names. */
function covered(line: string, names: readonly string[]): boolean[] {
  const kept = [...line].flatMap((character, at) =>
    /[\p{L}\p{N}]/u.test(character) ? [{ character, at }] : [],
  );
  const text = kept.map(({ character }) => character).join("");
  const inName = new Array<boolean>(line.length).fill(false);
  for (const name of names) {
    const key = normaliseName(name);
    if (!/[\p{N}一二两三四五六七八九十百千首]/u.test(key)) continue;
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1))
      for (let next = at; next < at + key.length; next += 1) inName[kept[next]?.at ?? 0] = true;
  }
  return inName;
}

const dates = new Set([
  "published", "issued", "effectiveFrom", "effectiveUntil", "started", "stageAt", "founded",
  "since", "until", "year", "renewedIn", "deadline",
]); // biome-ignore format: a table

function dateNumbers(row: Row): number[] {
  const spans = Object.entries(row).flatMap(([column, cell]) => {
    if (cell === "") return [];
    if (dates.has(column)) return [cell, ...(cell.length === 10 ? [spanOfDate(cell).start] : [])];
    if (column !== "period" && column !== "covers") return [];
    const { start, end } = spanOfPeriod(cell);
    return [start.slice(0, 7), end.slice(0, 7), ...(cell.length === 10 ? [cell] : [])];
  });
  return spans.flatMap((date) => date.split("-").map(Number));
}

export interface Covering {
  readonly values: readonly number[];
  readonly dates: ReadonlySet<number>;
  readonly ordinals: string;
  readonly names: readonly string[];
}

/** What the facts that cite a line say in figures: values, dates, ordinals, and names with figures in them. */
export function coveringOf(citation: string): Covering {
  const cites = (row: Row): boolean => citations(row).includes(citation);
  const document = [...entities.values()].filter((row) => row.stem === citation.split(":")[0]);
  const here = [...entities.values()].filter(cites);
  const figures = observations.filter(cites);
  const ties = relations.map(({ row }) => row).filter(cites);
  const subjects = [...figures.map((row) => row.subject), ...ties.flatMap((row) => [row.from, row.to])];
  const ends = subjects.map((id) => entities.get(id ?? "")).filter((row): row is Row => row !== undefined);
  return {
    values: [
      ...figures.flatMap((row) => [row.value, row.yearOnYear]),
      ...here.flatMap((row) => (row.amount ? [String(Number(row.amount) / 10_000)] : [])),
    ]
      .filter((cell) => cell !== "" && cell !== undefined)
      .map(Number),
    dates: new Set([...document, ...here, ...figures, ...ties].flatMap(dateNumbers)),
    ordinals: ties.map((row) => row.ordinal ?? "").join(" "),
    names: [
      ...[...here, ...ends].flatMap((row) => [...namesOf(row), ...parts(row.products)]),
      // The words that stand for a measure are its sum: a figure, not a name.
      ...wordsFor
        .filter((one) => one.citation === citation && !one.entity.startsWith("measure:"))
        .map((one) => one.words),
    ],
  };
}

/** Figures of a line outside names and dates, with how often each value stands there and how often a fact has it. */
export function openFigures(
  citation: string,
): Map<string, { readonly times: number; readonly facts: number }> {
  const line = lineOf(citation);
  const { values, dates: days, ordinals, names } = coveringOf(citation);
  const inName = covered(line, names);
  const open = figuresOf(line).filter(
    ({ text, value, at, after, before }) =>
      !(inName[at] ?? false) &&
      !((/^[年月日-]/.test(after) || before === "-") && days.has(value)) &&
      !(text === "首" && ordinals.includes(`首${after[0]}`)),
  );
  const counted = new Map<string, { times: number; facts: number }>();
  for (const { text, value } of open) {
    const key = Number.isNaN(value) ? text : String(value);
    const meant = inWords
      .filter((one) => one.citation === citation && one.words.startsWith(key))
      .map((one) => one.value);
    const facts = values.filter((one) => one === value || meant.includes(one)).length;
    counted.set(key, { times: (counted.get(key)?.times ?? 0) + 1, facts });
  }
  return counted;
}
