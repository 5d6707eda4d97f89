// A figure that enters a check, and how it is written in a sentence.
import { readUnit } from "../../ontology/units.ts";
import { type Bound, type Interval, intervalOf } from "./interval.ts";

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

const words: Record<Bound, string> = {
  EXACT: "",
  AT_LEAST: "at least ",
  AT_MOST: "at most ",
  ABOUT: "about ",
};

/** The figure as the source has it: `at least 25 亿元`. */
export function said(figure: Figure): string {
  return `${words[figure.bound]}${figure.stated.value} ${figure.stated.unit}`;
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
export function writer(figures: readonly Figure[]): (value: number) => string {
  const [first] = figures;
  const one = first !== undefined && figures.every((figure) => figure.stated.unit === first.stated.unit);
  const factor = one ? (readUnit(first.stated.unit)?.factor ?? 1) : 1;
  const unit = one ? first.stated.unit : (first?.unit ?? "");
  return (value) => (Number.isFinite(value) ? `${tidy(value / factor)} ${unit}` : "any amount");
}
