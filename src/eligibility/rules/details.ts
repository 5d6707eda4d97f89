// The conditions of a measure or certification for one enterprise, each with its status and the fact that decides
// it, and what is missing. Costs more than a rank, so it comes after a page has been cut out.
import { weights } from "../weights.ts";
import { listed, ofLevel, qualifies } from "./certified.ts";
import { day, indented, inForce, rankOf, statusOf } from "./dates.ts";
import { bindTarget, flatCondition, gather, itsGroup } from "./facts.ts";
import { inTarget, ofMetric, plainWeight, signed } from "./weigh.ts";
import { bindMetric, change, demand, nameEn, thing, toFind } from "./words.ts";

const { met, unknown, unmet, fixed } = weights;

/** Items of a list. They hold ids, not relations: the embedded engine loses a relation that a comprehension gives. */
const items = (list: string, where: string): string => `[q IN ${list} WHERE ${where}]`;
const sameTrack = items(
  "certs",
  "q.track = k.targetTrack AND q.rung IS NOT NULL AND k.targetRung IS NOT NULL",
);
const places = inTarget("q.up");

/** What of the lists meets a condition or comes nearest to it; its `link` is the relation's id. */
const nearest = `CASE k.predicate
  WHEN 'HOLDS' THEN head(${items("certs", qualifies(listed))} + ${sameTrack})
  WHEN 'FIRST_RECOGNITION' THEN head(${items("certs", "q.id = k.target AND q.renewed IS NULL")} + ${items("certs", "q.id = k.target")} + ${sameTrack})
  WHEN 'RE_EXAMINATION' THEN head(${items("certs", "q.id = k.target AND q.renewed IS NOT NULL")} + ${items("certs", "q.id = k.target")} + ${sameTrack})
  WHEN 'HOLDS_LEVEL' THEN head(${items("certs", ofLevel(listed))})
  WHEN 'IN_REGION' THEN head(${items("places", places)} + places)
  WHEN 'IN_PARK' THEN head(${items("places", places)} + places)
  WHEN 'IN_CLUSTER' THEN head(${items("memberships", places)})
  WHEN 'LISTED' THEN head(listings)
  ELSE null END`;

const ownProperty =
  "CASE k.predicate WHEN 'CAPITAL' THEN 'capital' WHEN 'FOUNDED' THEN 'founded' WHEN 'LISTED' THEN 'listed' ELSE null END";

/** The texts of a list put together, null for none: a heading, then each behind the one before. */
const said = (heading: string, named: string, between: string): string =>
  `collect(CASE WHEN size(${named}) = 0 THEN null ELSE ${heading} + head(${named}) + reduce(said = '', one IN tail(${named}) | said + '${between}' + one) END)`;

/** What is lacking, in a sentence. */
const sentence = (parts: string, none: string, all: string, between: string): string =>
  `CASE WHEN size(conditions) = 0 THEN ${none} ELSE coalesce(${joined(parts, between)}, ${all}) END`;

/** What of a list of conditions stands in the way by what it weighs: its headings, and what names it. */
const lacking = (list: string): string =>
  (
    [
      ["not met: ", "不符合：", fixed, "text", "textZh"],
      ["missing: ", "尚缺：", unmet, "change", "changeZh"],
      ["not in the graph, to be looked into: ", "图中无据，需核实：", unknown, "toFind", "toFindZh"],
    ] as const
  )
    .map(([en, zh, weight, named, namedZh]) => {
      const all = (key: string): string => `[k IN ${list} WHERE k.w = ${weight} | k.${key}]`;
      return `['${en}', '${zh}', ${all(named)}, ${all(namedZh)}]`;
    })
    .join(", ");

/** The texts of a list one behind the other, null for none. */
const joined = (parts: string, between: string): string =>
  `CASE WHEN size(${parts}) = 0 THEN null ELSE head(${parts}) + reduce(text = '', one IN tail(${parts}) | text + '${between}' + one) END`;

/**
 * The clauses that bind `alternatives`: each with where the enterprise stands by it, what it lacks of its own, and that in
 * words. There are none where the conditions name none.
 */
