// The formula of each type of check. Figures are complete and of the roles needed when they come here.
import { notSuccessive, periodsDiffer, unitsDiffer, yearApart } from "./comparable.ts";
import { allowed, type Figure, said, tidy, writer } from "./figure.ts";
import { divide, intervalOf, map, point, sum } from "./interval.ts";
import { judge, notComparable, undecided, type Verdict } from "./verdict.ts";

/** Figures by role; `parts` may be several, the others are one. */
export interface Cast {
  readonly parts: readonly Figure[];
  readonly whole: Figure;
}

/** Counts must agree exactly; measured quantities are rounded by those who write them. */
export function defaultTolerance(unit: string): number {
  return unit === "count" ? 0 : 0.005;
}

/** SUM: the PARTs added up are the WHOLE. Same unit, same period. */
export function sumOfParts({ parts, whole }: Cast, tolerance: number | undefined): Verdict {
  const apart = unitsDiffer([whole, ...parts]) ?? periodsDiffer([whole, ...parts]);
  if (apart !== undefined) return notComparable(apart);
  return judge({
    actual: parts.reduce((total, part) => total + part.value, 0),
    actualRange: sum(parts.map(allowed)),
    expected: whole.value,
    expectedRange: allowed(whole),
    unit: whole.unit,
    tolerance: tolerance ?? defaultTolerance(whole.unit),
    computing: `${parts.map(said).join(" + ")} =`,
    stating: said(whole),
    write: writer([whole, ...parts]),
  });
}

/** PART_OF_WHOLE: each PART is at most the WHOLE. Same unit, same period. `actual` is the largest part. */
export function partOfWhole({ parts, whole }: Cast, tolerance: number | undefined): Verdict {
  const apart = unitsDiffer([whole, ...parts]) ?? periodsDiffer([whole, ...parts]);
  if (apart !== undefined) return notComparable(apart);
  const share = tolerance ?? defaultTolerance(whole.unit);
  const most = map(allowed(whole), (value) => value + Math.abs(value) * share);
  const [largest] = [...parts].sort((one, other) => other.value - one.value);
  if (largest === undefined) return undecided("There is no part.");
  const over = parts.filter((part) => allowed(part).low > most.high);
  const open = parts.filter((part) => allowed(part).high > most.low);
  const write = writer([whole, ...parts]);
  const difference = tidy(largest.value - whole.value);
  const result = { expected: whole.value, actual: largest.value, difference, unit: whole.unit };
  const name = (part: Figure): string => `${part.label} (${said(part)})`;
  if (over[0] !== undefined)
    return {
      outcome: "FAILS",
      ...result,
      reason: `${over.map(name).join(" and ")} ${over.length > 1 ? "exceed" : "exceeds"} the whole, ${name(whole)}, by ${write(difference)}.`,
    };
  if (open[0] !== undefined)
    return {
      outcome: "UNDECIDED",
      ...result,
      reason: `${open.map(name).join(" and ")} against the whole, ${name(whole)}: the bounds leave it open.`,
    };
  return {
    outcome: "HOLDS",
    ...result,
    reason: `${parts.map(name).join(" and ")} ${parts.length > 1 ? "are" : "is"} within the whole, ${name(whole)}.`,
  };
}

