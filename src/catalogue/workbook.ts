// A table as a workbook. The format is an archive that ends with its directory: rows are held until it is written, so
// their number is bounded.
import writeExcelFile from "write-excel-file/node";
import { IndustryGraphError } from "../errors.ts";
import type { Table } from "./ask.ts";
import { inBoth } from "./note.ts";
import type { Cell } from "./rows.ts";
import { versionColumn, type WriteOptions } from "./version-column.ts";

/** Rows of a workbook at the most. A sheet holds 1,048,576; this many fit the memory of a small machine. */
export const mostWorkbookRows = 100_000;

/** The widest column, in characters. */
const widest = 60;

/** A value with its type: text stays text, so that codes keep their zeros and nothing becomes a formula. */
const typed = (value: Cell) =>
  value === null
    ? null
    : typeof value === "number"
      ? { value, type: Number }
      : typeof value === "boolean"
        ? { value, type: Boolean }
        : { value, type: String };

/** Chinese characters take two columns. */
const width = (value: Cell | undefined): number =>
  [...String(value ?? "")].reduce((sum, one) => sum + (one > "\u2e7f" ? 2 : 1), 0);

/** The bytes of an .xlsx file. @throws IndustryGraphError LIMIT_EXCEEDED for more rows than a workbook may have */
export async function* workbook(table: Table, { version }: WriteOptions): AsyncGenerator<Uint8Array> {
  const rows: (readonly Cell[])[] = [];
  for await (const batch of table.batches) {
    for (const row of batch) rows.push([...row, version]);
    if (rows.length > mostWorkbookRows)
      throw new IndustryGraphError(
        "LIMIT_EXCEEDED",
        `A workbook takes at most ${mostWorkbookRows} rows: ask for fewer with first=, or take .csv or .parquet.`,
      );
  }
  const names = [...table.columns.map(({ name }) => name), versionColumn];
  const nothing = table.note?.();
  const notes = [
    ...(table.cut() ? [`… ${rows.length} of ${table.total ?? "more"}`] : []),
    ...(nothing === undefined ? [] : [inBoth(nothing)]),
  ];
  const data = [
    names.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => row.map(typed)),
    ...notes.map((value) => [{ value, type: String }]),
  ];
  const columns = names.map((name, index) => ({
    width: Math.min(widest, 2 + Math.max(width(name), ...rows.slice(0, 200).map((row) => width(row[index])))),
  }));
  const file = writeExcelFile(data, { stickyRowsCount: 1, columns });
  yield new Uint8Array(await file.toBuffer());
}
