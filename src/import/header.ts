// Finds where a table begins in a sheet: titles above it, headings in one row or two, and what each heading says.
import type { Kind } from "../ontology/model.ts";
import { readUnit } from "../ontology/units.ts";
import { isMoneyMetric, usualMetric } from "./metric-words.ts";
import { partIn } from "./part-of-year.ts";
import { cellText, type Sheet, type SheetCell } from "./sheet.ts";
import { targetOf } from "./vocabulary.ts";

/** A heading: its words, and the unit and year that stand in it. */
export interface Heading {
  readonly text: string;
  /** As in 营业收入(亿元). */
  readonly unit?: string;
  /** As in 2022年营业收入. */
  readonly year?: string;
  /** As in 一季度营业收入. */
  readonly part?: string;
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
    .map((match) => match[1] ?? match[2] ?? "")
    // The year may stand beside it: (2023年,万元), (万元、2023年).
    .flatMap((inside) => [inside, ...inside.split(/[,，;；、]/), inside.replace(/(?:19|20)\d{2}年?度?/, "")])
    .map((piece) => piece.replace(/^单位[:：]?/, "").trim())
    .find((unit) => unit !== "" && readUnit(unit) !== undefined);

/** The unit and the year that a heading holds. */
export function headingOf(text: string): Heading {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const unit = unitIn(plain);
  const year = /(?:^|\D)((?:19|20)\d{2})(?:年度?|\D|$)/.exec(plain)?.[1];
  const part = partIn(plain);
  return {
    text: plain,
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    ...(part === undefined ? {} : { part }),
  };
}

const isMoneyUnit = (unit: string): boolean => /元$/.test(unit) && readUnit(unit) !== undefined;

/** Whether a heading is known to be of amounts of money. */
function isMoney(kind: Kind, text: string): boolean {
  const target = targetOf(kind, text);
  return (target?.to === "property" && target.property === "capital") || isMoneyMetric(usualMetric(text));
}

/** How sure it is that a text is a heading: known words, or a year of a figure. */
function weight(kind: Kind, text: string): number {
  if (text === "" || text.length > 40) return 0;
  if (targetOf(kind, text) !== undefined || usualMetric(text) !== undefined) return 1;
  return 0;
}

/** What a group of headings says for all below it: the unit, the year and the part of it. */
function within(group: string, text: string): string {
  const [above, own] = [headingOf(group), headingOf(text)];
  const year = own.year === undefined && above.year !== undefined ? `${above.year}年` : "";
  const unit = own.unit === undefined && above.unit !== undefined ? `(${above.unit})` : "";
  const part = own.part === undefined && above.part !== undefined ? above.part : "";
  return `${year}${part}${text}${unit}`;
}

/**
 * What stands above each column in a row of groups: over the cells that are merged with it, or, where the sheet does
 * not say that any are, over the empty cells to its right that have a heading below.
 */
function above(sheet: Sheet, index: number, lower: readonly SheetCell[]): string[] {
  const upper = (sheet.rows[index] ?? []).map(cellText);
  const width = Math.max(upper.length, lower.length);
  const spans = (sheet.merged ?? []).filter(({ top, bottom }) => top <= index + 1 && index + 1 <= bottom);
  const isMerged = spans.some(({ left, right }) => right > left);
  let before = "";
  return Array.from({ length: width }, (_, column) => {
    const over = upper[column] ?? "";
    if (isMerged) {
      const span = spans.find(({ left, right }) => left <= column && column <= right);
      return span === undefined ? over : (upper[span.left] ?? "");
    }
    if (over !== "") before = over;
    else if (cellText(lower[column]) === "") before = "";
    return before;
  });
}

/** What tells in a second row how a column is filled in: 年月, 打√. Units do so as well: 万元. */
const fillsIn = /^(?:年\/?月(?:\/?日)?|yyyy.*|(?:有|是|请)?打?[√✓]|是\/否)$/i;
const isUnit = (text: string): boolean =>
  /^[(（]?\D{1,6}[)）]?$/.test(text) && unitIn(`(${bareUnit(text)})`) !== undefined;
const bareUnit = (text: string): string => text.replace(/[()（）]/g, "");

/** A column of which only the year, and the unit, stand in the second row: 2023年(亿元) below 营业收入. */
const isYearOf = (over: string, text: string): boolean =>
  usualMetric(over) !== undefined && /^(?:19|20)\d{2}年(?:度|末)?(?:[(（].*[)）])?$/.test(text);

/** A group of titles, which are named below it: 资质（有打√） above 高新技术企业. */
function isOfTitles(kind: Kind, over: string): boolean {
  const target = targetOf(kind, over);
  return target?.to === "relation" && target.relation === "CERTIFIED_AS";
}

/** Text above a table that fills in a form and heads nothing: 填报单位：区工信局. */
const isRemark = (text: string): boolean => /^[^:：(（]{2,8}[:：]/.test(text);

/**
 * Two rows of headings as one. A heading that is known by itself takes only year and unit from its group: 营业收入 below
 * 经济指标(万元). What stands above the column of names as well is about the whole table, and heads none of its columns.
 */
function merged(kind: Kind, sheet: Sheet, index: number): string[] {
  const lower = sheet.rows[index + 1] ?? [];
  const groups = above(sheet, index, lower);
  const names = groups.findIndex((_, column) => targetOf(kind, cellText(lower[column]))?.to === "name");
  return groups.map((over, column) => {
    const [own, under] = [cellText(sheet.rows[index]?.[column]), cellText(lower[column])];
    if (under === "" || over === under) return own === "" ? under : own;
    if (over !== "" && fillsIn.test(under)) return over;
    if (over !== "" && isUnit(under)) return `${over}(${bareUnit(under)})`;
    if (isOfTitles(kind, over)) return under;
    if ((over === groups[names] && column !== names) || isRemark(over)) return under;
    const both = `${over}${under}`;
    return weight(kind, both) === 0 && weight(kind, under) > 0 ? within(over, under) : both;
  });
}

const scoreOf = (kind: Kind, texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + weight(kind, text), 0) +
  (texts.some((text) => targetOf(kind, text)?.to === "name") ? 2 : 0);

/** How much groups say that the headings below them do not: the years and units of figures. */
const told = (
  kind: Kind,
  over: readonly string[],
  texts: readonly string[],
  below: readonly string[],
): number =>
  texts.filter((text, column) => {
    const [group, under] = [over[column] ?? "", below[column] ?? ""];
    if (weight(kind, group) > 0 && (fillsIn.test(under) || isUnit(under) || isYearOf(group, under)))
      return true;
    if (isOfTitles(kind, group) && /\p{Script=Han}{4}/u.test(under)) return true;
    const [both, own] = [headingOf(text), headingOf(below[column] ?? "")];
    const more = both.year !== own.year || both.unit !== own.unit || both.part !== own.part;
    return more && usualMetric(text) !== undefined && usualMetric(below[column] ?? "") !== undefined;
  }).length;

/** The one unit of money that the lines above the headings name for all amounts: 单位：万元. */
function unitAbove(sheet: Sheet, last: number): string | undefined {
  const texts = sheet.rows.slice(0, last - 1).flatMap((row) => row.map(cellText));
  const named = texts.flatMap(
    (text) => /(?:^|[^填报])(?:金额)?单位\s*[:：]\s*([^()（）]+)/.exec(text)?.[1] ?? [],
  );
  const units = new Set(named.flatMap((text) => text.split(/[\s,，、;；/]+/)).filter(isMoneyUnit));
  return units.size === 1 ? [...units][0] : undefined;
}

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
    if (next !== undefined) candidates.push([[index + 1, index + 2], merged(kind, sheet, index)]);
    for (const [rows, texts] of candidates) {
      // A second row that only holds data adds nothing that is known.
      const score =
        scoreOf(kind, texts) +
        (rows.length > 1
          ? told(kind, above(sheet, index, next ?? []), texts, (next ?? []).map(cellText)) - 0.5
          : 0);
      if (score > (best?.score ?? 2)) best = { score, rows, texts };
    }
  }
  if (best === undefined) return undefined;
  const unit = unitAbove(sheet, Math.max(...best.rows));
  const headings = best.texts.map((text) => {
    const heading = headingOf(text);
    const isAmount = unit !== undefined && heading.unit === undefined && isMoney(kind, text);
    return isAmount ? headingOf(`${text}(${unit})`) : heading;
  });
  return { rows: best.rows, headings };
}
