// Measure.whatIf: how many enterprises stand where, and what it costs, before and after one condition is changed.
import { flatCondition } from "./facts.ts";
import { concerned } from "./scope.ts";
import { ranked } from "./sets.ts";
import { day, indented } from "./standing.ts";

const replaced = "after AND c.id = $condition AND $target IS NOT NULL";

/** A condition's target: as it is, or the one asked for instead. */
const target = [
  "CALL (c, after) {",
  "  CALL (c, after) {",
  `    WITH c, after WHERE NOT (${replaced})`,
  "    MATCH (c)-[:TESTS]->(t)",
  "    RETURN t",
  "    UNION",
  `    WITH c, after WHERE ${replaced}`,
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
  `${name}: CASE WHEN after AND c.id = $condition THEN coalesce($${name}, c.${name}) ELSE c.${name} END`;
const flat = flatCondition
  .replace(".atLeast, .atMost, ", "")
  .replace("group:", `${instead("atLeast")}, ${instead("atMost")}, group:`);

function side(after: boolean): string {
  const counted = (rank: number): string =>
    `reduce(n = 0, one IN counts | CASE WHEN one.after = ${after} AND one.rank = ${rank} THEN n + one.n ELSE n END)`;
  return `{eligible: ${counted(0)}, nearly: ${counted(1)}, unknown: ${counted(2)}, rest: ${counted(3)}}`;
}

const summed = (name: string): string =>
  `{eligible: ${name}.eligible, nearly: ${name}.nearly, unknown: ${name}.unknown, ineligible: CASE WHEN $park IS NULL AND $region IS NULL THEN total - ${name}.eligible - ${name}.nearly - ${name}.unknown ELSE ${name}.rest END, cost: ${name}.eligible * parent.amount}`;

/** The question file. */
export function whatIf(note: string): string {
  return [
    "// Measure.whatIf: enterprises by status, and the cost, before and after a condition is changed or dropped.",
    "// on: Measure",
    "// args: condition: ID!, atLeast: Float, atMost: Float, target: ID, drop: Boolean, region: ID, park: ID, asOf: Date",
    "// returns: condition, before, after, costKind",
    `// ${note}`,
    "",
    "MATCH (parent:Measure {id: $id})",
    "",
    "MATCH (parent)-[:HAS_CONDITION]->(asked:Condition {id: $condition})",
    "WITH DISTINCT parent, asked",
    "CALL (parent) {",
    ...indented([
      "UNWIND [false, true] AS after",
      `WITH parent, after, ['ELIGIBLE', 'NEARLY', 'UNKNOWN'] AS wanted, ${day} AS day`,
      "CALL (parent, wanted, day, after) {",
      ...indented([
        ...concerned({ target, flat, where: "NOT (after AND $drop = true AND c.id = $condition)" }, [
          "after",
        ]),
        ...ranked(),
        "RETURN rank, count(*) AS n",
      ]),
      "}",
      "RETURN collect({after: after, rank: rank, n: n}) AS counts",
    ]),
    "}",
    "CALL () { MATCH (one:Enterprise) RETURN count(one) AS total }",
    `WITH parent, asked, total, ${side(false)} AS was, ${side(true)} AS will`,
    "",
    `RETURN asked AS condition, ${summed("was")} AS before, ${summed("will")} AS after, parent.amountKind AS costKind`,
    "",
  ].join("\n");
}
