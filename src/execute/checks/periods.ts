// Periods in which no figure of a metric can lie: figures of years lie in no month. That nothing was found there would
// look as if nothing were known, though it was asked for what is not there.
import { IndustryGraphError } from "../../errors.ts";
import { figureKind, metricKind } from "../../ontology/model.ts";
import { lengthOf, type Span, spanOfDate, spanOfPeriod } from "../../ontology/spans.ts";
import { readPeriod } from "../../ontology/written.ts";
import { type Reference, valueAt } from "../../plan/references.ts";
import type { Version } from "../../run/run.ts";
import type { Arguments } from "../../run/step.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { keptByVersion, type Problems, problemsOf } from "./had.ts";

/** Periods that are told. */
const told = 6;

/** What a request asks of the periods of a metric's figures. */
interface Said {
  readonly reference: Reference;
  readonly metric: string;
  /** The argument that gives the period, and how it is written. */
  readonly argument: string;
  readonly written: string;
  readonly span: Span;
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** What stands in `period`, or in `from` and `to`, beside the name of a metric. */
function said(reference: Reference, args: Arguments): Said[] {
  const { kinds, path } = reference;
  if (kinds.length !== 1 || kinds[0] !== metricKind) return [];
  const isListed = typeof path.at(-1) === "number";
  const beside = isListed ? path.slice(0, -2) : path.slice(0, -1);
  const value = (name: string): unknown => valueAt(args, [...beside, name]);
  const named = valueAt(args, path);
  const metrics = (Array.isArray(named) ? named : [named]).map(String);
  const at = (name: string): string => [...beside, name].join(".");
  const [period, from, to] = ["period", "from", "to"].map(value);
  const read = isText(period) ? readPeriod(period) : undefined;
  const each = (argument: string, written: string, span: Span): Said[] =>
    metrics.map((metric) => ({ reference, metric, argument: at(argument), written, span }));
  if (isText(period) && read !== undefined) return each("period", period, spanOfPeriod(read));
  if (!isText(from) || !isText(to)) return [];
  const span = { start: spanOfDate(from).start, end: spanOfDate(to).end };
  // Ends in the wrong order are refused where they are bound.
  if (span.start > span.end) return [];
  return each("to", `${from}/${to}`, span);
}

/** How long a span is in months; days are parts of one. */
function monthsOf(span: Span): number {
  const [, number = "0", unit] = /^P(\d+)([MD])$/.exec(lengthOf(span)) ?? [];
  // Days within one month are less than any month, however short.
  return unit === "M" ? Number(number) : Number(number) / 31;
}

/** The periods to tell: those that have a day in common with the one asked for, then the latest. */
export function nearestPeriods(periods: readonly string[], { start, end }: Span): string[] {
  const isNear = (period: string): boolean => {
    const span = spanOfPeriod(period);
    return span.start <= end && span.end >= start;
  };
  const latest = [...periods].sort((one, other) =>
    spanOfPeriod(one).end < spanOfPeriod(other).end ? 1 : -1,
  );
  return [...latest.filter(isNear), ...latest.filter((one) => !isNear(one))].slice(0, told);
}

function problemOf(
  { argument, written, span, metric, reference }: Said,
  periods: readonly string[],
): Error | undefined {
  const asked = monthsOf(span);
  // Nothing is known of a metric without figures: no period is wrong.
  if (periods.length === 0 || periods.some((period) => monthsOf(spanOfPeriod(period)) <= asked))
    return undefined;
  const of = JSON.stringify(metric);
  const near = nearestPeriods(periods, span);
  const others = periods.length > near.length ? " and others" : "";
  const takesOverlaps = reference.field.args.some(({ name }) => name === "overlaps" || name === "filter");
  const overlaps = takesOverlaps
    ? `, or for overlaps: ${JSON.stringify(written)}, which finds those that have a day in common with it`
    : "";
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${argument}: no figure of ${of} can lie in ${JSON.stringify(written)}: all are of longer periods (${near.join(", ")}${others}). Ask for one of these${overlaps}.`,
  );
}

/**
 * Creates what checks the periods that requests ask metrics' figures for against those that the figures have.
 * @param recent tells which data answer, or did a second ago
 */
export function createPeriodCheck(store: Pick<GraphStore, "read">, recent: Version) {
  const had = keptByVersion(recent);

  const periodsHad = (metric: string, read: ReadOptions): Promise<readonly string[]> =>
    had(metric, read, async () => {
      const rows = await store.read(
        `// The periods that figures of one metric have.\nMATCH (n:${figureKind}) WHERE n.metric = $metric AND n.period IS NOT NULL RETURN DISTINCT n.period AS period ORDER BY period`,
        { metric },
        read,
      );
      return rows.map(({ period }) => String(period));
    });

  return (
    given: readonly { readonly reference: Reference; readonly args: Arguments }[],
    read: ReadOptions,
  ): Problems | Promise<Problems> => {
    const all = given.flatMap(({ reference, args }) => said(reference, args));
    // Of several metrics each must be able to have one there: figures of the others would pass for the whole answer.
    return problemsOf(all, async (one) => problemOf(one, await periodsHad(one.metric, read)));
  };
}
