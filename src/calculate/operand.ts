// An operand of a calculation: a decimal with its unit, how it bounds the true value, and the figure it comes from.
import { readUnit, scale } from "../ontology/units.ts";
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
  readonly why: InWords;
}

/** A sentence in the two languages of readers. */
export interface InWords {
  readonly en: string;
  readonly zh: string;
}

export type Resolved = { readonly operand: Operand } | { readonly refusal: Refusal; readonly fact?: Fact };

const refuse = (reason: string, why: InWords, fact?: Fact): Resolved => ({ refusal: { reason, why }, fact });

/** How an operand is asked for, in words. */
export function inWords(asked: Asked): string {
  if (asked.id !== undefined) return asked.id;
  if (asked.peer !== undefined) return `a figure like ${asked.peer}`;
  return [asked.metric, `of ${asked.subject}`, asked.period, asked.status].filter(Boolean).join(" ");
}

/** The same in Chinese. */
export function inWordsZh(asked: Asked): string {
  if (asked.id !== undefined) return asked.id;
  if (asked.peer !== undefined) return `与${asked.peer}同类的数据`;
  return [asked.subject, asked.metric, asked.period, asked.status].filter(Boolean).join("，");
}

/** That several figures are meant as much as each other. */
export function severalDiffer(facts: readonly Fact[]): InWords {
  const ids = facts.map((one) => one.id);
  return {
    en: `${ids.join(", ")} differ: ask for one of them by id.`,
    zh: `${ids.join("、")}数值不同：请按编号选其一。`,
  };
}

function ofNumber(number: number, unit: string): Resolved {
  const counted = unit === "count" ? "" : peopleUnit(unit);
  const { normal = "count", factor = 1 } = readUnit(unit) ?? {};
  return {
    operand: {
      value: decimal(scale(number, factor)),
      unit: normal,
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
      return refuse(
        "NO_STATED_GROWTH",
        {
          en: `${fact.name} (${fact.id}) has no growth stated beside it.`,
          zh: `${fact.name}（${fact.id}）旁未述增速。`,
        },
        fact,
      );
    const value = decimal(fact.yearOnYear);
    const stated = { value, unit: "%" };
    return {
      operand: { value, unit: "per cent", stated, bound: "EXACT", status: fact.status, fact, counted: "" },
    };
  }
  if (fact.value === null || fact.statedValue === null)
    return refuse(
      "NO_FIGURE",
      { en: `${fact.name} (${fact.id}) states no sum.`, zh: `${fact.name}（${fact.id}）未述金额。` },
      fact,
    );
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
  if (fact === undefined)
    return refuse("NO_FIGURE", {
      en: `There is no figure: ${inWords(asked)}.`,
      zh: `没有这样的数据：${inWordsZh(asked)}。`,
    });
  if (others.length > 0) return refuse("SEVERAL", severalDiffer([fact, ...others]), fact);
  return ofFact(fact, asked.take);
}
