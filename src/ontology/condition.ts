// The kind Condition: one small predicate about an enterprise, as data. Owns which predicates there are and what
// each needs; how they are answered is the matter of src/eligibility.
import { nameEn } from "./common.ts";
import {
  date,
  flag,
  float,
  integer,
  type NodeKind,
  oneOf,
  type RelationKind,
  text,
  valuesOf,
} from "./definitions.ts";
import { level, predicate } from "./enumerations.ts";

export const predicates = valuesOf(predicate);

export type Predicate = (typeof predicates)[number];

/** What a predicate needs. Columns that are neither needed nor optional must be empty. */
export interface PredicateRule {
  /** The kind of what it tests, named by a TESTS relation. */
  readonly target?: "Certification" | "Region" | "Park" | "Cluster";
  readonly needs: readonly string[];
  /** At least one of these. */
  readonly oneOf?: readonly string[];
  readonly optional?: readonly string[];
  /** The relation by which a measure states the same in short: derived of the condition. */
  readonly shorthand?: "REQUIRES" | "APPLIES_TO";
}

/** Columns of a condition that only some predicates take. */
export const predicateColumns = [
  ...["orHigher", "level", "track", "metric", "atLeast", "atMost", "unit", "earliest", "latest"],
] as const;

export const predicateRules: Readonly<Record<Predicate, PredicateRule>> = {
  HOLDS: { target: "Certification", needs: [], optional: ["orHigher"], shorthand: "REQUIRES" },
  HOLDS_LEVEL: { needs: ["level"], optional: ["track", "orHigher"] },
  FIRST_RECOGNITION: {
    target: "Certification",
    needs: [],
    optional: ["earliest", "latest"],
    shorthand: "REQUIRES",
  },
  RE_EXAMINATION: {
    target: "Certification",
    needs: [],
    optional: ["earliest", "latest"],
    shorthand: "REQUIRES",
  },
  IN_REGION: { target: "Region", needs: [], shorthand: "APPLIES_TO" },
  IN_PARK: { target: "Park", needs: [], shorthand: "APPLIES_TO" },
  IN_CLUSTER: { target: "Cluster", needs: [], shorthand: "APPLIES_TO" },
  LISTED: { needs: [] },
  FIGURE: { needs: ["metric", "unit"], oneOf: ["atLeast", "atMost"] },
  CAPITAL: { needs: ["unit"], oneOf: ["atLeast", "atMost"] },
  FOUNDED: { needs: [], oneOf: ["earliest", "latest"] },
};

export const conditionKind = {
  title: { zh: "条件", en: "Condition" },
  field: "condition",
  plural: "conditions",
  prefix: "condition",
  doc: "One thing that an enterprise must fulfil for a measure or a certification. Several measures may share it.",
  colour: "#FB9E58",
  annotates: true,
  properties: {
    nameEn,
    predicate: oneOf(
      predicate,
      "判断",
      "predicate",
      "What is tested. TESTS names the certification, region, park or cluster where there is one.",
      { required: true, indexed: true },
    ),
    negated: flag("取反", "negated", "Whether it must not be so; false if left empty."),
    orHigher: flag("及以上", "or higher", "Whether a higher rung or level meets it too (及以上)."),
    level: oneOf(level, "级别", "level", "The level of certification, for HOLDS_LEVEL."),
    track: text("赛道", "track", "The track of certification, for HOLDS_LEVEL.", { searched: false }),
    metric: text("指标", "metric", "Code of the metric, for FIGURE.", { searched: false }),
    atLeast: float("不低于", "at least", "The least value, in the unit given."),
    atMost: float("不高于", "at most", "The greatest value, in the unit given."),
    unit: text("单位", "unit", "The metric's normal unit; yuan for CAPITAL.", { searched: false }),
    earliest: date("最早", "earliest", "The first date that counts."),
    latest: date("最晚", "latest", "The last date that counts."),
  },
} as const satisfies NodeKind;

export const conditionRelations = {
  HAS_CONDITION: {
    from: ["Measure", "Certification"],
    to: ["Condition"],
    title: { zh: "条件为", en: "has condition" },
    inverse: { zh: "是其条件", en: "condition of" },
    doc: "Is given only where the condition is met. Conditions without an alternative must all be met, and all those of one alternative. The rows of a measure are its conditions in full.",
    properties: {
      alternative: integer(
        "择一组",
        "alternative",
        "Number of the group it belongs to: one group suffices. Empty: it holds with every group.",
      ),
      clause: text("条款", "clause", "Where in the document it stands, or its wording in short."),
    },
  },
  EXCLUDES: {
    from: ["Measure"],
    to: ["Measure"],
    title: { zh: "不可兼得", en: "excludes" },
    inverse: { zh: "不可兼得", en: "excluded by" },
    doc: "Who has the one does not get the other; either way round, said once.",
    properties: {},
  },
  TESTS: {
    from: ["Condition"],
    to: ["Certification", "Region", "Park", "Cluster"],
    title: { zh: "检验", en: "tests" },
    inverse: { zh: "被检验于", en: "tested by" },
    doc: "The certification, region, park or cluster that the condition is about.",
    properties: {},
  },
} as const satisfies Record<string, RelationKind>;
