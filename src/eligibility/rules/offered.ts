// What a measure pays and when it can be applied for, as of a day: what its OFFERS relations say of that day, else what
// the measure itself says. `day` is bound before. Relations have names here that no other part of a question has: the
// embedded engine takes one of the same name in a later CALL for that of an earlier one.
import { indented, inForce, isFact, statusOf } from "./dates.ts";

const call = (measure: string, lines: readonly string[]): string[] => [
  `CALL (${measure}, day) {`,
  ...indented(lines),
  "}",
];

/** The clauses that bind `dated`, the sum of that day and its kind; null where none is dated. The latest begun stands. */
export const datedAmount = (measure: string): string[] =>
  call(measure, [
    `MATCH (${measure})<-[offer:OFFERS]-()`,
    `WHERE offer.amount IS NOT NULL AND ${isFact("offer")} AND ${inForce("offer")}`,
    "WITH offer ORDER BY offer.startEarliest IS NULL, offer.startEarliest DESC, offer.id",
    "RETURN head(collect({amount: offer.amount, kind: offer.amountKind})) AS dated",
  ]);

/** What it pays, once `dated` is bound, as entries of a WITH. */
export const amounts = (measure: string): string =>
  `coalesce(dated.amount, ${measure}.amount) AS amount, coalesce(dated.kind, ${measure}.amountKind) AS amountKind`;

/** The clauses that bind `applicationWindow`: the open one, else the next to open, else the last to have closed. */
export const applicationWindow = (measure: string): string[] =>
  call(measure, [
    `MATCH (${measure})<-[offer:OFFERS]-()`,
    `WHERE (offer.opensDay IS NOT NULL OR offer.closesDay IS NOT NULL) AND ${isFact("offer")}`,
    "WITH offer, CASE WHEN offer.closesDay < day THEN 2 WHEN offer.opensDay > day THEN 1 ELSE 0 END AS state",
    "ORDER BY state, CASE state WHEN 1 THEN offer.opensDay ELSE '' END, offer.closesDay IS NULL, offer.closesDay DESC, offer.id",
    "RETURN head(collect({status: ['ACCEPTING', 'UPCOMING', 'CLOSED'][state], opens: offer.opens, closes: offer.closes, sources: offer.sources})) AS applicationWindow",
  ]);

/**
 * The clauses that bind `exclusions`: measures that cannot be had together with one, and how an enterprise stands to
 * them. `standing` holds rank and amount of all measures, `rank` and `amount` are those of the one.
 */
export const exclusionsOf = (measure: string): string[] => [
  `CALL (${measure}, rank, amount, standing, day) {`,
  ...indented([
    `MATCH (${measure})-[excluding:EXCLUDES]-(rival:Measure)`,
    `WHERE ${isFact("excluding")} AND ${inForce("excluding")}`,
    "WITH rival, excluding, rank, amount, head([stood IN standing WHERE stood.id = rival.id]) AS its",
    "WITH rival, excluding, its, CASE WHEN its.rank < rank THEN true WHEN its.rank > rank THEN false ELSE coalesce(its.amount > coalesce(amount, 0), false) END AS better",
    "ORDER BY better DESC, its.rank, its.amount IS NULL, its.amount DESC, rival.id",
    `RETURN collect({measure: rival, status: ${statusOf("its.rank")}, amount: its.amount, better: better, sources: excluding.sources}) AS exclusions`,
  ]),
  "}",
];
