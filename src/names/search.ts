// Search: candidates by every way in which a name may be meant, compared and ranked by one piece of code.
import { setImmediate as othersTurn } from "node:timers/promises";
import { IndustryGraphError } from "../errors.ts";
import { longestName } from "../ontology/characters.ts";
import type { Kind } from "../ontology/model.ts";
import { kindNames } from "../ontology/model.ts";
import type { GraphStore, Hit, ReadOptions, SearchOptions } from "../store/port.ts";
import { type AskedText, newAsked } from "../text/asked-text.ts";
import { askedTokens } from "../text/near.ts";
import { normaliseName } from "../text/normalise.ts";
import { byScore, type Ranked, rankHits } from "../text/rank.ts";
import { otherTexts } from "../text/search-text.ts";
import { otherTerms } from "../text/terms.ts";
import { searchFigures } from "./figures.ts";
import { namedEntities } from "./resolve.ts";
import { searchTold } from "./told.ts";
import { keptWithin, widely } from "./within.ts";
import { anyWord, mayLack, rankWords, withMissing } from "./words.ts";

export interface Search {
  readonly text: string;
  readonly kinds?: readonly Kind[];
  readonly first: number;
  /** The entity to which a hit belongs, or to a part of which. */
  readonly within?: string;
  /** Whether what belongs to its parts is left out. */
  readonly direct?: boolean;
}

/** Candidates of each way at the least that are ranked; more where more hits are wanted. */
const candidates = 100;

const limitOf = ({ first }: Search): number => Math.max(candidates, first * 2);

/** From here on a name is meant as it stands, or nearly: what is looser is not looked for. */
const [clear, likely] = [0.6, 0.45];

type Store = Pick<GraphStore, "read" | "search">;

/** All that has the text within its names, sounds like it, or is called so but for what may be left off. */
async function closeCandidates(
  store: Store,
  asked: AskedText,
  search: Search,
  options: ReadOptions,
): Promise<Hit[]> {
  const { text, kinds } = search;
  const own = kinds ?? kindNames;
  const parts = [...new Map(own.map((kind) => [asked.parts(kind).core, asked.parts(kind)])).values()];
  const within: SearchOptions = { kinds, limit: limitOf(search) };
  const found = await Promise.all([
    namedEntities(store, [{ text, kinds: kinds ?? [] }], options),
    store.search(text, within, options),
    ...otherTexts(text).map((other) => store.search(other, within, options)),
    store.search(askedTokens(parts, true).join(" "), { ...within, near: true }, options),
  ]);
  return found.flat();
}

/** What has all characters of the text, in whatever order; what begins as its brand does; its terms written otherwise. */
async function looserCandidates(
  store: Store,
  asked: AskedText,
  search: Search,
  options: ReadOptions,
): Promise<Hit[]> {
  const { normal } = asked;
  const within: SearchOptions = { kinds: search.kinds, limit: limitOf(search) };
  const apart = (text: string): Promise<Hit[]> => store.search([...new Set(text)].join(" "), within, options);
  const { core } = asked.parts("Enterprise");
  const found = await Promise.all([
    normal.length <= 16 ? apart(normal) : [],
    ...(core.length > 1 ? [store.search(core.slice(0, 2), within, options)] : []),
    ...otherTerms(normal).map(apart),
  ]);
  return found.flat();
}

/** What shares some neighbouring characters with the text: the last resort for a phrase. */
function phraseCandidates(
  store: Store,
  { normal }: AskedText,
  { kinds }: Search,
  options: ReadOptions,
): Promise<Hit[]> {
  const pairs = Array.from({ length: Math.min(30, normal.length - 1) }, (_, at) => normal.slice(at, at + 2));
  return store.search(pairs.join(" "), { kinds, limit: candidates, any: true }, options);
}

const unique = (hits: readonly Hit[]): Hit[] => [...new Map(hits.map((hit) => [hit.id, hit])).values()];

/** Each entity once, by the best of its scores. */
function bestOf(ranked: readonly Ranked[]): Ranked[] {
  const best = new Map<string, Ranked>();
  for (const one of [...ranked].sort(byScore)) if (!best.has(one.id)) best.set(one.id, one);
  return [...best.values()];
}

/** Candidates compared before others get their turn: one takes some twentieth of a millisecond. */
const comparedAtOnce = 100;

/** Ranks candidates as `rankHits` does, a few at a time, so that thousands hold nobody up. */
async function rankInTurns(text: string, hits: readonly Hit[]): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (let at = 0; at < hits.length; at += comparedAtOnce) {
    if (at > 0) await othersTurn();
    ranked.push(...rankHits(text, hits.slice(at, at + comparedAtOnce)));
  }
  return ranked;
}

/** Hits of a text whose terms are written otherwise count a little less. */
async function rankOtherwise(asked: AskedText, hits: readonly Hit[]): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (const text of otherTerms(asked.normal))
    for (const one of await rankInTurns(text, hits))
      ranked.push({ ...one, score: Math.round((one.score - 0.05) * 1_000) / 1_000 });
  return ranked;
}

