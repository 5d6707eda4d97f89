// Cells of workbooks as the ontology wants them: dates, amounts with units, yes and no, several values in one cell.

import { readCell } from "../ontology/cells.ts";
import type { Property } from "../ontology/definitions.ts";
import { readUnit, scale } from "../ontology/units.ts";
import { cellText, type SheetCell } from "./sheet.ts";

/** What a cell gives, or what is wrong with it and what would be right, in both languages. */
export type CellValue<T> =
  | { readonly value: T }
  | { readonly problem: { readonly zh: string; readonly en: string } };

const problem = (zh: string, en: string) => ({ problem: { zh, en } });

/** Excel's serial days count from 1899-12-30; dates of enterprises lie between 1900 and 2100. */
const serialDay = (serial: number): string | undefined =>
  Number.isInteger(serial) && serial > 366 && serial < 73_051
    ? new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
    : undefined;

const two = (text: string): string => text.padStart(2, "0");

/** A date as precise as it is written: 2015/3/1, 2015年3月, 20150301, 42064 (a serial day). */
export function dateFrom(cell: SheetCell): CellValue<string> {
  const text = cellText(cell);
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

export interface Amount {
  readonly value: number;
  /** As it stands in the cell or in the heading. */
  readonly unit: string | undefined;
  readonly bound: "EXACT" | "AT_LEAST" | "AT_MOST" | "ABOUT";
}

const boundOf = (word: string): Amount["bound"] =>
  /约|近|左右|~/.test(word)
    ? "ABOUT"
    : /超|以上|≥|>|不少于|不低于/.test(word)
      ? "AT_LEAST"
      : /以下|≤|<|不超过|最高/.test(word)
        ? "AT_MOST"
        : "EXACT";

/** A multiple that people write without what is counted: 1.2亿. */
const multiple = /^(?:百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿)$/;

/** The unit that a multiple means where another is usual: 亿 under 万元 is 亿元. */
const multipleOf = (stated: string, usual: string): string =>
  `${stated}${usual.replace(/^(?:十|百|千)?(?:万亿|万|亿)|^[百千]/u, "")}`;

/**
 * A number as people write it: 5,000, 5000万元, 超3亿元, 12.5%, 1.2亿.
 * @param usual unit of what it counts, where neither cell nor heading names one
 */
export function amountFrom(
  cell: SheetCell,
  unitOfHeading: string | undefined,
  usual = unitOfHeading,
): CellValue<Amount> {
  const text = cellText(cell);
  if (typeof cell === "number") return { value: { value: cell, unit: unitOfHeading, bound: "EXACT" } };
  const match = /^([^\d.+-]{0,4})([+-]?\d[\d,，]*(?:\.\d+)?)\s*([^\d]*?)(以上|以下|左右)?$/.exec(text);
  const number = match?.[2] === undefined ? Number.NaN : Number(match[2].replace(/[,，]/g, ""));
  const stated = (match?.[3] ?? "").replace(/人民币|整$/g, "").trim();
  const unit =
    stated === ""
      ? unitOfHeading
      : multiple.test(stated) && usual !== undefined && !/[%‰]/.test(usual)
        ? multipleOf(stated, usual)
        : stated;
  if (match === null || !Number.isFinite(number) || (unit !== undefined && readUnit(unit) === undefined))
    return problem(
      `“${text}”不是数字，请写数字，单位写在表头，如 营业收入(万元)`,
      `"${text}" is no number: write digits, with the unit in the heading, as 营业收入(万元)`,
    );
  return { value: { value: number, unit, bound: boundOf(`${match[1] ?? ""}${match[4] ?? ""}`) } };
}

/** What separates several values in one cell. A comma within brackets separates nothing. */
const separators = /[;；、\n|]+|[,，](?![^(（]*[)）])/;

/** The values of a cell that may hold several. */
export const several = (cell: SheetCell): string[] =>
  cellText(cell)
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !/^(?:无|没有|-|—|\/|暂无)$/.test(part));

/** Whether a cell only says that there is nothing to say: a dash, 无, 不详. */
export const saysNothing = (cell: SheetCell): boolean =>
  /^(?:[-—–―/\\*.]+|无|没有|暂无|未知|不详|不明|不适用|未填|未提供|n\/?a|null|none)$/i.test(cellText(cell));

/** Yes or no as people write it; undefined where it is neither. */
export function yesNoFrom(cell: SheetCell): boolean | undefined {
  const text = cellText(cell).toLowerCase();
  if (/^(?:是|有|√|✓|✔|y|yes|true|1|已上市)$/.test(text)) return true;
  if (/^(?:否|无|没有|×|✗|n|no|false|0|未上市|-|—)$/.test(text)) return false;
  return undefined;
}

/** Weights of the places of a unified social credit code (GB 32100-2015), and its digits in order. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Whether the last character of a credit code is the check digit of the others (GB 32100-2015). */
export function creditCodeHolds(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * digits.indexOf(code[index] ?? ""), 0);
  return digits[(31 - (sum % 31)) % 31] === code[17];
}

/** The text of a property's CSV cell. Amounts come in the ontology's unit. */
export function propertyText(
  name: string,
  property: Property,
  cell: SheetCell,
  unitOfHeading: string | undefined,
): CellValue<string> {
  const text = cellText(cell);
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
    const value = typeof cell === "boolean" ? cell : yesNoFrom(cell);
    return value === undefined
      ? problem(`“${text}”请写 是 或 否`, `"${text}": write 是 or 否`)
      : { value: String(value) };
  }
  if (property.type === "float" || property.type === "integer") {
    const amount = amountFrom(cell, unitOfHeading, unitOfHeading ?? property.unit);
    if ("problem" in amount) return amount;
    const { value, unit } = amount.value;
    const read = unit === undefined ? undefined : readUnit(unit);
    if (read === undefined) return { value: String(value) };
    if (property.unit !== undefined && read.normal !== property.unit && !read.also.includes(property.unit))
      return problem(
        `单位“${unit}”不符，应为 ${property.unit}`,
        `the unit ${unit} is not one of ${property.unit}`,
      );
    return { value: String(scale(value, read.factor)) };
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
  const checked = readCell(name, property, text);
  return "problem" in checked ? problem(`${name}：${checked.problem}`, checked.problem) : { value: text };
}
