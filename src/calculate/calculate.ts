// From the arguments of a field to what is asked of the graph, and from the facts it gives to the outcome.
import { IndustryGraphError } from "../errors.ts";
import { readUnit } from "../ontology/units.ts";
import { type Asked, choose, type Fact, termOf } from "./fact.ts";
import {
  inWords,
  inWordsZh,
  type Operand,
  ofFact,
  type Resolved,
  resolve,
  severalDiffer,
} from "./operand.ts";
import { type Calculated, refused } from "./outcome.ts";
import { peopleUnit } from "./people.ts";
import { earlierByChange, earlierByGrowth, growthOf, ratioOf, shareOf, towards } from "./quotients.ts";
import { differenceOf, productOf, sumOf } from "./sums.ts";

/** The calculations of the API, by the name of their field, and the operands each takes. */
export const operations = {
  sum: [],
  difference: ["figure", "minus"],
  ratio: ["figure", "to"],
  share: ["part", "whole"],
  product: ["figure", "times"],
  growth: ["figure", "from"],
  earlier: ["figure", "netChange"],
  towards: ["target", "actual"],
} as const;

export type Operation = keyof typeof operations;
type Arguments = Readonly<Record<string, unknown>>;

const mostOperands = 100;

function bad(message: string): never {
  throw new IndustryGraphError("BAD_ARGUMENT", message);
}

/** Lets a number that the asker gives pass. @throws IndustryGraphError where it cannot be one */
function checkNumber(name: string, number: number, unit: string = "count"): void {
  const read = readUnit(unit);
  if (read === undefined && peopleUnit(unit) === "")
    bad(
      `${name}: ${JSON.stringify(unit)} is no unit that is known: write one of docs/units.md, as 亿元, 万元, 家 or %.`,
    );
  // A change may be below 0.
  if (number < 0 && name === "times" && read?.mayBeNegative !== true)
    bad(`${name}: ${number} is below 0, which no number of things is.`);
}

/** One operand as the graph is asked for it. @throws IndustryGraphError where it names no figure, or several ways */
function askedOf(name: string, input: Arguments, days: (period: string) => string): Asked {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as Record<string, string>;
  const { observation, measure, subject, metric, period, status, number, unit, take } = given;
  const ways = [observation, measure, subject ?? metric, number].filter((way) => way !== undefined);
  if (ways.length !== 1)
    bad(
      `${name} needs one of observation, measure, subject with metric, or number; it has ${ways.length} of them.`,
    );
  if ((subject === undefined) !== (metric === undefined))
    bad(
      `${name} needs subject and metric together, such as {subject: "region:xishan", metric: "srdi-output"}.`,
    );
  if (subject === undefined && (period !== undefined || status !== undefined))
    bad(`${name}: period and status choose among the figures of a subject and metric; leave them out.`);
  if (unit !== undefined && number === undefined) bad(`${name}: unit belongs to number; leave it out.`);
  if (number !== undefined) checkNumber(name, Number(number), unit);
  const id = observation ?? measure;
  return {
    role: "FIGURE",
    ...(id === undefined ? {} : { id }),
    ...(subject === undefined || metric === undefined ? {} : { subject, metric }),
    ...(period === undefined ? {} : { period: days(period) }),
    ...(status === undefined ? {} : { status }),
    ...(number === undefined ? {} : { number: Number(number), unit: unit ?? "count" }),
    take: take === "YEAR_ON_YEAR" ? take : "VALUE",
  };
}

function summands(args: Arguments, days: (period: string) => string): Asked[] {
  const { figures, subjects, metrics, period, status } = args as Record<
    string,
    readonly string[] | null | undefined
  >;
  if (figures != null) {
    if (subjects != null || metrics != null || period != null || status != null)
      bad("sum takes figures, or subjects with metrics, period and status; not both.");
    return (figures as unknown as Arguments[]).map((one, index) => askedOf(`figures[${index}]`, one, days));
  }
  if (subjects == null || metrics == null) bad("sum needs figures, or subjects and metrics.");
  return subjects.flatMap((subject) =>
    metrics.map((metric) => askedOf("sum", { subject, metric, period, status }, days)),
  );
}

