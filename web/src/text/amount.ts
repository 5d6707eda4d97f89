// Sums and figures in words: 500,000 yuan is 50万元 in Chinese.
import { normalUnits } from "../../../src/ontology/units.ts";
import type { Speech } from "./language.ts";

/** Units that English counts: three years. */
const counted = new Set(["year", "month", "day", "working day", "hour", "tonne", "kilometre", "point"]);

/** A unit's name in the page's language. */
export function unitName(unit: string, { language }: Speech): string {
  if (language === "en") return unit === "count" ? "" : unit;
  return unit
    .split(" per ")
    .map((part) =>
      Object.hasOwn(normalUnits, part) ? normalUnits[part as keyof typeof normalUnits].zh : part,
    )
    .join("/");
}

/** A number with its unit; large sums of money in 万 and 亿, or in millions. */
export function amountOf(value: number, unit: string | null | undefined, speech: Speech): string {
  const zh = speech.language === "zh";
  const size = Math.abs(value);
  if (unit === "year" && size >= 1_000) return zh ? `${value}年` : String(value);
  const one = unit == null ? "" : unitName(unit, speech);
  const named = !zh && counted.has(one) && size !== 1 ? `${one}s` : one;
  if (zh && unit === "yuan" && size >= 1e8) return `${speech.number(value / 1e8)}亿${named}`;
  if (zh && unit === "yuan" && size >= 1e4) return `${speech.number(value / 1e4)}万${named}`;
  if (!zh && unit === "yuan" && size >= 1e6) return `${speech.number(value / 1e6)} million ${named}`;
  return `${speech.number(value)}${zh || named === "" ? "" : " "}${named}`;
}
