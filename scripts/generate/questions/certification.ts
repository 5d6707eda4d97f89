// Certification.candidates: who stands below a rung, and what it lacks.
import { details } from "./details.ts";
import { day, isFact, isThere, standing } from "./standing.ts";

const within =
  "($park IS NULL OR EXISTS { MATCH (e)-[:LOCATED_IN|PART_OF*1..4]->(:Park {id: $park}) }) AND ($region IS NULL OR EXISTS { MATCH (e)-[:LOCATED_IN|PART_OF*1..6]->(:Region {id: $region}) })";
const unknown =
  "NOT EXISTS { MATCH (e)-[r:CERTIFIED_AS]->(x:Certification) WHERE x.track = parent.track AND x.rung IS NOT NULL }";

/** The question file. */
export function certificationCandidates(note: string): string {
  return [
    "// Certification.candidates: enterprises below a rung of a track, the nearest first; of a park or region also those of unknown rung.",
    "// on: Certification",
    "// args: region: ID, park: ID, asOf: Date",
    "// returns: node, rung, current, fact, conditions, missing, lacks",
    "// details: conditions, missing, lacks",
    `// ${note}`,
    "",
    "MATCH (parent:Certification {id: $id})",
    "",
    `WITH parent, ${day} AS day`,
    "CALL (parent, day) {",
    "  MATCH (x:Certification {track: parent.track})<-[r:CERTIFIED_AS]-(e:Enterprise)",
    `  WHERE x.rung < parent.rung AND ${isFact("r")} AND ${standing("r")} <= 1 AND ${within}`,
    "  RETURN e",
    "  UNION",
    "  WITH parent, day WHERE $park IS NOT NULL AND parent.rung IS NOT NULL",
    "  MATCH (:Park {id: $park})<-[:LOCATED_IN|PART_OF*0..3]-(x)<-[l:LOCATED_IN]-(e:Enterprise)",
    `  WHERE ${isThere("l")} AND ${within} AND ${unknown}`,
    "  RETURN e",
    "  UNION",
    "  WITH parent, day WHERE $park IS NULL AND $region IS NOT NULL AND parent.rung IS NOT NULL",
    "  MATCH (:Region {id: $region})<-[:LOCATED_IN|PART_OF*0..5]-(x)<-[l:LOCATED_IN]-(e:Enterprise)",
    `  WHERE ${isThere("l")} AND ${unknown}`,
    "  RETURN e",
    "}",
    "CALL (parent, e, day) {",
    "  MATCH (e)-[r:CERTIFIED_AS]->(x:Certification {track: parent.track})",
    `  WHERE ${isFact("r")} AND x.rung IS NOT NULL`,
    `  WITH r, x, ${standing("r")} AS stands WHERE stands <= 1`,
    "  WITH r, x ORDER BY x.rung DESC, stands, r.startLatest IS NULL, r.startLatest DESC, r.id LIMIT 1",
    "  RETURN head(collect(r)) AS fact, head(collect(x)) AS current",
    "}",
    "WITH parent, e AS node, fact, current, current.rung AS rung",
    "WHERE rung IS NULL OR rung < parent.rung",
    "",
    ...details("parent", "node"),
    "",
    "RETURN node, rung, current, fact, conditions, missing, lacks",
    "ORDER BY rung IS NULL, rung DESC, node.sortName, node.id",
    "",
  ].join("\n");
}
