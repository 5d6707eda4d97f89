// Whether one name is short for another: characters picked out of it in order, or a piece of it that stands whole.
import { placedCore } from "./name-keys.ts";
import { numbersIn } from "./normalise.ts";
import type { ParsedName } from "./parse-name.ts";
import { hasHan } from "./pinyin.ts";
import { lettersOf } from "./places.ts";

/** What a short name counts that is picked out of a long one, before what speaks for or against it. */
const picked = 0.52;

/** Into how many runs of neighbours a short text falls within a long one, from a beginning on; 0 where it is not in it. */
function runsIn(short: string, long: string): number {
  let [runs, at, last] = [0, 0, -2];
  for (const character of short) {
    // Neighbours first: what is together in the short name is so in the long one where it can be.
    const next = long[last + 1] === character ? last + 1 : long.indexOf(character, at);
    if (next === -1) return 0;
    if (next !== last + 1) runs += 1;
    [last, at] = [next, next + 1];
  }
  return runs;
}

/** What a name is with its place as a letter: 皖新华传媒 of 安徽新华传媒, 粤高速公路 of 广东高速公路. */
export const lettered = ({ places, core, brand, trade }: ParsedName): string[] =>
  [...new Set(places.filter(({ level }) => level > 0).flatMap(lettersOf))].map(
    (letter) => letter + (brand === "" ? trade : core),
  );

/**
 * Whether a place with a trade is short for the same place with what nobody knows for a trade: 抚顺特钢 for 抚顺特殊钢,
 * 无锡市政集团 for 无锡市政公用产业集团.
 */
const isTradeOf = ({ places, trade }: ParsedName, long: ParsedName): boolean =>
  places.length > 0 &&
  trade[0] === long.core[0] &&
  (trade.at(-1) === long.core.at(-1) || long.core.startsWith(trade));

/** 迈瑞医疗 of 深圳迈瑞生物医疗电子股份有限公司: characters picked out in order, the first of them the brand's first. */
export function abbreviates(short: ParsedName, long: ParsedName): number {
  // The letter of a share is no part of what it is called: 粤高速A.
  const isCore = short.form !== "" || short.normal.replace(/[a-z]$/u, "") === short.core;
  const text = isCore ? short.core : short.normal;
  // Two characters are too few, but for 上汽集团 and the like, which tell that there is more.
  const least = short.form === "" ? 3 : 2;
  if (text.length < least || text.length >= long.normal.length || !hasHan(text)) return 0;
  // What has nothing but a place and a trade is short for nobody who has a brand.
  if (short.brand === "" && long.brand !== "" && !isTradeOf(short, long)) return 0;
  const whole = [long.core, placedCore(long), long.normal].filter((form) => form.length > text.length);
  // Where a place stands for the brand in both, what is picked is picked from the trade: 无锡城发集团.
  const trade =
    short.places.length > 0 && long.brand === "" && long.trade.length > text.length ? [long.trade] : [];
  const starts = [...whole, ...trade, ...lettered(long).filter((form) => form.length >= text.length)];
  let best = 0;
  for (const form of starts) {
    if (form[0] !== text[0]) continue;
    const runs = runsIn(text, form);
    if (runs === 0 || runs > Math.max(2, text.length - 1)) continue;
    const score = picked + 0.05 * (text.length / form.length) - 0.015 * (runs - 1);
    best = Math.max(best, score + (form.slice(0, 2) === text.slice(0, 2) ? 0.03 : 0));
  }
  return best;
}

/** A short name that stands whole within a longer one, or begins it: 同花顺 in 浙江核新同花顺网络信息股份有限公司. */
export function standsWithin(short: ParsedName, long: ParsedName): number {
  if (short.brand === "" || short.core.length >= long.core.length) return 0;
  if (long.core.startsWith(short.core) && short.form !== "") return 0.55;
  return short.core.length > 2 && long.core.includes(short.core) ? 0.5 : 0;
}

/** Whether one name is picked out of the other, or stands whole within it: from 0 for not at all to about 0.6. */
export function abbreviationOf(short: ParsedName, long: ParsedName): number {
  if (numbersIn(short.normal) !== numbersIn(long.normal)) return 0;
  return Math.max(abbreviates(short, long), standsWithin(short, long));
}
