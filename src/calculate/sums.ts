// Sums, differences and products: exact.
import { mayBeShared, reasonsAgainst } from "./compare.ts";
import { type Decimal, decimal, exact, rounded } from "./decimal.ts";
import type { Operand, Refusal } from "./operand.ts";
import { boundOf, type Calculated, calculated, refused, statedUnitOf } from "./outcome.ts";
import { result, written } from "./words.ts";

const [hundred, hundredth] = [decimal(100), decimal(0.01)];

/** Each pair of operands once. */
function pairs<T>(all: readonly T[]): (readonly [T, T])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}

const added = (values: readonly Decimal[]): Decimal => values.reduce((sum, one) => sum.plus(one), decimal(0));

/** The sum of figures: of several subjects, metrics or periods, or of what several measures pay. */
export function sumOf(operands: readonly Operand[], acrossStatus: boolean): Calculated {
  const against = pairs(operands).flatMap(([a, b]) => reasonsAgainst(a, b, { adding: true, acrossStatus }));
  if (against.length > 0) return refused(against, operands);
  const statedUnit = statedUnitOf(operands);
  const value = exact(added(operands.map((one) => one.value)));
  const unit = operands[0]?.unit ?? null;
  const statedValue = statedUnit === undefined ? null : exact(added(operands.map((one) => one.stated.value)));
  const facts = operands.flatMap((one) => (one.fact === undefined ? [] : [one.fact]));
  const measures = facts.filter((one) => one.kind === "MEASURE");
  const dated = facts.filter((one) => one.kind === "OBSERVATION");
  const periods = new Set(dated.map((one) => one.period));
  return calculated(operands, boundOf(operands), {
    value,
    unit,
    statedValue,
    statedUnit: statedUnit ?? null,
    period: periods.size === 1 ? (dated[0]?.period ?? null) : null,
    formula: `${operands.map(written).join(" + ")} = ${result(value, unit, statedValue, statedUnit ?? null)}`,
    notes: [
      ...(measures.length > 1 ? ["STACKING_NOT_STATED"] : []),
      ...(periods.size > 1 ? ["PERIODS_ADDED"] : []),
    ],
  });
}

/** One figure less another; of shares and rates in points. */
export function differenceOf(figure: Operand, minus: Operand, acrossStatus: boolean): Calculated {
  const operands = [figure, minus];
  const against = reasonsAgainst(figure, minus, { adding: false, acrossStatus });
  if (against.length > 0) return refused(against, operands);
  const inPoints = figure.unit === "per cent";
  const difference = figure.value.minus(minus.value);
  const statedUnit = inPoints ? "个百分点" : statedUnitOf(operands);
  const value = exact(difference);
  const unit = inPoints ? "percentage point" : figure.unit;
  const statedValue = statedUnit === undefined ? null : exact(figure.stated.value.minus(minus.stated.value));
  const relative = !inPoints && figure.unit !== "rank" && minus.value.gt(0);
  return calculated(operands, boundOf([figure], [minus]), {
    value,
    unit,
    statedValue,
    statedUnit: statedUnit ?? null,
    percent: relative ? rounded(difference.div(minus.value).times(hundred)) : null,
    formula: `${written(figure)} − ${written(minus)} = ${result(value, unit, statedValue, statedUnit ?? null)}`,
    notes: notesOf(figure, minus),
  });
}

/** That the two figures measure different things, which nothing says are comparable. */
export function notesOf(a: Operand, b: Operand): string[] {
  const [one, other] = [a.fact, b.fact];
  if (one?.metric == null || other?.metric == null || one.metric === other.metric) return [];
  const known =
    one.comparable.includes(other.metric) || one.wholes.includes(other.id) || other.wholes.includes(one.id);
  return known ? [] : ["METRICS_DIFFER"];
}

/** The unit of a product; undefined where the two do not make one. */
function productUnit(figure: Operand, times: Operand): string | undefined {
  if (times.unit === "per cent") return mayBeShared(figure) ? figure.unit : undefined;
  const [above, below] = figure.unit.split(" per ");
  if (below !== undefined) return times.unit === below || times.counted === below ? above : undefined;
  return times.unit === "count" ? figure.unit : undefined;
}

/** Whether a share is given first and then what it is of: 37.5% times 2160亿元. Twice 37.5% is 75%. */
const isOf = (figure: Operand, times: Operand): boolean =>
  figure.unit === "per cent" && times.unit !== "per cent" && (times.unit !== "count" || isSaid(times));

/** Whether a number says what it counts, or is a figure's. */
const isSaid = ({ fact, counted }: Operand): boolean => fact !== undefined || counted !== "";

/** A figure times a number: what a measure pays times the number of enterprises, or what a share comes to. */
export function productOf(figure: Operand, times: Operand): Calculated {
  if (isOf(figure, times)) return productOf(times, figure);
  const operands = [figure, times];
  const unit = productUnit(figure, times);
  const isShare = times.unit === "per cent";
  // A share of one year is none of another's figure.
  const rule = { adding: false, acrossStatus: true, acrossUnits: true };
  const against: Refusal[] = isShare ? reasonsAgainst(figure, times, rule) : [];
  const both = {
    en: `${written(figure)} and ${written(times)}`,
    zh: `${written(figure)}与${written(times)}`,
  };
  if (unit === undefined)
    against.push({
      reason: "UNIT",
      why: {
        en: `${both.en}: ${figure.unit} times ${times.unit} makes no unit.`,
        zh: `${both.zh}：${figure.stated.unit}乘以${times.stated.unit}不成单位。`,
      },
    });
  if (!isShare && figure.fact?.kind === "MEASURE" && !["", "enterprise"].includes(times.counted))
    against.push({
      reason: times.counted === "recognition" ? "SCOPE" : "COUNTED",
      why: {
        en: `${both.en}: a measure pays per enterprise, and this counts ${times.counted}s.`,
        zh: `${both.zh}：措施按企业数兑现，而这里计的是${times.stated.unit}。`,
      },
    });
  if (unit === undefined || against.length > 0) return refused(against, operands);
  const factor = isShare ? times.value.times(hundredth) : times.value;
  const value = exact(figure.value.times(factor));
  const statedUnit = !isShare && figure.unit.includes(" per ") ? null : figure.stated.unit;
  const statedFactor = isShare ? factor : times.stated.value;
  const statedValue = statedUnit === null ? null : exact(figure.stated.value.times(statedFactor));
  return calculated(operands, boundOf(operands), {
    value,
    unit,
    statedValue,
    statedUnit,
    formula: `${written(figure)} × ${written(times)} = ${result(value, unit, statedValue, statedUnit)}`,
  });
}
