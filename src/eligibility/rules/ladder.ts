// Enterprise.ladder: on which rung of each track an enterprise stands, and what comes next.
import { weights } from "../weights.ts";
import { day, indented, inForce, isFact, stands } from "./dates.ts";
import { details } from "./details.ts";
import { gather } from "./facts.ts";
import { amounts, datedAmount } from "./offered.ts";
import { tried } from "./tried.ts";
import { weightOf } from "./weigh.ts";

/** The question file. */
export function ladder(note: string): string {
  return [
    ...tried({ id: "enterprise:weichuang", all: null, asOf: null }),
    "// Enterprise.ladder: the rung of an enterprise on each track, the next one, what is missing for it and what it pays.",
    "// on: Enterprise",
    "// args: all: Boolean, asOf: Date",
    "// returns: track, certification, rung, since, validity, fact, due, dueUnknown, dueUnknownZh, next, pays, conditions, alternatives, missing, lacks, lacksZh",
    `// ${note}`,
    "",
    "MATCH (parent:Enterprise {id: $id})",
    "",
    `WITH parent, ${day} AS day`,
    ...gather("parent"),
    "MATCH (step:Certification)",
    "WHERE step.rung IS NOT NULL AND step.track IS NOT NULL",
    "WITH parent, day, places, step.track AS track, max(step.rung) AS top",
    "CALL (parent, track, day) {",
    "  MATCH (parent)-[r:CERTIFIED_AS]->(x:Certification {track: track})",
    `  WHERE x.rung IS NOT NULL AND ${isFact("r")}`,
    `  WITH r, x, ${stands("r")} AS stands WHERE stands <= 1`,
    "  WITH r, x, stands ORDER BY x.rung DESC, stands, r.startLatest IS NULL, r.startLatest DESC, r.id LIMIT 1",
    "  RETURN head(collect(r)) AS fact, head(collect(x)) AS certification, head(collect(['VALID', 'UNKNOWN'][stands])) AS validity",
    "}",
    "WITH parent, day, places, track, fact, certification, validity",
    "WHERE $all = true OR certification IS NOT NULL",
    "CALL (track, certification) {",
    "  MATCH (y:Certification {track: track})",
    "  WHERE y.rung > coalesce(certification.rung, 0)",
    "  WITH y ORDER BY y.rung, y.id LIMIT 1",
    "  RETURN head(collect(y)) AS next",
    "}",
    // What the next rung pays where the enterprise is, or may be.
    "CALL (next, places, day) {",
    "  MATCH (next)<-[:TESTS]-(:Condition {predicate: 'FIRST_RECOGNITION'})<-[asks:HAS_CONDITION]-(m:Measure)",
    `  WHERE ${inForce("asks")}`,
    "  WITH DISTINCT m, places, day",
    "  CALL (m, day) {",
    "    MATCH (m)-[bounds:HAS_CONDITION]->(:Condition {predicate: 'IN_REGION'})-[:TESTS]->(t:Region)",
    `    WHERE ${inForce("bounds")}`,
    "    CALL (t) { MATCH (t)-[:PART_OF*0..5]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }",
    "    RETURN collect({target: t.id, up: up}) AS regions",
    "  }",
    ...indented([
      `WITH m, day, [k IN regions | ${weightOf("parent").IN_REGION}] AS ws`,
      `WHERE all(w IN ws WHERE w < ${weights.fixed})`,
      ...datedAmount("m"),
      `WITH m, ws, ${amounts("m")}`,
      "ORDER BY amount IS NULL, amount DESC, m.id",
      `RETURN collect({measure: m, amount: amount, amountKind: amountKind, status: CASE WHEN all(w IN ws WHERE w = ${weights.met}) THEN 'MET' ELSE 'UNKNOWN' END, sources: m.sources}) AS pays`,
    ]),
    "}",
    ...details("next", "parent"),
    "UNWIND [0] AS cut",
    "WITH track, certification, fact, validity, next, pays, conditions, alternatives, missing, lacks, lacksZh,",
    "  CASE WHEN toString(fact.renewedIn) <= left(day, 4) THEN fact.renewedIn ELSE toInteger(left(coalesce(fact.since, toString(fact.year)), 4)) END AS examined",
    "WITH track, certification, certification.rung AS rung, coalesce(fact.since, toString(fact.year)) AS since, validity, fact, examined + certification.validYears AS due,",
    "  CASE WHEN certification IS NULL THEN null WHEN certification.validYears IS NULL AND examined IS NULL THEN '有效期和认定年份未知' WHEN certification.validYears IS NULL THEN '有效期未知' WHEN examined IS NULL THEN '认定年份未知' ELSE null END AS dueUnknownZh,",
    "  CASE WHEN certification IS NULL THEN null WHEN certification.validYears IS NULL AND examined IS NULL THEN 'neither its term nor the year of recognition is known' WHEN certification.validYears IS NULL THEN 'its term is not known' WHEN examined IS NULL THEN 'the year of recognition is not known' ELSE null END AS dueUnknown,",
    "  next, pays, conditions, alternatives, missing, CASE WHEN next IS NULL THEN null ELSE lacks END AS lacks, CASE WHEN next IS NULL THEN null ELSE lacksZh END AS lacksZh",
    "",
    "RETURN track, certification, rung, since, validity, fact, due, dueUnknown, dueUnknownZh, next, pays, conditions, alternatives, missing, lacks, lacksZh ORDER BY track",
    "",
  ].join("\n");
}
