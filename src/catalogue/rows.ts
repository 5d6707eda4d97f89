// From an answer to the rows of its table.
import type { Column } from "./shape.ts";

/** A cell: what tables hold. */
export type Cell = string | number | boolean | null;

type Value = unknown;

const isMap = (value: Value): value is Record<string, Value> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `name:line`, by the stem of the document where it was selected, else by its name. */
function citation(value: Value): string {
  if (!isMap(value)) return "";
  const document = isMap(value.document) ? value.document : {};
  const name = document.stem ?? document.name ?? document.id ?? "";
  return value.line === undefined ? String(name) : `${name}:${value.line}`;
}

/** All values at a path, lists on the way spread out. A connection whose list was cut says so at the end. */
function valuesAt(value: Value, path: readonly string[]): Value[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (!isMap(value)) return [];
  const found = valuesAt(value[name], rest);
  const list = value[name];
  const total = value.totalCount;
  if (Array.isArray(list) && typeof total === "number" && total > list.length)
    return [...found, `… (${list.length} of ${total})`];
  return found;
}

const isList = (value: Value, path: readonly string[]): boolean => {
  if (Array.isArray(value)) return true;
  const [name, ...rest] = path;
  return name !== undefined && isMap(value) && isList(value[name], rest);
};

const text = (value: Value): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

/** What separates the values of one cell. */
export const separator = "; ";

function cellOf(column: Column, from: Value): Cell {
  const values = valuesAt(from, column.path);
  if (column.citation)
    return values.map((one) => (typeof one === "string" ? one : citation(one))).join(separator);
  if (isList(from, column.path))
    return values.map((one) => (one === null || one === undefined ? "" : text(one))).join(separator);
  const [value = null] = values;
  if (value === null) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : text(value);
}

/**
 * The rows of a table.
 * @param data the answer's `data`
 * @param path response names from the root to the list
 */
export function rowsOf(data: Value, path: readonly string[], columns: readonly Column[]): Cell[][] {
  const rows: Cell[][] = [];
  // What tells why it has nothing to list is a row of its own: its reasons must not be lost with the list.
  const explains = columns.some(({ level, path: own }) => level === path.length - 1 && own.at(-1) === "why");
  const walk = (value: Value, level: number, above: readonly Value[]): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, level, above);
      if (value.length === 0 && level === path.length && explains)
        rows.push(
          columns.map((column) => (column.level < level ? cellOf(column, above[column.level]) : null)),
        );
      return;
    }
    if (!isMap(value)) return;
    const name = path[level];
    const seen = [...above, value];
    if (name === undefined) rows.push(columns.map((column) => cellOf(column, seen[column.level])));
    else walk(value[name], level + 1, seen);
  };
  walk(data, 0, []);
  return rows;
}

/** What a page of a table's list says of the list. */
export interface PageOf {
  /** How many there are in all, where the connection that holds the list tells. */
  readonly total: number | undefined;
  /** How many are on the page. */
  readonly given: number;
  /** Where the next page begins; undefined where there is none, and of a page of nothing, which leads nowhere. */
  readonly endCursor: string | undefined;
  /** Whether a list on the way to the rows goes on after what was given of it; the one that has pages does not count. */
  readonly cut: boolean;
}

/**
 * What an answer says of the list of its table.
 * @param at how many names of the path lead to the connection that holds the list, or has the pages
 */
export function pageOf(data: Value, path: readonly string[], at = path.length - 1): PageOf {
  let value = data;
  for (const name of path.slice(0, at)) value = isMap(value) ? value[name] : undefined;
  const connection = isMap(value) ? value : {};
  const list = connection[path[at] ?? ""];
  const page = isMap(connection.pageInfo) ? connection.pageInfo : {};
  return {
    total: typeof connection.totalCount === "number" ? connection.totalCount : undefined,
    given: Array.isArray(list) ? list.length : 0,
    endCursor: page.hasNextPage === true && typeof page.endCursor === "string" ? page.endCursor : undefined,
    cut: isCut(data, path, page.hasNextPage === undefined ? undefined : connection),
  };
}

/** Whether a connection on the way, other than `but`, holds fewer than it has. */
function isCut(value: Value, path: readonly string[], but: Value): boolean {
  if (Array.isArray(value)) return value.some((one) => isCut(one, path, but));
  const [name, ...rest] = path;
  if (name === undefined || !isMap(value)) return false;
  const list = value[name];
  const total = value.totalCount;
  if (value !== but && Array.isArray(list) && typeof total === "number" && total > list.length) return true;
  return isCut(list, rest, but);
}
