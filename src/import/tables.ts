// The CSV files of a folder as tables of texts, read whole and written whole: what an import adds to and takes from.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { besides, unwritable } from "../load/layer-swap.ts";

export type TableRow = Record<string, string>;

/** Rows by file, the file relative to the folder: `entities/Enterprise.csv`. */
export type Tables = Map<string, TableRow[]>;

const csvFiles = (folder: string, under: string): string[] => {
  const path = join(folder, under);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(".csv") && !name.startsWith("."));
  return names.sort().map((name) => (under === "" ? name : `${under}/${name}`));
};

/** The rows of one CSV file in UTF-8. */
export function readTable(path: string): TableRow[] {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  return Papa.parse<TableRow>(text, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim(),
  }).data;
}

/** The files of a folder that hold tables of data. */
const tableFiles = (folder: string): string[] => [
  ...csvFiles(folder, "entities"),
  ...csvFiles(folder, "relations"),
  ...csvFiles(folder, "").filter((name) => name === "observations.csv"),
];

/** The tables of a folder of data: entities, relations and observations. None where there is no such folder. */
export const readTables = (folder: string): Tables =>
  new Map(tableFiles(folder).map((file) => [file, readTable(join(folder, file))]));

/** Columns in the order of their first row. */
function columnsOf(rows: readonly TableRow[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  return [...columns];
}

const csvText = (rows: readonly TableRow[]): string => {
  const columns = columnsOf(rows);
  const used = columns.filter((column) => rows.some((row) => (row[column] ?? "") !== ""));
  return `${Papa.unparse({ fields: used, data: rows.map((row) => used.map((column) => row[column] ?? "")) }, { newline: "\n" })}\n`;
};

/**
 * Writes tables and other files into a folder as one: beside it first, then in its place. Killed at any moment, the
 * folder is as it was or as it is to be, once `recoverLayer` has run.
 * @throws IndustryGraphError BAD_SETTING where the folder cannot be written
 */
export function writeTables(
  folder: string,
  tables: Tables,
  others: ReadonlyMap<string, string | Uint8Array>,
): void {
  const [next, before] = [besides(folder, "next"), besides(folder, "before")];
  try {
    rmSync(next, { recursive: true, force: true });
    if (existsSync(folder)) cpSync(folder, next, { recursive: true });
    mkdirSync(next, { recursive: true });
    for (const file of tableFiles(next)) rmSync(join(next, file));
    const write = (file: string, content: string | Uint8Array): void => {
      mkdirSync(dirname(join(next, file)), { recursive: true });
      writeFileSync(join(next, file), content, { flush: true });
    };
    for (const [file, rows] of tables) if (rows.length > 0) write(file, csvText(rows));
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
