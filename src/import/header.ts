// Finds where a table begins in a sheet: titles above it, headings in one row or two, and what each heading says.
import type { Kind } from "../ontology/model.ts";
import { readUnit } from "../ontology/units.ts";
import { usualMetric } from "./metric-words.ts";
import { cellText, type Sheet, type SheetCell } from "./sheet.ts";
import { targetOf } from "./vocabulary.ts";

/** A heading: its words, and the unit and year that stand in it. */
export interface Heading {
  readonly text: string;
  /** As in 营业收入(亿元). */
  readonly unit?: string;
  /** As in 2022年营业收入. */
  readonly year?: string;
}

export interface Headings {
  /** Rows of the headings, counted from 1; the data begins after the last. */
  readonly rows: readonly number[];
  readonly headings: readonly Heading[];
}

/** Rows looked at for headings: above them stand titles and notes. */
const mostRows = 15;

const unitIn = (text: string): string | undefined =>
  [...text.matchAll(/\(([^)]*)\)|\[([^\]]*)\]/g)]
    .map((match) => (match[1] ?? match[2] ?? "").replace(/^单位[:：]?/, "").trim())
    .find((unit) => readUnit(unit) !== undefined);

/** The unit and the year that a heading holds. */
export function headingOf(text: string): Heading {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const unit = unitIn(plain);
  const year = /(?:^|\D)((?:19|20)\d{2})(?:年度?|\D|$)/.exec(plain)?.[1];
  return { text: plain, ...(unit === undefined ? {} : { unit }), ...(year === undefined ? {} : { year }) };
}

/** How sure it is that a text is a heading: known words, or a year of a figure. */
function weight(kind: Kind, text: string): number {
  if (text === "" || text.length > 40) return 0;
  if (targetOf(kind, text) !== undefined || usualMetric(text) !== undefined) return 1;
  return 0;
}

/** What a group of headings says for all below it: the unit and the year. */
function within(group: string, text: string): string {
  const [above, own] = [headingOf(group), headingOf(text)];
  const year = own.year === undefined && above.year !== undefined ? `${above.year}年` : "";
  const unit = own.unit === undefined && above.unit !== undefined ? `(${above.unit})` : "";
  return `${year}${text}${unit}`;
}

/**
 * Two rows of headings as one: what stands above reaches over the empty cells to its right. A heading that is known by
 * itself takes only year and unit from its group: 营业收入 below 经济指标(万元).
 */
function merged(kind: Kind, upper: readonly SheetCell[], lower: readonly SheetCell[]): string[] {
  const width = Math.max(upper.length, lower.length);
  let above = "";
  return Array.from({ length: width }, (_, index) => {
    const [over, under] = [cellText(upper[index]), cellText(lower[index])];
    if (over !== "") above = over;
    else if (under === "") above = "";
    if (under === "" || above === under) return over === "" ? under : over;
    const both = `${above}${under}`;
    return weight(kind, both) === 0 && weight(kind, under) > 0 ? within(above, under) : both;
  });
}

const scoreOf = (kind: Kind, texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + weight(kind, text), 0) +
  (texts.some((text) => targetOf(kind, text)?.to === "name") ? 2 : 0);

/**
 * The headings of a sheet, or undefined where no row looks like any: a name column and others that are known, in one
 * row or in two of which the upper spans columns.
 */
export function findHeadings(kind: Kind, sheet: Sheet): Headings | undefined {
  let best:
    | { readonly score: number; readonly rows: readonly number[]; readonly texts: readonly string[] }
    | undefined;
  const last = Math.min(mostRows, sheet.rows.length);
  for (let index = 0; index < last; index++) {
    const row = sheet.rows[index] ?? [];
    const single = row.map(cellText);
    const candidates: [readonly number[], readonly string[]][] = [[[index + 1], single]];
    const next = sheet.rows[index + 1];
    if (next !== undefined) candidates.push([[index + 1, index + 2], merged(kind, row, next)]);
    for (const [rows, texts] of candidates) {
      // A second row that only holds data adds nothing that is known.
      const score = scoreOf(kind, texts) - (rows.length > 1 ? 0.5 : 0);
      if (score > (best?.score ?? 2)) best = { score, rows, texts };
    }
  }
  return best && { rows: best.rows, headings: best.texts.map(headingOf) };
}
