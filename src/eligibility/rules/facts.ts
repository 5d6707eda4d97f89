// What is known of an enterprise, gathered once into lists: its certifications, places, memberships, listings and
// latest figures. Conditions are then weighed by expressions over these lists, which an engine plans at once.
import { indented, isFact, isThere, stands } from "./dates.ts";

type Family = "certs" | "places" | "memberships" | "listings" | "figures";

/** The regions, parks and clusters that something is in, itself among them, with their levels. */
const upwards = (of: string): string[] => [
  `CALL (${of}) {`,
  `  MATCH (${of})-[:LOCATED_IN|PART_OF*0..8]->(y)`,
  "  RETURN collect({id: y.id, level: y.regionLevel}) AS up",
  "}",
];

const gathered: Readonly<Record<Family, (enterprise: string) => string[]>> = {
  certs: (enterprise) => [
    `MATCH (${enterprise})-[r:CERTIFIED_AS]->(x:Certification)`,
    `WHERE ${isFact("r")}`,
    `WITH r, x, ${stands("r")} AS stands`,
    "ORDER BY stands, x.rung IS NULL, x.rung DESC, r.startLatest IS NULL, r.startLatest DESC, r.id",
    "RETURN collect({",
    "  id: x.id, track: x.track, rung: x.rung, level: x.level, stands: stands, stated: r.status = 'STATED',",
    "  start: r.startEarliest, begun: r.startLatest, lapse: r.endEarliest, until: r.until,",
    "  renewed: CASE WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END, link: r.id",
    "}) AS certs",
  ],
  places: (enterprise) => [
    `MATCH (${enterprise})-[l:LOCATED_IN]->(x)-[:LOCATED_IN|PART_OF*0..8]->(y)`,
    `WHERE ${isThere("l")}`,
    "WITH l, x, collect({id: y.id, level: y.regionLevel}) AS up ORDER BY l.status = 'STATED' DESC, l.id",
    "RETURN collect({id: x.id, park: 'Park' IN labels(x), up: up, link: l.id}) AS places",
  ],
  memberships: (enterprise) => [
    `MATCH (${enterprise})-[l:BELONGS_TO]->(x)-[:PART_OF*0..4]->(y)`,
    `WHERE ${isThere("l")}`,
    "WITH l, collect({id: y.id}) AS up ORDER BY l.status = 'STATED' DESC, l.id",
    "RETURN collect({up: up, link: l.id}) AS memberships",
  ],
  listings: (enterprise) => [
    `MATCH (${enterprise})-[r:LISTED_ON]->(:Institution)`,
    `WHERE ${isFact("r")}`,
    `WITH r, ${stands("r")} AS stands ORDER BY stands, r.id`,
    "RETURN collect({stands: stands, link: r.id}) AS listings",
  ],
  // Its registered capital, and the latest period of each metric and unit; an undated figure comes before all dated ones.
  figures: (enterprise) => [
    `MATCH (${enterprise})<-[:OBSERVES]-(o:Observation)`,
    `WHERE ${isFact("o")} AND ($asOf IS NULL OR coalesce(o.periodEnd <= day, false))`,
    "WITH o ORDER BY o.id",
    "WITH o.metric AS metric, o.normalisedUnit AS unit, coalesce(o.periodEnd, '') AS ended, collect(o) AS same",
    "ORDER BY metric, unit, ended DESC",
    "WITH metric, unit, head(collect(same)) AS latest",
    "WITH collect({metric: metric, unit: unit, latest: latest}) AS stated",
    `RETURN stated + CASE WHEN ${enterprise}.capital IS NULL THEN [] ELSE [{metric: 'CAPITAL', unit: 'yuan', latest: [{normalisedValue: ${enterprise}.capital, bound: 'EXACT'}]}] END AS figures`,
  ],
};

/** The clauses that bind the lists. */
export function gather(enterprise: string): string[] {
  return Object.entries(gathered).flatMap(([name, lines]) => [
    `CALL (${enterprise}, day) {`,
    ...indented(lines(enterprise)),
    "}",
    ...(name === "figures" ? ["UNWIND [0] AS cutFigures"] : []),
  ]);
}

/** The clauses that bind a condition `c`'s target `t`, and `up`, what that target is in. */
export const bindTarget: readonly string[] = ["OPTIONAL MATCH (c)-[:TESTS]->(t)", ...upwards("t")];

/** What of a condition is taken as it is; its bounds are apart, since they may be asked about with others. */
const own = [
  "id",
  "predicate",
  "negated",
  "orHigher",
  "level",
  "track",
  "metric",
  "unit",
  "earliestDay",
  "latestDay",
];

/** The bounds of a condition as they are. */
const ownBounds = [".atLeast", ".atMost"];

/** Its way among alternatives, said by the relation `h` of its owner. */
export const itsGroup = "group: coalesce(h.alternative, 0)";

/**
 * A condition `c` as a map over which it is weighed.
 * @param more further entries
 * @param bounds the entries for its bounds
 */
export const flatCondition = (more: readonly string[] = [], bounds: readonly string[] = ownBounds): string =>
  `c {${[
    ...own.map((name) => `.${name}`),
    ...bounds,
    ...more,
    "target: t.id",
    "targetTrack: t.track",
    "targetRung: t.rung",
    "complete: t.complete",
    "validYears: t.validYears",
    "up: up",
  ].join(", ")}}`;
