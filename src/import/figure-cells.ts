// Cells of figures: an amount whose unit stands in the cell, in the heading, or is the usual one of what is counted.

import { readUnit, scale } from "../ontology/units.ts";
import { type Amount, amountFrom, signFrom } from "./amounts.ts";
import type { CellValue } from "./cell.ts";
import { isMoneyMetric, usualMetric } from "./metric-words.ts";
import type { SheetCell } from "./sheet.ts";

/** Units of figures whose heading names none. */
const usualUnits: readonly (readonly [RegExp, string])[] = [
  [/人数|人员/, "人"],
  [/专利|知识产权/, "件"],
  [/占比|率$|强度|比重/, "%"],
];

/**
 * The amount of a figure.
 * @param unitOfHeading the unit that the mapping names
 */
export function figureFrom(
  cell: SheetCell,
  heading: string,
  unitOfHeading: string | undefined,
): CellValue<Amount & { readonly unit: string }> {
  const usual = usualUnits.find(([word]) => word.test(heading))?.[1];
  const sign = signFrom(cell);
  const stated = unitOfHeading ?? usual;
  if (sign !== undefined && stated !== undefined && readUnit(stated)?.mayBeNegative === true)
    return { value: { value: 0, unit: stated, bound: sign } };
  // 2.5亿 of what is counted in money is 亿元.
  const money = isMoneyMetric(usualMetric(heading)) ? "元" : undefined;
  const amount = amountFrom(cell, unitOfHeading, stated ?? money);
  if ("problem" in amount) return amount;
  const { value } = amount.value;
  const unit = amount.value.unit ?? usual;
  if (unit === undefined) {
    const better = `${heading}(万元)`;
    return {
      problem: { zh: `请在表头写明单位，如 ${better}`, en: `name the unit in the heading, as ${better}` },
    };
  }
  // A cell that a workbook shows as 4.5% holds 0.045.
  const isShare = unit === "%" && unitOfHeading === undefined && typeof cell === "number";
  return {
    value: { ...amount.value, value: isShare && Math.abs(value) <= 1 ? scale(value, 100) : value, unit },
  };
}