const ofAlternatives: readonly string[] = [
  "CALL (conditions, groups) {",
  "  UNWIND CASE WHEN groups = [0] THEN [] ELSE groups END AS g",
  "  WITH DISTINCT conditions, g",
  "  CALL (conditions, g) {",
  "    UNWIND conditions AS k",
  "    WITH k WHERE k.w > 0 AND (k.group = 0 OR k.group = g)",
  "    RETURN collect({group: k.group, w: k.w, text: k.text, textZh: k.textZh, change: k.change, changeZh: k.changeZh, toFind: k.toFind, toFindZh: k.toFindZh}) AS asked",
  "  }",
  // Added up from the list: a sum of no rows is null to the embedded engine here.
  "  WITH g, reduce(total = 0, k IN asked | total + k.w) AS total, [k IN asked WHERE k.group > 0] AS own",
  `  UNWIND [${lacking("own")}] AS part`,
  "  WITH g, total, size(own) AS open, part[0] AS heading, part[1] AS headingZh, part[2] AS named, part[3] AS namedZh",
  `  WITH g, total, open, ${said("heading", "named", ", ")} AS parts, ${said("headingZh", "namedZh", "，")} AS partsZh`,
  `  WITH g, total, open, ${rankOf("total")} AS best, coalesce(${joined("parts", "; ")}, 'all conditions are met') AS lacks, coalesce(${joined("partsZh", "；")}, '条件均已满足') AS lacksZh`,
  "  ORDER BY best, total, g",
  `  RETURN collect({alternative: g, status: ${statusOf("best")}, open: open, lacks: lacks, lacksZh: lacksZh}) AS alternatives`,
  "}",
];

/** The alternatives in words, where there are several and none is met as it stands: each of them is a way. */
const ways = (
  heading: string,
  [open, close]: readonly [string, string],
  between: string,
  key: string,
): string =>
  `CASE WHEN size(alternatives) < 2 OR any(a IN alternatives WHERE a.open = 0) THEN [] ELSE ['${heading}' + ${joined(`[a IN alternatives | '${open}' + toString(a.alternative) + '${close}' + a.${key}]`, between)}] END`;

/** The clauses that bind `conditions`, `alternatives`, `missing`, and what is lacking in both languages: `parts` and `partsZh`. */
function weighed(owner: string, enterprise: string): string[] {
  return [
    `CALL (${owner}, ${enterprise}) {`,
    ...indented([
      `UNWIND [${day}] AS day`,
      ...gather(enterprise),
      `MATCH (${owner})-[h:HAS_CONDITION]->(c:Condition)`,
      `WHERE ${inForce("h")}`,
      ...bindTarget,
      `WITH *, ${flatCondition([itsGroup])} AS k`,
      `WITH *, ${plainWeight(enterprise)} AS plain`,
      `WITH *, ${signed("plain", "coalesce(k.negated, false)")} AS w`,
      ...bindMetric,
      `WITH *, ${thing} AS thing`,
      `WITH ${enterprise}, h, c, k, w,\n${nearest} AS nearest,\nhead([f IN figures WHERE k.predicate = 'FIGURE' AND ${ofMetric}]) AS compared,\n${ownProperty} AS own,\n${demand.en} AS textEn,\n${change.en} AS change,\n${change.zh} AS changeZh,\n${toFind.en} AS toFind,\n${toFind.zh} AS toFindZh`,
      `WITH h, c, k, w, own, textEn, change, changeZh, toFind, toFindZh, ${enterprise} AS holder, nearest.link AS link, head(compared.latest) AS lately`,
      "CALL (holder, link) {",
      "  MATCH (holder)-[f:CERTIFIED_AS|LOCATED_IN|BELONGS_TO|LISTED_ON]->()",
      "  WHERE f.id = link",
      "  RETURN head(collect(f)) AS fact",
      "}",
      // From the enterprise again: what stood in a list of a list is a bare number to the embedded engine.
      "CALL (holder, lately) {",
      "  MATCH (holder)<-[:OBSERVES]-(told:Observation)",
      "  WHERE told.id = lately.id",
      "  RETURN head(collect(told)) AS shown",
      "}",
      "WITH h, c, k, w, own, textEn, change, changeZh, toFind, toFindZh, fact, shown",
      "ORDER BY k.group, c.id",
      "WITH collect({",
      "  w: w, group: k.group, condition: c, text: textEn, textZh: c.name, clause: h.clause, alternative: h.alternative, sources: h.sources,",
      `  status: CASE w WHEN ${met} THEN 'MET' WHEN ${unknown} THEN 'UNKNOWN' ELSE 'UNMET' END,`,
      "  fact: fact, figure: shown, property: own,",
      "  implied: coalesce(fact.status = 'IMPLIED', shown.status = 'IMPLIED', false),",
      `  change: CASE WHEN w = ${unmet} THEN change ELSE null END, changeZh: CASE WHEN w = ${unmet} THEN changeZh ELSE null END,`,
      `  toFind: CASE WHEN w = ${unknown} THEN toFind ELSE null END, toFindZh: CASE WHEN w = ${unknown} THEN toFindZh ELSE null END`,
      "}) AS conditions",
      "WITH conditions, CASE WHEN any(k IN conditions WHERE k.group > 0) THEN [k IN conditions WHERE k.group > 0 | k.group] ELSE [0] END AS groups",
      ...ofAlternatives,
      // The first alternative is the one that lacks least.
      "WITH conditions, alternatives, CASE WHEN size(alternatives) = 0 THEN 0 ELSE head(alternatives).alternative END AS chosen",
      `WITH conditions, alternatives, chosen, ${ways("one of these: ", ["(", ") "], "; or ", "lacks")} AS ways, ${ways("以下满足其一：", ["（", "）"], "；", "lacksZh")} AS waysZh`,
      "CALL (conditions, chosen) {",
      "  UNWIND conditions AS k",
      "  WITH k WHERE k.w > 0 AND (k.group = 0 OR k.group = chosen)",
      "  RETURN collect(k) AS missing",
      "}",
      "WITH conditions, alternatives, missing, ways, waysZh, [k IN missing WHERE k.group = 0 OR size(ways) = 0 | {w: k.w, text: k.text, textZh: k.textZh, change: k.change, changeZh: k.changeZh, toFind: k.toFind, toFindZh: k.toFindZh}] AS plain",
      `UNWIND [${lacking("plain")}] AS part`,
      "WITH conditions, alternatives, missing, ways, waysZh, part[0] AS heading, part[1] AS headingZh, part[2] AS named, part[3] AS namedZh",
      `WITH conditions, alternatives, missing, ways, waysZh, ${said("heading", "named", ", ")} AS plainParts, ${said("headingZh", "namedZh", "，")} AS plainPartsZh`,
      "RETURN conditions, alternatives, missing, plainParts + ways AS parts, plainPartsZh + waysZh AS partsZh",
    ]),
    "}",
  ];
}

