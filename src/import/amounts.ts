// Amounts as people write them: 5,000, 超3亿元, 1.2亿, （123）, 亏损80万元, 300余人.

import { readUnit } from "../ontology/units.ts";
import type { CellValue } from "./cell.ts";
import { inDigits } from "./numerals.ts";
import { cellText, type SheetCell } from "./sheet.ts";

export interface Amount {
  readonly value: number;
  /** As it stands in the cell or in the heading. */
  readonly unit: string | undefined;
  readonly bound: "EXACT" | "AT_LEAST" | "AT_MOST" | "ABOUT";
  /** What has not come about yet. */
  readonly status?: "FORECAST" | "TARGET";
}

/** What words before and behind a number say of it. The longer ones stand first: 不超过 is no 超过. */
const words: readonly (readonly [
  says: "MOST" | "LEAST" | "ABOUT" | "LESS" | "FORECAST" | "TARGET" | "",
  RegExp,
])[] = [
  ["MOST", /^(?:不超过|不高于|不大于|不多于|不足|不到|低于|小于|少于|至多|最多|最高|以下|以内|≤|<=?)/],
  ["LEAST", /^(?:不少于|不低于|不小于|超过|超出|高于|大于|多于|至少|最低|以上|超|逾|余|多|≥|>=?|\+)/],
  ["ABOUT", /^(?:大约|约为|约|接近|将近|近|左右|上下|[~≈])/],
  ["LESS", /^(?:净亏损额?|亏损额?|净亏|亏|负|[▲△−–—-]|(?:同比)?(?:下降|减少|降低))/],
  ["FORECAST", /^(?:预计|预估|估计|预测)/],
  ["TARGET", /^(?:计划|目标|力争)/],
  ["", /^(?:合?计|总计|共|达到?|为|增长|同比增长|盈利|认缴|实缴|人民币|rmb|cny|¥|整|\(人民币\)|[\s:,，])/i],
];

/** What a text that stands beside a number says; undefined where it says something else as well. */
function saidBy(text: string): ReadonlySet<string> | undefined {
  const said = new Set<string>();
  let rest = text.trim();
  while (rest !== "") {
    const found = words.map(([says, word]) => [says, word.exec(rest)?.[0] ?? ""] as const);
    const [says, word] = found.find(([, one]) => one !== "") ?? ["", ""];
    if (word === "") return undefined;
    said.add(says);
    rest = rest.slice(word.length).trim();
  }
  return said;
}

/** A multiple that people write without what is counted: 1.2亿. */
const multiple = /^(?:百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿)$/;

/** The unit that a multiple means where another is usual: 亿 under 万元 is 亿元. */
const multipleOf = (stated: string, usual: string): string =>
  `${stated}${usual.replace(/^(?:十|百|千)?(?:万亿|万|亿)|^[百千]/u, "")}`;

const number = /^(\D*?)(\d{1,3}(?:[,，\s']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(e[+-]?\d+)?(.*)$/i;

/** Accounts write what is below zero in brackets: (123). */
const inBrackets = /^\(([^()]*\d[^()]*)\)(.*)$/;

const noNumber = (text: string): CellValue<Amount> => ({
  problem: {
    zh: `“${text}”不是数字，请写一个数字（约、超、不足、亏损 可写在前面），单位写在表头，如 营业收入(万元)`,
    en: `"${text}" is no number: write one number (约, 超, 不足, 亏损 may stand before it), with the unit in the heading, as 营业收入(万元)`,
  },
});

/** The unit at the beginning of what stands behind a number, with what follows: 万元以上, 余万元, 亿元人民币. */
function unitIn(text: string): readonly [said: string, unit: string] | undefined {
  const plain = text.trim();
  if (saidBy(plain) !== undefined) return [plain, ""];
  for (let from = 0; from <= 1; from++)
    for (let to = plain.length; to > from; to--) {
      const unit = plain.slice(from, to).trim();
      const said = `${plain.slice(0, from)}${plain.slice(to)}`;
      const counts = multiple.test(unit) || (readUnit(unit) !== undefined && unit !== "人民币");
      if (counts && saidBy(said) !== undefined) return [said, unit.replace(/(?<=.)人民币$/, "")];
    }
  return undefined;
}

/**
 * A number as people write it: 5,000, 5000万元, 超3亿元, 12.5%, 1.2亿.
 * @param usual unit of what it counts, where neither cell nor heading names one
 */
export function amountFrom(
  cell: SheetCell,
  unitOfHeading: string | undefined,
  usual = unitOfHeading,
): CellValue<Amount> {
  const written = cellText(cell);
  // A mark before a number keeps it a text in a spreadsheet: '45.
  const text = inDigits(written).replace(/^['’](?=[\d.])/, "");
  if (typeof cell === "number") return { value: { value: cell, unit: unitOfHeading, bound: "EXACT" } };
  const [, inside, behind = ""] = inBrackets.exec(text) ?? [];
  const match = number.exec(inside === undefined ? text : `${inside}${behind}`);
  if (match === null) return noNumber(written);
  const [, before = "", digits = "", power = "", after = ""] = match;
  const [said, stated] = unitIn(after) ?? [undefined, ""];
  // A sign stands before a number; behind it a plus says "or more", and a dash begins a range.
  const ahead = saidBy(before.replace(/\+$/, ""));
  const behindIt = said === undefined ? undefined : saidBy(said);
  const told =
    ahead === undefined || behindIt === undefined || behindIt.has("LESS")
      ? undefined
      : new Set([...ahead, ...behindIt]);
  const size = Number(digits.replace(/[,，\s']/g, "") + power);
  if (told === undefined || !Number.isFinite(size)) return noNumber(written);
  const unit =
    stated === ""
      ? unitOfHeading
      : multiple.test(stated) && usual !== undefined && !/[%‰]/.test(usual)
        ? multipleOf(stated, usual)
        : stated;
  if (unit !== undefined && readUnit(unit) === undefined) return noNumber(written);
  const isLess = inside !== undefined || told.has("LESS");
  const value = isLess && size !== 0 ? -size : size;
  // A loss of more than 80 is less than -80.
  const [least, most] = isLess ? (["MOST", "LEAST"] as const) : (["LEAST", "MOST"] as const);
  const bound = told.has("ABOUT")
    ? "ABOUT"
    : told.has(least)
      ? "AT_LEAST"
      : told.has(most)
        ? "AT_MOST"
        : "EXACT";
  const status = told.has("FORECAST") ? "FORECAST" : told.has("TARGET") ? "TARGET" : undefined;
  return { value: { value, unit, bound, ...(status === undefined ? {} : { status }) } };
}

/** A loss, or a profit, of which no amount is told: it is at most, or at least, nothing. */
export function signFrom(cell: SheetCell): "AT_MOST" | "AT_LEAST" | undefined {
  const text = cellText(cell);
  if (/^(?:净?亏损|亏|微亏|略亏|负数?|为负)$/.test(text)) return "AT_MOST";
  return /^(?:盈利|微利|正数?|为正)$/.test(text) ? "AT_LEAST" : undefined;
}
