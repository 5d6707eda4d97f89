// What is indexed of an entity's names, and what is looked for: the same words on both sides.

import { shortNames } from "./names.ts";
import { isHan, normaliseName } from "./normalise.ts";
import { hasHan, initials, syllables } from "./pinyin.ts";

/** Longest prefixes kept: of full pinyin in letters, of initials in letters. */
const longest = { pinyin: 24, initials: 12 } as const;

function prefixes(word: string, most: number): string[] {
  return Array.from({ length: Math.min(word.length, most) }, (_, index) => word.slice(0, index + 1));
}

function latinWords(name: string): string[] {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/**
 * The text to index for the names given: each name and short name in normal form, each of its Chinese
 * characters alone, its pinyin, its initials, and prefixes of those; separated by spaces.
 */
export function searchText(names: readonly string[]): string {
  const words = new Set<string>();
  for (const name of names) {
    const normal = normaliseName(name);
    if (normal === "") continue;
    for (const form of [normal, ...shortNames(name)]) {
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
 * Whether an indexed text has a term: as a word, or for Chinese within one. This one rule decides on every
 * engine what a candidate is; the engines' full text only narrows the choice.
 */
export function hasTerm(indexed: string, term: string): boolean {
  return hasHan(term) ? indexed.includes(term) : ` ${indexed} `.includes(` ${term}`);
}
