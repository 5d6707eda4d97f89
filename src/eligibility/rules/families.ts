// What is known of enterprises about one condition `k`, as sets: each branch is a family of facts and gives an enterprise
// with a code. They begin from the facts: whoever is in none of them weighs what is weighed by default.
import { weights } from "../weights.ts";
import { type Cases, certCases, matched, ofLevel } from "./certified.ts";
import { indented, isFact, isThere, stands } from "./dates.ts";
import { apart, between, byFacts, foundedWeight, inTarget } from "./weigh.ts";

const { met, unknown, unmet, fixed } = weights;

/** Of several facts the one that comes first decides: a code is its place in the order and what it weighs. */
function code(cases: Cases, otherwise: string): string {
  const lines = cases.map(([test, weight], index) => `WHEN ${test} THEN ${index * 1_000 + weight}`);
  return `CASE ${lines.join(" ")} ELSE ${otherwise} END`;
}

const certs: readonly string[] = [
  "MATCH (title:Certification)",
  `WHERE title.id = k.target OR title.track = k.targetTrack OR (k.predicate = 'HOLDS_LEVEL' AND ${ofLevel(matched)})`,
  "MATCH (title)<-[r:CERTIFIED_AS]-(e:Enterprise)",
  `WHERE ${isFact("r")}`,
  `WITH k, e, r, title, day, ${stands("r")} AS stands, CASE WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END AS renewed`,
  `RETURN e, CASE k.predicate ${Object.entries(certCases(matched))
    .map(
      ([predicate, cases]) =>
        `WHEN '${predicate}' THEN ${code(
          cases,
          predicate === "HOLDS_LEVEL"
            ? String(9_000 + unknown)
            : `CASE WHEN k.complete = true THEN ${9_000 + unmet} ELSE ${9_000 + unknown} END`,
        )}`,
    )
    .join(" ")} END AS code`,
];

const within = inTarget("up");
const isApart = apart("up");

const places: readonly string[] = [
  "UNWIND $sites AS site_id",
  "MATCH (site:Entity {id: site_id})",
  "CALL (site) { MATCH (site)-[:LOCATED_IN|PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }",
  `RETURN site.id AS id, CASE k.predicate WHEN 'IN_REGION' THEN ${code(
    [
      [within, met],
      [`NOT coalesce(${isApart}, false)`, unknown],
    ],
    String(2_000 + fixed),
  )} ELSE ${code(
    [
      [within, met],
      ["'Park' IN labels(site) AND NOT site.id IN [b IN k.up | b.id]", fixed],
      [`NOT coalesce(${isApart}, false)`, unknown],
    ],
    String(3_000 + fixed),
  )} END AS code`,
];

const clusters: readonly string[] = [
  "MATCH (:Cluster {id: k.target})<-[:PART_OF*0..4]-(part:Cluster)",
  "WITH DISTINCT part, day",
  "MATCH (part)<-[b:BELONGS_TO]-(e:Enterprise)",
  `WHERE ${isThere("b")}`,
  `RETURN e, ${met} AS code`,
];

const listings: readonly (readonly string[])[] = [
  [
    "MATCH (:Institution)<-[q:LISTED_ON]-(e:Enterprise)",
    `WHERE ${isFact("q")}`,
    `RETURN e, CASE ${stands("q")} WHEN 0 THEN ${met} ELSE ${1_000 + unknown} END AS code`,
  ],
  // The enterprise's own mark has no date, and so says nothing of a past day.
  [
    "MATCH (e:Enterprise)",
    "WHERE $asOf IS NULL AND e.listed IS NOT NULL",
    `RETURN e, CASE WHEN e.listed THEN ${met} ELSE ${2_000 + unmet} END AS code`,
  ],
];

const figures: readonly string[] = [
  "MATCH (o:Observation {metric: k.metric})",
  `WHERE o.normalisedUnit = k.unit AND ${isFact("o")} AND ($asOf IS NULL OR coalesce(o.periodEnd <= day, false))`,
  "MATCH (o)-[:OBSERVES]->(e:Enterprise)",
  `WITH e, coalesce(o.periodEnd, '') AS ended, ${between("o.normalisedValue", "o.bound")} AS answer`,
  "WITH e, ended, min(answer) AS least, max(answer) AS most",
  "ORDER BY ended DESC",
  "WITH e, head(collect([least, most])) AS span",
  `RETURN e, ${byFacts("span[0]", "span[1]")} AS code`,
];

const own = (known: string, weight: string): string[] => [
  "MATCH (e:Enterprise)",
  `WHERE ${known}`,
  `RETURN e, ${weight} AS code`,
];

const capital = between("e.capital", "'EXACT'");

/** The statement of a family: its branches for one condition, and the enterprises by what they weigh. */
function weighed(family: string, branches: readonly (readonly string[])[]): string[] {
  return [
    `// What is known of enterprises about one condition on ${family}: a weight, and whom it is so of.`,
    "// params: k: the condition; day, asOf",
    "// returns: w, ids",
    "UNWIND [$k] AS k",
    "UNWIND [$day] AS day",
    "CALL (k, day) {",
    ...branches.flatMap((branch, index) =>
      indented(index === 0 ? ["WITH k, day", ...branch] : ["UNION ALL", "WITH k, day", ...branch]),
    ),
    "}",
    "WITH e, min(code) % 1000 AS w",
    "RETURN w, collect(e.id) AS ids",
  ];
}

/** The statements by family. That on places weighs sites in place of enterprises: many share one. */
export const families: Readonly<Record<string, readonly string[]>> = {
  certs: weighed("certifications", [certs]),
  memberships: weighed("clusters", [clusters]),
  listings: weighed("listing", listings),
  figures: weighed("a figure", [figures]),
  capital: weighed("the registered capital", [
    own("k.unit = 'yuan' AND e.capital IS NOT NULL", byFacts(capital, capital)),
  ]),
  founded: weighed("the founding", [own("e.founded IS NOT NULL", foundedWeight("e"))]),
  places: [
    "// What sites say of a condition on a place: of several sites of an enterprise the least code decides.",
    "// params: k: the condition; sites: ids",
    "// returns: id, code",
    "UNWIND [$k] AS k",
    ...places,
  ],
};
