// Numbers as people write them, and what of them can be kept exactly: thousands separators, full width, a unit in the
// cell. What could be read in two ways, and what the engines would round, is not read. Pure; knows no rows.
import type { Property } from "./definitions.ts";
import { normalUnits, readUnit, scale } from "./units.ts";

/** The largest whole number that figures hold exactly, on every engine and in JSON. */
export const largest = Number.MAX_SAFE_INTEGER;

/** The largest whole number of an integer property: what GraphQL's Int holds. */
const largestInteger = 2_147_483_647;

export type NumberRead = { readonly value: number } | { readonly problem: string };

/** Digits of a number without its sign, point, and the zeros that say nothing. */
function significant(text: string): string {
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  return digits.replace(/0+$/, "");
}

/** Plain digits as a number, where that is what they say to the last digit. */
function exactly(text: string): NumberRead {
  const value = Number(text);
  if (!(Math.abs(value) <= largest)) {
    const shown = text.length > 40 ? `has ${text.replace(/\D/g, "").length} digits and ` : "";
    return { problem: `${shown}is more than is held exactly: numbers go to ${largest}; use a larger unit` };
  }
  const digits = significant(text);
  if (digits.length <= 15 && (value !== 0 || digits === "")) return { value };
  const kept = digits.length <= 100 ? significant(plain(value, digits.length)) : "";
  if (kept === digits && value !== 0) return { value };
  return { problem: `has more digits than are held exactly: it would be kept as ${value}; write at most 15` };
}

/** A number to so many significant digits, without an exponent. */
function plain(value: number, digits: number): string {
  return value.toPrecision(digits).replace(/e[+-]\d+$/, "");
}

/** What the number of a unit makes in the unit of a property: 5000万元 is 50000000 in yuan. */
function factorOf(unit: string, wanted: string): number | undefined {
  const zh = Object.hasOwn(normalUnits, wanted)
    ? normalUnits[wanted as keyof typeof normalUnits].zh
    : undefined;
  for (const text of [unit, ...(zh !== undefined && /^[十百千万亿]+$/.test(unit) ? [`${unit}${zh}`] : [])]) {
    const read = readUnit(text);
    if (read !== undefined && [read.normal, ...read.also].includes(wanted)) return read.factor;
  }
  return undefined;
}

const no = (integer: boolean): string =>
  integer
    ? "is no whole number: write digits only"
    : "is no number: write digits with a decimal point, such as 1021.3";

/** Why a text is no number, where that can be told. */
function whyNot(text: string, property: Property, integer: boolean): string {
  if (/^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text))
    return "was shortened by a spreadsheet: format the column as a number without exponent and save it again";
  if (/^[+-]?\d[\d,]*,\d+(?:\.\d+)?$/.test(text))
    return `${no(integer)}; commas may stand between groups of three digits only`;
  const about = /^(?:约|近|超过?|逾|不[低少]于|不超过|最高|>|<|≥|≤|~)\s*\d|(?:以上|以下|左右|余|多)$/.test(
    text,
  );
  if (about) return `${no(integer)}; that it is not exact is said in another column: bound, or note`;
  const unit = /^[+-]?[\d,]+(?:\.\d+)?\s*([^\d\s,.][^\d]*)$/.exec(text)?.[1];
  if (unit === undefined) return no(integer);
  if (property.unit === undefined) return `${no(integer)}; a unit stands in a column of its own`;
  return `${no(integer)}; ${unit.trim()} is no unit of ${property.unit}`;
}

/** A number that is not empty, as the property wants it: in its unit, whole where it must be, within its bounds. */
export function readNumber(text: string, property: Property): NumberRead {
  const integer = property.type === "integer";
  const written = /[^\x20-\x7e]/.test(text) ? text.normalize("NFKC").trim() : text;
  const match = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?\s*([^\d\s,.].*)?$/.exec(written);
  if (match === null) return { problem: whyNot(written, property, integer) };
  const [, sign = "", whole = "", fraction = "", unit] = match;
  const factor =
    unit === undefined ? 1 : property.unit === undefined ? undefined : factorOf(unit.trim(), property.unit);
  if (factor === undefined) return { problem: whyNot(written, property, integer) };
  const read = exactly(`${sign === "+" ? "" : sign}${whole.replaceAll(",", "")}${fraction}`);
  if ("problem" in read) return read;
  return within(factor === 1 ? read.value : scale(read.value, factor), property);
}

function within(value: number, property: Property): NumberRead {
  const { least, most } = property;
  if (property.type === "integer") {
    if (!Number.isInteger(value)) return { problem: no(true) };
    if (Math.abs(value) > largestInteger)
      return { problem: `is more than is held exactly: whole numbers here go to ${largestInteger}` };
  }
  if (Math.abs(value) > largest)
    return { problem: `is more than is held exactly: numbers go to ${largest} in ${property.unit}` };
  if (least !== undefined && value < least) return { problem: `must be ${least} or more` };
  if (most !== undefined && value > most) return { problem: `must be ${most} or less` };
  return { value };
}
