// The conditions of a measure as `src/eligibility` reads them: as they are, or with one of them changed.
import { weights } from "../weights.ts";
import { day, hasConditions, indented, inForce } from "./dates.ts";
import { flatCondition, itsGroup } from "./facts.ts";
import { signed } from "./weigh.ts";

const { unknown, unmet } = weights;

/** What a condition weighs for an enterprise of which nothing is known. */
const byDefault = `CASE WHEN c.predicate IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND t.complete = true THEN ${unmet} ELSE ${unknown} END`;

const replaced = "coalesce(c.id = $condition AND $target IS NOT NULL, false)";

/** A condition's target: as it is, or the one asked for instead. */
const target: readonly string[] = [
  "CALL (c) {",
  "  CALL (c) {",
  `    WITH c WHERE NOT (${replaced})`,
  "    MATCH (c)-[:TESTS]->(t)",
  "    RETURN t",
  "    UNION",
  `    WITH c WHERE ${replaced}`,
  "    MATCH (t:Entity {id: $target})",
  "    RETURN t",
  "  }",
  "  RETURN head(collect(t)) AS t",
  "}",
  "CALL (t) {",
  "  MATCH (t)-[:LOCATED_IN|PART_OF*0..8]->(y)",
  "  RETURN collect({id: y.id, level: y.regionLevel}) AS up",
  "}",
];

const instead = (name: string): string =>
  `${name}: CASE WHEN c.id = $condition THEN coalesce($${name}, c.${name}) ELSE c.${name} END`;
const flat = flatCondition(
  [itsGroup, `d: ${signed(byDefault, "coalesce(c.negated, false)")}`],
  [instead("atLeast"), instead("atMost")],
);

/** The statement. */
export const conditionsOf: readonly string[] = [
  "// The conditions of a measure, as they are or with one changed; `d` is what each weighs where nothing is known.",
  "// params: id, asOf; condition, atLeast, atMost, target, drop: the change, null where nothing is changed",
  "// returns: conditions, given, today",
  "MATCH (parent:Measure {id: $id})",
  `WITH parent, ${day} AS day`,
  "CALL (parent, day) {",
  "  MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)",
  `  WHERE ${inForce("h")}`,
  ...indented(target),
  "  WITH * WHERE NOT coalesce($drop = true AND c.id = $condition, false)",
  `  WITH ${flat} AS k ORDER BY k.group, k.id`,
  "  RETURN collect(k) AS conditions",
  "}",
  // A measure without conditions: where it applies is known, on what conditions is not.
  "CALL (parent, day) {",
  `  WITH parent, day WHERE NOT ${hasConditions("parent")}`,
  "  MATCH (parent)-[:APPLIES_TO]->(t:Region)",
  "  CALL (t) { MATCH (t)-[:PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }",
  "  WITH t, up ORDER BY t.id",
  `  RETURN collect({id: t.id, predicate: 'IN_REGION', negated: false, group: 0, target: t.id, up: up, d: ${unknown}}) AS applies`,
  "}",
  "RETURN conditions + CASE size(applies) WHEN 1 THEN applies ELSE [] END AS conditions, " +
    `${hasConditions("parent")} AS given, toString(date()) AS today`,
];
