// How enterprises stand to the conditions of a measure, a condition at a time: a condition weighs by default what it
// weighs for someone of whom nothing is known, and only those of whom a fact is known that it is about are looked at.
// So a list of a hundred thousand costs what its facts cost.
import { branches } from "./families.ts";
import { bestRank } from "./rank.ts";
import { indented, weights } from "./standing.ts";
import { signed } from "./weigh.ts";

const { met } = weights;

/** The sums of the groups of an enterprise; `own` holds pairs of a group and a weight that only that group has. */
const sums =
  "[j IN range(0, size(groups) - 1) | bases[j] + common + reduce(t = 0, pair IN own | CASE WHEN pair[0] = groups[j] THEN t + pair[1] ELSE t END)]";

/** The clauses that bind `e` and its `rank`, once for each of `sures` and `others`. */
export function ranked(): string[] {
  const imports = "conditions, start, sures, others, day";
  return [
    `CALL (${imports}) {`,
    `  CALL (${imports}) {`,
    ...indented(
      [
        "UNWIND sures AS e",
        "RETURN e, true AS inside, 0 AS g, 0 - start.d AS delta",
        "UNION ALL",
        "UNWIND others AS e",
        "RETURN e, true AS inside, 0 AS g, 0 AS delta",
        "UNION ALL",
        "UNWIND conditions AS one",
        "WITH one AS k, size(sures) > 0 AND coalesce(one.id = start.id, false) AS sure, sures, others, day",
        "CALL (k, sure, sures, others, day) {",
        "  CALL (k, sure, sures, others, day) {",
        ...branches.flatMap((branch, index) =>
          indented(index === 0 ? branch : ["UNION ALL", ...branch], "    "),
        ),
        "  }",
        "  RETURN e, min(code) % 1000 AS w",
        "}",
        // Who is in the place from which the list starts is among the sures, and has that weight already.
        `WITH k, sure, e, w WHERE NOT (sure AND w = ${met})`,
        `RETURN e, false AS inside, k.group AS g, ${signed("w", "coalesce(k.negated, false)")} - k.d AS delta`,
      ],
      "    ",
    ),
    "  }",
    "  WITH e, max(CASE WHEN inside THEN 1 ELSE 0 END) AS inside, sum(CASE g WHEN 0 THEN delta ELSE 0 END) AS common, collect(CASE WHEN g > 0 THEN [g, delta] END) AS own",
    "  WHERE inside = 1",
    "  RETURN e, common, own",
    "}",
    `WITH *, CASE WHEN common = 0 AND size(own) = 0 THEN usual ELSE ${bestRank(sums)} END AS rank`,
  ];
}
