// What a calculation knows of a figure, and which of several figures one that was asked for by its subject, metric and
// period means. Pure: the graph gives the facts (cypher/figures.asked.cypher).

/** A figure, or the money of a measure, as the graph tells it. */
export interface Fact {
  /** The place of the operand among those asked for. */
  readonly place: number;
  readonly id: string;
  readonly kind: "OBSERVATION" | "MEASURE";
  readonly name: string;
  /** In the normalised unit. */
  readonly value: number | null;
  readonly unit: string;
  readonly statedValue: number | null;
  readonly statedUnit: string;
  readonly yearOnYear: number | null;
  readonly metric: string | null;
  readonly subject: string | null;
  readonly period: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly bound: string;
  readonly status: string;
  /** FACT for what is stated or follows from the context, else its status. */
  readonly firmness: string;
  /** What another figure must have in common with it, as `REASON=value` (src/load/derive.ts). */
  readonly terms: readonly string[];
  /** Ids of the figures that it is a part of. */
  readonly wholes: readonly string[];
  /** Ids of what its subject is part of or lies in. */
  readonly areas: readonly string[];
  /** Ids of figures that a conflict declares not comparable with it. */
  readonly conflicts: readonly string[];
  /** Codes of metrics whose figures may be set beside it. */
  readonly comparable: readonly string[];
}

/** An operand as it is asked for: a figure by id, by subject and metric, a measure, or a number. */
export interface Asked {
  readonly id?: string;
  /** Figures of the same subject and metric as this one. */
  readonly peer?: string;
  readonly subject?: string;
  readonly metric?: string;
  /** First and last day, with a slash between. */
  readonly period?: string;
  readonly status?: string;
  readonly number?: number;
  readonly unit?: string;
  readonly take?: "VALUE" | "YEAR_ON_YEAR";
  /** Which of the candidates is meant: those asked for, the one before the first operand, its target's latest actual. */
  readonly role?: "FIGURE" | "EARLIER" | "ACTUAL";
}

const firmnessOrder = ["FACT", "FORECAST", "TARGET"];
const byFirmness = (fact: Fact): number => firmnessOrder.indexOf(fact.firmness);

/** The value of a term, such as that of SCOPE. */
export function termOf(fact: Fact, name: string): string {
  return fact.terms.find((term) => term.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

function isWithin(fact: Fact, period: string | undefined): boolean {
  if (period === undefined) return true;
  const [first = "", last = ""] = period.split("/");
  return fact.start !== null && fact.end !== null && fact.start >= first && fact.end <= last;
}

const days = (fact: Fact): string => `${fact.start}/${fact.end}`;

/** What an operand means: one figure, or none, or figures that differ. */
export interface Chosen {
  readonly fact: Fact | undefined;
  /** Other figures that are meant as much and differ. */
  readonly others: readonly Fact[];
}

/**
 * The figure that is meant: facts before forecasts and targets unless `status` says otherwise, one of just the period
 * before those that lie in it, the latest, a total before its parts.
 */
export function choose(candidates: readonly Fact[], asked: Asked): Chosen {
  if (asked.id !== undefined) return { fact: candidates.find((one) => one.id === asked.id), others: [] };
  const fitting = candidates
    .filter((one) => isWithin(one, asked.period))
    .filter(
      (one) => asked.status === undefined || one.status === asked.status || one.firmness === asked.status,
    );
  const ids = new Set(fitting.map((one) => one.id));
  const totals = fitting.filter((one) => !one.wholes.some((whole) => ids.has(whole)));
  const rank = (one: Fact): readonly (number | string)[] => [
    byFirmness(one),
    asked.period !== undefined && days(one) !== asked.period ? 1 : 0,
    one.end === null ? 1 : 0,
  ];
  const sorted = [...totals].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    const at = a.findIndex((part, index) => part !== b[index]);
    if (at !== -1) return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
    if (one.end !== other.end) return (one.end ?? "") > (other.end ?? "") ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
  const [fact] = sorted;
  if (fact === undefined) return { fact, others: [] };
  const others = sorted.filter(
    (one) =>
      one !== fact &&
      one.firmness === fact.firmness &&
      days(one) === days(fact) &&
      (one.value !== fact.value || one.unit !== fact.unit),
  );
  return { fact, others };
}
