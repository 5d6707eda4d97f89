// The CSV files of a folder as tables of texts, read whole and written whole: what an import adds to and takes from.
import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { besides, unwritable } from "../load/layer-swap.ts";
import { makeFolder } from "../load/make-folder.ts";
import { newPackedRows, type Rows } from "../packed/packed-rows.ts";
import type { TemporaryFile } from "../packed/temporary-file.ts";

export type TableRow = Record<string, string>;

/** Rows by file, the file relative to the folder: `entities/Enterprise.csv`. */
export type Tables = Map<string, TableRow[]>;

/** Tables that are only gone through. */
export type AllTables = ReadonlyMap<string, Rows<TableRow>>;

const csvFiles = (folder: string, under: string): string[] => {
  const path = join(folder, under);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(".csv") && !name.startsWith("."));
  return names.sort().map((name) => (under === "" ? name : `${under}/${name}`));
};

/** Goes through the rows of one CSV file in UTF-8. */
export function eachRow(path: string, take: (row: TableRow) => void): void {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  Papa.parse<TableRow>(text, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim(),
    step: ({ data }) => take(data),
  });
}

/** The rows of one CSV file in UTF-8. */
export function readTable(path: string): TableRow[] {
  const rows: TableRow[] = [];
  eachRow(path, (row) => rows.push(row));
  return rows;
}

/** The files of a folder that hold tables of data. */
const tableFiles = (folder: string): string[] => [
  ...csvFiles(folder, "entities"),
  ...csvFiles(folder, "relations"),
  ...csvFiles(folder, "").filter((name) => name === "observations.csv"),
];

/**
 * The tables of a folder of data: entities, relations and observations. None where there is no such folder.
 * @param wanted files that are read; all where left out
 */
export const readTables = (folder: string, wanted: (file: string) => boolean = () => true): Tables =>
  new Map(
    tableFiles(folder)
      .filter(wanted)
      .map((file) => [file, readTable(join(folder, file))]),
  );

/** The same as bytes. @param file takes what is too much for memory */
export const readPackedTables = (
  folder: string,
  file: TemporaryFile,
  wanted: (file: string) => boolean = () => true,
): AllTables =>
  new Map(
    tableFiles(folder)
      .filter(wanted)
      .map((name) => {
        const rows = newPackedRows<TableRow>(file);
        eachRow(join(folder, name), rows.add);
        return [name, rows];
      }),
  );

/** Columns that any row has something in, in the order in which rows name them. */
function columnsOf(rows: Rows<TableRow>): string[] {
  const [columns, used] = [new Set<string>(), new Set<string>()];
  for (const row of rows)
    for (const [column, cell] of Object.entries(row)) {
      columns.add(column);
      if (cell !== "") used.add(column);
    }
  return [...columns].filter((column) => used.has(column));
}

/** Rows that are put into CSV at once. */
const rowsOfPiece = 1_000;

/** Records as CSV, piece by piece: the heading first. */
export function* csvPieces<T extends object>(
  rows: Iterable<T>,
  columns: readonly (keyof T & string)[],
): Iterable<string> {
  const text = (cells: unknown[][]): string => `${Papa.unparse(cells, { newline: "\n" })}\n`;
  yield text([[...columns]]);
  let piece: unknown[][] = [];
  for (const row of rows) {
    piece.push(columns.map((column) => row[column] ?? ""));
    if (piece.length < rowsOfPiece) continue;
    yield text(piece);
    piece = [];
  }
  if (piece.length > 0) yield text(piece);
}

/** What a file is to hold, at once or in pieces. */
export type Content = string | Uint8Array | Iterable<string>;

/** Writes a file so that it is on the disk before anything that names it. */
function writeWhole(path: string, content: Content): void {
  if (typeof content === "string" || content instanceof Uint8Array) {
    writeFileSync(path, content, { flush: true });
    return;
  }
  const file = openSync(path, "w");
  try {
    for (const piece of content) writeFileSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes tables and other files into a folder as one: beside it first, then in its place. Killed at any moment, the
 * folder is as it was or as it is to be, once `recoverLayer` has run.
 * @param gone files that are no longer of the folder, unless they are among the others
 * @throws IndustryGraphError BAD_SETTING where the folder cannot be written
 */
export function writeTables(
  folder: string,
  tables: AllTables,
  others: ReadonlyMap<string, Content>,
  gone: readonly string[] = [],
): void {
  const [next, before] = [besides(folder, "next"), besides(folder, "before")];
  try {
    rmSync(next, { recursive: true, force: true });
    if (existsSync(folder)) cpSync(folder, next, { recursive: true });
    makeFolder(next);
    for (const file of tableFiles(next)) rmSync(join(next, file));
    for (const file of gone) rmSync(join(next, file), { force: true });
    const write = (file: string, content: Content): void => {
      makeFolder(dirname(join(next, file)));
      writeWhole(join(next, file), content);
    };
    for (const [file, rows] of tables) if (rows.length > 0) write(file, csvPieces(rows, columnsOf(rows)));
    for (const [file, content] of others) write(file, content);
    if (existsSync(folder)) renameSync(folder, before);
    renameSync(next, folder);
    rmSync(before, { recursive: true, force: true });
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    if (!existsSync(folder) && existsSync(before)) renameSync(before, folder);
    throw unwritable(folder, error);
  }
}
