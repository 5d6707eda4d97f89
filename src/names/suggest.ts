// What may have been meant by a name that stands for nothing: the nearest that search finds.
import type { GraphStore } from "../store/port.ts";
import { namedEntities, type Suggest } from "./resolve.ts";
import { searchNames } from "./search.ts";

/** How many are told, and from which score on. */
const told = 3;
const least = 0.3;

/** Tells the nearest entities of the kinds that a name may be of, written a little otherwise or short for it. */
export function suggestNames(store: Pick<GraphStore, "read" | "search">): Suggest {
  return async ({ text, kinds }, options) => {
    const own = kinds.length === 0 ? undefined : kinds;
    const hits = await searchNames(store, { text, kinds: own, first: told }, options);
    const found = hits.filter(({ score }) => score >= least).map(({ id }) => id);
    if (found.length === 0) return [];
    const asked = found.map((id) => ({ text: id, kinds }));
    const known = new Map((await namedEntities(store, asked, options)).map((hit) => [hit.id, hit]));
    return found.flatMap((id) => {
      const hit = known.get(id);
      return hit === undefined ? [] : [{ id, kind: hit.kind, name: hit.name }];
    });
  };
}
