// Two rows of a file that are about one thing: what they say differently, and both as one.
import type { Properties } from "../ontology/definitions.ts";
import {
  isKind,
  isRelationType,
  listProperties,
  propertiesOf,
  relationPropertiesOf,
} from "../ontology/model.ts";
import { readUnit, scale } from "../ontology/units.ts";
import type { TableRow } from "./tables.ts";

export const observationsFile = "observations.csv";

/** The parts of a cell that holds several. */
export const listed = (cell: string | undefined): string[] =>
  (cell ?? "").split("|").filter((part) => part !== "");

/** A value that was not taken, since another row of the layer says otherwise of the same thing. */
export interface Differing {
  /** What the values are of: the name of the entity, or the figure's subject and metric. */
  readonly of: string;
  readonly property: string;
  readonly taken: { readonly value: string; readonly source: string };
  readonly left: { readonly value: string; readonly source: string };
}

/** What is another name or another citation of the same, and no other fact. */
const besideFacts = new Set(["id", "name", "sources", "key", ...listProperties]);

/** The values of a row that may differ: of a figure its amount with the unit, of all else each property. */
const valuesOf = (file: string, row: TableRow): TableRow =>
  file === observationsFile ? { value: `${row.value ?? ""} ${row.unit ?? ""}`.trim() } : row;

const known = new Map<string, Properties>();

/** The properties of what a file holds. */
function propertiesIn(file: string): Properties {
  const before = known.get(file);
  if (before !== undefined) return before;
  const name = file.slice(file.indexOf("/") + 1).replace(/\.csv$/, "");
  const found = isKind(name) ? propertiesOf(name) : isRelationType(name) ? relationPropertiesOf(name) : {};
  known.set(file, found);
  return found;
}

const typeOf = (file: string, property: string): string | undefined =>
  file === observationsFile ? "figure" : propertiesIn(file)[property]?.type;

/** A figure in the unit in which it is compared; undefined where it is none. */
function amountOf(text: string): { readonly value: number; readonly unit: string } | undefined {
  const [, digits = "", unit = ""] = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: (.+))?$/i.exec(text) ?? [];
  if (digits === "") return undefined;
  const read = unit === "" ? undefined : readUnit(unit);
  return read === undefined
    ? { value: Number(digits), unit }
    : { value: scale(Number(digits), read.factor), unit: read.normal };
}

/** Whether a date is another, only more precise: 2015-03 of 2015. */
const isMorePrecise = (one: string, other: string): boolean => one.startsWith(`${other}-`);

/** Whether two values say one thing: an amount in two units, a date more and less precise. */
function isSame(type: string | undefined, one: string, other: string): boolean {
  if (one === other) return true;
  if (type === "date") return isMorePrecise(one, other) || isMorePrecise(other, one);
  if (type !== "figure" && type !== "float" && type !== "integer") return false;
  const [own, its] = [amountOf(one), amountOf(other)];
  return own !== undefined && own.unit === its?.unit && own.value === its.value;
}

/** What two rows of a file that are about one thing say differently. */
export function differing(file: string, one: TableRow, other: TableRow): Differing[] {
  const of =
    file === observationsFile
      ? [one.subject, one.metric, one.period].filter(Boolean).join(" ")
      : (one.name ?? `${one.from} ${one.to}`);
  const theirs = valuesOf(file, other);
  return Object.entries(valuesOf(file, one)).flatMap(([property, taken]) => {
    const left = theirs[property] ?? "";
    if (besideFacts.has(property) || taken === "" || left === "") return [];
    if (isSame(typeOf(file, property), taken, left)) return [];
    return [
      {
        of,
        property,
        taken: { value: taken, source: one.sources ?? "" },
        left: { value: left, source: other.sources ?? "" },
      },
    ];
  });
}

/** Two rows about one thing as one: lists are joined, what is empty is filled; the first's values stay. */
export function joined(file: string, one: TableRow, other: TableRow): TableRow {
  const both: TableRow = {
    ...other,
    ...Object.fromEntries(Object.entries(one).filter(([, cell]) => cell !== "")),
  };
  for (const name of listProperties) {
    const parts = new Set([...listed(one[name]), ...listed(other[name])]);
    if (parts.size > 0) both[name] = [...parts].join("|");
  }
  for (const [name, cell] of Object.entries(other))
    if (typeOf(file, name) === "date" && isMorePrecise(cell, one[name] ?? cell)) both[name] = cell;
  return both;
}
