// The two languages in which an import speaks to a terminal.
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";

export type Language = "zh" | "en";

/** One of two texts. */
export const inWords = (language: Language, zh: string, en: string): string => (language === "zh" ? zh : en);

/** An error in the language wanted, where its words are known in that: else as it is. */
export const errorInWords = (language: Language, error: unknown): unknown =>
  language === "zh" && isIndustryGraphError(error) && error.zh !== undefined
    ? new IndustryGraphError(error.code, error.zh, error.details, { cause: error })
    : error;
