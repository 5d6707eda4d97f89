// Names that differ in their numbers alone, of which lists have thousands (第1…第2000): the first ones of such a family
// are indexed as others are, further ones together with their numbers, so that a row is compared with few of them.
import { partsOf } from "../text/name-keys.ts";
import { numbersOf } from "./numbered.ts";
import type { MatchRecord } from "./record.ts";

/** So many of a family are found by each other. */
const mostOfFamily = 20;

/** Keys that name one record, or nearly: they are never put together with numbers. */
const isExact = (key: string): boolean => /^(?:code|stock|name) /u.test(key);

const withNumbers = (key: string, numbers: string): string => `${key} #${numbers}`;

const numbersIn = (name: string) => numbersOf(partsOf("Enterprise", name).normal);

export interface Families {
  /** The keys under which a known record is indexed, of all those that it has. */
  stored(record: MatchRecord, keys: ReadonlySet<string>): Iterable<string>;
}

/** Counts those of each family that are known. */
export function newFamilies(): Families {
  const counts = new Map<string, number>();
  return {
    stored(record, keys) {
      const { rest, numbers } = numbersIn(record.name);
      // Who has other names is found by these too.
      const others = (record.aliases?.length ?? 0) + (record.formerNames?.length ?? 0);
      if (numbers === "" || others > 0) return keys;
      const count = (counts.get(rest) ?? 0) + 1;
      counts.set(rest, count);
      if (count <= mostOfFamily) return keys;
      return [...keys].map((key) => (isExact(key) ? key : withNumbers(key, numbers)));
    },
  };
}

/** The keys under which members of families are looked for, beside those of all others. */
export function numberedKeys(names: readonly string[], keys: ReadonlySet<string>): string[] {
  const numbers = new Set(names.map((name) => numbersIn(name).numbers));
  numbers.delete("");
  return [...numbers].flatMap((some) =>
    [...keys].filter((key) => !isExact(key)).map((key) => withNumbers(key, some)),
  );
}
