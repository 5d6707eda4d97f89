// Who can come near a measure: its conditions as a list, and from them two lists of enterprises, `sures` who are in the
// place that it demands, and `others` who may be, or of whom that is not known beforehand.
import { bindTarget, flatCondition } from "./facts.ts";
import { bestRank, groupsOf } from "./rank.ts";
import { asked, sited, tenants } from "./sites.ts";
import { indented, isFact, isThere, weights } from "./standing.ts";
import { signed } from "./weigh.ts";

const { met, unknown, unmet } = weights;

/** What a condition weighs for an enterprise of which nothing is known but the place asked for. */
const byDefault = (predicate: string, complete: string, implied: string): string =>
  `CASE WHEN ${implied} THEN ${met} WHEN ${predicate} IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND ${complete} = true THEN ${unmet} ELSE ${unknown} END`;

/** Everything that the place asked for is in: whoever is there meets a condition on any of it. */
const around: readonly string[] = [
  "CALL () {",
  "  CALL () {",
  "    MATCH (:Park {id: $park})-[:LOCATED_IN|PART_OF*0..8]->(y)",
  "    RETURN y",
  "    UNION",
  "    MATCH (:Region {id: $region})-[:PART_OF*0..8]->(y)",
  "    RETURN y",
  "  }",
  "  RETURN collect(y.id) AS around",
  "}",
];

/** How the conditions are bound: changed where a question asks what would be. */
export interface Reading {
  readonly target: readonly string[];
  readonly flat: string;
  readonly where: string;
}

const asTheyAre: Reading = { target: bindTarget, flat: flatCondition, where: "" };

/** The clauses that bind `conditions` (maps, with `d`, their weight by default) and `given` of `parent`. */
function conditionsOf({ target, flat, where }: Reading, also: readonly string[]): string[] {
  const kept = ["parent", "wanted", "day", ...also].join(", ");
  const implied = "coalesce(t.id IN around, false)";
  const weight = signed(byDefault("c.predicate", "t.complete", implied), "coalesce(c.negated, false)");
  const own = `implied: ${implied}, d: ${weight}}`;
  return [
    ...around,
    `CALL (${["parent", "around", ...also].join(", ")}) {`,
    "  MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)",
    ...indented(target),
    ...(where === "" ? [] : [`  WITH * WHERE ${where}`]),
    `  WITH ${flat.replace(/\}$/, `, ${own}`)} AS k ORDER BY k.group, k.id`,
    "  RETURN collect(k) AS conditions",
    "}",
    // A measure without conditions: where it applies is known, on what conditions is not.
    "CALL (parent, around) {",
    "  WITH parent, around WHERE NOT EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) }",
    "  MATCH (parent)-[:APPLIES_TO]->(t:Region)",
    "  CALL (t) { MATCH (t)-[:PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }",
    "  WITH t, up, around ORDER BY t.id",
    `  RETURN collect({id: t.id, predicate: 'IN_REGION', negated: false, group: 0, target: t.id, up: up, implied: ${implied}, d: CASE WHEN ${implied} THEN ${met} ELSE ${unknown} END}) AS applies`,
    "}",
    `WITH ${kept}, conditions + CASE size(applies) WHEN 1 THEN applies ELSE [] END AS conditions, EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) } AS given`,
  ];
}

const positive = "k.group = 0 AND NOT coalesce(k.negated, false)";

/** The condition on a place from which the list starts, and one on a certification that every way demands. */
const starts = (kept: string): string[] => [
  `WITH ${kept}, given, conditions, CASE WHEN $park IS NULL AND $region IS NULL THEN head([k IN conditions WHERE ${positive} AND k.predicate = 'IN_PARK'] + [k IN conditions WHERE ${positive} AND k.predicate = 'IN_REGION']) ELSE null END AS start,`,
  `  head([k IN conditions WHERE ${positive} AND k.predicate IN ['RE_EXAMINATION', 'FIRST_RECOGNITION', 'HOLDS']]) AS holding, ${groupsOf("conditions")}`,
  `WITH ${kept}, given, conditions, start, holding, groups, [g IN groups | reduce(total = 0, k IN conditions | CASE WHEN k.group = 0 OR k.group = g THEN total + k.d ELSE total END)] AS bases`,
  // The rank of someone of whom nothing more is known.
  `WITH ${kept}, given, conditions, start, holding, groups, bases, ${bestRank("bases")} AS usual`,
];

/** Regions of which it is not known that they lie apart from the one demanded: who is placed there may be in it. */
const nearby: readonly string[] = [
  "CALL (start, wanted) {",
  "  WITH start, wanted WHERE start IS NOT NULL AND 'UNKNOWN' IN wanted",
  "  MATCH (r:Region)-[:PART_OF*0..8]->(y:Region)",
  "  WITH start, r, collect({id: y.id, level: y.regionLevel}) AS up",
  // Who is in it or in a part of it is among the sures.
  "  WHERE NOT any(a IN up WHERE a.id = start.target)",
  "    AND NOT any(a IN up WHERE any(b IN start.up WHERE coalesce(a.level = b.level AND a.id <> b.id AND a.level <> 'AREA', false)))",
  "  RETURN collect(r.id) AS near",
  "}",
];

