// What may have been meant by a name that stands for nothing: the nearest that search finds, and whoever is called as the
// brand of an enterprise begins.
import { longestName } from "../ontology/characters.ts";
import type { GraphStore, Hit, ReadOptions } from "../store/port.ts";
import { partsOf } from "../text/name-keys.ts";
import { lettersOnly } from "../text/normalise.ts";
import { misspeltFor } from "./misspelt.ts";
import { type AskedName, namedEntities, type Suggest } from "./resolve.ts";
import { searchNames } from "./search.ts";

/** How many are told, and from which score on. */
const told = 3;
const least = 0.3;

/** Lengths of what a short name may be of a brand with trades that are not known: 百度 of 百度网讯, 瑞可达 of 瑞可达连接系统. */
const [shortest, longest] = [2, 5];

/** Enterprises that are called as the brand begins, those of the longest name first. */
async function shorterNames(
  store: Pick<GraphStore, "read">,
  { text, kinds }: AskedName,
  options: ReadOptions,
): Promise<Hit[]> {
  if (kinds.length > 0 && !kinds.includes("Enterprise")) return [];
  const { brand } = partsOf("Enterprise", text, true);
  const beginnings: string[] = [];
  for (let length = Math.min(longest, brand.length - 1); length >= shortest; length--)
    beginnings.push(brand.slice(0, length));
  const asked = beginnings.map((one): AskedName => ({ text: one, kinds: ["Enterprise"] }));
  const hits = await namedEntities(store, asked, options);
  return beginnings.flatMap((one) =>
    hits.filter(({ name, aliases }) => [name, ...aliases].some((own) => lettersOnly(own) === one)),
  );
}

/** Tells the nearest entities of the kinds that a name may be of, written a little otherwise, short for it or longer. */
export function suggestNames(store: Pick<GraphStore, "read" | "search">): Suggest {
  return async (name, options) => {
    const { text, kinds } = name;
    if (text.length > longestName) return [];
    const own = kinds.length === 0 ? undefined : kinds;
    const hits = await searchNames(store, { text, kinds: own, first: told }, options);
    const found = hits.filter(({ score }) => score >= least).map(({ id }) => id);
    const shorter = found.length < told ? await shorterNames(store, name, options) : [];
    const asked = found.map((id) => ({ text: id, kinds }));
    const known = new Map(
      [...shorter, ...(found.length === 0 ? [] : await namedEntities(store, asked, options))].map((hit) => [
        hit.id,
        hit,
      ]),
    );
    const near = [...new Set([...found, ...shorter.map(({ id }) => id)])].slice(0, told).flatMap((id) => {
      const hit = known.get(id);
      return hit === undefined ? [] : [{ id, kind: hit.kind, name: hit.name }];
    });
    return near.length > 0 ? near : (await misspeltFor(store, name, options)).slice(0, told);
  };
}
