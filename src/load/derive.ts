// Derives stored properties of figures and relations from their rows: days of periods, what makes two figures
// comparable, when a relation may have begun and ended. Pure; the questions compare what is stored here.
import { lengthOf, spanOfDate, spanOfPeriod } from "../ontology/spans.ts";
import type { Json } from "../store/port.ts";
import { boundsEn } from "./bounds-words.ts";

type Values = Readonly<Record<string, Json>>;

const textOf = (value: Json | undefined): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/** Whether a row tells of a plan or forecast, which is no fact. */
export function isPlan({ status }: Values): boolean {
  return status === "TARGET" || status === "FORECAST";
}

/** How firmly a figure was said, for comparing: what is stated and what follows from the context are facts. */
function firmness(status: string): string {
  return status === "STATED" || status === "IMPLIED" ? "FACT" : status;
}

/**
 * What two figures must have in common to be compared, each as `REASON=value`: a term of one that the other lacks
 * is the reason why they are not. A figure that is bounded or undated shares that term with none.
 */
function termsOf(values: Values, comparedUnit: string, length: string | undefined): string[] {
  const unit = String(values.unit);
  const counts = textOf(values.counts) ?? "";
  const bound = textOf(values.bound) ?? "EXACT";
  const occurrences = [counts, unit].find((one) => one.endsWith("次")) ?? "";
  const counted = counts === unit || counts === occurrences ? "" : counts;
  const own = String(values.id);
  return [
    `UNIT=${comparedUnit}`,
    `SCOPE=${occurrences}`,
    `COUNTED=${counted}`,
    `PERIOD_LENGTH=${length ?? `undated ${own}`}`,
    `BOUND=${bound === "EXACT" ? bound : `${bound} ${own}`}`,
    `STATUS=${firmness(textOf(values.status) ?? "STATED")}`,
  ];
}

/** Derived properties of an observation's row. */
export function deriveObservation(values: Values, subjectKind: string | undefined): Record<string, Json> {
  const period = textOf(values.period);
  const span = period === undefined ? undefined : spanOfPeriod(period);
  const length = span === undefined ? undefined : lengthOf(span);
  const days = span === undefined ? "" : `${span.start}/${span.end}`;
  const normalised = typeof values.normalisedValue === "number";
  const exact = (textOf(values.bound) ?? "EXACT") === "EXACT";
  const comparedUnit = (normalised ? textOf(values.normalisedUnit) : undefined) ?? String(values.unit);
  const terms = termsOf(values, comparedUnit, length);
  const metricPeriod = `${String(values.metric)}|${days}`;
  return {
    comparedValue: (normalised ? values.normalisedValue : values.value) ?? null,
    comparedUnit,
    firmness: firmness(textOf(values.status) ?? "STATED"),
    ...(span === undefined ? {} : { periodStart: span.start, periodEnd: span.end }),
    ...(span === undefined ? { undated: true } : {}),
    ...(length === undefined ? {} : { periodLength: length }),
    ...(subjectKind === undefined ? {} : { subjectKind }),
    metricPeriod,
    ...(exact && span !== undefined ? { cohort: [metricPeriod, ...terms].join("|") } : {}),
    terms,
  };
}

/** Derived properties of an entity's row: by which day it had been founded; what bounds a condition. */
export function deriveEntity(values: Values): Record<string, Json> {
  const [founded, earliest, latest] = [values.founded, values.earliest, values.latest].map(textOf);
  const bounds = boundsEn(values);
  return {
    ...(founded === undefined ? {} : { foundedBy: spanOfDate(founded).end }),
    ...(earliest === undefined ? {} : { earliestDay: spanOfDate(earliest).start }),
    ...(latest === undefined ? {} : { latestDay: spanOfDate(latest).end }),
    ...(bounds === undefined ? {} : { boundsEn: bounds }),
  };
}

/**
 * Derived properties of a relation's row. `since` tells when it began, else `year`; a re-examination passed in
 * `renewedIn` tells that it had begun by then. Without `until`, a term in years counted from the last of those
 * tells until when it holds for certain; what came after the term is not known.
 * @param term years after which a certification is re-examined
 */
export function deriveRelation(values: Values, term?: number): Record<string, Json> {
  const [year, renewed] = [textOf(values.year), textOf(values.renewedIn)];
  const since = textOf(values.since) ?? year;
  const until = textOf(values.until);
  const begun = since ?? renewed;
  const examined = renewed ?? since?.slice(0, 4);
  const lapse = term === undefined || examined === undefined ? undefined : `${Number(examined) + term}-01-01`;
  const certain = until === undefined ? lapse : spanOfDate(until).start;
  const [opens, closes] = [textOf(values.opens), textOf(values.closes)];
  return {
    ...(opens === undefined ? {} : { opensDay: spanOfDate(opens).start }),
    ...(closes === undefined ? {} : { closesDay: spanOfDate(closes).end }),
    ...(since === undefined ? {} : { startEarliest: spanOfDate(since).start }),
    ...(begun === undefined ? {} : { startLatest: spanOfDate(begun).end }),
    ...(certain === undefined ? {} : { endEarliest: certain }),
    ...(until === undefined ? {} : { endLatest: spanOfDate(until).end }),
  };
}
