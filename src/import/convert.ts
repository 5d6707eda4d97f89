// The data rows of a mapped sheet as facts, and what is wrong with the others. Totals, notes and repeated headings are
// no data.

import { featuresText, type MatchLine, pairKey } from "../match/decisions.ts";
import { sortOfRow } from "./apart.ts";
import { brokenAt, brokenProblem } from "./broken-cells.ts";
import { columnIndex } from "./column-letters.ts";
import { addFacts, type CellProblem, type Converted, newAllFacts } from "./facts.ts";
import type { Decided } from "./identity.ts";
import type { Known } from "./known.ts";
import type { Mapping } from "./mapping.ts";
import { readDownwards } from "./merged-cells.ts";
import { newKeyedRows } from "./packed-rows.ts";
import type { Column, Met, RowContext } from "./reading.ts";
import { readRow } from "./row.ts";
import { cellText, type Sheet } from "./sheet.ts";
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
  const nameColumn = columns.find(({ target }) => target.to === "name");
  const facts = newAllFacts();
  const problems: CellProblem[] = [];
  const refused: number[] = [];
  const hidden: number[] = [];
  // Of a pair that several rows give, the first stands.
  const matches = newKeyedRows<MatchLine>(
    ({ id, other }) => pairKey(id, other),
    (before) => before,
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
  const { cellsOf, amountsOf } = readDownwards(sheet, after, columns);
  let otherTable = 0;
  const refuse = (number: number, problem: Omit<CellProblem, "row">): void => {
    problems.push({ row: number, ...problem });
    refused.push(number);
  };
  for (let number = after + 1; number <= sheet.rows.length; number++) {
    const cells = cellsOf(number);
    const name = cellText(cells[nameColumn?.index ?? -1]);
    if ((number - after - 1) % progressEvery === 0) onRows?.(number - after - 1);
    const lost = brokenAt(broken, number, nameColumn?.index ?? -1, name);
    const sort = lost === undefined ? sortOfRow(cells, name, columns) : "data";
    if (sort === "otherTable") otherTable = number;
    if (sort !== "data") continue;
    if (sheet.hidden.rows.has(number)) {
      hidden.push(number);
      if (leaveHidden) continue;
    }
    counts.rows += 1;
    if (lost !== undefined || name === "" || saysNothing(name)) {
      const { column, heading } = nameColumn ?? {};
      const why = lost === undefined ? { zh: "没有名称", en: "there is no name" } : brokenProblem(lost);
      refuse(number, { column, heading, cell: name, ...why });
      continue;
    }
    const [joined] = amountsOf(number);
    if (otherTable > 0) {
      refuse(number, { cell: name, ...belowOther(otherTable) });
      continue;
    }
    if (joined !== undefined) {
      const { column, heading, index } = joined;
      refuse(number, { column, heading, cell: cellText(cells[index]), ...ofSeveral });
      continue;
    }
    const read = readRow(context, cells, number, name);
    if (read.problems.length > 0) {
      problems.push(...read.problems);
      refused.push(number);
      continue;
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
  }
  return { ...facts, problems, refused, hidden, matches, counts };
}
