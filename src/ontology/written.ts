// Dates and periods as people write them, in Chinese or English, full width or half: read into the one form in which
// they are kept. Pure. What has no one meaning is not read: a caller says which forms are.
import { isDate, isPeriod } from "./dates.ts";

const digits = "〇一二三四五六七八九";

/** Width, dashes and spaces made plain, the midnight that spreadsheets add left off; a year in Chinese numerals made one in digits (二〇二一年). */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[ T]0{1,2}:00(?::00(?:\.0+)?)?$/, "")
    .replace(/[零〇○]/g, "〇")
    .replace(/[〇一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((one) => digits.indexOf(one)).join(""),
    )
    .replace(/[‐‑‒–—―－−]/g, "-")
    .replace(/[~～〜]|至|到/g, "~")
    .replace(/\s+/g, "")
    .trim();
}

/** 十四五, the five years of a plan: the first were 1953 to 1957, the sixth began in 1981 and the rest follow. */
function planned(text: string): string | undefined {
  const match = /^[“"']?(十?[一二三四五六七八九]|十)五[”"']?(?:规划)?(?:时期|期间)?$/.exec(text);
  if (match === null) return undefined;
  const words = match[1] ?? "";
  const number = (words.startsWith("十") ? 10 : 0) + digits.indexOf(words.replace("十", "") || "〇");
  return number < 6 ? undefined : `${1951 + 5 * number}/${1955 + 5 * number}`;
}

const two = (number: string | undefined): string => (number ?? "").padStart(2, "0");

/** A date in plain characters: 2021年12月3日, 2021.12.3, 2021-1-3. */
function dateOf(text: string): string | undefined {
  const match =
    /^(\d{4})年?$/.exec(text) ??
    /^(\d{4})(?:年|[-./])(\d{1,2})月?$/.exec(text) ??
    /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?$/.exec(text);
  if (match !== null) {
    const [, year, month, day] = match;
    const date = [
      year,
      ...(month === undefined ? [] : [two(month)]),
      ...(day === undefined ? [] : [two(day)]),
    ];
    return date.join("-");
  }
  const end = /^(\d{4})年?(?:年?底|年?末)$/.exec(text);
  return end === null ? undefined : `${end[1]}-12-31`;
}

/** A date as precise as it was written, such as `2021-12` for 2021年12月; undefined where it is none. */
export function readDate(text: string): string | undefined {
  const date = dateOf(plain(text));
  return date !== undefined && isDate(date) ? date : undefined;
}

const halves: Readonly<Record<string, string>> = { 上: "1", 下: "2" };
const quarters: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4" };
const quarter = (text: string | undefined): string => quarters[text ?? ""] ?? text ?? "";

/** What follows the year of a period in words. */
function partOf(year: string, rest: string): string | undefined {
  if (/^(?:全年|全?年?度)?$/.test(rest)) return year;
  const half = /^([上下])半年$/.exec(rest) ?? /^-?H([12])$/i.exec(rest);
  if (half !== null) return `${year}-H${halves[half[1] ?? ""] ?? half[1]}`;
  const single = /^第?([一二三四1-4])季度?$/.exec(rest) ?? /^-?Q([1-4])$/i.exec(rest);
  if (single !== null) return `${year}-Q${quarter(single[1])}`;
  const first = /^前([二三2-3])个?季度?$/.exec(rest);
  if (first !== null) return `${year}-01/${year}-${two(String(Number(quarter(first[1])) * 3))}`;
  const months = /^前(\d{1,2})个?月$/.exec(rest) ?? /^1月?[-~](\d{1,2})月$/.exec(rest);
  if (months !== null) return `${year}-01/${year}-${two(months[1])}`;
  const between = /^(\d{1,2})月?[-~](\d{1,2})月$/.exec(rest);
  return between === null ? undefined : `${year}-${two(between[1])}/${year}-${two(between[2])}`;
}

/**
 * A period in the form in which it is kept: `2022-H1` for 2022年上半年, `2023-01/2023-10` for 2023年1-10月;
 * undefined where it is none.
 */
export function readPeriod(text: string): string | undefined {
  const written = plain(text);
  const ends = written.split(/[~/]|(?<=^\d{4}年?)-(?=\d{4}年?$)/);
  const within = /^(\d{4})年?(.*)$/.exec(written);
  const [start = "", end] = ends;
  const read =
    planned(written) ??
    dateOf(written) ??
    (within === null ? undefined : partOf(within[1] ?? "", within[2] ?? "")) ??
    (ends.length === 2 && end !== undefined && !/^\d{1,2}$/.test(end)
      ? `${dateOf(start) ?? "none"}/${dateOf(end) ?? "none"}`
      : undefined);
  return read !== undefined && isPeriod(read) ? read : undefined;
}

/** The forms that are read, for the message that refuses another. */
export const dateForms = "2021, 2021-12 or 2021-12-03 (2021年, 2021年12月, 2021年12月3日)";
export const periodForms =
  "2022, 2022-H1, 2022-Q3, 2023-10 or 2023-01/2023-10 (2022年, 2022年上半年, 2022年三季度, 2023年10月, 2023年1-10月, 2021-2022年, 十四五)";
