// Relation types of what was said of things: figures, checks, conflicts.
import { oneOf, type RelationKind } from "./definitions.ts";
import * as enumerations from "./enumerations.ts";

/** What reports speak of: the kinds that figures, checks and conflicts are about. */
const things = [
  "Enterprise",
  "Park",
  "Region",
  "Cluster",
  "Product",
  "Policy",
  "Measure",
  "Certification",
  "Programme",
  "Project",
  "Platform",
  "Institution",
  "Fund",
] as const;

export const evidenceRelations = {
  OBSERVES: {
    from: ["Observation"],
    to: [...things, "Document"],
    title: { zh: "描述", en: "observes" },
    inverse: { zh: "数据", en: "observed in" },
    doc: "The figure is about the subject. Derived from the column `subject` of observations.",
    properties: {},
  },
  ABOUT: {
    from: ["Observation"],
    to: [...things],
    title: { zh: "涉及", en: "about" },
    inverse: { zh: "相关数据", en: "has figure about" },
    doc: "The figure tells of this too, beside its subject: the chain or park a target is about, the title that is counted, the measure that reached so many.",
    properties: {},
  },
  MEASURED_AS: {
    from: ["Observation"],
    to: ["Metric"],
    title: { zh: "指标为", en: "measured as" },
    inverse: { zh: "数据", en: "has figure" },
    doc: "The metric of the figure. Derived from the column `metric` of observations.",
    properties: {},
  },
  INCLUDED_IN: {
    from: ["Observation"],
    to: ["Observation"],
    title: { zh: "计入", en: "included in" },
    inverse: { zh: "其中", en: "includes" },
    doc: "The figure is a part of the other: what it counts is among what the other counts (其中).",
    properties: {},
  },
  TALLIES: {
    from: ["Metric"],
    to: ["Stage"],
    title: { zh: "统计阶段", en: "tallies" },
    inverse: { zh: "统计指标", en: "tallied by" },
    doc: "Figures of the metric count the projects that reached the stage, or add up their investment.",
    properties: {},
  },
  COMPARABLE_WITH: {
    from: ["Metric"],
    to: ["Metric"],
    title: { zh: "可比", en: "comparable with" },
    inverse: { zh: "可比", en: "comparable with" },
    doc: "Figures of the two metrics may be set side by side.",
    properties: {},
  },
  CHECKS: {
    from: ["Check"],
    to: ["Observation", ...things],
    title: { zh: "校验对象", en: "checks" },
    inverse: { zh: "被校验于", en: "checked by" },
    doc: "The figure enters the check in the role given; an entity as ITEM is one that a list names.",
    properties: {
      checkRole: oneOf(
        enumerations.checkRole,
        "作用",
        "check role",
        "What the figure is in the check; ITEM is an entity that the list of a COUNT_OF_LIST names.",
        { required: true },
      ),
    },
  },
  CONCERNS: {
    from: ["Conflict"],
    to: [...things, "Document", "Observation", "Check"],
    title: { zh: "涉及", en: "concerns" },
    inverse: { zh: "存在矛盾", en: "has conflict" },
    doc: "The conflict is about it.",
    properties: {},
  },
} as const satisfies Record<string, RelationKind>;
