// The small expressions that the questions about conditions share. `day` is a variable of the statement, $asOf its
// parameter, null where no date was given.
import { weights } from "../weights.ts";

/** The date asked for, else today. */
export const day = "coalesce($asOf, toString(date()))";

/** Not a plan and not a forecast. */
export const isFact = (relation: string): string => `NOT ${relation}.status IN ['TARGET', 'FORECAST']`;

/**
 * How a certification stands: 0 it holds, 1 it may hold, 2 it has ended, 3 it has not begun. Without a date an
 * undated one holds, since a source says so; as of a date it only may have begun by then.
 */
export function stands(relation: string): string {
  return [
    `CASE WHEN ${relation}.startEarliest > day THEN 3 WHEN ${relation}.endLatest < day THEN 2`,
    `WHEN ${relation}.endEarliest < day THEN 1 WHEN ${relation}.startLatest <= day OR $asOf IS NULL THEN 0`,
    "ELSE 1 END",
  ].join(" ");
}

/** Whether what a relation says is in force: a condition, a sum, an exclusion. Undated, it is at any date. */
export const inForce = (relation: string): string =>
  `coalesce(${relation}.startEarliest <= day, true) AND coalesce(${relation}.endLatest >= day, true)`;

/** Whether a place or membership counts: what sources do not date is taken to hold at any date. */
export function isThere(relation: string): string {
  return `${isFact(relation)} AND ${inForce(relation)}`;
}

/** Whether a measure has conditions that are in force. */
export const hasConditions = (measure: string): string =>
  `EXISTS {\n    MATCH (${measure})-[holds:HAS_CONDITION]->(:Condition)\n    WHERE ${inForce("holds")}\n  }`;

/** Where a sum of weights stands: 0 eligible, 1 nearly (one or two changes), 2 unknown, 3 ineligible. */
export function rankOf(sum: string): string {
  return `CASE WHEN ${sum} = 0 THEN 0 WHEN ${sum} >= ${weights.fixed} THEN 3 WHEN ${sum} % ${weights.unmet} = 0 THEN 1 ELSE 2 END`;
}

/** The name of a rank. */
export function statusOf(rank: string): string {
  return `['ELIGIBLE', 'NEARLY', 'UNKNOWN', 'INELIGIBLE'][${rank}]`;
}

/** The statuses asked for: those that are not ruled out, where none are given. */
export const wantedStatuses = "coalesce($status, ['ELIGIBLE', 'NEARLY', 'UNKNOWN'])";

/** Lines, each further in. */
export const indented = (lines: readonly string[], by = "  "): string[] =>
  lines.filter((line) => line !== "").map((line) => by + line.replaceAll("\n", `\n${by}`));
