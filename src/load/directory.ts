// The entities of a folder by id and by name, kept small: a load of millions needs only this of them in memory.
import { kindOfId } from "../ontology/model.ts";
import { newFingerprints } from "../packed/fingerprints.ts";
import { newPackedTexts } from "../packed/packed-texts.ts";
import { nameKey } from "../text/normalise.ts";
import { newInts } from "./ints.ts";

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
  /** Makes room at once for so many entities, and for the names of so many of them. */
  reserve(count: number, named: number): void;
  /** Adds an entity; without a name it is known by its id alone. */
  add(id: string, name?: string): void;
  /** Makes an entity known under one more name. @returns whether another bears it already */
  addName(id: string, name: string): boolean;
}

/** In place of a place: known by its id alone, of which no text is kept. Figures are the most of a large folder. */
const nameless = -1;

/** An empty directory. */
export function newDirectory(): GrowingDirectory {
  const places = newFingerprints();
  const [ids, names] = [newPackedTexts(), newPackedTexts()];
  const byName = newFingerprints();
  /**
   * Where a name has several entities: links of a chain, each a place and the link before. The table then holds the
   * last link, negative.
   */
  const namesakes = newInts();

  /** Adds a link and gives what the table holds for it. */
  function link(at: number, before: number): number {
    namesakes.push(at);
    namesakes.push(before);
    return -(namesakes.length / 2);
  }

  const lastOf = (held: number): number => (held < 0 ? namesakes.at((-held - 1) * 2) : held);

  /** The places of a name as the table holds it, in the order in which they came. */
  function placesOf(held: number): number[] {
    if (held >= 0) return [held];
    const found: number[] = [];
    for (let one = held; one < 0; one = namesakes.at((-one - 1) * 2 + 1)) found.push(lastOf(one));
    return found.reverse();
  }

  /** Keeps the texts of an entity and gives its place among them. */
  function place(id: string, name: string): number {
    const at = ids.add(id);
    names.add(name);
    places.set(id, at);
    return at;
  }

  function addName(id: string, name: string): boolean {
    const before = places.get(id);
    if (before === undefined) return false;
    const [at, key] = [before === nameless ? place(id, "") : before, nameKey(name)];
    const known = byName.get(key);
    if (known === undefined) {
      byName.set(key, at);
      return false;
    }
    // The names of an entity come one after another: a name that it has twice is last its own.
    if (lastOf(known) === at) return false;
    byName.set(key, link(at, known < 0 ? known : link(known, 0)));
    return true;
  }

  function named(name: string, kinds: readonly string[]): string[] {
    const known = byName.get(nameKey(name));
    if (known === undefined) return [];
    const found = placesOf(known);
    return found.map((at) => ids.at(at)).filter((id) => kinds.includes(kindOfId(id) ?? ""));
  }

  return {
    has: (id) => places.get(id) !== undefined,
    nameOf(id) {
      const at = places.get(id);
      if (at === undefined) return undefined;
      return at === nameless ? id : names.at(at) || id;
    },
    named,
    resolve(reference, kinds) {
      if (places.get(reference) !== undefined) return reference;
      const found = named(reference, kinds);
      return found.length === 1 ? found[0] : undefined;
    },
    reserve(count, withNames) {
      places.reserve(count);
      byName.reserve(withNames);
    },
    add(id, name = "") {
      if (places.get(id) !== undefined) return;
      if (name === "") places.set(id, nameless);
      else place(id, name);
    },
    addName,
  };
}
