// Entities by their names, codes and ids, as bytes outside the heap of objects: hundreds of thousands are known, and each
// row of a file adds one.
import { newFingerprints } from "../packed/fingerprints.ts";
import { newPackedRows } from "../packed/packed-rows.ts";
import { newPackedTexts } from "../packed/packed-texts.ts";

export interface EntityIndex<E extends { readonly id: string }> {
  /** Adds an entity under keys; under each there is one of an id. */
  add(entity: E, keys: Iterable<string>): void;
  /** The entities that have a key, in the order in which they were added. */
  withKey(key: string): readonly E[];
  has(id: string): boolean;
  /** The first one added that has an id. */
  get(id: string): E | undefined;
}

const none: readonly never[] = [];

/** An empty index. */
export function newEntityIndex<E extends { readonly id: string }>(): EntityIndex<E> {
  const entities = newPackedRows<E>();
  const byId = newFingerprints();
  /** By a key the last link of its chain; a link names an entity and the link before it, -1 being none. */
  const chains = newFingerprints();
  const [links, before] = [[] as number[], [] as number[]];

  function withKey(key: string): readonly E[] {
    let link = chains.get(key) ?? -1;
    if (link === -1) return none;
    const found: E[] = [];
    for (; link !== -1; link = before[link] ?? -1) found.push(entities.at(links[link] ?? 0));
    return found.reverse();
  }

  return {
    add(entity, keys) {
      const place = entities.add(entity);
      // Who was not known is under no key yet.
      const known = byId.add(entity.id, place) !== undefined;
      for (const key of keys) {
        if (known && withKey(key).some(({ id }) => id === entity.id)) continue;
        before.push(chains.get(key) ?? -1);
        chains.set(key, links.push(place) - 1);
      }
    },
    withKey,
    has: (id) => byId.get(id) !== undefined,
    get(id) {
      const place = byId.get(id);
      return place === undefined ? undefined : entities.at(place);
    },
  };
}

/** A table from texts to texts, as bytes. */
export interface TextTable {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** An empty table. What is set again leaves the text before behind: it is for what is seldom. */
export function newTextTable(): TextTable {
  const places = newFingerprints();
  const texts = newPackedTexts();
  const get = (key: string): string | undefined => {
    const place = places.get(key);
    return place === undefined ? undefined : texts.at(place);
  };
  return {
    get,
    set(key, value) {
      if (get(key) !== value) places.set(key, texts.add(value));
    },
  };
}
