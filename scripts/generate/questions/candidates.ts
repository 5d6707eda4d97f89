// Measure.candidates: enterprises by how they stand to a measure. It starts from the most selective condition: only
// who can come near the measure is weighed.
import { details } from "./details.ts";
import { concerned } from "./scope.ts";
import { ranked } from "./sets.ts";
import { day, indented, statusOf, wantedStatuses } from "./standing.ts";

/** The question file. */
export function candidates(note: string): string {
  return [
    "// Measure.candidates: enterprises by how they stand to a measure: eligible, nearly, unknown, ineligible.",
    "// on: Measure",
    "// args: region: ID, park: ID, status: [MatchStatus!], asOf: Date",
    "// returns: node, status, rank, amount, amountKind, conditions, missing, lacks",
    "// details: conditions, missing, lacks",
    "// once",
    `// ${note}`,
    "",
    "MATCH (parent:Measure {id: $id})",
    "",
    `WITH parent, ${wantedStatuses} AS wanted`,
    "CALL (parent, wanted) {",
    ...indented([`WITH parent, wanted, ${day} AS day`, ...concerned(), ...ranked()]),
    // Where conditions are not given, no one is known to be eligible.
    "  RETURN e, CASE WHEN given OR rank = 3 THEN rank ELSE 2 END AS rank",
    "}",
    "WITH parent, wanted, e AS node, rank",
    `WHERE ${statusOf("rank")} IN wanted`,
    "",
    ...details("parent", "node"),
    "",
    `RETURN node, ${statusOf("rank")} AS status, rank, parent.amount AS amount, parent.amountKind AS amountKind, conditions, missing, lacks`,
    "ORDER BY rank, node.sortName, node.id",
    "",
  ].join("\n");
}
