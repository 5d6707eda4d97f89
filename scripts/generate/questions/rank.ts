// From the weights of conditions to a rank: each condition once, the best group of alternatives counts.
import { rankOf } from "./standing.ts";

/** The clause that binds `groups` of `conditions` (maps with `group`): [0] where nothing is to choose. */
export const groupsOf = (conditions: string): string =>
  `CASE WHEN any(k IN ${conditions} WHERE k.group > 0) THEN [k IN ${conditions} WHERE k.group > 0 | k.group] ELSE [0] END AS groups`;

/** The best rank that a list of sums of weights gives, one sum a group. */
export const bestRank = (sums: string): string =>
  `reduce(best = 3, one IN [total IN ${sums} | ${rankOf("total")}] | CASE WHEN one < best THEN one ELSE best END)`;
