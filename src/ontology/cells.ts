// Reads a CSV cell as the ontology says: the value to store, or what is wrong with it and what to write instead.
import { nameProblem, textProblem } from "./characters.ts";
import { codeReaderOf, parseFormerName } from "./codes.ts";
import { isDate, isPeriod, whyNoDate } from "./dates.ts";
import type { Property, ValueType } from "./definitions.ts";
import { readNumber } from "./numbers.ts";
import { readDate, readPeriod } from "./written.ts";

export type Cell = { readonly value: unknown } | { readonly problem: string };

/** A citation `stem:line`, split at the last colon; undefined where it is none. */
export function parseCitation(text: string): { stem: string; line: number } | undefined {
  const match = /^(.+):(\d{1,9})$/.exec(text);
  const line = Number(match?.[2] ?? 0);
  return match?.[1] === undefined || line < 1 ? undefined : { stem: match[1], line };
}

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

const partsOf = (text: string): string[] =>
  text
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const flags: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(["true", "yes", "y", "1", "是", "√", "✓", "✔"].map((word) => [word, true])),
  ...Object.fromEntries(["false", "no", "n", "0", "否", "×", "✗", "✘"].map((word) => [word, false])),
};

type Read = (text: string, property: Property) => Cell;

function list(text: string): Cell {
  const parts = partsOf(text);
  for (const part of parts) {
    const wrong = nameProblem(part);
    if (wrong !== undefined) return { problem: wrong };
  }
  return { value: parts };
}

/** Citations; a full-width colon or bar is one like any other. */
function citations(text: string): Cell {
  const parts = partsOf(text.replaceAll("｜", "|")).map((part) => part.replace(/：(?=\d+$)/, ":"));
  return parts.every((part) => parseCitation(part) !== undefined)
    ? { value: parts }
    : {
        problem: `${quoted(text)} must be citations stem:line, separated by |, with lines counted from 1`,
      };
}

/** How a cell of each type is read. */
const readers: Readonly<Record<ValueType, Read>> = {
  text: (text) => ({ value: text }),
  texts: list,
  integer: (text, property) => numbered(text, property),
  float: (text, property) => numbered(text, property),
  boolean(text) {
    const value = flags[text.normalize("NFKC").toLowerCase()];
    return value === undefined ? { problem: `${quoted(text)} must be true or false (是 or 否)` } : { value };
  },
  date: (text) =>
    dated(
      text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"),
      isDate,
      readDate,
      "is no date: write 2021, 2021-12 or 2021-12-03",
    ),
  period: (text) =>
    dated(
      text,
      isPeriod,
      readPeriod,
      "is no period: write 2022, 2022-H1, 2022-Q3, 2023-10 or 2023-01/2023-10",
    ),
  enum: (text, { values = [] }) =>
    values.includes(text)
      ? { value: text }
      : { problem: `${quoted(text)} must be one of ${values.join(", ")}` },
  sources: citations,
};

function dated(
  text: string,
  is: (text: string) => boolean,
  read: (text: string) => string | undefined,
  no: string,
): Cell {
  if (is(text)) return { value: text };
  const why = whyNoDate(text);
  const value = why === undefined ? read(text) : undefined;
  return value === undefined ? { problem: `${quoted(text)} ${why ?? no}` } : { value };
}

function numbered(text: string, property: Property): Cell {
  const read = readNumber(text, property);
  return "problem" in read ? { problem: `${quoted(text)} ${read.problem}` } : read;
}

const formerNames: Read = (text) => {
  const parts = partsOf(text);
  const wrong = parts.find((part) => parseFormerName(part, isDate) === undefined);
  if (wrong !== undefined)
    return {
      problem: `${quoted(wrong)} is no former name: write 旧名, 旧名@2004/2015-06, 旧名@/2015 or 旧名@2004/`,
    };
  return list(text);
};

const year: Read = (text, property) => {
  const plain = text.normalize("NFKC").replace(/\s*年$/, "");
  if (!/^[12]\d{3}$/.test(plain))
    return { problem: `${quoted(text)} is no year: write four digits, such as 2022` };
  return readers[property.type](plain, property);
};

const creditCode: Read = (text) => {
  const code = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)
    ? { value: code }
    : {
        problem: `${quoted(text)} is no unified social credit code: it has 18 digits and capital letters`,
      };
};

/** A reference or an id; a full-width colon behind the prefix is one like any other. */
const reference: Read = (text) => ({ value: text.replace(/^([a-z-]+)：/, "$1:") });

/** Readers of properties whose name says more than their type. */
const byName: Readonly<Record<string, Read>> = {
  formerNames,
  year,
  renewedIn: year,
  creditCode,
  id: reference,
  from: reference,
  to: reference,
  subject: reference,
};

function readerOf(name: string): Read | undefined {
  if (Object.hasOwn(byName, name)) return byName[name];
  const code = codeReaderOf(name);
  if (code === undefined) return undefined;
  return (text) => {
    const read = code(text);
    return "problem" in read ? { problem: `${quoted(text)} ${read.problem}` } : read;
  };
}

/** Texts by which engines look things up, which they hold to a length. */
const isName = (name: string, { indexed, unique, distinct }: Property): boolean =>
  name === "id" ||
  name === "name" ||
  name === "key" ||
  indexed === true ||
  unique === true ||
  distinct === true;

interface Reader {
  readonly read: Read;
  /** Whether the text itself is the value. */
  readonly plain: boolean;
  readonly named: boolean;
  /** Cells read before: years, levels and citations repeat from row to row. */
  readonly cells: Map<string, Cell>;
}

const readersKnown = new WeakMap<Property, Map<string, Reader>>();
const cellsKept = 4_096;

function newReader(name: string, property: Property): Reader {
  const own = readerOf(name);
  return {
    read: own ?? readers[property.type],
    plain: property.type === "text",
    named: property.type === "text" && isName(name, property),
    cells: new Map(),
  };
}

function knownReader(name: string, property: Property): Reader {
  let known = readersKnown.get(property);
  if (known === undefined) {
    known = new Map();
    readersKnown.set(property, known);
  }
  let reader = known.get(name);
  if (reader === undefined) {
    reader = newReader(name, property);
    known.set(name, reader);
  }
  return reader;
}

/**
 * Reads a cell that is not empty. Equal cells give the same value: treat lists as unchangeable.
 * @param name of the property: years must be four digits
 */
export function readCell(name: string, property: Property, text: string): Cell {
  const reader = knownReader(name, property);
  if (reader.plain) {
    const wrong = reader.named ? nameProblem(text) : textProblem(text);
    return wrong === undefined ? reader.read(text, property) : { problem: wrong };
  }
  const known = reader.cells.get(text);
  if (known !== undefined) return known;
  const cell = reader.read(text, property);
  if (reader.cells.size >= cellsKept) reader.cells.clear();
  reader.cells.set(text, cell);
  return cell;
}