/** The clauses that bind a list of the enterprises that one of several branches gives. */
function listOf(name: string, imported: string, branches: readonly (readonly string[])[]): string[] {
  return [
    `CALL (${imported}) {`,
    `  CALL (${imported}) {`,
    ...branches.flatMap((branch, index) => indented(index === 0 ? branch : ["UNION ALL", ...branch], "    ")),
    "  }",
    `  RETURN collect(DISTINCT e) AS ${name}`,
    "}",
  ];
}

const imported = "wanted, start, holding, near, day";
// A list of one or none: a planner may move a condition behind a scan of all enterprises.
const from = (guard: string, lines: readonly string[]): string[] => [
  `UNWIND CASE WHEN ${guard} THEN [1] ELSE [] END AS go`,
  ...lines,
  "RETURN e",
];
const whole = "$park IS NULL AND $region IS NULL AND size(wanted) > 0";
/** Only the eligible are asked for: the holders of a certification, where every way to the measure demands it. */
const holders = `${whole} AND wanted = ['ELIGIBLE'] AND holding IS NOT NULL`;
const placed = `${whole} AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL)`;
const maybe = `${placed} AND 'UNKNOWN' IN wanted`;

const otherBranches: readonly (readonly string[])[] = [
  [...asked, "RETURN e"],
  from(holders, [
    "MATCH (title:Certification)",
    "WHERE title.id = holding.target OR (holding.orHigher = true AND title.track = holding.targetTrack AND title.rung > holding.targetRung)",
    "MATCH (title)<-[r:CERTIFIED_AS]-(e:Enterprise)",
    `WHERE ${isFact("r")}`,
  ]),
  // Who may be there: placed no closer than in a region around it, in a park of unknown region, or nowhere. Who is in
  // another park is not in the one demanded, unless that is a part of it.
  from(maybe, [
    "UNWIND near AS place",
    "MATCH (:Region {id: place})<-[l:LOCATED_IN]-(e:Enterprise)",
    `WHERE ${isThere("l")}`,
  ]),
  from(`${maybe} AND start.predicate = 'IN_PARK'`, [
    "MATCH (site:Park)",
    "WHERE site.id <> start.target AND site.id IN [b IN start.up | b.id]",
    ...tenants,
  ]),
  from(`${maybe} AND start.predicate = 'IN_REGION'`, [
    "UNWIND near AS place",
    "MATCH (lot:Park)-[:LOCATED_IN]->(:Region {id: place})",
    "MATCH (lot)<-[:PART_OF*0..4]-(site:Park)<-[l:LOCATED_IN]-(e:Enterprise)",
    `WHERE ${isThere("l")}`,
  ]),
  from(`${maybe} AND start.predicate = 'IN_REGION'`, [
    "MATCH (site:Park)",
    "WHERE NOT EXISTS { MATCH (site)-[:PART_OF|LOCATED_IN*1..8]->(:Region) }",
    ...tenants,
  ]),
  from(maybe, ["MATCH (e:Enterprise)", "WHERE NOT EXISTS { MATCH (e)-[:LOCATED_IN]->() }"]),
  // Those whose sites are all over, not yet begun or only planned are nowhere at that day: a branch for each index.
  ...["l.endLatest < day", "l.startEarliest > day", "l.status IN ['TARGET', 'FORECAST']"].map((gone) =>
    from(maybe, [
      "MATCH (e:Enterprise)-[l:LOCATED_IN]->()",
      `WHERE ${gone}`,
      `WITH DISTINCT e, day WHERE NOT EXISTS { MATCH (e)-[l:LOCATED_IN]->() WHERE ${isThere("l")} }`,
    ]),
  ),
  // No place is demanded, or the answer must name those too who are elsewhere.
  from(
    `${whole} AND ('INELIGIBLE' IN wanted OR (start IS NULL AND (wanted <> ['ELIGIBLE'] OR holding IS NULL)))`,
    ["MATCH (e:Enterprise)"],
  ),
];

/**
 * The clauses that bind `conditions`, `given`, `start`, `groups`, `bases` (a sum of weights by default for each group),
 * `sures` and `others` of `parent`, from `wanted` and `day`.
 */
export function concerned(reading: Reading = asTheyAre, also: readonly string[] = []): string[] {
  const kept = ["parent", "wanted", "day", ...also].join(", ");
  return [
    ...conditionsOf(reading, also),
    ...starts(kept),
    ...nearby,
    ...listOf("sures", "wanted, start, holding, day", [
      [
        `UNWIND CASE WHEN ${placed} THEN [1] ELSE [] END AS go`,
        ...sited("start.target", "start"),
        "RETURN e",
      ],
    ]),
    ...listOf("others", imported, otherBranches),
  ];
}
