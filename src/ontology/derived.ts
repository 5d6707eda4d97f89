// Properties that loading derives of others, so that both engines filter and compare by the same stored values.
// They are no columns of a CSV file.
import { date, flag, float, oneOf, type Properties, text, texts } from "./definitions.ts";
import { type Kind, kindOf } from "./model.ts";

const observation: Properties = {
  periodStart: date("时期首日", "period start", "The first day of the period."),
  periodEnd: date("时期末日", "period end", "The last day of the period.", { indexed: true }),
  periodLength: text(
    "时期长度",
    "period length",
    "How long the period is, as an ISO 8601 duration such as P12M or P1D.",
  ),
  undated: flag("无时期", "undated", "True where the source gives no period; else absent.", {
    indexed: true,
  }),
  metricPeriod: text("指标与时期", "metric and period", "The metric, |, and the days of the period.", {
    indexed: true,
  }),
  comparedValue: float(
    "可比值",
    "compared value",
    "The normalised value, or the stated one where there is none.",
    { indexed: true },
  ),
  comparedUnit: text("可比单位", "compared unit", "The unit of the compared value."),
  firmness: oneOf(
    ["FACT", "FORECAST", "TARGET"],
    "确定性",
    "firmness",
    "FACT for what is stated or follows from the context, else its status.",
    { indexed: true },
  ),
  verdict: oneOf(
    ["REACHED", "MISSED", "UNDECIDED", "OPEN"],
    "目标结果",
    "verdict",
    "What came of a target or forecast, judged by what was stated of the same subject and metric for its period or the next after it. Absent on others.",
    { indexed: true },
  ),
  subjectKind: text("主体类别", "subject kind", "The kind of what the figure is about."),
  cohort: text(
    "可比组",
    "cohort",
    "Metric, days and terms in one: figures of one cohort can be ranked. Absent where the figure is bounded or undated.",
    { indexed: true },
  ),
  terms: texts(
    "可比条件",
    "terms",
    "What another figure must have in common to be set beside it: unit, scope, what is counted, length of period, bound, firmness.",
  ),
};

const check: Properties = {
  outcome: oneOf(
    ["HOLDS", "FAILS", "UNDECIDED", "NOT_COMPARABLE"],
    "结果",
    "outcome",
    "HOLDS: whatever the true values within the figures' bounds, what is stated fits. FAILS: no values within the bounds fit. UNDECIDED: the bounds leave it open, or a figure is missing. NOT_COMPARABLE: units or periods differ.",
    { indexed: true },
  ),
  expected: float("应为", "expected", "What the sources state, in `checkedUnit`."),
  actual: float("实为", "actual", "What the figures come to, in `checkedUnit`."),
  difference: float("差额", "difference", "Actual less expected, in `checkedUnit`."),
  checkedUnit: text("校验单位", "checked unit", "The normalised unit of expected, actual and difference."),
  reason: text("说明", "reason", "Why the outcome is what it is, in a sentence."),
  reasonZh: text(
    "说明（中文）",
    "reason in Chinese",
    "The same in Chinese (中文): why the outcome is what it is, in a sentence.",
  ),
  explained: flag(
    "已说明",
    "explained",
    "Whether a conflict concerns the check, its only figure, or two of its figures.",
    { indexed: true },
  ),
};

const founding: Properties = {
  foundedBy: date("最晚成立", "founded by", "The day by which it had been founded for certain."),
};

const conditionDays: Properties = {
  earliestDay: date("最早日", "earliest day", "The first day that counts."),
  latestDay: date("最晚日", "latest day", "The last day that counts."),
  boundsEn: text(
    "界限（英文）",
    "bounds in English",
    "What bounds it in words, such as at least 3 per cent, or in or before 2010.",
  ),
};

const order: Properties = {
  outOfOrder: flag(
    "阶段次序有误",
    "out of order",
    "True where a later stage is said to have been reached surely before an earlier one; else absent.",
    { indexed: true },
  ),
};

/** Derived properties of a kind of node, beside those for names and search that every node has. */
export function derivedOf(kind: Kind): Properties {
  if (kind === "Observation") return observation;
  if (kind === "Check") return check;
  if (kind === "Condition") return conditionDays;
  if (kind === "Project") return order;
  return Object.hasOwn(kindOf(kind).properties, "founded") ? founding : {};
}

/** Derived properties of every relation: the days its beginning and its end may fall on; absent where unknown. */
export const derivedOfRelations: Properties = {
  startEarliest: date("最早起始", "earliest start", "The first day on which it may have begun."),
  startLatest: date("最晚起始", "latest start", "The day by which it has begun for certain."),
  endEarliest: date("最早截止", "earliest end", "The last day until which it holds for certain."),
  endLatest: date("最晚截止", "latest end", "The day after which it holds no more for certain."),
};
