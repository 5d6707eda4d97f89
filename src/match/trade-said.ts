// What English words after a brand say of the trade of a Chinese name.
import type { ParsedName } from "../text/parse-name.ts";
import { english } from "./english-trades.ts";
import { sound } from "./skeleton.ts";

/** What the words after the brand say of the trade: how many can be it, how many are known and are not. */
export function tradeSaid(
  words: readonly string[],
  { normal }: ParsedName,
): { readonly fits: number; readonly not: number } {
  let [fits, not] = [0, 0];
  const read = sound(normal);
  for (const word of words) {
    const pattern = english.get(word);
    const said = pattern === undefined ? normal.includes(word) || read.includes(word) : pattern.test(normal);
    if (said) fits += 1;
    else if (pattern !== undefined) not += 1;
  }
  return { fits, not };
}
