// Cells of a workbook that a reader takes for empty though they are not: errors, and formulas that nothing has worked out.
import { columnIndex } from "./column-letters.ts";

/** What is wrong with cells, by `row column`: an error as it is shown, or that a formula has no value. */
export type BrokenCells = ReadonlyMap<string, string>;

/** What a formula without a value is told as. */
export const notWorkedOut = "=";

const place = (row: number, column: number): string => `${row} ${column}`;

const cells = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;

/** The broken cells in the XML of a sheet. */
export function brokenIn(xml: string): BrokenCells {
  const found = new Map<string, string>();
  // Most sheets have neither, and need not be gone through.
  if (!/<(?:\w+:)?f[\s/>]|\st=["']e["']/.test(xml)) return found;
  for (const [, attributes = "", inside = ""] of xml.matchAll(cells)) {
    const isError = /\st=["']e["']/.test(attributes);
    const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inside)?.[1];
    const isFormula = /<(?:\w+:)?f[\s/>]/.test(inside);
    // A formula that gives an empty text has an empty value, which is one.
    const isEmpty = isFormula && value === undefined && !/<(?:\w+:)?(?:v|is)[\s/>]/.test(inside);
    const [, letters, row] = /\sr=["']([A-Z]+)(\d+)["']/.exec(attributes) ?? [];
    if (letters === undefined || !(isError || isEmpty)) continue;
    found.set(place(Number(row), columnIndex(letters)), isError ? (value ?? "#") : notWorkedOut);
  }
  return found;
}

/** An error as spreadsheets write it into CSV, and a number that its column was too narrow to show. */
const errorText = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\??!?|NULL!|NUM!|SPILL!|CALC!|#{2,})$/i;

/** What is wrong with a cell; undefined where nothing is. @param text what it shows */
export function brokenAt(
  broken: BrokenCells | undefined,
  row: number,
  column: number,
  text: string,
): string | undefined {
  return errorText.test(text) ? text : broken?.get(place(row, column));
}

/** What to do about a broken cell, in both languages. */
export const brokenProblem = (what: string): { readonly zh: string; readonly en: string } =>
  what === notWorkedOut
    ? {
        zh: "公式没有算出的值：请用 Excel 或 WPS 打开文件，重新计算并保存后再导入",
        en: "the formula has no value: open the file in Excel or WPS, have it worked out, save it and import again",
      }
    : {
        zh: `单元格是错误值 ${what}：请改正公式，或填入数值`,
        en: `the cell is the error ${what}: correct its formula, or write a value`,
      };
