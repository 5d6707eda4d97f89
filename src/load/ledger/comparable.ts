// Whether figures may be set beside each other at all: units, things against occasions, periods.
import { lengthOf, spanOfPeriod } from "../../ontology/spans.ts";
import { countsOccasions, type Figure, named, quantity } from "./figure.ts";
import type { Language, Told } from "./told.ts";

/** A unit by itself. */
const unitName = (unit: string): string => quantity(0, unit, "zh").slice(1);

/** Why the figures are not quantities of one unit; undefined where they are. */
export function unitsDiffer(figures: readonly Figure[]): Told | undefined {
  const [first, ...rest] = figures;
  if (first === undefined) return undefined;
  for (const other of rest) {
    if (other.unit !== first.unit)
      return {
        en: `The units differ: ${named(first, "en")} is in ${first.unit}, ${named(other, "en")} in ${other.unit}.`,
        zh: `单位不同：${named(first, "zh")}以${unitName(first.unit)}计，${named(other, "zh")}以${unitName(other.unit)}计。`,
      };
    if (countsOccasions(other) !== countsOccasions(first))
      return {
        en: `One counts occasions, the other things: ${named(first, "en")} and ${named(other, "en")}.`,
        zh: `一个计次数，一个计个数：${named(first, "zh")}与${named(other, "zh")}。`,
      };
  }
  return undefined;
}

/** Why the figures are not of one period; undefined where they are, or where none has a period. */
export function periodsDiffer(figures: readonly Figure[]): Told | undefined {
  const [first, ...rest] = figures;
  const other = rest.find((figure) => figure.period !== first?.period);
  if (first === undefined || other === undefined) return undefined;
  const when = ({ period }: Figure, language: Language): string => {
    if (language === "en") return period === undefined ? "undated" : `of ${period}`;
    return period === undefined ? "未注明时间" : `属于${period}`;
  };
  return {
    en: `The periods differ: ${named(first, "en")} is ${when(first, "en")}, ${named(other, "en")} ${when(other, "en")}.`,
    zh: `时期不同：${named(first, "zh")}${when(first, "zh")}，${named(other, "zh")}${when(other, "zh")}。`,
  };
}

/** Why growth from one figure to another means nothing; undefined where it does. */
export function notSuccessive(earlier: Figure, later: Figure): Told | undefined {
  if (earlier.period === undefined || later.period === undefined) {
    const undated = earlier.period === undefined ? earlier : later;
    return {
      en: `${named(undated, "en")} is undated, so growth cannot be computed.`,
      zh: `${named(undated, "zh")}未注明时间，无法计算增长。`,
    };
  }
  const [before, after] = [spanOfPeriod(earlier.period), spanOfPeriod(later.period)];
  if (after.start <= before.end)
    return {
      en: `${named(later, "en")} of ${later.period} does not come after ${named(earlier, "en")} of ${earlier.period}.`,
      zh: `${later.period}的${named(later, "zh")}不在${earlier.period}的${named(earlier, "zh")}之后。`,
    };
  return lengthOf(before) === lengthOf(after)
    ? undefined
    : {
        en: `The periods are not equally long: ${named(earlier, "en")} is of ${earlier.period}, ${named(later, "en")} of ${later.period}.`,
        zh: `时期长短不同：${named(earlier, "zh")}属于${earlier.period}，${named(later, "zh")}属于${later.period}。`,
      };
}

/** Whether the later figure is of the same time a year on, so that its year-on-year change is the growth. */
export function yearApart(earlier: Figure, later: Figure): boolean {
  if (earlier.period === undefined || later.period === undefined) return false;
  const [before, after] = [spanOfPeriod(earlier.period), spanOfPeriod(later.period)];
  const next = `${Number(before.start.slice(0, 4)) + 1}${before.start.slice(4)}`;
  return after.start === next && lengthOf(before) === lengthOf(after);
}