/** What the graph is asked for a calculation. */
export function asking(operation: Operation, args: Arguments, days: (period: string) => string): Asked[] {
  if (operation === "sum") {
    const all = summands(args, days);
    if (all.length > mostOperands) bad(`sum takes at most ${mostOperands} figures, not ${all.length}.`);
    if (all.length === 0) bad("sum needs at least one figure.");
    return all;
  }
  const [one, other] = operations[operation];
  const first = askedOf(one, args[one] as Arguments, days);
  const second = args[other] as Arguments | null | undefined;
  if (second != null) return [first, askedOf(other, second, days)];
  if (operation === "earlier") return [first];
  // What it is set against is found by the first: figures of the same subject and metric.
  const role = operation === "towards" ? "ACTUAL" : "EARLIER";
  if (first.id === undefined && first.subject === undefined) bad(`${one}: a number has no earlier figures.`);
  const { id, subject, metric } = first;
  return [first, id === undefined ? { subject, metric, role } : { peer: id, role }];
}

/** The figure that the first operand is set against: an earlier one of the same length of period. */
function against(first: Fact, candidates: readonly Fact[], role: string, acrossStatus: boolean): Resolved {
  const edge = role === "ACTUAL" ? first.end : first.start;
  const earlier = candidates.filter(
    (one) =>
      one.id !== first.id &&
      one.end !== null &&
      edge !== null &&
      one.end < edge &&
      ["UNIT", "SCOPE", "COUNTED", "PERIOD_LENGTH"].every(
        (term) => termOf(one, term) === termOf(first, term),
      ),
  );
  const alike = earlier.filter((one) => one.firmness === first.firmness);
  const pool =
    role === "ACTUAL"
      ? earlier.filter((one) => one.firmness !== "TARGET")
      : acrossStatus || alike.length === 0
        ? earlier
        : alike;
  const latest =
    role === "ACTUAL"
      ? pool
      : pool.filter(
          (one) =>
            one.end ===
            pool
              .map((other) => other.end ?? "")
              .sort()
              .at(-1),
        );
  const { fact, others } = choose(latest, {});
  if (fact === undefined) {
    const why = {
      en: `${first.name} (${first.id}): there is no earlier figure of the same subject and metric.`,
      zh: `${first.name}（${first.id}）：同一主体、同一指标没有更早的数据。`,
    };
    return { refusal: { reason: edge === null ? "UNDATED" : "NO_EARLIER", why } };
  }
  if (others.length > 0) {
    return { refusal: { reason: "SEVERAL", why: severalDiffer([fact, ...others]) }, fact };
  }
  return ofFact(fact, "VALUE");
}

/** The outcome of a calculation over what the graph gave. */
export function calculate(
  operation: Operation,
  asked: readonly Asked[],
  facts: readonly Fact[],
  acrossStatus: boolean,
): Calculated {
  const of = (place: number): Fact[] => facts.filter((fact) => fact.place === place);
  const resolved: Resolved[] = [];
  for (const [place, one] of asked.entries()) {
    const before = resolved[0];
    const first = before !== undefined && "operand" in before ? before.operand.fact : undefined;
    if (one.role === "FIGURE" || first === undefined) resolved.push(resolve(of(place), one));
    else resolved.push(against(first, of(place), one.role ?? "EARLIER", acrossStatus));
  }
  const refusals = resolved.flatMap((one) => ("refusal" in one ? [one.refusal] : []));
  const known = resolved.map((one): Operand | undefined => {
    if ("operand" in one) return one.operand;
    const told = one.fact === undefined ? undefined : ofFact(one.fact, "VALUE");
    return told !== undefined && "operand" in told ? told.operand : undefined;
  });
  const [first, second] = known;
  if (refusals.length > 0)
    return refused(refusals, known, {
      statedPercent: operation === "growth" ? (first?.fact?.yearOnYear ?? null) : null,
    });
  const operands = known.flatMap((one) => (one === undefined ? [] : [one]));
  if (first === undefined) {
    const why = { en: asked.map(inWords).join("; "), zh: asked.map(inWordsZh).join("；") };
    return refused([{ reason: "NO_FIGURE", why }], []);
  }
  if (operation === "sum") return sumOf(operands, acrossStatus);
  if (second === undefined) return earlierByGrowth(first);
  switch (operation) {
    case "difference":
      return differenceOf(first, second, acrossStatus);
    case "ratio":
      return ratioOf(first, second, acrossStatus);
    case "share":
      return shareOf(first, second, acrossStatus);
    case "product":
      return productOf(first, second);
    case "growth":
      return growthOf(first, second, acrossStatus);
    case "earlier":
      return earlierByChange(first, second, acrossStatus);
    case "towards":
      return towards(first, second);
  }
}
