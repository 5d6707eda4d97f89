// Parts of a year in headings: 一季度营业收入, 1-6月产值, 上半年利润. Figures of one metric in several of them are several.
import { readPeriod } from "../ontology/written.ts";

const part =
  /(?:第?[一二三四1-4]季度|前[二三]个?季度|[上下]半年|(?<![\d.])(?:1[0-2]|[1-9])月?[-–—~至到](?:1[0-2]|[1-9])月份?|(?<![\d.\-–—~至到])(?:1[0-2]|[1-9])月份?(?![末底初])|(?<![a-z])q[1-4](?!\d))(?:累计)?/iu;

/** A part of a year as `readPeriod` takes it behind the year. */
const plain = (text: string): string =>
  text
    .replace(/累计|份/gu, "")
    .replace(/[–—~至到]/gu, "-")
    .toUpperCase();

/** The period of a part in a year, or the year where it has none. */
export const periodOf = (year: string, some: string | undefined): string | undefined =>
  some === undefined ? year : readPeriod(`${year}年${some}`);

/** The part of a year that a heading names, as it is kept in a mapping: 一季度, 1-6月, Q2. */
export function partIn(heading: string): string | undefined {
  const found = part.exec(heading)?.[0];
  const own = found === undefined ? undefined : plain(found);
  return own !== undefined && periodOf("2024", own) !== undefined ? own : undefined;
}

/** A heading without the part of a year that it names, unless it says nothing else. */
export function withoutPart(heading: string): string {
  const rest = heading.replace(part, "");
  return rest === "" || partIn(heading) === undefined ? heading : rest;
}
