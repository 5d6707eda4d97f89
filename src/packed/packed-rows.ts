// Very many rows as bytes outside the heap of objects: about as much as they take once they are written.
import { newFingerprints } from "./fingerprints.ts";
import { newPackedTexts } from "./packed-texts.ts";
import type { TemporaryFile } from "./temporary-file.ts";

/** Rows to go through, as often as is wanted. */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
}

export interface PackedRows<T> extends Rows<T> {
  /** Adds a row and gives its place. */
  add(row: T): number;
  /** Puts a row in the place of another. */
  replace(place: number, row: T): void;
  at(place: number): T;
}

/**
 * An empty list of rows whose values are what JSON has.
 * @param file takes what is more than a few megabytes
 */
export function newPackedRows<T extends object>(file?: TemporaryFile): PackedRows<T> {
  const texts = newPackedTexts(file);
  /** Which text each row is: one that took the place of another lies at the end of the texts. */
  const places: number[] = [];
  /** Names of columns, in the order in which they were met. */
  const columns: string[] = [];
  const known = new Set<string>();

  function pack(row: T): number {
    for (const name of Object.keys(row)) {
      if (known.has(name)) continue;
      known.add(name);
      columns.push(name);
    }
    // What a row does not have becomes null.
    return texts.add(JSON.stringify(columns.map((name) => (row as Record<string, unknown>)[name])));
  }
  function at(place: number): T {
    const values = JSON.parse(texts.at(places[place] ?? -1)) as unknown[];
    const row: Record<string, unknown> = {};
    for (const [index, value] of values.entries()) {
      const name = columns[index];
      if (name !== undefined && value !== null) row[name] = value;
    }
    return row as T;
  }
  return {
    get length() {
      return places.length;
    },
    add: (row) => places.push(pack(row)) - 1,
    replace(place, row) {
      places[place] = pack(row);
    },
    at,
    *[Symbol.iterator]() {
      for (let place = 0; place < places.length; place++) yield at(place);
    },
  };
}

export interface KeyedRows<T> extends Rows<T> {
  /** Adds a row, or makes one of it and of the row that has its key already. */
  add(row: T): void;
}

/** An empty list of rows of which no two have the same key, kept as packed rows are. */
export function newKeyedRows<T extends object>(
  keyOf: (row: T) => string,
  joined: (before: T, row: T) => T,
  file?: TemporaryFile,
): KeyedRows<T> {
  const rows = newPackedRows<T>(file);
  const places = newFingerprints();
  return {
    get length() {
      return rows.length;
    },
    add(row) {
      const place = places.add(keyOf(row), rows.length);
      if (place === undefined) rows.add(row);
      else rows.replace(place, joined(rows.at(place), row));
    },
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
}
