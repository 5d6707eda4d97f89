// The data rows of a mapped sheet as facts, and what is wrong with the others. Totals, notes and repeated headings are
// no data.

import { featuresText, type MatchLine, pairKey } from "../match/decisions.ts";
import { newKeyedRows } from "../packed/packed-rows.ts";
import { newTemporaryFile } from "../packed/temporary-file.ts";
import { sortOfRow } from "./apart.ts";
import { brokenAt, brokenProblem } from "./broken-cells.ts";
import { columnIndex } from "./column-letters.ts";
import { addFacts, type CellProblem, type Converted, newAllFacts } from "./facts.ts";
import type { Decided } from "./identity.ts";
import type { Known } from "./known.ts";
import type { Mapping } from "./mapping.ts";
import { readDownwards } from "./merged-cells.ts";
import type { Column, Met, RowContext } from "./reading.ts";
import { readRow } from "./row.ts";
import { cellText, type Sheet, type SheetCell } from "./sheet.ts";
import type { TableRow } from "./tables.ts";
import { saysNothing } from "./values.ts";

export interface ConvertOptions {
  /** Rows that an earlier file of the series made, by id. */
  readonly earlier?: ReadonlyMap<string, TableRow>;
  /** What people decided of pairs. */
  readonly decided?: Decided;
  /** Whether rows that the workbook hides are left out. */
  readonly leaveHidden?: boolean;
  /** Told how many rows of the sheet have been gone through. */
  readonly onRows?: (rows: number) => void;
}

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

/**
 * Converts the data rows of a sheet. A row with a problem is refused whole.
 * @param stem of the document that the workbook is
 */
export function convertSheet(
  mapping: Mapping,
  sheet: Sheet,
  stem: string,
  known: Known,
  { earlier = new Map(), decided = new Map(), leaveHidden = false, onRows }: ConvertOptions = {},
): Converted {
  const columns = mapping.columns.map((column): Column => ({ ...column, index: columnIndex(column.column) }));
  const again = new Map(earlier);
  const { broken } = sheet;
  const context: RowContext = { mapping, columns, stem, known, earlier: again, decided, broken };
  const file = newTemporaryFile();
  const facts = newAllFacts(file);
  const problems: CellProblem[] = [];
  const [refused, hidden] = [new Set<number>(), new Set<number>()];
  // Of a pair that several rows give, the first stands.
  const matches = newKeyedRows<MatchLine>(
    ({ id, other }) => pairKey(id, other),
    (before) => before,
    file,
  );
  const counts = { rows: 0, same: 0, review: 0, new: 0 };
  const note = ({ name, record, identity }: Met, source: string): void => {
    known.learn(identity.id, identity.same, record.creditCode);
    for (const { id: other, name: otherName, verdict, score, features } of identity.claims) {
      const line = { source, id: identity.id, name, other, otherName, verdict, score };
      matches.add({ ...line, features: featuresText(features) });
    }
  };
  const after = Math.max(...mapping.headingRows);
  const tables = tablesOf(columns).map((own) => ({
    ...own,
    ...readDownwards(sheet, after, own.columns),
    other: 0,
  }));
  const refuse = (number: number, problem: Omit<CellProblem, "row">): void => {
    problems.push({ row: number, ...problem });
    refused.add(number);
  };
  const readOf = (table: (typeof tables)[number], number: number): void => {
    const { nameColumn } = table;
    const cells = within(table, table.cellsOf(number));
    const name = cellText(cells[nameColumn?.index ?? -1]);
    const lost = brokenAt(broken, number, nameColumn?.index ?? -1, name);
    const sort = lost === undefined ? sortOfRow(cells, name, table.columns) : "data";
    if (sort === "otherTable") table.other = number;
    if (sort !== "data") return;
    if (sheet.hidden.rows.has(number)) {
      hidden.add(number);
      if (leaveHidden) return;
    }
    counts.rows += 1;
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
    if (read.problems.length > 0) {
      problems.push(...read.problems);
      refused.add(number);
      return;
    }
    const [own] = read.met;
    if (own !== undefined) counts[own.identity.is] += 1;
    const records = new Map(read.met.map(({ identity, record }) => [identity.id, record]));
    for (const row of [...read.facts.entities.values()].flat()) {
      known.add(row, records.get(row.id ?? ""));
      if (row.id !== undefined) again.delete(row.id);
    }
    for (const met of read.met) note(met, `${stem}:${number}`);
    addFacts(facts, read.facts);
  };
  for (let number = after + 1; number <= sheet.rows.length; number++) {
    if ((number - after - 1) % progressEvery === 0) onRows?.(number - after - 1);
    for (const table of tables) readOf(table, number);
  }
  return { ...facts, problems, refused: [...refused], hidden: [...hidden], matches, counts };
}
