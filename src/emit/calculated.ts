// What is worked out of a list, and when it must not be: figures that differ in unit, scope, period or firmness make
// no sum.

import { isRate } from "../calculate/compare.ts";
import { boundOf } from "../calculate/outcome.ts";
import { cy, propertyOf } from "../cypher/template.ts";
import type { Expression, Variable } from "../cypher/tree.ts";
import type { Json, Row } from "../store/port.ts";
import { countedTwice, type FigureParts } from "./figure-parts.ts";

export interface Calculation {
  readonly function: "sum" | "average" | "least" | "most" | "percentile";
  readonly unit: string | undefined;
}

/** What the figures of a list have in common, or not. */
export interface FigureTerms {
  readonly units: readonly string[];
  /** Each figure's terms as `REASON=value`; equal ones once. */
  readonly terms: readonly (readonly string[])[];
  readonly metrics: number;
  /** Their periods as `start/end`; equal ones once. */
  readonly spans: readonly string[];
  /** Of sums, what may be counted twice. */
  readonly parts?: FigureParts;
}

/** Kinds of figures told apart at the most: more than this are not put together. */
const most = 200;

/** Columns that tell whether the figures in a variable fit, and what reads them. */
export function figureTerms(
  node: Variable,
  add: (value: Expression) => Variable,
): (at: (one: Variable) => Json) => FigureTerms {
  const list = (value: Expression): Variable => add(cy`collect(DISTINCT ${value})`);
  const units = list(propertyOf(node, "comparedUnit"));
  const terms = list(propertyOf(node, "terms"));
  const metrics = add(cy`count(DISTINCT ${propertyOf(node, "metric")})`);
  const spans = list(cy`${propertyOf(node, "periodStart")} + '/' + ${propertyOf(node, "periodEnd")}`);
  return (at) => ({
    units: at(units) as string[],
    terms: at(terms) as string[][],
    metrics: Number(at(metrics)),
    spans: at(spans) as string[],
  });
}

/** Reasons that keep figures from being set beside each other, and those that only keep them from being added. */
const ofAll = ["UNIT", "SCOPE", "STATUS"];
const ofSums = ["COUNTED", "PERIOD_LENGTH", "BOUND"];

/** Whether two of the periods have a day in common. */
function overlap(spans: readonly string[]): boolean {
  const sorted = spans
    .map((span) => span.split("/"))
    .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  return sorted.some(([start = ""], index) => index > 0 && start <= (sorted[index - 1]?.[1] ?? ""));
}

/** Why figures must not be put together; nothing where they may. */
export function reasonsOf(
  wanted: Calculation["function"],
  { units, terms, metrics, spans, parts }: FigureTerms,
): string[] {
  if (terms.length > most || spans.length > most) return ["SEVERAL"];
  const asked = wanted === "sum" ? [...ofAll, ...ofSums] : ofAll;
  const reasons = asked.filter((reason) => {
    const values = new Set(terms.map((own) => own.find((term) => term.startsWith(`${reason}=`)) ?? ""));
    return values.size > 1;
  });
  if (metrics > 1) reasons.unshift("METRIC");
  // Of one period there may be several subjects; of several, none may lie in another.
  if (wanted === "sum" && overlap(spans)) reasons.push("OVERLAP");
  if (wanted !== "sum" || parts === undefined) return reasons;
  reasons.push(...countedTwice(parts));
  // One rate is its own sum; several make none.
  if (parts.figures > 1 && units.some(isRate)) reasons.push("NOT_ADDITIVE");
  return reasons;
}

/** How figures bound what is worked out of them: each function rises, or stays, where a figure rises. */
function boundOfTerms(terms: FigureTerms["terms"]): string | null {
  const bounds = terms.flatMap((own) => own.filter((term) => term.startsWith("BOUND=")));
  return boundOf(bounds.map((term) => ({ bound: term.slice("BOUND=".length).split(" ")[0] ?? "" })));
}

/** The value as the response tells it: null where nothing is known, or where it must not be worked out. */
export function calculated(
  { function: wanted, unit }: Calculation,
  value: Json,
  count: number,
  known: number,
  terms: FigureTerms | undefined,
): Row {
  const reasons = terms === undefined ? [] : reasonsOf(wanted, terms);
  const told = known === 0 || reasons.length > 0 ? null : Number(Number(value).toPrecision(15));
  const own = terms === undefined ? unit : terms.units.length === 1 ? terms.units[0] : undefined;
  const bound = told === null || terms === undefined ? null : boundOfTerms(terms.terms);
  return { value: told, unit: own ?? null, bound, known, unknown: count - known, reasons };
}
