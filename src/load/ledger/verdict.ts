// What comes out of a check, and how a computed value is judged against the one stated.
import { tidy } from "./figure.ts";
import { compare, type Interval, map, widen } from "./interval.ts";
import { inBoth, type Language, type Told } from "./told.ts";

export type Outcome = "HOLDS" | "FAILS" | "UNDECIDED" | "NOT_COMPARABLE";

/** The result of a check. Numbers are in `unit`, a normalised one, and absent where nothing was computed. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly expected?: number;
  readonly actual?: number;
  /** Actual less expected. */
  readonly difference?: number;
  readonly unit?: string;
  /** Why, in a sentence. */
  readonly reason: string;
  readonly reasonZh: string;
}

/** A computed value beside the one stated, each as the figures say it and as their bounds allow. */
export interface Judged {
  readonly actual: number;
  readonly actualRange: Interval;
  readonly expected: number;
  readonly expectedRange: Interval;
  readonly unit: string;
  /** Relative difference accepted. */
  readonly tolerance: number;
  /** Absolute difference accepted besides: half a unit of the last decimal stated. */
  readonly rounding?: number;
  /** What was computed, in words up to the result: `75 家 + 80 家 = `. */
  readonly computing: Told;
  /** What the sources state, in words. */
  readonly stating: Told;
  readonly write: (value: number, language: Language) => string;
}

/** An interval in words: `155 家`, `at least 30 家`, `151 家 to 159 家`. */
function inWords({ low, high }: Interval, write: Judged["write"], language: Language): string {
  const [least, most] = [write(low, language), write(high, language)];
  const [from, to, between] =
    language === "en" ? ["at least ", "at most ", " to "] : ["不少于", "不超过", "至"];
  if (low === high) return least;
  if (high === Number.POSITIVE_INFINITY) return `${from}${least}`;
  return low === Number.NEGATIVE_INFINITY ? `${to}${most}` : `${least}${between}${most}`;
}

/** A reason as a verdict has it. */
export const reasons = ({ en, zh }: Told): Pick<Verdict, "reason" | "reasonZh"> => ({
  reason: en,
  reasonZh: zh,
});

export const undecided = (why: Told): Verdict => ({ outcome: "UNDECIDED", ...reasons(why) });
export const notComparable = (why: Told): Verdict => ({ outcome: "NOT_COMPARABLE", ...reasons(why) });

/**
 * HOLDS where all values that the figures allow lie within what is stated, made wider by the tolerance; FAILS where
 * none does; UNDECIDED where some do.
 */
export function judge(judged: Judged): Verdict {
  const { expected, unit, write } = judged;
  const actual = tidy(judged.actual);
  const difference = tidy(actual - expected);
  const range = map(judged.actualRange, tidy);
  const outcome = compare(range, widen(judged.expectedRange, judged.tolerance, judged.rounding));
  const made = inBoth((language) => `${judged.computing[language]}${inWords(range, write, language)}`);
  const far = inBoth((language) => write(Math.abs(difference), language));
  const { stating } = judged;
  const why = {
    HOLDS: {
      en: `${made.en}, as stated: ${stating.en}.`,
      zh: `${made.zh}，与所述的${stating.zh}相符。`,
    },
    FAILS: {
      en: `${made.en}, but stated is ${stating.en}: ${far.en} ${difference < 0 ? "less" : "more"}.`,
      zh: `${made.zh}，而所述为${stating.zh}：${difference < 0 ? "少" : "多"}${far.zh}。`,
    },
    UNDECIDED: {
      en: `${made.en}, stated is ${stating.en}: the bounds leave it open.`,
      zh: `${made.zh}，所述为${stating.zh}：所给界限不足以判定。`,
    },
  };
  return { outcome, expected, actual, difference, unit, ...reasons(why[outcome]) };
}
