// What is known while one row of a mapped sheet is read, and what reading it gathers.
import type { MatchRecord } from "../match/record.ts";
import type { BrokenCells } from "./broken-cells.ts";
import type { Earlier } from "./earlier.ts";
import type { Facts } from "./facts.ts";
import type { Identify, Identity } from "./identity.ts";
import type { Known } from "./known.ts";
import type { MappedColumn, Mapping } from "./mapping.ts";
import { cellText, type SheetCell } from "./sheet.ts";
import type { TableRow } from "./tables.ts";

export interface Column extends MappedColumn {
  readonly index: number;
}

/** What is the same for all rows of an import. */
export interface RowContext {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
  readonly stem: string;
  readonly known: Known;
  /** Rows that an earlier file of the series made, by id: made anew where they are met again. */
  readonly earlier: Earlier;
  /** The entity of a record, and what it may be the same as. */
  readonly identify: Identify;
  /** Cells of the sheet that have an error or a formula without a value. */
  readonly broken?: BrokenCells;
}

/** An entity that a row made, with what it may be the same as. */
export interface Met {
  readonly name: string;
  readonly record: MatchRecord;
  readonly identity: Identity;
}

/** A row that is being read. */
export interface Reading extends RowContext {
  readonly cells: readonly SheetCell[];
  readonly cited: string;
  readonly entity: TableRow;
  readonly facts: Facts;
  /** Enterprises that the row names and nothing known surely is. */
  readonly named: Met[];
  readonly complain: (column: Column, problem: { readonly zh: string; readonly en: string }) => void;
}

/** The first year that a cell names. */
export const yearIn = (cell: SheetCell | undefined): string | undefined =>
  /(?:19|20)\d{2}/.exec(cellText(cell))?.[0];
