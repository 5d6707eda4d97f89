// Whether figures may be set beside each other at all: units, things against occasions, periods.
import { lengthOf, spanOfPeriod } from "../../ontology/spans.ts";
import { countsOccasions, type Figure, said } from "./figure.ts";

const named = (figure: Figure): string => `${figure.label} (${said(figure)})`;

/** Why the figures are not quantities of one unit; undefined where they are. */
export function unitsDiffer(figures: readonly Figure[]): string | undefined {
  const [first, ...rest] = figures;
  if (first === undefined) return undefined;
  for (const other of rest) {
    if (other.unit !== first.unit)
      return `The units differ: ${named(first)} is in ${first.unit}, ${named(other)} in ${other.unit}.`;
    if (countsOccasions(other) !== countsOccasions(first))
      return `One counts occasions, the other things: ${named(first)} and ${named(other)}.`;
  }
  return undefined;
}

/** Why the figures are not of one period; undefined where they are, or where none has a period. */
export function periodsDiffer(figures: readonly Figure[]): string | undefined {
  const [first, ...rest] = figures;
  const other = rest.find((figure) => figure.period !== first?.period);
  if (first === undefined || other === undefined) return undefined;
  const when = (figure: Figure): string => figure.period ?? "undated";
  return `The periods differ: ${named(first)} is ${first.period === undefined ? "" : "of "}${when(first)}, ${named(other)} ${other.period === undefined ? "" : "of "}${when(other)}.`;
}

/** Why growth from one figure to another means nothing; undefined where it does. */
export function notSuccessive(earlier: Figure, later: Figure): string | undefined {
  if (earlier.period === undefined || later.period === undefined) {
    const undated = earlier.period === undefined ? earlier : later;
    return `${named(undated)} is undated, so growth cannot be computed.`;
  }
  const [before, after] = [spanOfPeriod(earlier.period), spanOfPeriod(later.period)];
  if (after.start <= before.end)
    return `${named(later)} of ${later.period} does not come after ${named(earlier)} of ${earlier.period}.`;
  return lengthOf(before) === lengthOf(after)
    ? undefined
    : `The periods are not equally long: ${named(earlier)} is of ${earlier.period}, ${named(later)} of ${later.period}.`;
}

/** Whether the later figure is of the same time a year on, so that its year-on-year change is the growth. */
export function yearApart(earlier: Figure, later: Figure): boolean {
  if (earlier.period === undefined || later.period === undefined) return false;
  const [before, after] = [spanOfPeriod(earlier.period), spanOfPeriod(later.period)];
  const next = `${Number(before.start.slice(0, 4)) + 1}${before.start.slice(4)}`;
  return after.start === next && lengthOf(before) === lengthOf(after);
}
