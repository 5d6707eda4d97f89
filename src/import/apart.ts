// Rows of a sheet that are no data: totals, notes, titles of sections, headings said again, and where another table begins.
import type { Column } from "./reading.ts";
import { cellText, type SheetCell } from "./sheet.ts";

const totals = /^(?:合\s*计|总\s*计|小\s*计|总数|共计|total|sum)[:：]?/i;
/** A total behind what it is of: 锡山经开区小计. */
const totalOf = /(?:合计|总计|小计)[:：]?$/;
const notes = /^(?:注|备注|说明|填报|填表|制表|审核|联系|数据来源|附)[^企]{0,6}[:：]/;
/** What a section is called by: 二、停产企业名单, （一）锡山区. */
const numbered =
  /^[（(]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．:：]|^[（(][一二三四五六七八九十]{1,3}[)）]/;
const titled = /(?:名单|名录|情况表|一览表|明细表|汇总表|统计表|台账|清单)(?:[(（].*[)）])?$/;
/** Words of names: a row whose name has one is data, though another cell says 合计. */
const named = /公司|厂|社|中心|院|所|店|集团/;
/** A name that ends as enterprises' do: no section is called so. */
const endsAsName = /(?:公司|厂|社|中心|院|所|店|集团|[a-z])[)）]?$/i;

/** Whether all that a row says is the title of a section of the table. */
const isSection = (filled: readonly string[]): boolean => {
  const [text = ""] = filled;
  return new Set(filled).size === 1 && (numbered.test(text) || titled.test(text)) && !endsAsName.test(text);
};

/** Whether a row adds up those above it, whatever else stands in it. */
export const isTotal = (cells: readonly SheetCell[]): boolean =>
  cells.map(cellText).some((text) => totals.test(text) || totalOf.test(text));

/** How a row stands to the data: among it, apart from it, or the heading of another table. */
export type RowSort = "data" | "apart" | "otherTable";

/** What a row is. Another table begins where headings are said again and some of them are others. */
export function sortOfRow(cells: readonly SheetCell[], name: string, columns: readonly Column[]): RowSort {
  const filled = cells.map(cellText).filter((text) => text !== "");
  if (filled.length === 0) return "apart";
  if (filled.some((text) => totals.test(text)) && !named.test(name)) return "apart";
  if (totalOf.test(name) && !endsAsName.test(name)) return "apart";
  if (filled.length <= 2 && notes.test(filled[0] ?? "")) return "apart";
  if (isSection(filled)) return "apart";
  const heads = columns.filter(({ heading }) => heading !== "");
  const said = (column: Column): string => cellText(cells[column.index]).replace(/\s/g, "");
  const same = heads.filter((column) => said(column) === column.heading);
  const isHeading = same.length > 1 || same.some(({ target }) => target.to === "name");
  if (!isHeading) return "data";
  const others = heads.filter((column) => said(column) !== "" && said(column) !== column.heading);
  return others.length > 0 && others.every((column) => !/\d/.test(said(column))) ? "otherTable" : "apart";
}