/** Half a unit of the last decimal of a figure as stated: 6.5 stands for 6.45 to 6.55. */
function roundingOf(value: number): number {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

/** What a quotient of two units is multiplied by to be in the result's unit; undefined where it is not in it. */
function ratioScale(part: Figure, whole: Figure, result: Figure): number | undefined {
  if (part.unit === whole.unit && result.unit === "per cent") return 100;
  if (part.unit === whole.unit && result.unit === "times") return 1;
  return result.unit === `${part.unit} per ${whole.unit}` ? 1 : undefined;
}

/**
 * RATIO: PART / WHOLE is the RESULT: per cent (times 100) or times where both have one unit, else their quotient,
 * such as yuan per mu. All of one period. The result may be off by half a unit of its last decimal.
 */
export function ratio(part: Figure, whole: Figure, result: Figure, tolerance: number | undefined): Verdict {
  const factor = ratioScale(part, whole, result);
  if (factor === undefined) {
    return notComparable(
      `${part.unit} over ${whole.unit} is not in ${result.unit}, the unit of the result stated (${said(result)}).`,
    );
  }
  const apart = periodsDiffer([part, whole, result]);
  if (apart !== undefined) return notComparable(apart);
  const range = divide(allowed(part), allowed(whole));
  if (range === undefined)
    return undecided(`${said(whole)} allows zero or less: nothing can be divided by it.`);
  const toResult = (value: number): number => value * factor;
  return judge({
    actual: toResult(part.value / whole.value),
    actualRange: map(range, toResult),
    expected: result.value,
    expectedRange: allowed(result),
    unit: result.unit,
    tolerance: tolerance ?? 0.005,
    rounding: (roundingOf(result.stated.value) * result.value) / (result.stated.value || 1),
    computing: `${said(part)} over ${said(whole)} is`,
    stating: said(result),
    write: writer([result]),
  });
}

/**
 * GROWTH: (LATER / EARLIER - 1) x 100 is the RESULT in per cent, or, where there is none and the periods are a year
 * apart, the year-on-year change stated beside LATER. Periods follow each other and are equally long.
 */
export function growth(
  earlier: Figure,
  later: Figure,
  result: Figure | undefined,
  tolerance: number | undefined,
): Verdict {
  const apart = unitsDiffer([earlier, later]) ?? notSuccessive(earlier, later);
  if (apart !== undefined) return notComparable(apart);
  if (result !== undefined && result.unit !== "per cent")
    return notComparable(`${result.label} (${said(result)}) is no growth in per cent.`);
  if (result?.period !== undefined && result.period !== later.period)
    return notComparable(periodsDiffer([result, later]) ?? "");
  const range = divide(allowed(later), allowed(earlier));
  if (range === undefined)
    return undecided(`${said(earlier)} allows zero or less: growth cannot be computed.`);
  const toGrowth = (quotient: number): number => (quotient - 1) * 100;
  const yearOnYear = yearApart(earlier, later) ? later.yearOnYear : undefined;
  const stated = result?.value ?? yearOnYear;
  const percent = (value: number): string => `${Math.round(value * 100) / 100} %`;
  const actual = tidy(toGrowth(later.value / earlier.value));
  if (stated === undefined) {
    return {
      outcome: "UNDECIDED",
      actual,
      unit: "per cent",
      reason: `From ${said(earlier)} to ${said(later)} is ${percent(actual)}, and no figure states the growth: add one as RESULT.`,
    };
  }
  return judge({
    actual,
    actualRange: map(range, toGrowth),
    expected: stated,
    expectedRange: result === undefined ? point(stated) : intervalOf(stated, result.bound, true),
    unit: "per cent",
    tolerance: tolerance ?? 0.005,
    rounding: roundingOf(stated),
    computing: `From ${said(earlier)} to ${said(later)} is`,
    stating: result === undefined ? `${stated} % year on year` : said(result),
    write: percent,
  });
}

/** COUNT_OF_LIST: as many ITEMs as the WHOLE counts. A count of occasions (家次) names no list. */
export function countOfList(whole: Figure, items: number): Verdict {
  const apart = whole.unit === "count" ? undefined : `${said(whole)} is in ${whole.unit} and counts no list.`;
  if (apart !== undefined) return notComparable(apart);
  return judge({
    actual: items,
    actualRange: point(items),
    expected: whole.value,
    expectedRange: allowed(whole),
    unit: "count",
    tolerance: 0,
    computing: "The list names",
    stating: said(whole),
    write: (value) => `${tidy(value)}`,
  });
}
