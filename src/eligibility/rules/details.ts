// The conditions of a measure or certification for one enterprise, each with its status and the fact that decides
// it, and what is missing. Costs more than a rank, so it comes after a page has been cut out.
import { weights } from "../weights.ts";
import { listed, ofLevel, qualifies } from "./certified.ts";
import { day, indented, inForce, rankOf } from "./dates.ts";
import { bindTarget, flatCondition, gather, itsGroup } from "./facts.ts";
import { inTarget, ofMetric, plainWeight, signed } from "./weigh.ts";

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

/** The certification of a condition, and that a higher one does as well. */
const title = "t.name + CASE WHEN k.orHigher = true THEN '（或更高级别）' ELSE '' END";

/** What would meet an unmet condition. */
const change = `CASE k.predicate
  WHEN 'HOLDS' THEN '获评' + ${title}
  WHEN 'FIRST_RECOGNITION' THEN '获评' + t.name
  WHEN 'RE_EXAMINATION' THEN '通过复审：' + t.name
  WHEN 'LISTED' THEN '上市'
  ELSE '达到：' + c.name END`;

/** What to find out of an unknown one. */
const toFind = `CASE k.predicate
  WHEN 'HOLDS' THEN '是否获评、何时获评' + ${title}
  WHEN 'FIRST_RECOGNITION' THEN '是否获评、何时获评' + t.name
  WHEN 'RE_EXAMINATION' THEN '是否、何时通过复审：' + t.name
  WHEN 'HOLDS_LEVEL' THEN '所获资质及其级别：' + c.name
  WHEN 'IN_REGION' THEN '注册或经营地点：是否在' + t.name
  WHEN 'IN_PARK' THEN '注册或经营地点：是否在' + t.name
  WHEN 'IN_CLUSTER' THEN '是否属于' + t.name
  WHEN 'LISTED' THEN '是否上市'
  WHEN 'CAPITAL' THEN '注册资本'
  WHEN 'FOUNDED' THEN '成立时间'
  ELSE '最近一期数据：' + c.name END`;

/** The clauses that bind `conditions`, `missing` and `lacks` for an owner of conditions and an enterprise. */
export function details(owner: string, enterprise: string): string[] {
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
      `WITH ${enterprise}, h, t, c, k, w,\n${nearest} AS nearest,\nhead([f IN figures WHERE k.predicate = 'FIGURE' AND ${ofMetric}]) AS compared,\n${ownProperty} AS own,\n${change} AS change,\n${toFind} AS toFind`,
      `WITH h, c, k, w, own, change, toFind, ${enterprise} AS holder, nearest.link AS link, head(compared.latest) AS shown`,
      "CALL (holder, link) {",
      "  MATCH (holder)-[f:CERTIFIED_AS|LOCATED_IN|BELONGS_TO|LISTED_ON]->()",
      "  WHERE f.id = link",
      "  RETURN head(collect(f)) AS fact",
      "}",
      "WITH h, c, k, w, own, change, toFind, fact, shown",
      "ORDER BY k.group, c.id",
      "WITH collect({",
      "  w: w, group: k.group, condition: c, text: c.name, clause: h.clause, alternative: h.alternative, sources: h.sources,",
      `  status: CASE w WHEN ${met} THEN 'MET' WHEN ${unknown} THEN 'UNKNOWN' ELSE 'UNMET' END,`,
      "  fact: fact, figure: shown, property: own,",
      "  implied: coalesce(fact.status = 'IMPLIED', shown.status = 'IMPLIED', false),",
      `  change: CASE WHEN w = ${unmet} THEN change ELSE null END,`,
      `  toFind: CASE WHEN w = ${unknown} THEN toFind ELSE null END`,
      "}) AS conditions",
      "WITH conditions, CASE WHEN any(k IN conditions WHERE k.group > 0) THEN [k IN conditions WHERE k.group > 0 | k.group] ELSE [0] END AS groups",
      "UNWIND groups AS chosen",
      "CALL (conditions, chosen) {",
      "  UNWIND conditions AS k",
      "  WITH k WHERE k.w > 0 AND (k.group = 0 OR k.group = chosen)",
      "  RETURN collect(k) AS missing",
      "}",
      "WITH conditions, chosen, missing, reduce(total = 0, k IN missing | total + k.w) AS total",
      `WITH conditions, chosen, missing, total, ${rankOf("total")} AS best`,
      "ORDER BY best, total, chosen LIMIT 1",
      `UNWIND [['不符合：', [k IN missing WHERE k.w = ${fixed} | k.text]], ['尚缺：', [k IN missing WHERE k.w = ${unmet} | k.change]], ['图中无据，需核实：', [k IN missing WHERE k.w = ${unknown} | k.toFind]]] AS part`,
      "WITH conditions, missing, part[0] AS heading, part[1] AS named",
      "WITH conditions, missing, collect(CASE WHEN size(named) = 0 THEN null ELSE heading + head(named) + reduce(said = '', one IN tail(named) | said + '，' + one) END) AS said",
      "RETURN conditions, missing, CASE WHEN size(conditions) = 0 THEN '条件尚未录入，需查阅原文' WHEN size(said) = 0 THEN '条件均已满足' ELSE head(said) + reduce(text = '', one IN tail(said) | text + '；' + one) END AS lacks",
    ]),
    "}",
  ];
}
