// Cells of workbooks as the ontology wants them: dates, amounts with units, yes and no, several values in one cell.

import { numberOf } from "../match/numbered.ts";
import { readCell } from "../ontology/cells.ts";
import type { Property } from "../ontology/definitions.ts";
import { normalUnits, readUnit, scale } from "../ontology/units.ts";
import { amountFrom } from "./amounts.ts";
import type { CellValue } from "./cell.ts";
import { listingFrom } from "./listing.ts";
import { cellText, type SheetCell } from "./sheet.ts";

const problem = (zh: string, en: string) => ({ problem: { zh, en } });

/** Excel's serial days count from 1899-12-30; dates of enterprises lie between 1900 and 2100. */
const serialDay = (serial: number): string | undefined =>
  Number.isInteger(serial) && serial > 366 && serial < 73_051
    ? new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
    : undefined;

const two = (text: string): string => text.padStart(2, "0");

/** A date in Chinese numerals with its numbers in digits: 二〇二一年三月 is 2021年3月. */
const inDigits = (text: string): string =>
  /^[〇○零一二三四五六七八九]{4}年/.test(text)
    ? text.replace(/[〇○零一二三四五六七八九十]+/g, (numerals) => numberOf(numerals.replaceAll("○", "〇")))
    : text;

/** A date as precise as it is written: 2015/3/1, 2015年3月, 二〇一五年三月, 20150301, 42064 (a serial day). */
export function dateFrom(cell: SheetCell): CellValue<string> {
  const text = inDigits(cellText(cell));
  if (cell instanceof Date) return { value: text };
  const match =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[年月]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const value =
    match !== null
      ? [match[1], match[2] && two(match[2]), match[3] && two(match[3])].filter(Boolean).join("-")
      : typeof cell === "number" || /^\d{5}$/.test(text)
        ? serialDay(Number(text))
        : /^\d{4}-\d{2}-\d{2}[T ]/.test(text)
          ? text.slice(0, 10)
          : undefined;
  const read = value === undefined ? undefined : readCell("date", { type: "date" } as Property, value);
  if (value !== undefined && read !== undefined && "value" in read) return { value };
  return problem(
    `“${text}”不是日期，请写成 2015、2015-03 或 2015-03-01`,
    `"${text}" is no date: write 2015, 2015-03 or 2015-03-01`,
  );
}

/** Whether a cell only says that there is nothing to say: a dash, 无, 不详, 保密. */
export const saysNothing = (cell: SheetCell): boolean =>
  /^(?:[-—–―−/\\*.…·?]+|无|没有|空|缺|暂无(?:数据)?|无数据|未知|不详|不明|不清楚?|不适用|未填|未提供|未统计|未公布|未披露|待定|待补充?|待核实?|保密|涉密|不便(?:公开|透露|提供)|n\.?\/?a\.?|nil|null|none)$/i.test(
    cellText(cell),
  );

/** What separates several values in one cell. A comma within brackets separates nothing. */
const separators = /[;；、\n|]+|[,，](?![^(（]*[)）])/;

/** The values of a cell that may hold several. */
export const several = (cell: SheetCell): string[] =>
  cellText(cell)
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !saysNothing(part));

/** Yes or no as people write it; undefined where it is neither. */
export function yesNoFrom(cell: SheetCell): boolean | undefined {
  const text = cellText(cell).toLowerCase();
  if (/^(?:是|有|√|✓|✔|y|yes|true|1|已上市)$/.test(text)) return true;
  if (/^(?:否|无|没有|×|✗|n|no|false|0|未上市|-|—)$/.test(text)) return false;
  return undefined;
}

/** Of the question whether an enterprise is listed the board on which it is, or the code of its shares, says yes. */
const listedBy = (name: string, text: string): true | undefined =>
  name === "listed" && listingFrom(text) !== undefined ? true : undefined;

/** Weights of the places of a unified social credit code (GB 32100-2015), and its digits in order. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Whether the last character of a credit code is the check digit of the others (GB 32100-2015). */
export function creditCodeHolds(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * digits.indexOf(code[index] ?? ""), 0);
  return digits[(31 - (sum % 31)) % 31] === code[17];
}

const unitInChinese = (unit: string): string =>
  Object.entries(normalUnits).find(([name]) => name === unit)?.[1].zh ?? unit;

/** The text of a property's CSV cell. Amounts come in the ontology's unit. */
export function propertyText(
  name: string,
  property: Property,
  cell: SheetCell,
  unitOfHeading: string | undefined,
): CellValue<string> {
  const text = cellText(cell);
  const checked = (written: string): CellValue<string> => {
    const read = readCell(name, property, written);
    return "problem" in read
      ? problem(`${property.title.zh}：${read.problem}`, read.problem)
      : { value: written };
  };
  if (name === "creditCode") {
    const code = text.replace(/\s/g, "").toUpperCase();
    if (creditCodeHolds(code)) return { value: code };
    return problem(
      `“${text}”不是有效的统一社会信用代码（18 位，校验位不符或字符有误）`,
      `"${text}" is no unified social credit code: its 18 characters or its check digit are wrong`,
    );
  }
  if (property.type === "date") return dateFrom(cell);
  if (property.type === "texts") return { value: several(cell).join("|") };
  if (property.type === "boolean") {
    const value = typeof cell === "boolean" ? cell : (yesNoFrom(cell) ?? listedBy(name, text));
    return value === undefined
      ? problem(`“${text}”请写 是 或 否`, `"${text}": write 是 or 否`)
      : { value: String(value) };
  }
  if (property.type === "float" || property.type === "integer") {
    const amount = amountFrom(cell, unitOfHeading, unitOfHeading ?? property.unit);
    if ("problem" in amount) return amount;
    const { value, unit, bound, status } = amount.value;
    // A property has no place for 约 and 超: to leave them out would make an exact value of it.
    if (bound !== "EXACT" || status !== undefined)
      return problem(
        `“${text}”不是确切的数，而${property.title.zh}只能记确切的数：请改为确切的数，或留空`,
        `"${text}" is not exact, and this property holds exact values only: write one, or leave the cell empty`,
      );
    const read = unit === undefined ? undefined : readUnit(unit);
    if (read === undefined) return checked(String(value));
    if (property.unit !== undefined && read.normal !== property.unit && !read.also.includes(property.unit))
      return problem(
        `单位“${unit}”不符，不能换算成${unitInChinese(property.unit)}：请折算后填写，或留空`,
        `the unit ${unit} cannot be converted into ${property.unit}: convert it, or leave the cell empty`,
      );
    return checked(String(scale(value, read.factor)));
  }
  const [named] =
    Object.entries(property.enumeration?.values ?? {}).find(
      ([, [zh]]) => zh.split("、").includes(text) || zh === text,
    ) ?? [];
  if (named !== undefined) return { value: named };
  if (property.enumeration !== undefined && property.values?.includes(text) !== true) {
    const all = Object.values(property.enumeration.values).map(([zh]) => zh);
    return problem(
      `“${text}”不在可选值中，应为 ${all.join("、")} 之一`,
      `"${text}" is none of ${(property.values ?? []).join(", ")}`,
    );
  }
  return checked(text);
}
