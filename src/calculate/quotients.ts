// Ratios, shares, growth, the figure a year before, and how far it is to a target: rounded by the rule of decimal.ts.
import { mayBeShared, reasonsAgainst, zero } from "./compare.ts";
import { decimal, exact, rounded } from "./decimal.ts";
import type { Operand } from "./operand.ts";
import { boundOf, type Calculated, calculated, refused, statedUnitOf } from "./outcome.ts";
import { notesOf } from "./sums.ts";
import { wholeOf } from "./whole.ts";
import { plain, result, written } from "./words.ts";

const hundred = decimal(100);

/** One figure over another: how many times it is, or so much per enterprise, per mu; over a share, the whole. */
export function ratioOf(figure: Operand, to: Operand, acrossStatus: boolean): Calculated {
  if (to.unit === "per cent" && figure.unit !== to.unit && mayBeShared(figure))
    return wholeOf(figure, to, acrossStatus);
  const operands = [figure, to];
  const alike = figure.unit === to.unit && figure.counted === to.counted;
  const acrossUnits = !alike;
  const against = [...reasonsAgainst(figure, to, { adding: false, acrossStatus, acrossUnits }), ...zero(to)];
  if (against.length > 0) return refused(against, operands);
  const quotient = figure.value.div(to.value);
  const value = rounded(quotient);
  const per = to.unit === "count" ? to.counted || to.stated.unit : to.unit;
  const unit = alike ? "times" : `${figure.unit} per ${per}`;
  const stated = alike ? undefined : `${figure.stated.unit}/${to.stated.unit}`;
  const statedValue = stated === undefined ? null : rounded(figure.stated.value.div(to.stated.value));
  const told = stated === undefined ? `${plain(value)}` : result(value, unit, statedValue, stated);
  return calculated(operands, boundOf([figure], [to]), {
    value,
    unit,
    statedValue,
    statedUnit: stated ?? null,
    percent: alike ? rounded(quotient.times(hundred)) : null,
    formula: `${written(figure)} ÷ ${written(to)} = ${told}`,
    notes: alike ? notesOf(figure, to) : [],
  });
}

/** What share of a whole a part is, in per cent. */
export function shareOf(part: Operand, whole: Operand, acrossStatus: boolean): Calculated {
  const operands = [part, whole];
  const rule = { adding: false, acrossStatus, partOfWhole: true };
  const against = [...reasonsAgainst(part, whole, rule), ...zero(whole)];
  if (against.length > 0) return refused(against, operands);
  const value = rounded(part.value.div(whole.value).times(hundred));
  const known =
    part.fact !== undefined && whole.fact !== undefined && part.fact.wholes.includes(whole.fact.id);
  return calculated(operands, boundOf([part], [whole]), {
    value,
    unit: "per cent",
    percent: value,
    period: part.fact?.period ?? null,
    formula: `${written(part)} ÷ ${written(whole)} = ${plain(value)} %`,
    notes: [
      ...(known ? [] : ["NOT_SAID_TO_BE_PART"]),
      ...(part.value.gt(whole.value) ? ["PART_EXCEEDS_WHOLE"] : []),
    ],
  });
}

/** The growth of a figure against an earlier one, computed, beside what the source states. */
export function growthOf(figure: Operand, from: Operand, acrossStatus: boolean): Calculated {
  const operands = [figure, from];
  const stated = figure.fact?.yearOnYear ?? null;
  const told = { statedPercent: stated };
  const against = [...reasonsAgainst(figure, from, { adding: false, acrossStatus }), ...zero(from)];
  if (against.length > 0) return refused(against, operands, told);
  if (figure.unit === "per cent" || figure.unit === "rank" || from.value.lt(0))
    return refused(
      [
        {
          reason: "NOT_ADDITIVE",
          why: {
            en: `${written(figure)}: it changes in points; ask for the difference.`,
            zh: `${written(figure)}：按百分点增减；请问差额（difference）。`,
          },
        },
      ],
      operands,
      told,
    );
  const change = figure.value.minus(from.value);
  const percent = change.div(from.value).times(hundred);
  const value = rounded(percent);
  return calculated(operands, boundOf([figure], [from]), {
    ...told,
    value,
    unit: "per cent",
    percent: value,
    change: exact(change),
    points: stated === null ? null : rounded(decimal(stated).minus(percent)),
    period: figure.fact?.period ?? null,
    formula: `(${written(figure)} − ${written(from)}) ÷ ${written(from)} = ${plain(value)} %`,
    notes: notesOf(figure, from),
  });
}

/** The same days a year earlier, as a period is written. */
function yearBefore(period: string | null | undefined): string | null {
  return period?.replace(/\d{4}(?=$|[-/])/g, (year) => String(Number(year) - 1)) ?? null;
}

