// Measure.candidates: enterprises by how they stand to a measure. It starts from the most selective condition: only
// who can come near the measure is weighed.
import { details } from "./details.ts";
import { bindTarget, familyOf, flatCondition, gather } from "./facts.ts";
import { groupsOf, ranking } from "./rank.ts";
import { day, indented, isFact, isThere, statusOf, wantedStatuses, weights } from "./standing.ts";

/** Regions of which it is not known that they lie apart from the one demanded: who is placed there may be in it. */
const nearby: readonly string[] = [
  "CALL (start, wanted) {",
  "  WITH start, wanted WHERE start.predicate = 'IN_REGION' AND 'UNKNOWN' IN wanted",
  "  MATCH (r:Region)-[:PART_OF*0..5]->(y:Region)",
  "  WITH start, r, collect({id: y.id, level: y.regionLevel}) AS up",
  "  WHERE NOT any(a IN up WHERE any(b IN start.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))",
  "  RETURN collect(r.id) AS near",
  "}",
];

const branches = (imported: string): readonly (readonly string[])[] => {
  const from = (guard: string, lines: readonly string[], sure = "null"): string[] => [
    `WITH ${imported} WHERE ${guard}`,
    ...lines,
    `RETURN e, ${sure} AS sure`,
  ];
  const whole = "$park IS NULL AND $region IS NULL";
  const some = `${whole} AND size(wanted) > 0`;
  const maybe = `${some} AND start.predicate = 'IN_REGION' AND 'UNKNOWN' IN wanted AND NOT 'INELIGIBLE' IN wanted`;
  return [
    from("$park IS NOT NULL", [
      `MATCH (:Park {id: $park})<-[:LOCATED_IN|PART_OF*0..3]-(x)<-[l:LOCATED_IN]-(e:Enterprise)`,
      `WHERE ${isThere("l")} AND ($region IS NULL OR EXISTS { MATCH (e)-[:LOCATED_IN|PART_OF*1..6]->(:Region {id: $region}) })`,
    ]),
    from("$park IS NULL AND $region IS NOT NULL", [
      `MATCH (:Region {id: $region})<-[:LOCATED_IN|PART_OF*0..5]-(x)<-[l:LOCATED_IN]-(e:Enterprise)`,
      `WHERE ${isThere("l")}`,
    ]),
    // Only the eligible: from the holders of a certification, where every way to the measure demands it.
    from(`${whole} AND wanted = ['ELIGIBLE'] AND holding IS NOT NULL`, [
      "MATCH (:Certification {id: holding.target})<-[r:CERTIFIED_AS]-(e:Enterprise)",
      `WHERE ${isFact("r")}`,
    ]),
    // Who is in the place that the measure demands.
    from(
      `${some} AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL)`,
      [
        "MATCH (:Entity {id: start.target})<-[:LOCATED_IN|PART_OF*0..5]-(x)<-[l:LOCATED_IN]-(e:Enterprise)",
        `WHERE ${isThere("l")}`,
      ],
      "start.id",
    ),
    // Who may be there: placed no closer than in a region around it, in a park of unknown region, or nowhere.
    from(maybe, [
      "UNWIND near AS place",
      "MATCH (:Region {id: place})<-[l:LOCATED_IN]-(e:Enterprise)",
      `WHERE ${isThere("l")}`,
    ]),
    from(maybe, [
      "UNWIND near AS place",
      "MATCH (:Region {id: place})<-[:LOCATED_IN]-(:Park)<-[:PART_OF*0..2]-(:Park)<-[l:LOCATED_IN]-(e:Enterprise)",
      `WHERE ${isThere("l")}`,
    ]),
    from(maybe, [
      "MATCH (p:Park)<-[l:LOCATED_IN]-(e:Enterprise)",
      `WHERE NOT EXISTS { MATCH (p)-[:PART_OF|LOCATED_IN*1..3]->(:Region) } AND ${isThere("l")}`,
    ]),
    from(maybe, ["MATCH (e:Enterprise)", "WHERE NOT EXISTS { MATCH (e)-[:LOCATED_IN]->() }"]),
    // No place is demanded, or the answer must name those too who are elsewhere, or a park's may be anywhere near.
    from(
      `${some} AND ('INELIGIBLE' IN wanted OR (start IS NULL AND (wanted <> ['ELIGIBLE'] OR holding IS NULL)) OR (start.predicate = 'IN_PARK' AND 'UNKNOWN' IN wanted))`,
      ["MATCH (e:Enterprise)"],
    ),
  ];
};

/**
 * The clauses that bind `conditions` of `parent`, what to start from, and `places`, `certs` and so on of each
 * enterprise `e` that can concern it.
 */
