// What is said of a check, in English and in Chinese.

export type Language = "en" | "zh";

/** A sentence, or a part of one, in both languages. */
export type Told = Readonly<Record<Language, string>>;

/** What differs in the words of its parts only. */
export const inBoth = (words: (language: Language) => string): Told => ({ en: words("en"), zh: words("zh") });

/** Several things in a row: `a and b`, `a、b`. */
export const listed = (names: readonly string[], language: Language): string =>
  names.join(language === "en" ? " and " : "、");
