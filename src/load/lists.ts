// Rows to create as lists, not maps: the names of their properties stand once, in the statement, and are not sent,
// read and looked up anew for each of two thousand rows. Nodes are written in half the time, relations in two thirds.
import type { Properties } from "../ontology/definitions.ts";
import type { Json } from "../store/port.ts";
import type { Stored } from "./rows.ts";

/** Rows as lists, in which each property has its place; absent ones are null. Places are given as properties come. */
export interface Lists {
  /** Takes a row: values that stand first, and properties by name. Gives how many there are. */
  put(first: readonly string[], properties: Stored): number;
  /** The rows put since the last time, with the names of their places. */
  take(): { readonly names: readonly string[]; readonly rows: Json[] };
}

/** No rows yet. */
export function newLists(): Lists {
  const places = new Map<string, number>();
  const names: string[] = [];
  let rows: Json[][] = [];
  return {
    put(first, properties) {
      for (const name in properties) {
        if (places.has(name)) continue;
        places.set(name, names.length);
        names.push(name);
      }
      const row: Json[] = new Array(first.length + names.length).fill(null);
      for (let at = 0; at < first.length; at++) row[at] = first[at] ?? null;
      for (const name in properties) row[first.length + (places.get(name) ?? 0)] = properties[name] ?? null;
      return rows.push(row);
    },
    take() {
      const taken = rows;
      rows = [];
      const width = Math.max(0, ...taken.map((row) => row.length));
      for (const row of taken) while (row.length < width) row.push(null);
      return { names: [...names], rows: taken };
    },
  };
}

/** The map of what stands in a list from a place on. A property that is null is none. */
export function mapOf(names: readonly string[], first: number, properties: Properties): string {
  const pairs = names.map((name, index) => {
    const value = `row[${first + index}]`;
    return `\`${name}\`: ${properties[name]?.type === "float" ? `toFloat(${value})` : value}`;
  });
  return `{${pairs.join(", ")}}`;
}
