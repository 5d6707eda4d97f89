// The entities of a folder by id and by name, kept small: a load of millions needs only this of them in memory.
import { kindOfId } from "../ontology/model.ts";
import { nameKey } from "../text/normalise.ts";
import { newFingerprints } from "./fingerprints.ts";
import { newPackedTexts } from "./packed-texts.ts";

export interface Directory {
  has(id: string): boolean;
  /** The name of an entity, or undefined where there is none of that id. */
  nameOf(id: string): string | undefined;
  /** The ids of entities of one of the kinds that bear a name. */
  named(name: string, kinds: readonly string[]): string[];
  /** The id meant by a reference: an id, or an unambiguous name of one of the kinds. */
  resolve(reference: string, kinds: readonly string[]): string | undefined;
}

export interface GrowingDirectory extends Directory {
  /** Makes room for so many entities at once. */
  reserve(count: number): void;
  /** Adds an entity; without a name it is known by its id alone. */
  add(id: string, name?: string): void;
  /** Makes an entity known under one more name. */
  addName(id: string, name: string): void;
}

/** An empty directory. */
export function newDirectory(): GrowingDirectory {
  const places = newFingerprints();
  const [ids, names] = [newPackedTexts(), newPackedTexts()];
  const byName = newFingerprints();
  /** Where a name has several entities: their places. The table then holds the list's number, negative. */
  const namesakes: number[][] = [];

  function addName(id: string, name: string): void {
    const [place, key] = [places.get(id), nameKey(name)];
    if (place === undefined) return;
    const known = byName.get(key);
    if (known === undefined) byName.set(key, place);
    else if (known < 0) {
      const list = namesakes[-known - 1];
      if (list !== undefined && !list.includes(place)) list.push(place);
    } else if (known !== place) byName.set(key, -namesakes.push([known, place]));
  }

  function named(name: string, kinds: readonly string[]): string[] {
    const known = byName.get(nameKey(name));
    if (known === undefined) return [];
    const found = known < 0 ? (namesakes[-known - 1] ?? []) : [known];
    return found.map((place) => ids.at(place)).filter((id) => kinds.includes(kindOfId(id) ?? ""));
  }

  return {
    has: (id) => places.get(id) !== undefined,
    nameOf(id) {
      const place = places.get(id);
      return place === undefined ? undefined : names.at(place) || id;
    },
    named,
    resolve(reference, kinds) {
      if (places.get(reference) !== undefined) return reference;
      const found = named(reference, kinds);
      return found.length === 1 ? found[0] : undefined;
    },
    reserve(count) {
      places.reserve(count);
      byName.reserve(count);
    },
    add(id, name = "") {
      if (places.get(id) !== undefined) return;
      places.set(id, ids.add(id));
      names.add(name);
    },
    addName,
  };
}
