// A text that is looked for, taken apart once for all the names that it is compared with.

import { partsOf } from "./name-keys.ts";
import { isLegalForm } from "./name-words.ts";
import { normaliseName, numbersIn } from "./normalise.ts";
import type { ParsedName } from "./parse-name.ts";
import { hasHan } from "./pinyin.ts";
import { otherTexts, searchTerms } from "./search-text.ts";

export interface AskedText {
  readonly text: string;
  readonly normal: string;
  /** The words between white space. */
  readonly terms: readonly string[];
  /** Whether it has Chinese characters. */
  readonly han: boolean;
  /** In Latin letters, each way in which they may be meant as pinyin. */
  readonly latin: readonly string[];
  /** Whether it is nothing but a legal form. */
  readonly isForm: boolean;
  /** Taken apart as names of a kind are. */
  parts(kind: string): ParsedName;
  /** Which share of its neighbouring characters are neighbours in a name as well. */
  shareOf(name: string): number;
  /** Whether each of its words stands in one of the names. */
  allIn(names: readonly string[]): boolean;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index++) pairs.add(text.slice(index, index + 2));
  return pairs;
}

/** Takes a text apart that somebody looks for. */
export function newAsked(text: string): AskedText {
  const normal = normaliseName(text);
  const terms = searchTerms(text);
  const han = hasHan(normal);
  const byKind = new Map<string, ParsedName>();
  const pairs = pairsOf(normal);
  const others = han ? [] : otherTexts(text).map((other) => other.replaceAll(" ", ""));
  return {
    text,
    normal,
    terms,
    han,
    latin: [...new Set([normal, ...others])],
    isForm: isLegalForm(normal),
    parts(kind) {
      const known = byKind.get(kind) ?? partsOf(kind, text, true);
      byKind.set(kind, known);
      return known;
    },
    shareOf(name) {
      const own = normaliseName(name);
      // 企业2000 is no other 企业2001, however much they share.
      if (numbersIn(normal) !== "" && numbersIn(normal) !== numbersIn(own)) return 0;
      return pairs.size === 0 ? 0 : [...pairs].filter((pair) => own.includes(pair)).length / pairs.size;
    },
    allIn(names) {
      const own = names.map(normaliseName);
      return terms.length > 1 && terms.every((term) => own.some((name) => name.includes(term)));
    },
  };
}
