// What two records of an enterprise may have in common, and the features by which they are compared.

/** An enterprise as a list or the graph has it. */
export interface MatchRecord {
  readonly name: string;
  /** Other names that it has now. */
  readonly aliases?: readonly string[];
  readonly formerNames?: readonly string[];
  /** Unified social credit code. */
  readonly creditCode?: string;
  readonly stockCode?: string;
  /** The region that it is in, as a name: 无锡市, 锡山区. */
  readonly region?: string;
  /** The park that it is in, as a name. */
  readonly park?: string;
}

/** A credit code as it is compared; empty where there is none. */
export const creditCodeOf = ({ creditCode = "" }: MatchRecord): string =>
  creditCode.normalize("NFKC").trim().toUpperCase();

/** A stock code without the exchange that is written with it: 600584.SH, sz000581. */
export const stockCodeOf = ({ stockCode = "" }: MatchRecord): string =>
  stockCode
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replace(/^(?:SH|SZ|BJ|HK|SSE|SZSE)[\s.:]*(?=\d)|(?<=\d)[\s.]*(?:SH|SS|SZ|BJ|HK|OC|NQ)$/gu, "");

/** What speaks for or against two records being one enterprise. */
export const featureNames = [
  "CREDIT_CODE",
  "STOCK_CODE",
  "NAME",
  "FORMER_NAME",
  "CORE",
  "SHORT_NAME",
  "SOUND",
  "SPELLING",
  "ABBREVIATION",
  "LEGAL_FORM",
  "PLACE",
  "PLACE_IN_BRACKETS",
  "GROUP",
  "BRANCH",
  "TRADE",
  "BRAND",
  "BRACKETS",
  "REGION",
  "PARK",
] as const;

export type FeatureName = (typeof featureNames)[number];

/** One thing compared: what each of the two has, and what it adds to the score. */
export interface Feature {
  readonly feature: FeatureName;
  readonly own: string;
  readonly other: string;
  /** Above 0 it speaks for one enterprise, below 0 against. */
  readonly weight: number;
}

/** SAME: one enterprise. REVIEW: a person is to say. NEW: two. */
export type Verdict = "SAME" | "REVIEW" | "NEW";

export interface MatchScore {
  /** From 0 to 1. */
  readonly score: number;
  readonly verdict: Verdict;
  readonly features: readonly Feature[];
}

/** From these scores on two records are one enterprise, or may be. */
export const [sameFrom, reviewFrom] = [0.9, 0.5] as const;

export function verdictOf(score: number): Verdict {
  if (score >= sameFrom) return "SAME";
  return score >= reviewFrom ? "REVIEW" : "NEW";
}
