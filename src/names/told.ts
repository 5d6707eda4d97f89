// Search in what is told of entities beside their names: functions of a platform, products, summaries, codes.
import { kindOf } from "../ontology/model.ts";
import type { GraphStore, Hit, ReadOptions, SearchOptions } from "../store/port.ts";
import { isLegalForm } from "../text/name-words.ts";
import { normaliseName } from "../text/normalise.ts";
import { byScore, type Ranked } from "../text/rank.ts";
import { type AskedTold, matchTold, newAskedTold } from "../text/told-text.ts";

/** What attaches facts to things is told of more than the things, and less wanted. */
const lessForFacts = 0.1;

function rankTold(asked: AskedTold, { id, kind, told = [] }: Hit): Ranked | undefined {
  const found = matchTold(asked, told);
  if (found === undefined) return undefined;
  const less = kindOf(kind).annotates === true ? lessForFacts : 0;
  const score = Math.round((found.score - less) * 1_000) / 1_000;
  return { id, ...found, score, reason: "CONTENT", differences: [] };
}

/** Pairs of characters that are looked for at once at the most. */
const mostPairs = 30;

/**
 * The entities of which a text is told, best first.
 * @param loosely whether most of a phrase, in whatever order, is enough
 */
export async function searchTold(
  store: Pick<GraphStore, "search">,
  text: string,
  loosely: boolean,
  within: SearchOptions,
  options: ReadOptions,
): Promise<Ranked[]> {
  const asked = newAskedTold(text);
  if (asked.form.length < 2 || isLegalForm(normaliseName(text))) return [];
  const own: SearchOptions = { ...within, told: true };
  if (loosely && (asked.terms.length > 1 || asked.pairs.length < 2)) return [];
  const hits = loosely
    ? await store.search(asked.pairs.slice(0, mostPairs).join(" "), { ...own, any: true }, options)
    : await store.search(asked.terms.join(" "), own, options);
  return hits.flatMap((hit) => rankTold(asked, hit) ?? []).sort(byScore);
}