export function concerned(
  changed: { readonly target: readonly string[]; readonly flat: string; readonly where: string } = {
    target: bindTarget,
    flat: flatCondition,
    where: "",
  },
  also: readonly string[] = [],
): string[] {
  const kept = ["parent", "wanted", "day", ...also].join(", ");
  const needed = (predicates: readonly string[]): string =>
    `any(k IN conditions WHERE k.predicate IN ['${predicates.join("', '")}'])`;
  return [
    `CALL (${["parent", ...also].join(", ")}) {`,
    "  MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)",
    ...indented(changed.target),
    ...(changed.where === "" ? [] : [`  WITH * WHERE ${changed.where}`]),
    `  WITH ${changed.flat} AS k ORDER BY k.group, k.id`,
    "  RETURN collect(k) AS conditions",
    "}",
    // A measure without conditions: where it applies is known, on what conditions is not.
    "CALL (parent, conditions) {",
    "  WITH parent, conditions WHERE NOT EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) }",
    "  MATCH (parent)-[h:APPLIES_TO]->(t:Region)",
    "  CALL (t) { MATCH (t)-[:PART_OF*0..5]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }",
    "  WITH t, up ORDER BY t.id",
    "  RETURN collect({id: t.id, predicate: 'IN_REGION', negated: false, group: 0, target: t.id, up: up}) AS applies",
    "}",
    `WITH ${kept}, conditions + CASE size(applies) WHEN 1 THEN applies ELSE [] END AS conditions, EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) } AS given`,
    `WITH ${kept}, given, conditions, head([k IN conditions WHERE k.group = 0 AND k.predicate = 'IN_PARK' AND NOT coalesce(k.negated, false)] + [k IN conditions WHERE k.group = 0 AND k.predicate = 'IN_REGION' AND NOT coalesce(k.negated, false)]) AS start,`,
    "  head([k IN conditions WHERE k.group = 0 AND k.predicate IN ['RE_EXAMINATION', 'FIRST_RECOGNITION', 'HOLDS'] AND NOT coalesce(k.negated, false) AND NOT coalesce(k.orHigher, false)]) AS holding,",
    "  size([k IN conditions WHERE k.predicate IN ['IN_REGION', 'IN_PARK']]) > 1 AS elsewhere",
    `WITH ${kept}, given, conditions, start, holding, elsewhere, ${needed(familyOf.certs)} AS needsCerts, ${needed(familyOf.places)} AS needsPlaces, ${needed(familyOf.memberships)} AS needsMemberships, ${needed(familyOf.listings)} AS needsListings, ${needed(familyOf.figures)} AS needsFigures, ${groupsOf("conditions")}`,
    ...nearby,
    // Grouped in here by the enterprise alone: its conditions would be compared for each row.
    "CALL (wanted, start, holding, near, day) {",
    "  CALL (wanted, start, holding, near, day) {",
    ...branches("wanted, start, holding, near, day").flatMap((branch, index) =>
      indented(index === 0 ? branch : ["UNION", ...branch], "    "),
    ),
    "  }",
    "  RETURN e, max(sure) AS sure",
    "}",
    ...gather("e", {
      carried: [
        "sure",
        "elsewhere",
        "needsCerts",
        "needsPlaces",
        "needsMemberships",
        "needsListings",
        "needsFigures",
      ],
      test: (family) =>
        family === "places"
          ? "needsPlaces AND (sure IS NULL OR elsewhere)"
          : `needs${family[0]?.toUpperCase()}${family.slice(1)}`,
    }),
  ];
}

/** The weight of a condition from which the list started is known. */
export const started = (plain: string): string =>
  `CASE WHEN k.id = sure THEN ${weights.met} ELSE ${plain} END`;

/** The question file. */
export function candidates(note: string): string {
  return [
    "// Measure.candidates: enterprises by how they stand to a measure: eligible, nearly, unknown, ineligible.",
    "// on: Measure",
    "// args: region: ID, park: ID, status: [MatchStatus!], asOf: Date",
    "// returns: node, status, rank, amount, amountKind, conditions, missing, lacks",
    "// details: conditions, missing, lacks",
    `// ${note}`,
    "",
    "MATCH (parent:Measure {id: $id})",
    "",
    `WITH parent, ${wantedStatuses} AS wanted, ${day} AS day`,
    ...concerned(),
    ...ranking("e", ["parent", "wanted", "given", "e"], started),
    // Where conditions are not given, no one is known to be eligible.
    "WITH parent, wanted, e AS node, CASE WHEN given OR rank = 3 THEN rank ELSE 2 END AS rank",
    `WHERE ${statusOf("rank")} IN wanted`,
    "",
    ...details("parent", "node"),
    "",
    `RETURN node, ${statusOf("rank")} AS status, rank, parent.amount AS amount, parent.amountKind AS amountKind, conditions, missing, lacks`,
    "ORDER BY rank, node.sortName, node.id",
    "",
  ].join("\n");
}
