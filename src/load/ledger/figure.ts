// A figure that enters a check, and how it is written in a sentence.
import { normalUnits, readUnit } from "../../ontology/units.ts";
import { type Bound, type Interval, intervalOf } from "./interval.ts";
import type { Language } from "./told.ts";

export const roles = ["WHOLE", "PART", "RESULT", "EARLIER", "LATER"] as const;
export type Role = (typeof roles)[number];

/** A figure with what a check needs of it. Values are normalised; `stated` is as the source has it. */
export interface Figure {
  readonly id: string;
  readonly role: Role;
  /** Name of its metric. */
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly stated: { readonly value: number; readonly unit: string };
  readonly bound: Bound;
  readonly period?: string;
  /** Change against a year before, in per cent, as stated beside the figure. */
  readonly yearOnYear?: number;
  readonly sources: readonly string[];
  /** The row it stands in, as `observations.csv:83`. */
  readonly row: string;
}

const words: Record<Language, Record<Bound, string>> = {
  en: { EXACT: "", AT_LEAST: "at least ", AT_MOST: "at most ", ABOUT: "about " },
  zh: { EXACT: "", AT_LEAST: "不少于", AT_MOST: "不超过", ABOUT: "约" },
};

/** A number with its unit; a unit that is named in English by its Chinese name where Chinese is spoken. */
export function quantity(value: number, unit: string, language: Language): string {
  if (language === "en") return `${value} ${unit}`;
  const name = unit
    .split(" per ")
    .map((part) =>
      Object.hasOwn(normalUnits, part) ? normalUnits[part as keyof typeof normalUnits].zh : part,
    );
  return `${value}${name.join("/")}`;
}

/** The figure as the source has it: `at least 25 亿元`, `不少于25亿元`. */
export function said({ bound, stated }: Figure, language: Language = "en"): string {
  return words[language][bound] + quantity(stated.value, stated.unit, language);
}

/** What a figure measures and how much it is: `专利数 (50 件)`. */
export function named(figure: Figure, language: Language): string {
  const figures = said(figure, language);
  return language === "en" ? `${figure.label} (${figures})` : `${figure.label}（${figures}）`;
}

/** The values the figure allows, in its normalised unit. */
export function allowed(figure: Figure): Interval {
  return intervalOf(figure.value, figure.bound, readUnit(figure.unit)?.mayBeNegative ?? true);
}

/** Whether the figure counts occasions (家次) where others count things (家). */
export function countsOccasions(figure: Figure): boolean {
  return readUnit(figure.stated.unit)?.occasions ?? false;
}

/** A number without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Writes normalised values in the unit that all figures state, or in the normalised one. */
export function writer(figures: readonly Figure[]): (value: number, language: Language) => string {
  const [first] = figures;
  const one = first !== undefined && figures.every((figure) => figure.stated.unit === first.stated.unit);
  const factor = one ? (readUnit(first.stated.unit)?.factor ?? 1) : 1;
  const unit = one ? first.stated.unit : (first?.unit ?? "");
  return (value, language) => {
    if (Number.isFinite(value)) return quantity(tidy(value / factor), unit, language);
    return language === "en" ? "any amount" : "任意数额";
  };
}
