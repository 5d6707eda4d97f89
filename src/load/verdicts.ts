// What came of each target and forecast, derived of the figures before they are stored. Knows the rule and no store;
// keeps targets and the one figure that decides each, no other rows.
import { deriveObservation, isPlan } from "./derive.ts";
import { normalise } from "./normalise.ts";
import { newTexts, ownText } from "./own-text.ts";
import type { Stored } from "./rows.ts";

type Verdict = "REACHED" | "MISSED" | "UNDECIDED" | "OPEN";

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly bound: string;
  /** The last day of its period; undefined where it has none. */
  readonly end: string | undefined;
  readonly days: string;
  /** Whether smaller is better. */
  readonly downward: boolean;
  /** What another figure must have in common to be compared, but for bound and firmness. */
  readonly terms: string;
}

interface Target extends Figure {
  /** Comparable figures of the earliest period that ends with the target's or after. */
  nearest: readonly Figure[];
}

/** Gathers targets first, then what was stated; gives what came of each target. */
export interface Verdicts {
  /** Whether there is any target: else no fact needs to be read. */
  readonly any: boolean;
  /** A row of observations.csv. Facts are passed over. */
  target(values: Stored, subject: string, metricUnit: string | undefined): void;
  /** A row of observations.csv, once all targets have been seen. Targets are passed over. */
  fact(values: Stored, subject: string, metricUnit: string | undefined): void;
  /** What came of the target of an id; undefined for all else. */
  of(id: string): Verdict | undefined;
}

const none: readonly Figure[] = [];

function figureOf(values: Stored, metricUnit: string | undefined): Figure {
  const normal = normalise(values, metricUnit);
  const own: Stored =
    "problem" in normal ? values : { ...values, normalisedValue: normal.value, normalisedUnit: normal.unit };
  const derived = deriveObservation(own, undefined);
  const bound = String(values.bound ?? "EXACT");
  const terms = derived.terms as string[];
  return {
    id: String(values.id),
    value: Number(derived.comparedValue),
    bound,
    end: derived.periodEnd as string | undefined,
    days: String(derived.metricPeriod),
    downward: bound === "AT_MOST" || derived.comparedUnit === "rank",
    terms: terms.filter((term) => !/^(BOUND|STATUS)=/.test(term)).join("|"),
  };
}

/** Whether a figure's bound leaves open if the value aimed at was attained: a lower bound can only show that it was. */
function isOpen(bound: string, met: boolean, downward: boolean): boolean {
  if (bound === "EXACT") return false;
  if (bound === "AT_LEAST") return met === downward;
  return bound === "AT_MOST" ? met !== downward : true;
}

/** The verdict on a target. Figures of one period that differ decide nothing. */
function judged({ value, downward, nearest }: Target): Verdict {
  const [first] = [...nearest].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (first === undefined) return "OPEN";
  if (nearest.some((other) => other.days === first.days && other.value !== first.value)) return "UNDECIDED";
  const met = downward ? first.value <= value : first.value >= value;
  if (isOpen(first.bound, met, downward)) return "UNDECIDED";
  return met ? "REACHED" : "MISSED";
}

export function newVerdicts(): Verdicts {
  const bySeries = new Map<string, Target[]>();
  const byId = new Map<string, Target>();
  // Of metrics, periods and terms there are few, and each stands in very many figures.
  const textOf = newTexts();
  /** A figure to keep. */
  const kept = ({ id, value, bound, end, days, downward, terms }: Figure): Target => ({
    id: ownText(id),
    value,
    bound: textOf(bound),
    end: end === undefined ? undefined : textOf(end),
    days: textOf(days),
    downward,
    terms: textOf(terms),
    nearest: none,
  });
  const seriesOf = (values: Stored, subject: string): string => `${String(values.metric)}|${subject}`;
  return {
    get any() {
      return byId.size > 0;
    },
    target(values, subject, metricUnit) {
      if (!isPlan(values)) return;
      const target = kept(figureOf(values, metricUnit));
      byId.set(target.id, target);
      const series = seriesOf(values, subject);
      const others = bySeries.get(series);
      if (others === undefined) bySeries.set(series, [target]);
      else others.push(target);
    },
    fact(values, subject, metricUnit) {
      if (isPlan(values)) return;
      const targets = bySeries.get(seriesOf(values, subject));
      if (targets === undefined) return;
      const figure = figureOf(values, metricUnit);
      for (const target of targets) {
        if (figure.end === undefined || target.end === undefined || figure.end < target.end) continue;
        if (figure.terms !== target.terms) continue;
        const known = target.nearest[0]?.end;
        if (known === undefined || figure.end < known) target.nearest = [kept(figure)];
        else if (figure.end === known) target.nearest = [...target.nearest, kept(figure)];
      }
    },
    of(id) {
      const target = byId.get(id);
      return target === undefined ? undefined : judged(target);
    },
  };
}
