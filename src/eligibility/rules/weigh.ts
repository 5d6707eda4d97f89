// The weight of each predicate: one expression over a condition `k` and the lists of what is known of an enterprise.
// Nothing that is not known counts as unmet.

import type { Predicate } from "../../ontology/condition.ts";
import { weights } from "../weights.ts";

import { type Cases, certCases, listed, unheld } from "./certified.ts";

const { met, unknown, unmet, fixed } = weights;

/** CASE over conditions in order; what none of them catches is unknown. */
function choose(cases: Cases): string {
  return `CASE ${cases.map(([condition, weight]) => `WHEN ${condition} THEN ${weight}`).join("\n    ")} ELSE ${unknown} END`;
}

const some = (where: string): string => `any(q IN certs WHERE ${where})`;

/** Two regions lie apart where they, or regions they are part of, are two of one administrative level. */
export const apart = (up: string): string =>
  `any(a IN ${up} WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))`;

/** What a place or cluster is in, itself among it, holds the target. */
export const inTarget = (up: string): string => `any(a IN ${up} WHERE a.id = k.target)`;

/** One threshold against a value: what 超 (AT_LEAST) and 最高 (AT_MOST) leave open stays unknown; 近 means within a tenth. */
function against(value: string, bound: string, threshold: string, atLeast: boolean): string {
  const [open, closed] = atLeast ? ["AT_LEAST", "AT_MOST"] : ["AT_MOST", "AT_LEAST"];
  const [sure, not, back] = atLeast ? [">=", "<", "<="] : ["<=", ">", ">="];
  const [beyond, short] = atLeast ? ["1.1", "0.9"] : ["0.9", "1.1"];
  return [
    `CASE WHEN ${threshold} IS NULL THEN ${met}`,
    `WHEN ${bound} = '${open}' THEN CASE WHEN ${value} ${sure} ${threshold} THEN ${met} ELSE ${unknown} END`,
    `WHEN ${bound} = '${closed}' THEN CASE WHEN ${value} ${not} ${threshold} THEN ${unmet} ELSE ${unknown} END`,
    `WHEN ${bound} = 'ABOUT' THEN CASE WHEN ${value} ${sure} ${threshold} * ${beyond} THEN ${met} WHEN ${value} ${back} ${threshold} * ${short} THEN ${unmet} ELSE ${unknown} END`,
    `WHEN ${value} ${sure} ${threshold} THEN ${met} ELSE ${unmet} END`,
  ].join(" ");
}

export const between = (value: string, bound: string): string =>
  `${against(value, bound, "k.atLeast", true)} + ${against(value, bound, "k.atMost", false)}`;

export const ofMetric = "f.metric = coalesce(k.metric, k.predicate) AND f.unit = k.unit";
const answers = `[f IN figures WHERE ${ofMetric} | [o IN f.latest | ${between("o.normalisedValue", "o.bound")}]]`;
const figures = `reduce(w = ${unknown}, ws IN ${answers} | CASE WHEN all(one IN ws WHERE one = ${met}) THEN ${met} WHEN all(one IN ws WHERE one >= ${unmet}) THEN ${unmet} ELSE ${unknown} END)`;

/** Of the figures of one period the least and the largest answer: where sources disagree, it is unknown. */
export const byFacts = (least: string, most: string): string =>
  `CASE WHEN ${most} = ${met} THEN ${met} WHEN ${least} >= ${unmet} THEN ${unmet} ELSE ${unknown} END`;

/** The cases over the list `certs`. */
function ofCerts(predicate: keyof ReturnType<typeof certCases>): string {
  const known = unheld(listed);
  return choose(
    certCases(listed)[predicate].map(([test, weight]) => [
      test === known ? `k.complete = true OR ${some(test)}` : some(test),
      weight,
    ]),
  );
}

/** The weight of a condition on the founding of an enterprise: 2004 meets "by 2004", and leaves "by 2004-06" open. */
export function foundedWeight(enterprise: string): string {
  const founded = `CASE size(${enterprise}.founded) WHEN 4 THEN ${enterprise}.founded + '-01-01' WHEN 7 THEN ${enterprise}.founded + '-01' ELSE ${enterprise}.founded END`;
  const foundedBy = `${enterprise}.foundedBy`;
  return choose([
    [`${founded} IS NULL`, unknown],
    [`coalesce(${foundedBy} < k.earliestDay, false) OR coalesce(${founded} > k.latestDay, false)`, fixed],
    [`coalesce(${founded} >= k.earliestDay, true) AND coalesce(${foundedBy} <= k.latestDay, true)`, met],
  ]);
}

/** The expressions, over a condition `k`, the lists and the enterprise's own properties. */
export function weightOf(enterprise: string): Readonly<Record<Predicate, string>> {
  const listed = `${enterprise}.listed`;
  return {
    HOLDS: ofCerts("HOLDS"),
    HOLDS_LEVEL: ofCerts("HOLDS_LEVEL"),
    FIRST_RECOGNITION: ofCerts("FIRST_RECOGNITION"),
    RE_EXAMINATION: ofCerts("RE_EXAMINATION"),
    IN_REGION: choose([
      [`any(p IN places WHERE ${inTarget("p.up")})`, met],
      ["size(places) = 0", unknown],
      [`all(p IN places WHERE ${apart("p.up")})`, fixed],
    ]),
    IN_PARK: choose([
      [`any(p IN places WHERE ${inTarget("p.up")})`, met],
      ["size(places) = 0", unknown],
      ["any(p IN places WHERE p.park AND NOT p.id IN [b IN k.up | b.id])", fixed],
      [`all(p IN places WHERE ${apart("p.up")})`, fixed],
    ]),
    IN_CLUSTER: choose([[`any(p IN memberships WHERE ${inTarget("p.up")})`, met]]),
    // The enterprise's own mark has no date, and so says nothing of a past day.
    LISTED: choose([
      [`any(q IN listings WHERE q.stands = 0) OR ($asOf IS NULL AND ${listed} = true)`, met],
      [`$asOf IS NULL AND ${listed} = false AND size(listings) = 0`, unmet],
    ]),
    // Where sources disagree, and so do their answers, it is unknown. The capital is a figure of its own.
    FIGURE: figures,
    CAPITAL: figures,
    FOUNDED: foundedWeight(enterprise),
  };
}

/** The weight of a condition `k` for an enterprise, as if it were not negated. */
export function plainWeight(enterprise: string): string {
  const { CAPITAL: _same, ...rest } = weightOf(enterprise);
  const cases = Object.entries(rest).map(
    ([predicate, weight]) => `  WHEN '${predicate}' THEN ${weight.replaceAll("\n", "\n  ")}`,
  );
  return `CASE CASE k.predicate WHEN 'CAPITAL' THEN 'FIGURE' ELSE k.predicate END\n${cases.join("\n")}\n  ELSE ${unknown} END`;
}

/** What is so is not changed by wanting it otherwise; unknown stays unknown. */
export const signed = (weight: string, negated: string): string =>
  `CASE WHEN NOT ${negated} THEN ${weight} WHEN ${weight} = ${met} THEN ${fixed} WHEN ${weight} = ${unknown} THEN ${unknown} ELSE ${met} END`;
