// Measure.candidates and Measure.whatIf: what is said of those whom `src/eligibility` has ranked.

import { day, statusOf } from "./dates.ts";
import { details } from "./details.ts";
import { amounts, applicationWindow, datedAmount } from "./offered.ts";
import { tried } from "./tried.ts";

const counts = (eligible: number) => ({ eligible, nearly: 0, unknown: 2 });

/** The clauses that bind `ranked`, what `src/eligibility` gives for `parent`. */
export const standOf = (carried: string): readonly string[] => [
  "UNWIND $eligibility AS ranked",
  `WITH ${carried}, ranked`,
  "WHERE ranked.parent = parent.id",
];

/** The question file of candidates. */
export function candidates(note: string): string {
  return [
    ...tried({
      id: "measure:xishan-srdi-finance",
      asOf: null,
      eligibility: [
        { parent: "measure:xishan-srdi-finance", rows: [{ id: "enterprise:xinhongye", rank: 2 }], total: 1 },
      ],
    }),
    "// Measure.candidates: enterprises by how they stand to a measure: eligible, nearly, unknown, ineligible.",
    "// on: Measure",
    "// args: asOf: Date, eligibility: [JSON!]!",
    "// returns: node, status, rank, amount, amountKind, applicationWindow, conditions, alternatives, missing, lacks, lacksZh",
    "// details: conditions, alternatives, missing, lacks, lacksZh",
    "// eligibility: the rows of a page, as in [{parent: 'measure:a', rows: [{id: 'enterprise:b', rank: 0}], total: 1}]",
    `// ${note}`,
    "",
    "MATCH (parent:Measure {id: $id})",
    "",
    ...standOf("parent"),
    `WITH parent, ranked, ${day} AS day`,
    ...datedAmount("parent"),
    `WITH parent, ranked, day, ${amounts("parent")}`,
    ...applicationWindow("parent"),
    "UNWIND ranked.rows AS row",
    "MATCH (node:Enterprise {id: row.id})",
    "WITH parent, node, row.rank AS rank, amount, amountKind, applicationWindow",
    "",
    ...details("parent", "node", "rank"),
    "",
    `RETURN node, ${statusOf("rank")} AS status, rank, amount, amountKind, applicationWindow, conditions, alternatives, missing, lacks, lacksZh`,
    "ORDER BY rank, node.sortName, node.id",
    "",
  ].join("\n");
}

function side(name: string): string {
  const counts = ["eligible", "nearly", "unknown", "ineligible"].map(
    (status) => `${status}: ranked.${name}.${status}`,
  );
  return `{${counts.join(", ")}, cost: ranked.${name}.eligible * amount} AS ${name}`;
}

/** The question file of whatIf. */
export function whatIf(note: string): string {
  return [
    ...tried({
      id: "measure:xishan-srdi-finance",
      condition: "condition:in-xishan",
      asOf: null,
      eligibility: [{ parent: "measure:xishan-srdi-finance", before: counts(1), after: counts(2) }],
    }),
    "// Measure.whatIf: enterprises by status, and the cost, before and after a condition is changed or dropped.",
    "// on: Measure",
    "// args: condition: ID!, asOf: Date, eligibility: [JSON!]!",
    "// returns: condition, before, after, costKind",
    "// eligibility: how many, as in [{parent: 'measure:a', before: {eligible: 1, nearly: 0, unknown: 2, ineligible: 3}, after: ...}]",
    `// ${note}`,
    "",
    "MATCH (parent:Measure {id: $id})",
    "",
    "MATCH (parent)-[:HAS_CONDITION]->(asked:Condition {id: $condition})",
    "WITH DISTINCT parent, asked",
    ...standOf("parent, asked"),
    `WITH parent, asked, ranked, ${day} AS day`,
    ...datedAmount("parent"),
    `WITH asked, ranked, ${amounts("parent")}`,
    "",
    `RETURN asked AS condition, ${side("before")}, ${side("after")}, amountKind AS costKind`,
    "",
  ].join("\n");
}
