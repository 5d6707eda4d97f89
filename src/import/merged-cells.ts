// Cells that are merged downwards: 锡山经开区 beside all its enterprises is said of each of them.
import type { Column } from "./reading.ts";
import { cellText, type Sheet, type SheetCell } from "./sheet.ts";

/** What may be said of several rows by one cell. Amounts may not: those of several rows are nobody's own. */
const shared: ReadonlySet<Column["target"]["to"]> = new Set(["name", "relation", "relationYear", "year"]);

interface Downwards {
  /** The cells of a row, those that are merged with cells above it filled in. */
  readonly cellsOf: (number: number) => readonly SheetCell[];
  /** Columns of amounts of a row that are merged with those of the next row, which is another's. */
  readonly amountsOf: (number: number) => readonly Column[];
}

/**
 * Reads merged cells of a sheet downwards.
 * @param after the last row of headings
 */
export function readDownwards(sheet: Sheet, after: number, columns: readonly Column[]): Downwards {
  const spans = (sheet.merged ?? []).filter(({ top, bottom }) => bottom > top && bottom > after);
  const filled = new Map<number, SheetCell[]>();
  const amounts = new Map<number, Column[]>();
  const nameAt = columns.find(({ target }) => target.to === "name")?.index ?? -1;
  const ownName = (number: number): string => cellText(sheet.rows[number - 1]?.[nameAt]);
  for (const { top, bottom, left } of spans) {
    const column = columns.find(({ index }) => index === left);
    const value = sheet.rows[top - 1]?.[left] ?? null;
    if (column === undefined || value === null || top <= after) continue;
    if (shared.has(column.target.to)) {
      for (let number = top + 1; number <= bottom; number++) {
        const cells = filled.get(number) ?? [...(sheet.rows[number - 1] ?? [])];
        cells[left] ??= value;
        filled.set(number, cells);
      }
      continue;
    }
    if (column.target.to !== "figure" && column.target.to !== "property") continue;
    const isOfOne = Array.from({ length: bottom - top }, (_, at) => ownName(top + 1 + at)).every(
      (name) => name === "",
    );
    if (!isOfOne) amounts.set(top, [...(amounts.get(top) ?? []), column]);
  }
  return {
    cellsOf: (number) => filled.get(number) ?? sheet.rows[number - 1] ?? [],
    amountsOf: (number) => amounts.get(number) ?? [],
  };
}
