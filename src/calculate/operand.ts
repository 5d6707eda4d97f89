// An operand of a calculation: a decimal with its unit, how it bounds the true value, and the figure it comes from.
import { type Decimal, decimal } from "./decimal.ts";
import { type Asked, choose, type Fact } from "./fact.ts";
import { peopleUnit } from "./people.ts";

export interface Operand {
  readonly value: Decimal;
  /** The normalised unit; for what a measure pays, yuan per enterprise. */
  readonly unit: string;
  /** As the source states it: 500 and 亿元. */
  readonly stated: { readonly value: Decimal; readonly unit: string };
  readonly bound: string;
  readonly status: string;
  /** Undefined for a number that the asker gave. */
  readonly fact: Fact | undefined;
  /** What one of it is, where it counts: enterprise, person, occasion. */
  readonly counted: string;
}

/** Why a calculation cannot be made, and in words for those who read it. */
export interface Refusal {
  readonly reason: string;
  readonly why: string;
}

export type Resolved = { readonly operand: Operand } | { readonly refusal: Refusal; readonly fact?: Fact };

const refuse = (reason: string, why: string, fact?: Fact): Resolved => ({ refusal: { reason, why }, fact });

/** How an operand is asked for, in words. */
export function inWords(asked: Asked): string {
  if (asked.id !== undefined) return asked.id;
  if (asked.peer !== undefined) return `a figure like ${asked.peer}`;
  return [asked.metric, `of ${asked.subject}`, asked.period, asked.status].filter(Boolean).join(" ");
}

function ofNumber(number: number, unit: string): Resolved {
  const counted = unit === "count" ? "" : peopleUnit(unit);
  return {
    operand: {
      value: decimal(number),
      unit: counted === "" ? unit : "count",
      stated: { value: decimal(number), unit },
      bound: "EXACT",
      status: "STATED",
      fact: undefined,
      counted,
    },
  };
}

/** The operand that a figure is, or why it is none. */
export function ofFact(fact: Fact, take: Asked["take"]): Resolved {
  if (take === "YEAR_ON_YEAR") {
    if (fact.yearOnYear === null)
      return refuse("NO_STATED_GROWTH", `${fact.name} (${fact.id}) has no growth stated beside it.`, fact);
    const value = decimal(fact.yearOnYear);
    const stated = { value, unit: "%" };
    return {
      operand: { value, unit: "per cent", stated, bound: "EXACT", status: fact.status, fact, counted: "" },
    };
  }
  if (fact.value === null || fact.statedValue === null)
    return refuse("NO_FIGURE", `${fact.name} (${fact.id}) states no sum.`, fact);
  return {
    operand: {
      value: decimal(fact.value),
      unit: fact.unit,
      stated: { value: decimal(fact.statedValue), unit: fact.statedUnit },
      bound: fact.bound,
      status: fact.status,
      fact,
      counted: fact.unit === "count" ? peopleUnit(fact.statedUnit) : "",
    },
  };
}

/** The operand that is asked for, of the candidates that the graph gave for it. */
export function resolve(candidates: readonly Fact[], asked: Asked): Resolved {
  if (asked.number !== undefined) return ofNumber(asked.number, asked.unit ?? "count");
  const { fact, others } = choose(candidates, asked);
  if (fact === undefined) return refuse("NO_FIGURE", `There is no figure: ${inWords(asked)}.`);
  if (others.length > 0)
    return refuse(
      "SEVERAL",
      `${[fact, ...others].map((one) => one.id).join(", ")} differ: ask for one of them by id.`,
      fact,
    );
  return ofFact(fact, asked.take);
}
