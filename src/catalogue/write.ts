// A table written as CSV, NDJSON, JSON, a workbook or Parquet. Text goes out row by row; the last column of each says
// which version of the data it was read from.
import Papa from "papaparse";
import type { Table } from "./ask.ts";
import { inBoth } from "./note.ts";
import { parquet } from "./parquet.ts";
import type { Cell } from "./rows.ts";
import { versionColumn, type WriteOptions } from "./version-column.ts";
import { workbook as xlsx } from "./workbook.ts";

/** The endings of addresses, and what each is. */
export const formats = {
  csv: { type: "text/csv; charset=utf-8" },
  ndjson: { type: "application/x-ndjson; charset=utf-8" },
  json: { type: "application/json; charset=utf-8" },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  parquet: { type: "application/vnd.apache.parquet" },
} as const;

export type Format = keyof typeof formats;

export const isFormat = (text: string): text is Format => Object.hasOwn(formats, text);

/** Texts that a spreadsheet would take for a formula; numbers are no such texts. */
const formula = /^[=+\-@\t\r]/;

/** A cell for CSV: what would be read as a formula begins with an apostrophe, as spreadsheets themselves write it. */
const harmless = (cell: Cell): string =>
  cell === null ? "" : typeof cell === "string" && formula.test(cell) ? `'${cell}` : String(cell);

const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map(harmless)),
    { newline: "\r\n" },
  )}\r\n`;

async function* csv(table: Table, { version, bom }: WriteOptions): AsyncGenerator<string> {
  const names = [...table.columns.map(({ name }) => name), versionColumn];
  yield `${bom ? "\uFEFF" : ""}${csvLines([names])}`;
  for await (const rows of table.batches)
    if (rows.length > 0) yield csvLines(rows.map((row) => [...row, version]));
}

const objectOf = (table: Table, row: readonly Cell[]): Record<string, Cell> =>
  Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index] ?? null]));

async function* ndjson(table: Table, { version }: WriteOptions): AsyncGenerator<string> {
  for await (const rows of table.batches) {
    const lines = rows.map((row) => JSON.stringify({ ...objectOf(table, row), [versionColumn]: version }));
    if (lines.length > 0) yield `${lines.join("\n")}\n`;
  }
}

async function* json(table: Table, { version }: WriteOptions): AsyncGenerator<string> {
  const head = {
    [versionColumn]: version,
    total: table.total ?? null,
    columns: table.columns.map(({ name, type }) => ({ name, type })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let first = true;
  for await (const rows of table.batches) {
    for (const row of rows) {
      yield `${first ? "\n" : ",\n"}${JSON.stringify(objectOf(table, row))}`;
      first = false;
    }
  }
  const note = table.note?.();
  yield `\n],"cut":${table.cut()}${note === undefined ? "" : `,"note":${JSON.stringify(inBoth(note))}`}}\n`;
}

const writers = { csv, ndjson, json, xlsx, parquet };

/** The table in a form, piece by piece. */
export function writeTable(
  format: Format,
  table: Table,
  options: WriteOptions,
): AsyncGenerator<string | Uint8Array> {
  return writers[format](table, options);
}
