// What a calculation comes to: how its inputs bound it, how firm it is, and the row of the API's type Calculation.
import { type Decimal, exact } from "./decimal.ts";
import type { Operand, Refusal } from "./operand.ts";

/** What the API tells of a calculation, but for its inputs. */
export interface Outcome {
  readonly value: number | null;
  readonly unit: string | null;
  readonly statedValue: number | null;
  readonly statedUnit: string | null;
  readonly change: number | null;
  readonly percent: number | null;
  readonly years: number | null;
  readonly perYear: number | null;
  readonly statedPercent: number | null;
  readonly points: number | null;
  readonly period: string | null;
  readonly bound: string | null;
  readonly status: string | null;
  readonly formula: string | null;
  readonly reasons: readonly string[];
  readonly why: readonly string[];
  readonly whyZh: readonly string[];
  readonly notes: readonly string[];
}

/** An outcome and the ids of the figures that went in, in order. */
export interface Calculated {
  readonly outcome: Outcome;
  readonly used: readonly string[];
}

const nothing: Outcome = {
  value: null,
  unit: null,
  statedValue: null,
  statedUnit: null,
  change: null,
  percent: null,
  years: null,
  perYear: null,
  statedPercent: null,
  points: null,
  period: null,
  bound: null,
  status: null,
  formula: null,
  reasons: [],
  why: [],
  whyZh: [],
  notes: [],
};

const idsOf = (operands: readonly (Operand | undefined)[]): string[] =>
  operands.flatMap((one) => (one?.fact === undefined ? [] : [one.fact.id]));

/** A calculation that cannot be made. Its inputs are told all the same. */
export function refused(
  refusals: readonly Refusal[],
  operands: readonly (Operand | undefined)[],
  told: Partial<Outcome> = {},
): Calculated {
  return {
    outcome: {
      ...nothing,
      ...told,
      reasons: [...new Set(refusals.map((one) => one.reason))],
      why: [...new Set(refusals.map((one) => one.why.en))],
      whyZh: [...new Set(refusals.map((one) => one.why.zh))],
    },
    used: idsOf(operands),
  };
}

const directions: Readonly<Record<string, number>> = { AT_LEAST: 1, AT_MOST: -1, EXACT: 0 };

/**
 * How a result is bounded: by operands that raise it and those that lower it. Null where they bound it in opposite
 * directions: then it is neither the least nor the most.
 */
export function boundOf(
  raising: readonly Pick<Operand, "bound">[],
  lowering: readonly Pick<Operand, "bound">[] = [],
): string | null {
  const all = [...raising, ...lowering].map((one) => one.bound);
  if (all.includes("ABOUT")) return "ABOUT";
  const ways = new Set([
    ...raising.map((one) => directions[one.bound] ?? 0),
    ...lowering.map((one) => -(directions[one.bound] ?? 0)),
  ]);
  if (ways.has(1) && ways.has(-1)) return null;
  return ways.has(1) ? "AT_LEAST" : ways.has(-1) ? "AT_MOST" : "EXACT";
}

const firmest = ["STATED", "IMPLIED", "FORECAST", "TARGET"];

/** The weakest of the inputs: a sum with a target in it is a target. */
function statusOf(operands: readonly Operand[]): string {
  return (
    operands.map((one) => one.status).sort((a, b) => firmest.indexOf(b) - firmest.indexOf(a))[0] ?? "STATED"
  );
}

/** A calculation that was made. */
export function calculated(
  operands: readonly Operand[],
  bound: string | null,
  told: Partial<Outcome>,
): Calculated {
  const opposed = bound === null ? ["BOUNDS_OPPOSE"] : [];
  return {
    outcome: {
      ...nothing,
      ...told,
      bound,
      status: statusOf(operands),
      notes: [...opposed, ...(told.notes ?? [])],
    },
    used: idsOf(operands),
  };
}

/** The unit in which all operands are stated, if it is one. */
export function statedUnitOf(operands: readonly Operand[]): string | undefined {
  const units = new Set(operands.map((one) => one.stated.unit));
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}

/** A decimal as a number, or null. */
export const number = (value: Decimal | undefined): number | null =>
  value === undefined ? null : exact(value);
