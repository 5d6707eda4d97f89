// Reads a CSV cell as the ontology says: the value to store, or what is wrong with it and what to write instead.
import { z } from "zod";
import { codeReaderOf, parseFormerName } from "./codes.ts";
import type { Property, ValueType } from "./definitions.ts";

export type Cell = { readonly value: unknown } | { readonly problem: string };

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a text is a date as precise as known: `2021`, `2021-12` or `2021-12-03`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? "1"), Number(match[3] ?? "1")];
  return year >= 1000 && isRealDate(year, month, day);
}

/** Whether a text is a period: a date, a half, a quarter, or two dates with a slash between. */
export function isPeriod(text: string): boolean {
  const halves = text.split("/");
  if (halves.length === 2) return halves.every(isDate) && (halves[0] ?? "") <= (halves[1] ?? "");
  return halves.length === 1 && (isDate(text) || /^\d{4}-(?:H[12]|Q[1-4])$/.test(text));
}

/** A citation `stem:line`, split at the last colon; undefined where it is none. */
export function parseCitation(text: string): { stem: string; line: number } | undefined {
  const match = /^(.+):(\d+)$/.exec(text);
  const line = Number(match?.[2] ?? 0);
  return match?.[1] === undefined || line < 1 ? undefined : { stem: match[1], line };
}

const number = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/, "is no number: write digits with a decimal point, such as 1021.3")
  .transform(Number);
const list = z.string().transform((text) =>
  text
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

/** How a cell of each type is read. Figures carry no separators and no units. */
const readers: Record<Exclude<ValueType, "enum">, z.ZodType<unknown, string>> = {
  text: z.string(),
  texts: list,
  integer: z
    .string()
    .regex(/^-?\d+$/, "is no whole number: write digits only")
    .transform(Number)
    .refine(Number.isSafeInteger, "is too large"),
  float: number,
  boolean: z.enum(["true", "false"], "must be true or false").transform((text) => text === "true"),
  date: z.string().refine(isDate, "is no date: write 2021, 2021-12 or 2021-12-03"),
  period: z
    .string()
    .refine(isPeriod, "is no period: write 2022, 2022-H1, 2022-Q3, 2023-10 or 2023-01/2023-10"),
  sources: list.refine(
    (parts) => parts.every((part) => parseCitation(part) !== undefined),
    "must be citations stem:line, separated by |, with lines counted from 1",
  ),
};

function readerOf(property: Property): z.ZodType<unknown, string> {
  if (property.type !== "enum") return readers[property.type];
  return z.enum(property.values ?? [], `must be one of ${(property.values ?? []).join(", ")}`);
}

interface Reader {
  readonly schema: z.ZodType<unknown, string>;
  /** Cells read before: years, levels and citations repeat from row to row. */
  readonly cells: Map<string, Cell>;
}

const readersKnown = new WeakMap<Property, Reader>();
const cellsKept = 4_096;

const isYear = (name: string): boolean => name === "year" || name === "renewedIn";

function read(name: string, text: string, { schema }: Reader): Cell {
  if (name === "formerNames") {
    const wrong = text.split("|").find((part) => part.trim() !== "" && !parseFormerName(part.trim(), isDate));
    if (wrong !== undefined)
      return {
        problem: `${JSON.stringify(wrong)} is no former name: write 旧名, 旧名@2004/2015-06, 旧名@/2015 or 旧名@2004/`,
      };
  }
  if (isYear(name) && !/^[12]\d{3}$/.test(text))
    return { problem: `${JSON.stringify(text)} is no year: write four digits, such as 2022` };
  const parsed = schema.safeParse(text);
  if (parsed.success) return { value: parsed.data };
  const why = parsed.error.issues.map((issue) => issue.message).join("; ");
  return { problem: `${JSON.stringify(text)} ${why}` };
}

/**
 * Reads a cell that is not empty. Equal cells give the same value: treat lists as unchangeable.
 * @param name of the property: years must be four digits
 */
export function readCell(name: string, property: Property, text: string): Cell {
  if (name === "creditCode" && !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) {
    return {
      problem: `${JSON.stringify(text)} is no unified social credit code: it has 18 digits and capital letters`,
    };
  }
  const code = codeReaderOf(name)?.(text);
  if (code !== undefined)
    return "problem" in code ? { problem: `${JSON.stringify(text)} ${code.problem}` } : code;
  if (property.type === "text") return { value: text };
  let reader = readersKnown.get(property);
  if (reader === undefined) {
    reader = { schema: readerOf(property), cells: new Map() };
    readersKnown.set(property, reader);
  }
  const known = reader.cells.get(text);
  if (known !== undefined) return known;
  const cell = read(name, text, reader);
  if (reader.cells.size >= cellsKept) reader.cells.clear();
  reader.cells.set(text, cell);
  return cell;
}
