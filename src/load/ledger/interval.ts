// Intervals of numbers: what is known of a value that a source bounds. Knows no figures and no checks.
import type { bound } from "../../ontology/enumerations.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Bound = keyof typeof bound.values;

/** 近 and 约 are read as within 5 per cent either way: the sources say no more. */
export const aboutShare = 0.05;

/**
 * The values that a stated figure allows: EXACT itself, AT_LEAST all from it up, AT_MOST all down from it (to 0
 * where the quantity cannot be negative), ABOUT those within 5 per cent.
 */
export function intervalOf(value: number, bound: Bound, mayBeNegative: boolean): Interval {
  if (bound === "AT_LEAST") return { low: value, high: Number.POSITIVE_INFINITY };
  if (bound === "AT_MOST")
    return { low: mayBeNegative ? Number.NEGATIVE_INFINITY : Math.min(0, value), high: value };
  const room = bound === "ABOUT" ? Math.abs(value) * aboutShare : 0;
  return { low: value - room, high: value + room };
}

export const point = (value: number): Interval => ({ low: value, high: value });

export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce(
    (one, other) => ({ low: one.low + other.low, high: one.high + other.high }),
    point(0),
  );
}

/** The interval with every value transformed by a function that grows with its argument. */
export function map({ low, high }: Interval, grow: (value: number) => number): Interval {
  return { low: grow(low), high: grow(high) };
}

function quotients(above: number, below: number): number {
  if (below === Number.POSITIVE_INFINITY) return 0;
  if (below === 0) return above === 0 ? 0 : above * Number.POSITIVE_INFINITY;
  return above / below;
}

/** All quotients of two intervals, or undefined where the second holds nothing above zero or anything below. */
export function divide(above: Interval, below: Interval): Interval | undefined {
  if (below.low < 0 || below.high <= 0) return undefined;
  return {
    low: quotients(above.low, above.low >= 0 ? below.high : below.low),
    high: quotients(above.high, above.high >= 0 ? below.low : below.high),
  };
}

/** The interval made wider by a share of its ends and by a fixed amount. */
export function widen({ low, high }: Interval, share: number, amount = 0): Interval {
  const room = (end: number): number => (Number.isFinite(end) ? Math.abs(end) * share + amount : 0);
  return { low: low - room(low), high: high + room(high) };
}

/** How a computed interval stands to the one stated: all of it inside, none of it, or some. */
export function compare(actual: Interval, stated: Interval): "HOLDS" | "FAILS" | "UNDECIDED" {
  if (actual.low >= stated.low && actual.high <= stated.high) return "HOLDS";
  return actual.high < stated.low || actual.low > stated.high ? "FAILS" : "UNDECIDED";
}
