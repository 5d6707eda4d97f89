// What is indexed of an entity's names, and what is looked for: the same words on both sides.
import { isHan, lettersOnly, normaliseName, withoutAccents } from "./normalise.ts";
import type { ParsedName } from "./parse-name.ts";
import { hasHan, initials, otherReadings, syllables } from "./pinyin.ts";

/** Longest prefixes kept: of full pinyin in letters, of initials in letters. */
const longest = { pinyin: 24, initials: 12 } as const;

function prefixes(word: string, most: number): string[] {
  return Array.from({ length: Math.min(word.length, most) }, (_, index) => word.slice(0, index + 1));
}

function latinWords(name: string): string[] {
  return withoutAccents(name.normalize("NFKC"))
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** A name in normal form, and what people shorten it to: without legal form, without place, without brackets. */
export function formsOf({ normal, core, places, brand, trade, branch }: ParsedName): string[] {
  const own = brand + trade;
  const placed = own === "" ? normal : places.map(({ stem }) => stem).join("") + own + branch;
  return [...new Set([normal, placed, core + branch])].filter((form) => form.length > 1 || form === normal);
}

/**
 * The text to index for the names given, as written and taken apart: each name and short name in normal form, each of
 * its Chinese characters alone, its pinyin, its initials, and prefixes of those; separated by spaces.
 */
export function searchText(names: readonly string[], parts: readonly ParsedName[]): string {
  const words = new Set<string>();
  for (const [index, name] of names.entries()) {
    const own = parts[index];
    if (own === undefined || own.normal === "") continue;
    for (const form of formsOf(own)) {
      words.add(form);
      for (const character of form) if (isHan(character)) words.add(character);
      if (!hasHan(form)) continue;
      const full = syllables(form).join("");
      // What begins alike has the same prefixes: short names mostly begin as the name does.
      const known = words.has(full.slice(0, longest.pinyin));
      words.add(full);
      if (!known) for (const prefix of prefixes(full, longest.pinyin)) words.add(prefix);
      for (const prefix of prefixes(initials(form), longest.initials)) words.add(prefix);
    }
    if (hasHan(own.core)) {
      for (const reading of otherReadings(own.core))
        words.add(reading.join("")).add(reading.map((one) => one.slice(0, 1)).join(""));
    }
    for (const word of latinWords(name))
      for (const prefix of prefixes(word, longest.pinyin)) words.add(prefix);
  }
  return [...words].join(" ");
}

/** The words a text is looked for by: those between white space, in normal form. Empty where it has none. */
export function searchTerms(text: string): string[] {
  return [
    ...new Set(
      text
        .normalize("NFKC")
        .split(/\s+/)
        .map(normaliseName)
        .filter((term) => term !== ""),
    ),
  ];
}

/**
 * Other words that the same text may mean: syllables of pinyin written apart, ü as it is typed, words of a Latin name
 * that punctuation joins. Each is a text of its own to look for.
 */
export function otherTexts(text: string): string[] {
  const folded = text.normalize("NFKC").toLowerCase();
  if (hasHan(folded)) return [];
  const found = new Set<string>();
  const joined = lettersOnly(withoutAccents(folded));
  if (/\s/.test(folded.trim())) found.add(joined);
  const withV = lettersOnly(withoutAccents(folded.replace(/ü|u:|ǖ|ǘ|ǚ|ǜ/gu, "v")));
  found.add(withV).add(withV.replace(/([ln])u(?=[^aeino]|$|e(?![a-z]))/g, "$1v"));
  const apart = latinWords(text).join(" ");
  if (apart !== "") found.add(apart);
  const own = searchTerms(text).join(" ");
  return [...found].filter((one) => one !== "" && one !== own);
}

/**
 * Whether an indexed text has a term: as a word, or for Chinese within one. This one rule decides on every
 * engine what a candidate is; the engines' full text only narrows the choice.
 */
export function hasTerm(indexed: string, term: string): boolean {
  return hasHan(term) ? indexed.includes(term) : ` ${indexed} `.includes(` ${term}`);
}
