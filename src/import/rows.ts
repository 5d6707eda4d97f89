// Goes through the data rows of a mapped sheet. Totals, notes and repeated headings are no data.

import { sortOfRow } from "./apart.ts";
import { brokenAt, brokenProblem } from "./broken-cells.ts";
import type { CellProblem } from "./facts.ts";
import { readDownwards } from "./merged-cells.ts";
import type { Column, RowContext } from "./reading.ts";
import { type RowResult, readRow } from "./row.ts";
import { cellText, type Sheet, type SheetCell } from "./sheet.ts";
import { saysNothing } from "./values.ts";

/** Why a row below the headings of another table is none of this one. */
const belowOther = (number: number) => ({
  zh: `第 ${number} 行起是另一张表（表头不同）：请把它放到单独的工作表或文件中再导入`,
  en: `another table begins at row ${number}, with other headings: put it into a sheet or file of its own and import that`,
});

const ofSeveral = {
  zh: "这个数值与下面几行合并，属于几家企业：请拆开单元格，分别填写",
  en: "this amount is merged with the rows below, which are of other enterprises: split the cells and give each its own",
};

/** A table of those beside each other: its columns, and where it begins and ends. */
interface TableBeside {
  readonly columns: readonly Column[];
  readonly nameColumn: Column | undefined;
  readonly from: number;
  readonly until: number;
}

/** The tables of a sheet that stand beside each other, the first from the first column on. */
function tablesOf(columns: readonly Column[]): TableBeside[] {
  const numbers = [...new Set(columns.map(({ table = 1 }) => table))].sort((one, other) => one - other);
  const groups = numbers.map((number) => columns.filter(({ table = 1 }) => table === number));
  const starts = groups.map((own) => Math.min(...own.map(({ index }) => index)));
  return groups
    .map((own, at) => ({
      columns: own,
      nameColumn: own.find(({ target }) => target.to === "name"),
      from: at === 0 ? 0 : (starts[at] ?? 0),
      until: starts[at + 1] ?? Number.POSITIVE_INFINITY,
    }))
    .filter(({ nameColumn }, at) => at === 0 || nameColumn !== undefined);
}

/** The cells of a row that are of the table, in their places. */
const within = ({ from, until }: TableBeside, cells: readonly SheetCell[]): readonly SheetCell[] =>
  from === 0 && until >= cells.length
    ? cells
    : cells.map((cell, index) => (index < from || index >= until ? null : cell));

/** Rows between two words on how far it is. */
const progressEvery = 500;

/** What is told of rows. */
export interface OnRow {
  /** A row of data. */
  readonly onRow?: () => void;
  readonly onHidden?: (number: number) => void;
  /** A row that cannot be taken. */
  readonly onRefused: (number: number, problems: readonly CellProblem[]) => void;
  /** A row that can. */
  readonly onRead: (number: number, read: RowResult) => void;
  /** How many rows of the sheet have been gone through. */
  readonly onRows?: (rows: number) => void;
}

/** Goes through the rows. @param leaveHidden whether rows that the workbook hides are left out */
export function readRows(context: RowContext, sheet: Sheet, leaveHidden: boolean, on: OnRow): void {
  const { broken, columns, mapping } = context;
  const after = Math.max(...mapping.headingRows);
  const tables = tablesOf(columns).map((own) => ({
    ...own,
    ...readDownwards(sheet, after, own.columns),
    other: 0,
  }));
  const refuse = (row: number, problem: Omit<CellProblem, "row">): void =>
    on.onRefused(row, [{ row, ...problem }]);
  const readOf = (table: (typeof tables)[number], number: number): void => {
    const { nameColumn } = table;
    const cells = within(table, table.cellsOf(number));
    const name = cellText(cells[nameColumn?.index ?? -1]);
    const lost = brokenAt(broken, number, nameColumn?.index ?? -1, name);
    const sort = lost === undefined ? sortOfRow(cells, name, table.columns) : "data";
    if (sort === "otherTable") table.other = number;
    if (sort !== "data") return;
    if (sheet.hidden.rows.has(number)) {
      on.onHidden?.(number);
      if (leaveHidden) return;
    }
    on.onRow?.();
    if (lost !== undefined || name === "" || saysNothing(name)) {
      const { column, heading } = nameColumn ?? {};
      const why = lost === undefined ? { zh: "没有名称", en: "there is no name" } : brokenProblem(lost);
      refuse(number, { column, heading, cell: name, ...why });
      return;
    }
    const [joined] = table.amountsOf(number);
    if (table.other > 0) {
      refuse(number, { cell: name, ...belowOther(table.other) });
      return;
    }
    if (joined !== undefined) {
      const { column, heading, index } = joined;
      refuse(number, { column, heading, cell: cellText(cells[index]), ...ofSeveral });
      return;
    }
    const read = readRow({ ...context, columns: table.columns }, cells, number, name);
    if (read.problems.length > 0) on.onRefused(number, read.problems);
    else on.onRead(number, read);
  };
  for (let number = after + 1; number <= sheet.rows.length; number++) {
    if ((number - after - 1) % progressEvery === 0) on.onRows?.(number - after - 1);
    for (const table of tables) readOf(table, number);
  }
}
