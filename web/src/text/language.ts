// The two languages of the pages. Chinese comes first; what is missing in one does not compile.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Title } from "../../../src/ontology/definitions.ts";
import { en } from "./en.ts";
import type { Texts } from "./texts.ts";
import { titlesByType, valueTitles } from "./values.ts";
import { zh } from "./zh.ts";

export type Language = "zh" | "en";

const dictionaries: Readonly<Record<Language, Texts>> = { zh, en };

export const LanguageContext = createContext<Language>("zh");

/** What a component needs to speak: the texts, a title in the language, the name of a value. */
export interface Speech {
  readonly language: Language;
  readonly text: Texts;
  readonly title: (title: Title) => string;
  /** A value of an enumeration, such as NATIONAL, in words; of which one, where that is known. */
  readonly value: (name: string | null | undefined, enumeration?: string) => string;
  readonly number: (value: number) => string;
}

const speeches = new Map<Language, Speech>();

/** How a language speaks. */
export function speechOf(language: Language): Speech {
  const made = speeches.get(language);
  if (made !== undefined) return made;
  const format = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 6 });
  const speech: Speech = {
    language,
    text: dictionaries[language],
    title: (title) => title[language],
    value: (name, enumeration) =>
      name == null ? "" : ((titlesByType[`${enumeration}.${name}`] ?? valueTitles[name])?.[language] ?? name),
    number: (value) => format.format(value),
  };
  speeches.set(language, speech);
  return speech;
}

/** The speech of the page. */
export function useSpeech(): Speech {
  return speechOf(useContext(LanguageContext));
}

/** The language asked for: by the address, else by what was chosen before. */
export function languageOf(search: URLSearchParams, chosen: string | undefined): Language {
  const asked = search.get("lang") ?? chosen;
  return asked === "en" ? "en" : "zh";
}
