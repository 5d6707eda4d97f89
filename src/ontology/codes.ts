// Codes by which people look things up, and former names with their dates: how each may be written, and the one form in
// which it is kept. Pure; knows no rows.

import { readUnit } from "./units.ts";

export type CodeRead = { readonly value: string } | { readonly problem: string };

/** The section of GB/T 4754 that each division belongs to: its last division, in order. */
const sections: readonly (readonly [letter: string, last: number])[] = [
  ...(["A:5", "B:12", "C:43", "D:46", "E:50", "F:52", "G:60", "H:62", "I:65", "J:69", "K:70"] as const),
  ...(["L:72", "M:75", "N:79", "O:82", "P:83", "Q:85", "R:90", "S:96", "T:97"] as const),
].map((text) => [text.slice(0, 1), Number(text.slice(2))] as const);

/** An industry code of GB/T 4754 with its letter: `3831` and `c3831` are `C3831`. */
export function readIndustryCode(text: string): CodeRead {
  const match = /^([A-T])?(\d{2,4})$/.exec(text.normalize("NFKC").toUpperCase().replace(/\s/g, ""));
  if (match === null) {
    const letter = /^[A-T]$/.exec(text.toUpperCase());
    if (letter !== null) return { value: letter[0] };
    return { problem: "is no code of GB/T 4754: write the letter and two to four digits, such as C3831" };
  }
  const [, letter, digits = ""] = match;
  const division = Number(digits.slice(0, 2));
  const section = sections.find(([, last]) => division >= 1 && division <= last)?.[0];
  if (section === undefined) return { problem: `${digits.slice(0, 2)} is no division of GB/T 4754` };
  if (letter !== undefined && letter !== section)
    return { problem: `division ${digits.slice(0, 2)} of GB/T 4754 belongs to ${section}, not ${letter}` };
  return { value: `${section}${digits}` };
}

/** A stock code without its exchange: `688211.SH`, `SH688211` and `688211` are `688211`. */
export function readStockCode(text: string): CodeRead {
  const plain = text.normalize("NFKC").toUpperCase().replace(/\s/g, "");
  const bare = plain.replace(/^(?:SH|SZ|BJ|HK)[:.]?(?=\d)/, "").replace(/\.(?:SH|SS|SZ|BJ|HK)$/, "");
  return /^(?:\d{4,6}|[A-Z][A-Z.]{0,5})$/.test(bare)
    ? { value: bare }
    : { problem: "is no stock code: write its digits, such as 688211, or its letters" };
}

/** The unit in which figures of a stated unit are compared: 亿元 is yuan, 家 is count. */
function readComparedUnit(text: string): CodeRead {
  const read = readUnit(text.trim());
  return read === undefined
    ? { problem: "is no unit that is known: write one of docs/units.md, as 亿元, 家 or %" }
    : { value: read.normal };
}

const codes: Readonly<Record<string, (text: string) => CodeRead>> = {
  comparedUnit: readComparedUnit,
  industryCode: readIndustryCode,
  stockCode: readStockCode,
};

/** The reader of a property that holds a code; undefined for all others. */
export const codeReaderOf = (property: string): ((text: string) => CodeRead) | undefined =>
  Object.hasOwn(codes, property) ? codes[property] : undefined;

/** A value that something is looked up by, in the form in which it is kept; as it is where it is no code. */
export function asKept(property: string, value: unknown): unknown {
  const read = typeof value === "string" ? codeReaderOf(property)?.(value) : undefined;
  return read !== undefined && "value" in read ? read.value : value;
}

/** A former name, with the dates between which it was borne as far as they are known. */
export interface FormerName {
  readonly name: string;
  readonly since: string;
  readonly until: string;
}

/**
 * A former name as a cell has it: `旧名`, `旧名@2004/2015-06`, `旧名@/2015` or `旧名@2004/`. Undefined where it is none.
 * @param isDate whether a text is a date
 */
export function parseFormerName(text: string, isDate: (text: string) => boolean): FormerName | undefined {
  const at = text.lastIndexOf("@");
  if (at === -1) return text === "" ? undefined : { name: text, since: "", until: "" };
  const [name, dates] = [
    text.slice(0, at).trim(),
    text
      .slice(at + 1)
      .trim()
      .split("/"),
  ];
  const [since = "", until = ""] = dates;
  const fine =
    dates.length === 2 &&
    (since !== "" || until !== "") &&
    [since, until].every((one) => one === "" || isDate(one));
  return fine && name !== "" && (since === "" || until === "" || since <= until)
    ? { name, since, until }
    : undefined;
}
