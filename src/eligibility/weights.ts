// What a condition weighs, in the one place that both read: the statements that weigh, written by
// rules/, and the code that adds up.

/** Sums tell: 0 all met, below 100 only unknown ones, then how many are unmet. */
export const weights = { met: 0, unknown: 1, unmet: 100, fixed: 300 } as const;