/** The entities that a text may name, best first. */
export async function searchNames(
  store: Store,
  search: Search,
  options: ReadOptions = {},
): Promise<Ranked[]> {
  const { text, kinds, first } = search;
  const asked = newAsked(text);
  if (asked.normal === "" || first < 1 || kinds?.length === 0) return [];
  const [hits, figures] = await Promise.all([
    closeCandidates(store, asked, search, options),
    kinds === undefined || kinds.includes("Observation") ? searchFigures(store, text, options) : [],
  ]);
  let ranked = bestOf([...figures, ...(await rankInTurns(text, unique(hits)))]);
  if ((ranked[0]?.score ?? 0) < clear && asked.han && asked.normal.length > 2 && asked.terms.length === 1) {
    const more = unique([...hits, ...(await looserCandidates(store, asked, search, options))]);
    ranked = bestOf([...figures, ...(await rankInTurns(text, more)), ...(await rankOtherwise(asked, more))]);
    if ((ranked[0]?.score ?? 0) < likely && asked.normal.length > 3)
      ranked = bestOf([...ranked, ...rankHits(text, await phraseCandidates(store, asked, search, options))]);
  }
  return ranked.slice(0, first);
}

/** Below what has all words of a text there is what has most of them. */
const lacking = 0.34;

/** All hits, those short for a text of which they lack words behind what has them all: 吴中集团 of 吴中 智改数转. */
function behindWords({ terms }: AskedText, named: readonly Ranked[], worded: readonly Ranked[]): Ranked[] {
  const all = worded.some(({ missing }) => missing === undefined);
  const lacks = ({ reason, matched }: Ranked): boolean =>
    reason === "ABBREVIATION" && !terms.every((term) => normaliseName(matched).includes(term));
  return [
    ...named.map((one) => (all && lacks(one) ? { ...one, score: Math.min(one.score, lacking) } : one)),
    ...worded,
  ];
}

/** What was found of a text of several words, with the words that each lacks; what has half of them, where nothing was. */
async function withoutSome(
  store: Store,
  asked: AskedText,
  ranked: readonly Ranked[],
  known: readonly Hit[] | undefined,
  within: SearchOptions,
  options: ReadOptions,
): Promise<Ranked[]> {
  if (asked.terms.length < 2) return [...ranked];
  if (ranked.length > 0 && !ranked.some((one) => mayLack(asked, one))) return [...ranked];
  const hits = known ?? (await anyWord(store, asked, within, options));
  return ranked.length === 0 ? rankWords(asked, hits, false) : withMissing(asked, hits, ranked);
}

/**
 * The entities that a text may mean, best first: those it may name, then those of which it is told. What is told
 * loosely is looked for only where neither is clear.
 * @throws IndustryGraphError BAD_ARGUMENT where the text is blank, or longer than a name may be
 */
export async function searchEntities(
  store: Store,
  search: Search,
  options: ReadOptions = {},
): Promise<Ranked[]> {
  const { text, kinds, first } = search;
  if (text.trim() === "")
    throw new IndustryGraphError("BAD_ARGUMENT", "A blank text looks for nothing: give a name or a phrase.");
  // What a text is compared with is as long as a name: to take longer ones apart would hold all others up.
  if (text.length > longestName)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `A text that is looked for has ${longestName} characters at the most, and this one has ${text.length}: give a name or a phrase of it.`,
    );
  if (first < 1 || kinds?.length === 0) return [];
  const { within, direct = false } = search;
  if (direct && within === undefined)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      "direct needs what it is about: give within, or leave it out.",
    );
  const wide = within === undefined ? search : { ...search, first: widely };
  const candidates: SearchOptions = { kinds, limit: limitOf(wide) };
  const told = (loosely: boolean): Promise<Ranked[]> => searchTold(store, text, loosely, candidates, options);
  const [named, exactly] = await Promise.all([searchNames(store, wide, options), told(false)]);
  const found = [...named, ...exactly];
  const asked = newAsked(text);
  // Of words that stand apart a name that has but some is not yet what is meant: 吴中集团 for 吴中 智改数转.
  const enough = asked.terms.length > 1 ? clear : likely;
  const isClear = found.some(({ score }) => score >= enough);
  // What has the words in one place is sought before what has most of them, wherever.
  const loosely = isClear
    ? undefined
    : await Promise.all([told(true), anyWord(store, asked, candidates, options)]);
  const worded = rankWords(asked, loosely?.[1] ?? [], true);
  const ranked = bestOf([...behindWords(asked, found, worded), ...(loosely?.[0] ?? [])]);
  const all = await withoutSome(store, asked, ranked, loosely?.[1], candidates, options);
  if (within === undefined) return all.slice(0, first);
  const looked = { text, normal: asked.normal, kinds };
  return (await keptWithin(store, { within, direct }, looked, all, options)).slice(0, first);
}
