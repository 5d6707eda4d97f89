// Calculations as people write them: 500亿元 + 800亿元 + 200亿元 = 1500亿元.
import { normalUnits } from "../ontology/units.ts";
import type { Operand } from "./operand.ts";

/** An operand as the source states it. */
export const written = ({ stated }: Operand): string => `${stated.value.toString()}${stated.unit}`;

/** A unit of a result in the reader's words: 元 for yuan, 元/家 for yuan per enterprise. */
export function unitInWords(unit: string): string {
  if (unit === "count") return "";
  const parts = unit.split(" per ").map((part) => {
    const known = Object.hasOwn(normalUnits, part)
      ? normalUnits[part as keyof typeof normalUnits]
      : undefined;
    const people: Readonly<Record<string, string>> = { enterprise: "家", person: "人", project: "个项目" };
    return people[part] ?? known?.zh ?? part;
  });
  return parts.join("/");
}

/** A result with its unit: as stated where it has a stated unit, else normalised. */
export function result(
  value: number | null,
  unit: string | null,
  statedValue: number | null,
  statedUnit: string | null,
): string {
  if (statedValue !== null && statedUnit !== null) return `${plain(statedValue)}${statedUnit}`;
  return `${plain(value ?? 0)}${unit === null ? "" : unitInWords(unit)}`;
}

/** A number without exponent. */
export function plain(value: number): string {
  return Math.abs(value) >= 1e21
    ? String(value)
    : value.toLocaleString("en-US", { maximumFractionDigits: 20, useGrouping: false });
}
