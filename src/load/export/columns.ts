// The columns of a file for neo4j-admin: found as values come by, with the type that each needs.
import type { Properties, ValueType } from "../../ontology/definitions.ts";
import type { Json } from "../../store/port.ts";
import type { Stored } from "../rows.ts";

/** Between the items of a list: a character that no text has. */
export const arrayDelimiter = "\u001f";

type ColumnType = "string" | "long" | "double" | "boolean" | "string[]" | "double[]";

/** neo4j-admin takes an empty list for none: this property names those of a row until the statements after import. */
export const emptyLists = "emptyLists";

export interface Columns {
  /** The properties that were an empty list somewhere. */
  readonly empties: ReadonlySet<string>;
  /** Whether a row has properties without a column. */
  lacks(values: Stored): boolean;
  /** Makes room for the properties of a row. */
  admit(values: Stored): void;
  /** The line of a row that has been admitted: the cells given first, then its properties. */
  line(first: readonly string[], values: Stored): string;
  /** The header of the rows admitted so far. */
  header(first: readonly string[]): string;
}

const declaredTypes: Readonly<Record<ValueType, ColumnType>> = {
  text: "string",
  texts: "string[]",
  integer: "long",
  float: "double",
  boolean: "boolean",
  date: "string",
  period: "string",
  enum: "string",
  sources: "string[]",
};

function typeOf(value: Json, name: string, properties: Properties): ColumnType {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number")
    return properties[name]?.type === "float" || !Number.isInteger(value) ? "double" : "long";
  if (Array.isArray(value)) return value.some((item) => typeof item === "number") ? "double[]" : "string[]";
  return "string";
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function cell(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value) && value.length === 0) return "";
  if (Array.isArray(value)) return quoted(value.map(String).join(arrayDelimiter));
  return typeof value === "string" ? quoted(value) : String(value);
}

/** Columns for the properties declared, and for others as they come. `own` stand among the first cells. */
export function newColumns(properties: Properties, own: readonly string[]): Columns {
  const types = new Map<string, ColumnType>(
    Object.entries(properties)
      .filter(([name]) => !own.includes(name))
      .map(([name, property]) => [name, declaredTypes[property.type]]),
  );
  types.set(emptyLists, "string[]");
  const empties = new Set<string>();
  return {
    empties,
    lacks(values) {
      for (const name in values)
        if (values[name] !== null && !types.has(name) && !own.includes(name)) return true;
      return false;
    },
    admit(values) {
      for (const [name, value] of Object.entries(values)) {
        if (value === null || own.includes(name)) continue;
        const type = typeOf(value, name, properties);
        const known = types.get(name);
        // A column of whole numbers in which a fraction turns up holds fractions.
        if (known === undefined || (known === "long" && type === "double")) types.set(name, type);
      }
    },
    line(first, values) {
      const empty: string[] = [];
      for (const name in values) {
        const value = values[name];
        if (Array.isArray(value) && value.length === 0) empty.push(name);
      }
      for (const name of empty) empties.add(name);
      const cells = [...types.keys()].map((name) =>
        cell(name === emptyLists && empty.length > 0 ? empty : values[name]),
      );
      return `${[...first, ...cells].join(",")}\n`;
    },
    header: (first) => `${[...first, ...[...types].map(([name, type]) => `${name}:${type}`)].join(",")}\n`,
  };
}
