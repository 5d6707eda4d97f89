// What is known of enterprises about one condition `k`, as sets: each branch is a family of facts and gives an enterprise
// with a code. They begin from the enterprises in question (`sures`, `others`) or from the facts, whichever is less.
import { type Family, familyOf } from "./facts.ts";
import { indented, isFact, isThere, standing, weights } from "./standing.ts";
import { apart, between, byFacts, type Cases, certCases, foundedWeight, inTarget, ofLevel } from "./weigh.ts";

const { met, unknown, unmet, fixed } = weights;

/** Of several facts the one that comes first decides: a code is its place in the order and what it weighs. */
function code(cases: Cases, otherwise: string): string {
  const lines = cases.map(([test, weight], index) => `WHEN ${test} THEN ${index * 1_000 + weight}`);
  return `CASE ${lines.join(" ")} ELSE ${otherwise} END`;
}

/** A condition on a certification, said of one relation `r` to `title` in place of a map of the list `certs`. */
function ofRelation(test: string): string {
  const meant: Readonly<Record<string, string>> = {
    id: "title.id",
    track: "title.track",
    rung: "title.rung",
    level: "title.level",
    stated: "r.status = 'STATED'",
    start: "r.startEarliest",
    begun: "r.startLatest",
    lapse: "r.endEarliest",
    until: "r.until",
    stands: "stands",
    renewed: "renewed",
  };
  return test.replace(/\bq\.(\w+)/g, (_, name: string) => meant[name] ?? name);
}

/** All enterprises in question, one after the other. */
const everyone: readonly string[] = [
  "CALL (sures, others) {",
  "  UNWIND sures AS e",
  "  RETURN e",
  "  UNION ALL",
  "  UNWIND others AS e",
  "  RETURN e",
  "}",
];

/** From the enterprises in question or from what the condition is about, whichever is less. */
function fromLess(
  carried: string,
  names: string,
  below: readonly string[],
  above: readonly string[],
): string[] {
  const imports = `${carried}, many, sures, others`;
  return [
    `CALL (${imports}) {`,
    ...indented([
      `WITH ${imports} WHERE size(sures) + size(others) < many`,
      ...everyone,
      ...below,
      `RETURN ${names}`,
      "UNION ALL",
      `WITH ${imports} WHERE size(sures) + size(others) >= many`,
      ...above,
      `RETURN ${names}`,
    ]),
    "}",
  ];
}

const certs: readonly string[] = [
  "CALL (k) {",
  "  MATCH (title:Certification)",
  `  WHERE title.id = k.target OR title.track = k.targetTrack OR (k.predicate = 'HOLDS_LEVEL' AND ${ofRelation(ofLevel)})`,
  "  WITH title, COUNT { (title)<-[:CERTIFIED_AS]-() } AS holders",
  "  RETURN collect(title) AS titles, coalesce(sum(holders), 0) AS many",
  "}",
  ...fromLess(
    "titles",
    "e, r, title",
    ["MATCH (e)-[r:CERTIFIED_AS]->(title:Certification)", "WHERE title IN titles"],
    ["UNWIND titles AS title", "MATCH (title)<-[r:CERTIFIED_AS]-(e:Enterprise)"],
  ),
  "WITH k, day, e, r, title",
  `WHERE ${isFact("r")}`,
  `WITH k, e, r, title, day, ${standing("r")} AS stands, CASE WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END AS renewed`,
  `RETURN e, CASE k.predicate ${Object.entries(certCases)
    .map(
      ([predicate, cases]) =>
        `WHEN '${predicate}' THEN ${code(
          cases.map(([test, weight]) => [ofRelation(test), weight] as const),
          predicate === "HOLDS_LEVEL"
            ? String(9_000 + unknown)
            : `CASE WHEN k.complete = true THEN ${9_000 + unmet} ELSE ${9_000 + unknown} END`,
        )}`,
    )
    .join(" ")} END AS code`,
];

const within = inTarget.replaceAll("p.up", "up");
const isApart = apart.replaceAll("p.up", "up");