/** The figure of a year before, from the growth that the source states beside it. */
export function earlierByGrowth(figure: Operand): Calculated {
  const growth = figure.fact?.yearOnYear;
  if (growth === null || growth === undefined)
    return refused(
      [
        {
          reason: "NO_STATED_GROWTH",
          why: {
            en: `${written(figure)}: no growth is stated; give its netChange.`,
            zh: `${written(figure)}：未述增速；请给出净增（netChange）。`,
          },
        },
      ],
      [figure],
    );
  const factor = decimal(growth).div(hundred).plus(1);
  if (factor.lte(0))
    return refused(
      [
        {
          reason: "ZERO",
          why: {
            en: `${written(figure)}: a growth of ${growth} % leaves nothing.`,
            zh: `${written(figure)}：增长${growth}%则无所余。`,
          },
        },
      ],
      [figure],
    );
  const value = rounded(figure.value.div(factor));
  const statedValue = rounded(figure.stated.value.div(factor));
  return calculated([figure], figure.bound, {
    value,
    unit: figure.unit,
    statedValue,
    statedUnit: figure.stated.unit,
    change: rounded(figure.value.minus(figure.value.div(factor))),
    percent: growth,
    statedPercent: growth,
    period: yearBefore(figure.fact?.period),
    formula: `${written(figure)} ÷ (1 + ${plain(growth)} %) = ${result(value, figure.unit, statedValue, figure.stated.unit)}`,
    notes: ["FROM_ROUNDED_GROWTH"],
  });
}

/** The figure of a year before, from a stated net change, and the growth that both make. */
export function earlierByChange(figure: Operand, netChange: Operand, acrossStatus: boolean): Calculated {
  const operands = [figure, netChange];
  const against = reasonsAgainst(figure, netChange, { adding: false, acrossStatus });
  const before = figure.value.minus(netChange.value);
  if (against.length === 0 && before.lte(0))
    against.push({
      reason: "ZERO",
      why: {
        en: `${written(figure)} less ${written(netChange)} leaves nothing.`,
        zh: `${written(figure)}减去${written(netChange)}则无所余。`,
      },
    });
  if (against.length > 0) return refused(against, operands);
  const statedUnit = statedUnitOf(operands);
  const statedValue =
    statedUnit === undefined ? null : exact(figure.stated.value.minus(netChange.stated.value));
  const value = exact(before);
  const percent = rounded(netChange.value.div(before).times(hundred));
  const told = result(value, figure.unit, statedValue, statedUnit ?? null);
  return calculated(operands, boundOf([figure], [netChange]), {
    value,
    unit: figure.unit,
    statedValue,
    statedUnit: statedUnit ?? null,
    change: exact(netChange.value),
    percent,
    statedPercent: figure.fact?.yearOnYear ?? null,
    period: yearBefore(figure.fact?.period),
    formula: `${written(figure)} − ${written(netChange)} = ${told}; ${written(netChange)} ÷ ${told} = ${plain(percent)} %`,
  });
}

/** Years from the end of one period to that of another, to the month. */
function yearsBetween(from: string, to: string): number {
  const [a = 0, b = 0] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return (b - a) / 12;
}

/** How far it is from the latest actual figure to a target: the change, in per cent, and for each year left. */
export function towards(target: Operand, actual: Operand): Calculated {
  const operands = [target, actual];
  const against = reasonsAgainst(target, actual, { adding: false, acrossStatus: true });
  if (target.fact?.firmness === "FACT")
    against.push({
      reason: "STATUS",
      why: {
        en: `${written(target)} (${target.fact.name}) is no target.`,
        zh: `${written(target)}（${target.fact.name}）不是目标。`,
      },
    });
  if (against.length > 0) return refused(against, operands);
  const inPoints = target.unit === "per cent";
  const change = target.value.minus(actual.value);
  const [from, to] = [actual.fact?.end, target.fact?.end];
  const years = from == null || to == null ? null : yearsBetween(from, to);
  const statedUnit = inPoints ? "个百分点" : statedUnitOf(operands);
  const statedValue = statedUnit === undefined ? null : exact(target.stated.value.minus(actual.stated.value));
  const [value, unit] = [exact(change), inPoints ? "percentage point" : target.unit];
  const relative = !inPoints && target.unit !== "rank" && actual.value.gt(0);
  const percent = relative ? rounded(change.div(actual.value).times(hundred)) : null;
  return calculated(operands, boundOf([target], [actual]), {
    value,
    unit,
    statedValue,
    statedUnit: statedUnit ?? null,
    change: value,
    percent,
    years,
    perYear: years !== null && years > 0 ? rounded(change.div(decimal(years))) : null,
    period: target.fact?.period ?? null,
    formula: `${written(target)} − ${written(actual)} = ${result(value, unit, statedValue, statedUnit ?? null)}${percent === null ? "" : `, ${plain(percent)} %`}`,
    notes: actual.fact?.firmness === "FORECAST" ? ["ACTUAL_IS_FORECAST"] : [],
  });
}
