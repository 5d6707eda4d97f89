// The sheets of a workbook beside the one that is read: what they hold, and whether one that is named stands beside it.
import type { Mapping } from "./mapping.ts";
import type { Sheet } from "./sheet.ts";

/** A sheet that was not read. */
export interface OtherSheet {
  readonly name: string;
  /** Rows below the headings; none where no row of it looks like headings with a name. */
  readonly rows: number | undefined;
  readonly hidden: boolean;
}

/** Whether the sheet that is named is another one of the file than that which its series has: it stands beside that. */
export const isBeside = (
  before: string | undefined,
  named: string | undefined,
  sheets: readonly Sheet[],
): boolean =>
  named !== undefined &&
  before !== undefined &&
  before !== named &&
  sheets.some(({ name }) => name === before);

const hasSome = (row: Sheet["rows"][number]): boolean => row.some((cell) => cell !== null);

/** Rows with anything in them below the headings; undefined where a sheet has no headings. */
const rowsBelow = (sheet: Sheet, mapping: Mapping | undefined): number | undefined =>
  mapping === undefined
    ? undefined
    : sheet.rows.slice(Math.max(...mapping.headingRows)).filter(hasSome).length;

/** The sheets that were not read, but for those with nothing in them. */
export const otherSheets = (
  sheets: readonly Sheet[],
  chosen: Sheet,
  proposed: (sheet: Sheet) => Mapping | undefined,
): OtherSheet[] =>
  sheets
    .filter((sheet) => sheet !== chosen && sheet.rows.some(hasSome))
    .map((sheet) => ({
      name: sheet.name,
      rows: rowsBelow(sheet, proposed(sheet)),
      hidden: sheet.hidden.sheet,
    }));
