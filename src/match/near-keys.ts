// Keys by which names are found that are written a little wrong: those of search, but for the many that lead to nothing. Of a
// brand of two syllables another one makes another brand more often than a slip: names that only share the half of theirs,
// and the trade, are looked at in one place, or where few share them. One that lacks the half, has it twice or the two swapped
// always is.
import { askedTokens, nearTokens, soundToken, unitsOf } from "../text/near.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { hasHan } from "../text/pinyin.ts";

interface Halved {
  /** Without the one or the other syllable of the brand. */
  readonly halves: readonly string[];
  /** With the two in one order, however they are written, and the halves with the place. */
  readonly keys: readonly string[];
}

/** What tells nothing where many have it. */
const sharedHalf = "shared half ";

/** Of what is shared by more, none is looked at. */
const mostSharing = 8;

/** So many records may have a key for them to be looked at; undefined for keys that are looked at whoever has them. */
export const mostOf = (key: string): number | undefined =>
  key.startsWith(sharedHalf) ? mostSharing : undefined;

/** The sounds of a name whose brand has two syllables; undefined for others. */
function halved({ core, brand, places }: ParsedName): Halved | undefined {
  if (brand.length !== 2 || !hasHan(core) || !core.startsWith(brand) || core.length < 3) return undefined;
  const units = unitsOf(core);
  if (units.length !== core.length) return undefined;
  const [first = "", second = "", ...rest] = units;
  const trade = rest.join("");
  const halves = [soundToken(second + trade), soundToken(first + trade)];
  const place = places.at(-1)?.stem;
  return {
    halves,
    keys: [
      `swapped ${[first, second].sort().join(" ")} ${trade}`,
      ...halves.map((half) => `${sharedHalf}${half}`),
      ...(place === undefined ? [] : halves.map((half) => `${place} ${half}`)),
    ],
  };
}

/** The keys under which a known name is found by its sound. */
export function storedNearKeys(parts: readonly ParsedName[]): string[] {
  const known = parts.flatMap((one) => halved(one) ?? []);
  const halves = new Set(known.flatMap((one) => one.halves));
  const tokens = nearTokens(parts)
    .split(" ")
    .filter((token) => token !== "");
  return [
    ...tokens.map((token) => (halves.has(token) ? `half ${token}` : `near ${token}`)),
    ...known.flatMap(({ keys }) => keys),
  ];
}

/** The keys under which a known name may be that sounds as the one asked for. */
export function askedNearKeys(one: ParsedName): string[] {
  const own = halved(one);
  return [
    ...askedTokens([one]).map((token) => `near ${token}`),
    // What is written whole may be the half of what is known: a character is missing.
    ...(hasHan(one.core) ? [`half ${soundToken(unitsOf(one.core).join(""))}`] : []),
    ...(own?.keys ?? []),
  ];
}
