// What relations to certifications say of a condition on one. The rule is written once, over the names of what is
// known of a relation: of an item `q` of the list that is gathered for one enterprise, or of a relation that is matched.
import { weights } from "../weights.ts";

const { met, unknown, unmet, fixed } = weights;

/** What is known of a relation to a certification. */
export type Certified = Readonly<
  Record<
    | "id"
    | "track"
    | "rung"
    | "level"
    /** 0 it holds, 1 it may hold, 2 it has ended, 3 it has not begun (dates.ts). */
    | "stands"
    /** Whether a source states it. */
    | "stated"
    /** First and last day on which it may have begun. */
    | "start"
    | "begun"
    /** The first day on which it may end; the day of its end, where a source gives one. */
    | "lapse"
    | "until"
    /** The year in which it was last re-examined. */
    | "renewed",
    string
  >
>;

/** An item of the list of certifications that is gathered for an enterprise. */
export const listed: Certified = {
  id: "q.id",
  track: "q.track",
  rung: "q.rung",
  level: "q.level",
  stands: "q.stands",
  stated: "q.stated",
  start: "q.start",
  begun: "q.begun",
  lapse: "q.lapse",
  until: "q.until",
  renewed: "q.renewed",
};

/** A relation `r` to the certification `title`, with `stands` and `renewed` worked out before. */
export const matched: Certified = {
  id: "title.id",
  track: "title.track",
  rung: "title.rung",
  level: "title.level",
  stands: "stands",
  stated: "r.status = 'STATED'",
  start: "r.startEarliest",
  begun: "r.startLatest",
  lapse: "r.endEarliest",
  until: "r.until",
  renewed: "renewed",
};

/** What decides, in order, and what it weighs. */
export type Cases = readonly (readonly [condition: string, weight: number])[];

/** Levels of government from the lowest; international ones stand apart. */
const higher = [
  "CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL']",
  "WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL']",
  "WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END",
].join(" ");

/** It is the certification asked for, or a higher rung where one counts as well. */
export const qualifies = (q: Certified): string =>
  `(${q.id} = k.target OR (k.orHigher = true AND ${q.track} = k.targetTrack AND ${q.rung} > k.targetRung))`;

/** It is of the level asked for, or of a higher one where that counts as well. */
export const ofLevel = (q: Certified): string =>
  `(${q.level} = k.level OR (k.orHigher = true AND ${q.level} IN ${higher})) AND (k.track IS NULL OR ${q.track} = k.track)`;

/** A higher rung leaves open whether one below was held too: nothing says that each was taken. */
const above = (q: Certified): string =>
  `${q.track} = k.targetTrack AND ${q.rung} > k.targetRung AND ${q.stands} <= 1`;

/** It is known not to be held: it ended, or the highest rung known is a stated one below. */
export const unheld = (q: Certified): string =>
  [
    `(${q.id} = k.target AND ${q.stands} >= 2)`,
    `(${q.track} = k.targetTrack AND ${q.rung} < k.targetRung AND ${q.stated} AND ${q.stands} = 0)`,
  ].join(" OR ");

/** Recognised within the dates of the condition, where it has any; and outside them for certain. */
const within = (q: Certified): string =>
  `(k.earliestDay IS NULL OR ${q.start} >= k.earliestDay) AND (k.latestDay IS NULL OR ${q.begun} <= k.latestDay)`;
const outside = (q: Certified): string =>
  `(coalesce(${q.begun} < k.earliestDay, false) OR coalesce(${q.start} > k.latestDay, false))`;

/** Re-examined within the years of those dates. */
const examinedWithin = (q: Certified): string =>
  [
    `(k.earliestDay IS NULL OR ${q.renewed} >= left(k.earliestDay, 4))`,
    `(k.latestDay IS NULL OR ${q.renewed} <= left(k.latestDay, 4))`,
  ].join(" AND ");

/** Too early for re-examination: recognised in the very year asked for, or before its term is over. */
const early = (q: Certified): string =>
  [
    `${q.id} = k.target AND ${q.renewed} IS NULL AND ${q.stands} <= 1 AND (`,
    `($asOf IS NOT NULL AND ${q.start} >= left(day, 4) + '-01-01')`,
    ` OR (k.validYears > 0 AND ${q.until} IS NULL AND ${q.lapse} > day))`,
  ].join("");

/**
 * What decides about certifications, the first that is so of any relation; where none is, `unmet` for those that name
 * every holder and unknown for the rest.
 */
export function certCases(q: Certified) {
  const isTarget = `${q.id} = k.target`;
  const never: Cases = [
    [above(q), unknown],
    [unheld(q), unmet],
  ];
  return {
    HOLDS: [
      [`${qualifies(q)} AND ${q.stands} = 0`, met],
      [`${qualifies(q)} AND ${q.stands} = 1`, unknown],
      ...never,
    ],
    HOLDS_LEVEL: [[`${ofLevel(q)} AND ${q.stands} = 0`, met]],
    FIRST_RECOGNITION: [
      [`${isTarget} AND ${q.renewed} IS NULL AND ${q.stands} = 0 AND ${within(q)}`, met],
      [`${isTarget} AND ${q.renewed} IS NULL AND ${q.stands} <= 1 AND NOT ${outside(q)}`, unknown],
      [`${isTarget} AND ${q.stands} <= 1`, fixed],
      ...never,
    ],
    RE_EXAMINATION: [
      [`${isTarget} AND ${q.renewed} IS NOT NULL AND ${q.stands} = 0 AND ${examinedWithin(q)}`, met],
      [early(q), unmet],
      [`${isTarget} AND ${q.stands} <= 1`, unknown],
      ...never,
    ],
  } as const satisfies Readonly<Record<string, Cases>>;
}
