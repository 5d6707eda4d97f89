// The columns of a file for neo4j-admin: found as values come by, with the type that each needs.
import type { Properties } from "../../ontology/definitions.ts";
import type { Json } from "../../store/port.ts";
import type { Stored } from "../rows.ts";

/** Between the items of a list: a character that no text has. */
export const arrayDelimiter = "\u001f";

type ColumnType = "string" | "long" | "double" | "boolean" | "string[]" | "double[]";

export interface Columns {
  /** The line of a row: the cells given first, then its properties. */
  line(first: readonly string[], values: Stored): string;
  /** The header, known once all rows have come by. */
  header(first: readonly string[]): string;
}

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
  if (Array.isArray(value)) return quoted(value.map(String).join(arrayDelimiter));
  return typeof value === "string" ? quoted(value) : String(value);
}

/** Columns that begin empty. `own` is left out: it stands among the first cells. */
export function newColumns(properties: Properties, own: readonly string[]): Columns {
  const types = new Map<string, ColumnType>();
  return {
    line(first, values) {
      for (const [name, value] of Object.entries(values)) {
        if (value === null || own.includes(name)) continue;
        const type = typeOf(value, name, properties);
        const known = types.get(name);
        // A column of whole numbers in which a fraction turns up holds fractions.
        if (known === undefined || (known === "long" && type === "double")) types.set(name, type);
      }
      const cells = [...types.keys()].map((name) => cell(values[name]));
      return `${[...first, ...cells].join(",")}\n`;
    },
    header: (first) => `${[...first, ...[...types].map(([name, type]) => `${name}:${type}`)].join(",")}\n`,
  };
}
