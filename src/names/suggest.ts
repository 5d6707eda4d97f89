// What may have been meant by a name that stands for nothing: the nearest that search finds.
import type { GraphStore } from "../store/port.ts";
import { rankHits } from "../text/rank.ts";
import type { Suggest } from "./resolve.ts";

/** Candidates taken from full text, and how many of them are told. */
const candidates = 100;
const told = 3;

/** Tells the nearest entities of the kinds that a name may be of. */
export function suggestNames(store: Pick<GraphStore, "search">): Suggest {
  return async ({ text, kinds }, options) => {
    const wanted = kinds.length === 0 ? undefined : kinds;
    const hits = await store.search(text, { kinds: wanted, limit: candidates }, options);
    const known = new Map(hits.map((hit) => [hit.id, hit]));
    return rankHits(text, hits)
      .slice(0, told)
      .flatMap(({ id }) => {
        const hit = known.get(id);
        return hit === undefined ? [] : [{ id, kind: hit.kind, name: hit.name }];
      });
  };
}
