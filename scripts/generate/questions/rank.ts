// From the weights of conditions to a rank: each condition once, the best group of alternatives counts.
import { rankOf } from "./standing.ts";
import { plainWeight, signed } from "./weigh.ts";

/** The clause that binds `groups` of `conditions` (maps with `group`): [0] where nothing is to choose. */
export const groupsOf = (conditions: string): string =>
  `CASE WHEN any(k IN ${conditions} WHERE k.group > 0) THEN [k IN ${conditions} WHERE k.group > 0 | k.group] ELSE [0] END AS groups`;

/**
 * The clauses that bind `rank` of the enterprise in `e` from `conditions` and `groups`.
 * @param carried variables that come through
 * @param weight wraps the weight of a condition `k`
 */
export function ranking(
  enterprise: string,
  carried: readonly string[],
  weight: (plain: string) => string = (plain) => plain,
): string[] {
  const kept = carried.join(", ");
  return [
    `WITH ${kept}, groups, [k IN conditions | {group: k.group, negated: coalesce(k.negated, false), w: ${weight(plainWeight(enterprise))}}] AS plain`,
    `WITH ${kept}, groups, [k IN plain | {group: k.group, w: ${signed("k.w", "k.negated")}}] AS ws`,
    `WITH ${kept}, [g IN groups | reduce(total = 0, k IN ws | CASE WHEN k.group = 0 OR k.group = g THEN total + k.w ELSE total END)] AS totals`,
    `WITH ${kept}, [s IN totals | ${rankOf("s")}] AS ranks`,
    `WITH ${kept}, reduce(best = 3, s IN ranks | CASE WHEN s < best THEN s ELSE best END) AS rank`,
  ];
}
