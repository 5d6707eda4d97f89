// Enterprise.policyMatches: measures by how an enterprise stands to them. What is known of it is gathered once, and
// each condition of the graph weighed once, however many measures share it.
import { weights } from "../weights.ts";
import { day, hasConditions, inForce, rankOf, statusOf, wantedStatuses } from "./dates.ts";
import { details } from "./details.ts";
import { bindTarget, flatCondition, gather } from "./facts.ts";
import { amounts, applicationWindow, datedAmount, exclusionsOf } from "./offered.ts";
import { tried } from "./tried.ts";
import { plainWeight, signed, weightOf } from "./weigh.ts";

/** The question file. */
export function matches(note: string): string {
  return [
    ...tried({ id: "enterprise:xinhongye", status: null, asOf: null }),
    "// Enterprise.policyMatches: measures by how the enterprise stands to them, the eligible first, the largest first.",
    "// on: Enterprise",
    "// args: status: [MatchStatus!], asOf: Date",
    "// returns: node, status, rank, amount, amountKind, applicationWindow, exclusions, conditions, alternatives, missing, lacks, lacksZh",
    "// details: conditions, alternatives, missing, lacks, lacksZh",
    "// each: Measure 18",
    `// ${note}`,
    "",
    "MATCH (parent:Enterprise {id: $id})",
    "",
    `WITH parent, ${day} AS day`,
    ...gather("parent"),
    "CALL (parent, day, certs, places, memberships, listings, figures) {",
    "  MATCH (c:Condition)",
    ...bindTarget.map((line) => `  ${line}`),
    `  WITH parent, day, certs, places, memberships, listings, figures, c, ${flatCondition()} AS k`,
    `  WITH c, k, day, ${plainWeight("parent").replaceAll("\n", "\n  ")} AS plain`,
    `  WITH c, day, ${signed("plain", "coalesce(k.negated, false)")} AS w`,
    // From the condition: the embedded engine looks at every measure for each condition otherwise.
    "  MATCH (c)<-[h:HAS_CONDITION]-(node:Measure)",
    `  WHERE ${inForce("h")}`,
    "  WITH node, collect({group: coalesce(h.alternative, 0), w: w}) AS ws",
    "  WITH node, ws, CASE WHEN any(k IN ws WHERE k.group > 0) THEN [k IN ws WHERE k.group > 0 | k.group] ELSE [0] END AS groups",
    "  UNWIND groups AS g",
    "  WITH node, g, reduce(total = 0, k IN ws | CASE WHEN k.group = 0 OR k.group = g THEN total + k.w ELSE total END) AS total",
    `  WITH node, min(${rankOf("total")}) AS rank`,
    "  RETURN node, rank",
    "  UNION",
    // A measure without conditions: where it applies is known, on what conditions is not.
    "  MATCH (node:Measure)",
    `  WHERE NOT ${hasConditions("node")}`,
    "  CALL (node) {",
    "    MATCH (node)-[:APPLIES_TO]->(t:Region)",
    "    CALL (t) { MATCH (t)-[:PART_OF*0..5]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }",
    "    RETURN collect({target: t.id, up: up}) AS applies",
    "  }",
    `  WITH node, [k IN applies | ${weightOf("parent").IN_REGION.replaceAll("\n", "\n  ")}] AS ws, places`,
    `  RETURN node, CASE WHEN size(ws) = 1 AND ws[0] >= ${weights.fixed} THEN 3 ELSE 2 END AS rank`,
    "}",
    "UNWIND [0] AS cut",
    "WITH parent, day, node, rank",
    ...datedAmount("node"),
    `WITH parent, day, node, rank, ${amounts("node")}`,
    // How it stands to all measures: some cannot be had together.
    "WITH parent, day, collect({node: node, id: node.id, rank: rank, amount: amount, amountKind: amountKind}) AS standing",
    "UNWIND standing AS one",
    "WITH parent, day, standing, one.node AS node, one.rank AS rank, one.amount AS amount, one.amountKind AS amountKind",
    `WHERE ${statusOf("rank")} IN ${wantedStatuses}`,
    ...applicationWindow("node"),
    ...exclusionsOf("node"),
    "",
    ...details("node", "parent", "rank"),
    "",
    `RETURN node, ${statusOf("rank")} AS status, rank, amount, amountKind, applicationWindow, exclusions, conditions, alternatives, missing, lacks, lacksZh`,
    "ORDER BY rank, amount IS NULL, amount DESC, node.sortName, node.id",
    "",
  ].join("\n");
}
