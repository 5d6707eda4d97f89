// Certification.candidates: who stands below a rung, and what it lacks.
import { details } from "./details.ts";
import { asked } from "./sites.ts";
import { day, indented, isFact, standing } from "./standing.ts";

/** The highest rung that an enterprise stands on, and the relation that says so. */
const highest: readonly string[] = [
  "CALL (parent, node) {",
  `  UNWIND [${day}] AS day`,
  "  MATCH (node)-[r:CERTIFIED_AS]->(x:Certification {track: parent.track})",
  `  WHERE ${isFact("r")} AND x.rung IS NOT NULL`,
  `  WITH r, x, ${standing("r")} AS stands WHERE stands <= 1`,
  "  WITH r, x ORDER BY x.rung DESC, stands, r.startLatest IS NULL, r.startLatest DESC, r.id LIMIT 1",
  "  RETURN head(collect(r)) AS fact, head(collect(x)) AS current",
  "}",
];

/** The question file. */
export function certificationCandidates(note: string): string {
  return [
    "// Certification.candidates: enterprises below a rung of a track, the nearest first; of a park or region also those of unknown rung.",
    "// on: Certification",
    "// args: region: ID, park: ID, asOf: Date",
    "// returns: node, rung, current, fact, conditions, missing, lacks",
    "// details: current, fact, conditions, missing, lacks",
    "// once",
    `// ${note}`,
    "",
    "MATCH (parent:Certification {id: $id})",
    "",
    `WITH parent, ${day} AS day`,
    "CALL (parent, day) {",
    "  CALL (parent, day) {",
    ...indented(
      [
        "MATCH (title:Certification {track: parent.track})<-[r:CERTIFIED_AS]-(e:Enterprise)",
        "WHERE title.rung IS NOT NULL",
        `RETURN e, 0 AS inside, 1 AS titled, CASE WHEN ${isFact("r")} AND ${standing("r")} <= 1 THEN title.rung ELSE null END AS height`,
        "UNION ALL",
        ...asked,
        "RETURN e, 1 AS inside, 0 AS titled, null AS height",
      ],
      "    ",
    ),
    "  }",
    "  RETURN e, max(inside) AS inside, max(titled) AS titled, max(height) AS height",
    "}",
    "WITH parent, e AS node, inside, titled, height AS rung",
    "WHERE (rung < parent.rung AND (inside = 1 OR ($park IS NULL AND $region IS NULL)))",
    "  OR (titled = 0 AND inside = 1 AND parent.rung IS NOT NULL)",
    "",
    ...highest,
    ...details("parent", "node"),
    "",
    "RETURN node, rung, current, fact, conditions, missing, lacks",
    "ORDER BY rung IS NULL, rung DESC, node.sortName, node.id",
    "",
  ].join("\n");
}
