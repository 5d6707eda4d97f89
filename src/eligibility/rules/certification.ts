// Certification.candidates: who stands below a rung, and what it lacks.
import { standOf } from "./candidates.ts";
import { day, isFact, stands } from "./dates.ts";
import { details } from "./details.ts";
import { tried } from "./tried.ts";

/** The highest rung that an enterprise stands on, and the relation that says so. */
const highest: readonly string[] = [
  "CALL (parent, node) {",
  `  UNWIND [${day}] AS day`,
  "  MATCH (node)-[r:CERTIFIED_AS]->(x:Certification {track: parent.track})",
  `  WHERE ${isFact("r")} AND x.rung IS NOT NULL`,
  `  WITH r, x, ${stands("r")} AS stands WHERE stands <= 1`,
  "  WITH r, x ORDER BY x.rung DESC, stands, r.startLatest IS NULL, r.startLatest DESC, r.id LIMIT 1",
  "  RETURN head(collect(r)) AS fact, head(collect(x)) AS current",
  "}",
];

/** The question file. */
export function certificationCandidates(note: string): string {
  return [
    ...tried({
      id: "certification:srdi-little-giant-national",
      asOf: null,
      eligibility: [
        {
          parent: "certification:srdi-little-giant-national",
          rows: [{ id: "enterprise:xinhongye", rung: null }],
          total: 1,
        },
      ],
    }),
    "// Certification.candidates: enterprises below a rung of a track, the nearest first; of a park or region also those of unknown rung.",
    "// on: Certification",
    "// args: asOf: Date, eligibility: [JSON!]!",
    "// returns: node, rung, current, fact, conditions, alternatives, missing, lacks, lacksZh",
    "// details: current, fact, conditions, alternatives, missing, lacks, lacksZh",
    "// eligibility: the rows of a page, as in [{parent: 'certification:a', rows: [{id: 'enterprise:b', rung: 2}], total: 1}]",
    `// ${note}`,
    "",
    "MATCH (parent:Certification {id: $id})",
    "",
    ...standOf("parent"),
    "UNWIND ranked.rows AS row",
    "MATCH (node:Enterprise {id: row.id})",
    "WITH parent, node, row.rung AS rung",
    "",
    ...highest,
    ...details("parent", "node"),
    "",
    "RETURN node, rung, current, fact, conditions, alternatives, missing, lacks, lacksZh",
    "ORDER BY rung IS NULL, rung DESC, node.sortName, node.id",
    "",
  ].join("\n");
}

/** Statement of `src/eligibility`: the rung asked about. */
export const rungOf: readonly string[] = [
  "// A rung: its track and height.",
  "// params: id",
  "// returns: track, rung, today",
  "MATCH (c:Certification {id: $id})",
  "RETURN c.track AS track, c.rung AS rung, toString(date()) AS today",
];

/** Statement of `src/eligibility`: the highest rung of each enterprise that has any relation to a track. */
export const heightsOf: readonly string[] = [
  "// The highest rung of each enterprise on a track; null where none of its titles stands at that day.",
  "// params: track, day, asOf",
  "// returns: height, ids",
  "UNWIND [$day] AS day",
  "MATCH (title:Certification {track: $track})<-[r:CERTIFIED_AS]-(e:Enterprise)",
  "WHERE title.rung IS NOT NULL",
  `WITH e, max(CASE WHEN ${isFact("r")} AND ${stands("r")} <= 1 THEN title.rung ELSE null END) AS height`,
  "RETURN height, collect(e.id) AS ids",
];
