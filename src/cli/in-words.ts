// The two languages in which an import speaks to a terminal.

export type Language = "zh" | "en";

/** One of two texts. */
export const inWords = (language: Language, zh: string, en: string): string => (language === "zh" ? zh : en);
