// Whether two operands may be reckoned with together, and if not why: each reason with a sentence that names both.
import type { Fact } from "./fact.ts";
import { termOf } from "./fact.ts";
import type { InWords, Operand, Refusal } from "./operand.ts";
import { written } from "./words.ts";

/** What is asked of two operands: to be added up, or to be set against each other. */
export interface Rule {
  readonly adding: boolean;
  /** Whether a fact and a target or forecast may meet. */
  readonly acrossStatus: boolean;
  /** Whether the units may differ, as in output per enterprise. */
  readonly acrossUnits?: boolean;
  /** Whether one may be a part of the other, as in a share. */
  readonly partOfWhole?: boolean;
}

/** Units in which quantities do not add up. */
export const isRate = (unit: string): boolean => /^(per cent|percentage point|rank|times)$| per /.test(unit);

/** Whether a part of it can be taken: not of a place in an order, nor of a difference in points. */
export const mayBeShared = ({ unit }: Operand): boolean => unit !== "rank" && unit !== "percentage point";

const toldZh = ({ fact, stated }: Operand): string =>
  `${stated.value.toString()}${stated.unit}${fact === undefined ? "" : `（${fact.name}）`}`;

const told = ({ fact, stated }: Operand): string =>
  `${stated.value.toString()}${stated.unit}${fact === undefined ? "" : ` (${fact.name})`}`;

/** What is said of two operands, which are named first. */
const ofBoth = (a: Operand, b: Operand, en: string, zh: string): InWords => ({
  en: `${told(a)} and ${told(b)}: ${en}`,
  zh: `${toldZh(a)}与${toldZh(b)}：${zh}`,
});

const sameSeries = (a: Fact, b: Fact): boolean =>
  a.metric !== null &&
  a.metric === b.metric &&
  a.subject === b.subject &&
  termOf(a, "COUNTED") === termOf(b, "COUNTED");

const firmnessZh = ({ firmness }: Fact): string =>
  ({ FACT: "事实", FORECAST: "预计", TARGET: "目标" })[firmness] ?? firmness;

const sameDays = (a: Fact, b: Fact): boolean => a.start === b.start && a.end === b.end;

const overlap = (a: Fact, b: Fact): boolean =>
  (a.start ?? "") <= (b.end ?? "") && (b.start ?? "") <= (a.end ?? "");

/** The reasons of periods. What a measure pays has none. */
function periods(a: Operand, b: Operand, { adding }: Rule): Refusal[] {
  const [one, other] = [a.fact, b.fact];
  if (one === undefined || other === undefined) return [];
  if (one.kind === "MEASURE" || other.kind === "MEASURE" || one.id === other.id) return [];
  const say = (reason: string, en: string, zh: string): Refusal => ({ reason, why: ofBoth(a, b, en, zh) });
  const periods = [one.period, other.period] as const;
  if (one.start === null || other.start === null)
    return [say("UNDATED", "the source gives no period for one of them.", "出处未说明其中一项的时期。")];
  if (!sameSeries(one, other)) {
    if (sameDays(one, other)) return [];
    const also = overlap(one, other) ? [say("OVERLAP", "their periods overlap.", "时期重叠。")] : [];
    const [first, second] = periods;
    return [
      say("PERIOD", `they are of different days, ${first} and ${second}.`, `时期不同，${first}与${second}。`),
      ...also,
    ];
  }
  if (overlap(one, other) && (adding || !sameDays(one, other)))
    return [
      say("OVERLAP", `their periods overlap, ${periods.join(" and ")}.`, `时期重叠，${periods.join("与")}。`),
    ];
  const lengths = [termOf(one, "PERIOD_LENGTH"), termOf(other, "PERIOD_LENGTH")];
  return adding || lengths[0] === lengths[1]
    ? []
    : [say("PERIOD_LENGTH", "their periods are of different lengths.", "时期长短不同。")];
}

/** Whether one is counted in the other: by what is said of the figures, or since its subject lies in the other's. */
function isPart(a: Fact, b: Fact): boolean {
  if (a.wholes.includes(b.id)) return true;
  return (
    a.metric !== null &&
    a.metric === b.metric &&
    b.subject !== null &&
    a.areas.includes(b.subject) &&
    overlap(a, b)
  );
}

/** Why two operands cannot be reckoned with together; empty where they can. */
export function reasonsAgainst(a: Operand, b: Operand, rule: Rule): Refusal[] {
  const found: Refusal[] = [];
  const say = (reason: string, en: string, zh: string): void => {
    found.push({ reason, why: ofBoth(a, b, en, zh) });
  };
  if (a.unit !== b.unit && rule.acrossUnits !== true)
    say(
      "UNIT",
      `their units differ, ${a.unit} and ${b.unit}.`,
      `单位不同，${a.stated.unit}与${b.stated.unit}。`,
    );
  if (rule.adding && isRate(a.unit))
    say(
      "NOT_ADDITIVE",
      `shares, rates and ranks (${a.unit}) do not add up.`,
      `占比、比率、名次（${a.stated.unit}）不能相加。`,
    );
  const [one, other] = [a.fact, b.fact];
  if (one !== undefined && other !== undefined) {
    if (rule.adding && one.id === other.id && one.kind === "OBSERVATION")
      say("SAME_FIGURE", "it is one figure, asked for twice.", "是同一数据，问了两次。");
    else if (rule.partOfWhole !== true && rule.adding && (isPart(one, other) || isPart(other, one)))
      say("PART_AND_WHOLE", "one is a part of the other.", "一项是另一项的一部分。");
    if (rule.acrossUnits !== true && termOf(one, "SCOPE") !== termOf(other, "SCOPE"))
      say("SCOPE", "one counts things (家), the other occasions (家次).", "一项计家数，另一项计家次。");
    if (!rule.acrossStatus && one.kind === other.kind && one.firmness !== other.firmness)
      say(
        "STATUS",
        `one is a ${one.firmness}, the other a ${other.firmness}: ask with acrossStatus.`,
        `一项是${firmnessZh(one)}，另一项是${firmnessZh(other)}：可用 acrossStatus 要求。`,
      );
    if (one.conflicts.includes(other.id))
      say("CONFLICT", "a conflict says that they do not compare.", "有矛盾记载说明两者不可比。");
  }
  return [...found, ...periods(a, b, rule)];
}

/** That nothing can be divided by it. */
export const zero = (divisor: Operand): Refusal[] =>
  divisor.value.eq(0)
    ? [
        {
          reason: "ZERO",
          why: {
            en: `${written(divisor)}: nothing can be divided by zero.`,
            zh: `${written(divisor)}：不能除以零。`,
          },
        },
      ]
    : [];