const places: readonly string[] = [
  "CALL (k, sure, sures, others, day) {",
  "  CALL (k, sure, sures, others) {",
  "    UNWIND others AS e",
  "    RETURN e",
  "    UNION ALL",
  "    WITH k, sure, sures WHERE NOT sure",
  "    UNWIND sures AS e",
  "    RETURN e",
  "  }",
  "  MATCH (e)-[l:LOCATED_IN]->(site)",
  `  WHERE ${isThere("l")}`,
  "  RETURN site, collect(DISTINCT e) AS here",
  "}",
  "CALL (site) { MATCH (site)-[:LOCATED_IN|PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }",
  `WITH here, CASE k.predicate WHEN 'IN_REGION' THEN ${code(
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
  "UNWIND here AS e",
  "RETURN e, code",
];

const clusters: readonly string[] = [
  "CALL (k) {",
  "  MATCH (:Cluster {id: k.target})<-[:PART_OF*0..4]-(part:Cluster)",
  "  WITH DISTINCT part",
  "  WITH part, COUNT { (part)<-[:BELONGS_TO]-() } AS members",
  "  RETURN collect(part) AS parts, coalesce(sum(members), 0) AS many",
  "}",
  ...fromLess(
    "parts",
    "e, b",
    ["MATCH (e)-[b:BELONGS_TO]->(part:Cluster)", "WHERE part IN parts"],
    ["UNWIND parts AS part", "MATCH (part)<-[b:BELONGS_TO]-(e:Enterprise)"],
  ),
  "WITH e, b, day",
  `WHERE ${isThere("b")}`,
  `RETURN e, ${met} AS code`,
];

const listings: readonly (readonly string[])[] = [
  [
    "MATCH (:Institution)<-[q:LISTED_ON]-(e:Enterprise)",
    `WHERE ${isFact("q")}`,
    `RETURN e, CASE ${standing("q")} WHEN 0 THEN ${met} ELSE ${1_000 + unknown} END AS code`,
  ],
  // The enterprise's own mark has no date, and so says nothing of a past day.
  [
    ...everyone,
    "WITH e",
    "WHERE $asOf IS NULL AND e.listed IS NOT NULL",
    `RETURN e, CASE WHEN e.listed THEN ${met} ELSE ${2_000 + unmet} END AS code`,
  ],
];

const figures: readonly string[] = [
  "CALL (k) {",
  "  MATCH (:Metric {id: 'metric:' + k.metric})<-[m:MEASURED_AS]-()",
  "  RETURN count(m) AS many",
  "}",
  ...fromLess(
    "k",
    "e, o",
    ["MATCH (e)<-[:OBSERVES]-(o:Observation)", "WHERE o.metric = k.metric"],
    ["MATCH (o:Observation {metric: k.metric})", "MATCH (o)-[:OBSERVES]->(e:Enterprise)"],
  ),
  "WITH k, day, e, o",
  `WHERE o.normalisedUnit = k.unit AND ${isFact("o")} AND ($asOf IS NULL OR coalesce(o.periodEnd <= day, false))`,
  `WITH e, coalesce(o.periodEnd, '') AS ended, ${between("o.normalisedValue", "o.bound")} AS answer`,
  "WITH e, ended, min(answer) AS least, max(answer) AS most",
  "ORDER BY ended DESC",
  "WITH e, head(collect([least, most])) AS span",
  `RETURN e, ${byFacts("span[0]", "span[1]")} AS code`,
];

/** A family, looked at where the condition `k` is of it. */
const family = (test: string, lines: readonly string[]): string[] => [
  `WITH k, sure, sures, others, day WHERE ${test}`,
  ...lines,
];

const own = (predicate: string, known: string, weight: string): string[] =>
  family(`k.predicate = '${predicate}'`, [
    ...everyone,
    `WITH k, e WHERE ${known}`,
    `RETURN e, ${weight} AS code`,
  ]);

const capital = between("e.capital", "'EXACT'");

const among = (of: Family): string => `k.predicate IN ['${familyOf[of].join("', '")}']`;

/** One branch a family; each gives an enterprise with a code, perhaps several times. */
export const branches: readonly (readonly string[])[] = [
  family(among("certs"), certs),
  family(`${among("places")} AND NOT k.implied`, places),
  family(among("memberships"), clusters),
  ...listings.map((lines) => family(among("listings"), lines)),
  family("k.predicate = 'FIGURE'", figures),
  own("CAPITAL", "k.unit = 'yuan' AND e.capital IS NOT NULL", byFacts(capital, capital)),
  own("FOUNDED", "e.founded IS NOT NULL", foundedWeight("e")),
];
