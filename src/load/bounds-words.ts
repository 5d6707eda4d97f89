// What bounds a condition, in English words: they are made here, of its row alone, since the engines write numbers
// differently and neither writes 100 million.
import type { Json } from "../store/port.ts";

/** Units that English counts: 3 years. */
const counted = new Set(["year", "month", "day", "working day", "hour", "tonne", "kilometre", "point"]);

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 12 });

/** A quantity in English: 100 million yuan, 70 per cent, 2. */
export function quantityEn(value: number, unit: string | undefined): string {
  if (unit === undefined || unit === "count") return numbers.format(value);
  if (unit === "yuan" && Math.abs(value) >= 1e6) return `${numbers.format(value / 1e6)} million yuan`;
  return `${numbers.format(value)} ${counted.has(unit) && Math.abs(value) !== 1 ? `${unit}s` : unit}`;
}

const joined = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : parts.join(" and ");

/** The words for a condition's thresholds, else for its dates; undefined where it has neither. */
export function boundsEn(values: Readonly<Record<string, Json>>): string | undefined {
  const unit = typeof values.unit === "string" ? values.unit : undefined;
  const thresholds = [
    ["at least", values.atLeast],
    ["at most", values.atMost],
  ] as const;
  const dates = [
    ["in or after", values.earliest],
    ["in or before", values.latest],
  ] as const;
  return (
    joined(
      thresholds.flatMap(([word, value]) =>
        typeof value === "number" ? [`${word} ${quantityEn(value, unit)}`] : [],
      ),
    ) ?? joined(dates.flatMap(([word, value]) => (typeof value === "string" ? [`${word} ${value}`] : [])))
  );
}
