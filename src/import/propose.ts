// Proposes where each column goes, from its heading and from what its cells hold.
import type { Kind } from "../ontology/model.ts";
import { isTotal } from "./apart.ts";
import { columnLetters } from "./column-letters.ts";
import { findHeadings, type Heading } from "./header.ts";
import type { KnownNames } from "./known.ts";
import {
  type ColumnTarget,
  type MappedColumn,
  type Mapping,
  notUnderstood,
  saidBefore,
  withoutName,
} from "./mapping.ts";
import { usualMetric } from "./metric-words.ts";
import { cellText, type Sheet } from "./sheet.ts";
import { saysNothing, several } from "./values.ts";
import { bare, targetOf } from "./vocabulary.ts";

/** Cells of each column looked at. */
const samples = 50;

const creditCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const yesNo = /^(?:是|否|有|无|√|✓|×|y|n|yes|no|true|false|\d{4}年?)$/i;
const numeric = /^-?\d[\d,]*(?:\.\d+)?%?$/;

const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

function proposed(kind: Kind, heading: Heading, cells: readonly string[], known: KnownNames): ColumnTarget {
  const { text, unit, year, part } = heading;
  const figure = (metric: string): ColumnTarget => ({
    to: "figure",
    metric,
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    ...(part === undefined ? {} : { part }),
  });
  const direct = targetOf(kind, text);
  if (direct !== undefined && direct.to !== "figure") return direct;
  const stripped = bare(text);
  const usual = usualMetric(text);
  if (usual !== undefined) return figure(usual);
  if (known.metric(stripped) !== undefined) return figure(stripped);
  const titled = stripped.replace(/^是否(?:为|是|属于)?/, "");
  const certification = [titled, titled.replace(/企业$/, ""), `${titled}企业`]
    .map(known.certification)
    .find((id) => id !== undefined);
  if (certification !== undefined && share(cells, (cell) => yesNo.test(cell)) > 0.8)
    return {
      to: "relation",
      relation: "CERTIFIED_AS",
      kind: "Certification",
      way: "out",
      end: certification,
    };
  if (share(cells, (cell) => creditCode.test(cell)) > 0.8) return { to: "property", property: "creditCode" };
  // Whatever it is called, a column whose cells are titles that are known is of them: 认定级别, 企业梯度.
  const isTitle = (cell: string): boolean =>
    several(cell).some((one) => known.certification(one) !== undefined);
  const filled = cells.filter((cell) => !saysNothing(cell));
  if (filled.length > 1 && share(filled, isTitle) > 0.5)
    return { to: "relation", relation: "CERTIFIED_AS", kind: "Certification", way: "out" };
  // A heading with a unit over numbers is a figure, though its metric is new.
  if (unit !== undefined && stripped !== "" && share(cells, (cell) => numeric.test(cell)) > 0.8)
    return figure(stripped);
  return { to: "nothing", why: notUnderstood };
}

/** The cells of a column below the headings, as text, without empty ones and without totals. */
export function cellsBelow(sheet: Sheet, after: number, index: number): string[] {
  const cells: string[] = [];
  for (const row of sheet.rows.slice(after)) {
    const text = cellText(row[index]);
    if (text !== "" && !isTotal(row)) cells.push(text);
    if (cells.length >= samples) break;
  }
  return cells;
}

/** A year that is all of it: 2024年, not 2024年9月 and not 2024年上半年. */
const wholeYear =
  /(?<!\d)((?:19|20)\d{2})(?!年?度?(?:[\d.-]|第?[一二三四]季|[上下]半年|前[一二三四五六七八九十\d]))/g;

/** The one year that the title above the headings, or the name of the sheet, says that all is about. */
function yearOfTitle(sheet: Sheet, firstHeading: number): string | undefined {
  const titles = sheet.rows.slice(0, firstHeading - 1).flatMap((row) => row.map(cellText));
  for (const texts of [titles, [sheet.name]]) {
    const years = new Set(texts.flatMap((text) => [...text.matchAll(wholeYear)].map((match) => match[1])));
    if (years.size > 0) return years.size === 1 ? [...years][0] : undefined;
  }
  return undefined;
}

/** Whether a heading counts its year from that of the table: 上年度营业收入. */
const isOfYearBefore = (heading: string): boolean => /^(?:上一?年|去年)/.test(heading);

/**
 * The columns at which tables beside each other begin: where the heading of names is said again, as in a long list laid out
 * in two, or where such a heading, or the number in the list once more, stands behind an empty column.
 */
function tableStarts(kind: Kind, headings: readonly Heading[]): number[] {
  const textAt = (index: number): string => headings[index]?.text ?? "";
  const sortAt = (index: number): string | undefined => targetOf(kind, textAt(index))?.to;
  const first = headings.findIndex((_, index) => sortAt(index) === "name");
  const starts = [0];
  for (let index = first + 1; first !== -1 && index < headings.length; index++) {
    const isAgain = sortAt(index) === "name" && textAt(index) === textAt(first);
    // A number in the list stands before the name.
    const start = isAgain && sortAt(index - 1) === "serial" ? index - 1 : index;
    const isApart = textAt(index - 1) === "" && ["name", "serial"].includes(sortAt(index) ?? "");
    if ((isAgain || isApart) && start > (starts.at(-1) ?? 0)) starts.push(start);
  }
  return starts;
}

/**
 * The mapping of a sheet, or undefined where no row of it looks like headings with a name.
 * @param series name under which later files replace this one
 */
export function proposeMapping(
  kind: Kind,
  sheet: Sheet,
  series: string,
  known: KnownNames,
): Mapping | undefined {
  const found = findHeadings(kind, sheet);
  if (found === undefined) return undefined;
  const after = Math.max(...found.rows);
  const year = found.headings.some(({ text }) => targetOf(kind, text)?.to === "year")
    ? undefined
    : yearOfTitle(sheet, Math.min(...found.rows));
  const starts = tableStarts(kind, found.headings);
  const takenOf = starts.map(() => new Set<string>());
  const columns = found.headings.flatMap((heading, index): MappedColumn[] => {
    const cells = cellsBelow(sheet, after, index);
    if (heading.text === "" && cells.length === 0) return [];
    const table = starts.findLastIndex((start) => start <= index);
    const taken = takenOf[table] ?? new Set();
    let target = proposed(kind, heading, cells, known);
    if (target.to === "figure" && target.year === undefined && year !== undefined)
      target = { ...target, year: isOfYearBefore(heading.text) ? String(Number(year) - 1) : year };
    // The first of two columns for one thing is it; of the second a person must say what it is.
    const single = ["name", "property", "year", "figure"].includes(target.to);
    const key = JSON.stringify(target.to === "figure" ? [target.metric, target.year, target.part] : target);
    if (single && taken.has(key)) target = { to: "nothing", why: saidBefore };
    taken.add(key);
    const column = { column: columnLetters(index), heading: heading.text, target };
    return [table === 0 ? column : { ...column, table: table + 1 }];
  });
  const named = new Set(columns.filter(({ target }) => target.to === "name").map(({ table }) => table));
  if (!named.has(undefined)) return undefined;
  const ofNobody: ColumnTarget = { to: "nothing", why: withoutName };
  return {
    version: 1,
    kind,
    sheet: sheet.name,
    headingRows: [...found.rows],
    columns: columns.map((column) => (named.has(column.table) ? column : { ...column, target: ofNobody })),
    series,
  };
}
