// What comes out of a check, and how a computed value is judged against the one stated.
import { tidy } from "./figure.ts";
import { compare, type Interval, map, widen } from "./interval.ts";

export type Outcome = "HOLDS" | "FAILS" | "UNDECIDED" | "NOT_COMPARABLE";

/** The result of a check. Numbers are in `unit`, a normalised one, and absent where nothing was computed. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly expected?: number;
  readonly actual?: number;
  /** Actual less expected. */
  readonly difference?: number;
  readonly unit?: string;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** A computed value beside the one stated, each as the figures say it and as their bounds allow. */
export interface Judged {
  readonly actual: number;
  readonly actualRange: Interval;
  readonly expected: number;
  readonly expectedRange: Interval;
  readonly unit: string;
  /** Relative difference accepted. */
  readonly tolerance: number;
  /** Absolute difference accepted besides: half a unit of the last decimal stated. */
  readonly rounding?: number;
  /** What was computed, in words with a verb: `75 家 + 80 家 =`. */
  readonly computing: string;
  /** What the sources state, in words. */
  readonly stating: string;
  readonly write: (value: number) => string;
}

/** An interval in words: `155 家`, `at least 30 家`, `151 家 to 159 家`. */
export function inWords({ low, high }: Interval, write: (value: number) => string): string {
  if (low === high) return write(low);
  if (high === Number.POSITIVE_INFINITY) return `at least ${write(low)}`;
  return low === Number.NEGATIVE_INFINITY ? `at most ${write(high)}` : `${write(low)} to ${write(high)}`;
}

const without = (outcome: Outcome, reason: string): Verdict => ({ outcome, reason });

export const undecided = (reason: string): Verdict => without("UNDECIDED", reason);
export const notComparable = (reason: string): Verdict => without("NOT_COMPARABLE", reason);

/**
 * HOLDS where all values that the figures allow lie within what is stated, made wider by the tolerance; FAILS where
 * none does; UNDECIDED where some do.
 */
export function judge(judged: Judged): Verdict {
  const { expected, unit, write } = judged;
  const actual = tidy(judged.actual);
  const difference = tidy(actual - expected);
  const range = map(judged.actualRange, tidy);
  const outcome = compare(range, widen(judged.expectedRange, judged.tolerance, judged.rounding));
  const made = `${judged.computing} ${inWords(range, write)}`;
  const far = `${write(Math.abs(difference))} ${difference < 0 ? "less" : "more"}`;
  const reasons = {
    HOLDS: `${made}, as stated: ${judged.stating}.`,
    FAILS: `${made}, but stated is ${judged.stating}: ${far}.`,
    UNDECIDED: `${made}, stated is ${judged.stating}: the bounds leave it open.`,
  };
  return { outcome, expected, actual, difference, unit, reason: reasons[outcome] };
}
