// Search by words that stand apart: of an entity one may be in its name and another in what is told of it, and not all
// need be there. The last resort, where nothing has all of them in one place.
import { kindOf } from "../ontology/model.ts";
import type { GraphStore, Hit, ReadOptions, SearchOptions } from "../store/port.ts";
import type { AskedText } from "../text/asked-text.ts";
import { normaliseName } from "../text/normalise.ts";
import { hasHan, syllables } from "../text/pinyin.ts";
import { byScore, type Ranked } from "../text/rank.ts";
import { otherTerms } from "../text/terms.ts";
import { hasWord, sentencesOf, toldForm } from "../text/told-text.ts";

/** This share of the words must be there, or more. */
const half = 0.5;

/** How much less what attaches facts to things is worth. */
const lessForFacts = 0.05;

/** What an entity says of itself: its names, and what is told beside them by property. */
interface Said {
  readonly property?: string;
  readonly text: string;
  has(word: string): boolean;
}

function nameSaid(name: string): Said {
  const normal = normaliseName(name);
  const read = hasHan(normal) ? syllables(normal).join("") : "";
  const own = name.normalize("NFKC").toLowerCase();
  const words = own.split(/[^a-z0-9]+/).filter((word) => word !== "");
  return {
    text: name,
    has: (word) =>
      hasHan(word)
        ? normal.includes(word)
        : words.some((one) => one.startsWith(word)) || (word.length > 2 && read.startsWith(word)),
  };
}

const saidBy = ({ name, aliases, told = [] }: Hit): Said[] => [
  ...[name, ...aliases].map(nameSaid),
  ...told.flatMap(({ property, values }) =>
    values.flatMap(sentencesOf).map((text): Said => {
      const form = toldForm(text);
      return { property, text, has: (word) => hasWord(form, toldForm(word)) };
    }),
  ),
];

/** A word as it is asked for, and the ways to write it, its terms long or short: 小巨人 is 国家级专精特新. */
interface Word {
  readonly word: string;
  readonly ways: readonly string[];
}

const wordsOf = ({ terms }: AskedText): Word[] =>
  terms.map((word) => ({ word, ways: [word, ...otherTerms(normaliseName(word))] }));

const says = (said: Said, { ways }: Word): boolean => ways.some((way) => said.has(way));

const lengthOf = (words: readonly Word[]): number =>
  words.reduce((length, { word }) => length + word.length, 0);

/** The words of a text that an entity has, wherever. */
const wordsHad = (words: readonly Word[], all: readonly Said[]): Word[] =>
  words.filter((word) => all.some((said) => says(said, word)));

const textOf = (words: readonly Word[]): string[] => words.map(({ word }) => word);

/** An entity that has some of the words, ranked by how many and how near together. */
function rank(words: readonly Word[], hit: Hit): Ranked {
  const all = saidBy(hit);
  const had = wordsHad(words, all);
  const share = lengthOf(had) / lengthOf(words);
  const here = all.map((said) => ({ said, length: lengthOf(had.filter((word) => says(said, word))) }));
  const best = here.reduce((one, other) => (other.length > one.length ? other : one)).said;
  const together = Math.max(...here.map(({ length }) => length)) / lengthOf(words);
  const missing = textOf(words.filter((word) => !had.includes(word)));
  // What attaches facts to things is wanted less than the things.
  const less = kindOf(hit.kind).annotates === true ? lessForFacts : 0;
  const score = 0.2 + 0.15 * share + 0.05 * together - less;
  return {
    id: hit.id,
    score: Math.round(score * 1_000) / 1_000,
    reason: "WORDS",
    differences: [],
    matched: best.text,
    ...(best.property === undefined ? {} : { property: best.property }),
    ...(missing.length === 0 ? {} : { missing }),
  };
}

/** What has any of the words of a text in its names or in what is told of it. */
export async function anyWord(
  store: Pick<GraphStore, "search">,
  asked: AskedText,
  within: SearchOptions,
  options: ReadOptions,
): Promise<readonly Hit[]> {
  if (asked.terms.length < 2) return [];
  const otherwise = wordsOf(asked).flatMap(({ ways }) => ways.slice(1));
  const found = await Promise.all(
    [asked.terms.join(" "), ...otherwise].flatMap((text) => [
      store.search(text, { ...within, any: true }, options),
      store.search(text, { ...within, any: true, told: true }, options),
    ]),
  );
  return [...new Map(found.flat().map((hit) => [hit.id, hit])).values()];
}

/**
 * The entities that have more than half of the words of a text, best first; or those that have half of them: of two words
 * the one that nothing has is told beside what the other finds.
 */
export function rankWords(asked: AskedText, hits: readonly Hit[], isMore: boolean): Ranked[] {
  const words = wordsOf(asked);
  return hits
    .filter((hit) => {
      const share = wordsHad(words, saidBy(hit)).length / words.length;
      return isMore ? share > half : share >= half;
    })
    .map((hit) => rank(words, hit))
    .sort(byScore);
}

/** Whether what matched a text of several words may lack some of them. */
export const mayLack = (asked: AskedText, { matched, missing, reason }: Ranked): boolean =>
  missing === undefined &&
  reason !== "FIGURE" &&
  !wordsOf(asked).every((word) => says(nameSaid(matched), word));

/** Hits with the words that they lack, as far as they have others of them. */
export function withMissing(asked: AskedText, hits: readonly Hit[], ranked: readonly Ranked[]): Ranked[] {
  const words = wordsOf(asked);
  const known = new Map(hits.map((hit) => [hit.id, hit]));
  return ranked.map((one) => {
    const hit = known.get(one.id);
    if (hit === undefined || one.missing !== undefined || one.reason === "FIGURE") return one;
    const had = wordsHad(words, saidBy(hit));
    const missing = textOf(words.filter((word) => !had.includes(word)));
    return had.length === 0 || missing.length === 0 ? one : { ...one, missing };
  });
}
