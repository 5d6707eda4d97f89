// A figure's value as it was stated; on pages in English, where the unit is Chinese, as it is kept for comparing.
import { amountOf } from "../text/amount.ts";
import type { Speech } from "../text/language.ts";
import { langOf } from "../text/words.tsx";
import type { FigureRow } from "./documents.ts";

type Stated = Pick<FigureRow, "bound" | "value" | "unit" | "normalisedValue" | "normalisedUnit">;

/** Whether its unit is given as it is kept for comparing: it was stated in Chinese, and the page is in English. */
export const isConverted = (
  { unit, normalisedValue, normalisedUnit }: Stated,
  { language }: Speech,
): boolean => langOf(unit, language) !== undefined && normalisedValue !== null && normalisedUnit !== null;

/** Bound, value, unit. */
export function statedValue(figure: Stated, speech: Speech): string {
  const { bound, value, unit, normalisedValue, normalisedUnit } = figure;
  const before = bound === "EXACT" ? "" : `${speech.value(bound)} `;
  if (isConverted(figure, speech) && normalisedValue !== null)
    return `${before}${amountOf(normalisedValue, normalisedUnit, speech)}`;
  return `${before}${speech.number(value)} ${unit}`;
}