/**
 * Why an owner without conditions says nothing more, in both languages: it is for another region, or its conditions are
 * of other days, or none are entered.
 * @param rank the variable that holds where the enterprise stands, where one is bound; INELIGIBLE without conditions means
 *   that it is elsewhere
 */
function without(owner: string, rank: string | undefined): string[] {
  return [
    `CALL (${[owner, ...(rank === undefined ? [] : [rank])].join(", ")}) {`,
    ...indented([
      `UNWIND [${day}] AS day`,
      `CALL (${owner}) {`,
      `  MATCH (${owner})-[:HAS_CONDITION]->(every:Condition)`,
      "  RETURN count(every) AS entered",
      "}",
      `CALL (${owner}) {`,
      `  MATCH (${owner})-[:APPLIES_TO]->(home:Region)`,
      `  RETURN head(collect(${nameEn("home")})) AS homeEn, head(collect(home.name)) AS homeZh`,
      "}",
      `RETURN CASE ${rank === undefined ? "" : `WHEN ${rank} = 3 AND homeZh IS NOT NULL THEN 'outside the region it is for: ' + homeEn `}WHEN entered > 0 THEN 'none of its conditions is in force on ' + day + ': look into the document' ELSE 'conditions are not entered yet: look into the document' END AS noneEn, CASE ${rank === undefined ? "" : `WHEN ${rank} = 3 AND homeZh IS NOT NULL THEN '不在适用地区：' + homeZh `}WHEN entered > 0 THEN day + '没有生效的条件，需查阅原文' ELSE '条件尚未录入，需查阅原文' END AS noneZh`,
    ]),
    "}",
    "UNWIND [0] AS cutNone",
  ];
}

/**
 * The clauses that bind `conditions`, `alternatives`, `missing`, `lacks` and `lacksZh` for an owner of conditions and an enterprise.
 * @param rank the variable that holds where the enterprise stands to a measure
 */
export function details(owner: string, enterprise: string, rank?: string): string[] {
  return [
    `CALL (${[owner, enterprise, ...(rank === undefined ? [] : [rank])].join(", ")}) {`,
    ...indented([...without(owner, rank), ...weighed(owner, enterprise)]),
    `  RETURN conditions, alternatives, missing, ${sentence("parts", "noneEn", "'all conditions are met'", "; ")} AS lacks, ${sentence("partsZh", "noneZh", "'条件均已满足'", "；")} AS lacksZh`,
    "}",
  ];
}
