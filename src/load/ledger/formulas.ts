// The formula of each type of check. Figures are complete and of the roles needed when they come here.
import { notSuccessive, periodsDiffer, unitsDiffer, yearApart } from "./comparable.ts";
import { allowed, type Figure, named, quantity, said, tidy, writer } from "./figure.ts";
import { divide, intervalOf, map, point, sum } from "./interval.ts";
import { inBoth, type Language, listed } from "./told.ts";
import { judge, notComparable, reasons, undecided, type Verdict } from "./verdict.ts";

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
    computing: inBoth((language) => `${parts.map((part) => said(part, language)).join(" + ")} = `),
    stating: inBoth((language) => said(whole, language)),
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
  if (largest === undefined) return undecided({ en: "There is no part.", zh: "没有部分。" });
  const over = parts.filter((part) => allowed(part).low > most.high);
  const open = parts.filter((part) => allowed(part).high > most.low);
  const write = writer([whole, ...parts]);
  const difference = tidy(largest.value - whole.value);
  const result = { expected: whole.value, actual: largest.value, difference, unit: whole.unit };
  const names = (several: readonly Figure[]) =>
    inBoth((language) =>
      listed(
        several.map((part) => named(part, language)),
        language,
      ),
    );
  const [beyond, doubtful, every, total] = [names(over), names(open), names(parts), names([whole])];
  if (over[0] !== undefined)
    return {
      outcome: "FAILS",
      ...result,
      ...reasons({
        en: `${beyond.en} ${over.length > 1 ? "exceed" : "exceeds"} the whole, ${total.en}, by ${write(difference, "en")}.`,
        zh: `${beyond.zh}超过整体${total.zh}，多${write(difference, "zh")}。`,
      }),
    };
  if (open[0] !== undefined)
    return {
      outcome: "UNDECIDED",
      ...result,
      ...reasons({
        en: `${doubtful.en} against the whole, ${total.en}: the bounds leave it open.`,
        zh: `${doubtful.zh}与整体${total.zh}相比：所给界限不足以判定。`,
      }),
    };
  return {
    outcome: "HOLDS",
    ...result,
    ...reasons({
      en: `${every.en} ${parts.length > 1 ? "are" : "is"} within the whole, ${total.en}.`,
      zh: `${every.zh}未超过整体${total.zh}。`,
    }),
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
    return notComparable({
      en: `${part.unit} over ${whole.unit} is not in ${result.unit}, the unit of the result stated (${said(result)}).`,
      zh: `${named(part, "zh")}除以${named(whole, "zh")}所得的单位，与所述结果（${said(result, "zh")}）的单位不同。`,
    });
  }
  const apart = periodsDiffer([part, whole, result]);
  if (apart !== undefined) return notComparable(apart);
  const range = divide(allowed(part), allowed(whole));
  if (range === undefined)
    return undecided({
      en: `${said(whole)} allows zero or less: nothing can be divided by it.`,
      zh: `${said(whole, "zh")}可能为零或负数，不能作除数。`,
    });
  const toResult = (value: number): number => value * factor;
  return judge({
    actual: toResult(part.value / whole.value),
    actualRange: map(range, toResult),
    expected: result.value,
    expectedRange: allowed(result),
    unit: result.unit,
    tolerance: tolerance ?? 0.005,
    rounding: (roundingOf(result.stated.value) * result.value) / (result.stated.value || 1),
    computing: {
      en: `${said(part)} over ${said(whole)} is `,
      zh: `${said(part, "zh")} ÷ ${said(whole, "zh")} = `,
    },
    stating: inBoth((language) => said(result, language)),
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
    return notComparable({
      en: `${named(result, "en")} is no growth in per cent.`,
      zh: `${named(result, "zh")}不是以百分比表示的增长。`,
    });
  const another = result?.period === undefined ? undefined : periodsDiffer([result, later]);
  if (another !== undefined) return notComparable(another);
  const range = divide(allowed(later), allowed(earlier));
  if (range === undefined)
    return undecided({
      en: `${said(earlier)} allows zero or less: growth cannot be computed.`,
      zh: `${said(earlier, "zh")}可能为零或负数，无法计算增长。`,
    });
  const toGrowth = (quotient: number): number => (quotient - 1) * 100;
  const yearOnYear = yearApart(earlier, later) ? later.yearOnYear : undefined;
  const stated = result?.value ?? yearOnYear;
  const percent = (value: number, language: Language): string =>
    quantity(Math.round(value * 100) / 100, "%", language);
  const computing = {
    en: `From ${said(earlier)} to ${said(later)} is `,
    zh: `由${said(earlier, "zh")}到${said(later, "zh")}，增长`,
  };
  const actual = tidy(toGrowth(later.value / earlier.value));
  if (stated === undefined) {
    return {
      outcome: "UNDECIDED",
      actual,
      unit: "per cent",
      ...reasons({
        en: `${computing.en}${percent(actual, "en")}, and no figure states the growth: add one as RESULT.`,
        zh: `${computing.zh}${percent(actual, "zh")}，没有数据说明增长多少：请补一项作为“结果”（RESULT）。`,
      }),
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
    computing,
    stating:
      result === undefined
        ? { en: `${stated} % year on year`, zh: `同比${stated}%` }
        : inBoth((language) => said(result, language)),
    write: percent,
  });
}

/** COUNT_OF_LIST: as many ITEMs as the WHOLE counts. A count of occasions (家次) names no list. */
export function countOfList(whole: Figure, items: number): Verdict {
  if (whole.unit !== "count")
    return notComparable({
      en: `${said(whole)} is in ${whole.unit} and counts no list.`,
      zh: `${said(whole, "zh")}不是名单的个数。`,
    });
  return judge({
    actual: items,
    actualRange: point(items),
    expected: whole.value,
    expectedRange: allowed(whole),
    unit: "count",
    tolerance: 0,
    computing: { en: "The list names ", zh: "名单列出" },
    stating: inBoth((language) => said(whole, language)),
    write: (value, language) => (language === "en" ? `${tidy(value)}` : `${tidy(value)}个`),
  });
}
