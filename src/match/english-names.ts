// Names in English whose brand is another word than the Chinese one: Great Wall Motor and 长城汽车, Trina Solar and 天合光能.

import { placedCore } from "../text/name-keys.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { citiesAndProvinces } from "../text/places.ts";
import { brandsCalled, calledInEnglish } from "./english-brands.ts";
import { english, tradesIn, tradesOf } from "./english-trades.ts";
import { local } from "./local-places.ts";
import { sound } from "./skeleton.ts";
import { tradeSaid } from "./trade-said.ts";
import { tradesFarApart } from "./trades.ts";

/** What a Chinese name may begin with: its brand without letters before it (SK海力士), or all but its legal form. */
const beginnings = (parts: ParsedName): string[] =>
  [parts.brand.replace(/^[a-z]+/u, ""), parts.core, placedCore(parts)].filter((text) => text !== "");

let cities: ReadonlySet<string> | undefined;

/** Whether a word is how a city or province is read. */
function isCity(word: string): boolean {
  cities ??= new Set(citiesAndProvinces().map(sound));
  return cities.has(word);
}

/** Whether a name is that of the one national company of its trade: 中国石油化工. */
const isOfTrade = (han: ParsedName): boolean =>
  han.brand.length < 3 && han.trade !== "" && han.places.some(({ stem }) => stem === "中国");

/** The keys by which the English name of a Chinese brand, or of a national company called by its trade, is found. */
export const englishKeys = (han: ParsedName): string[] => [
  ...new Set(beginnings(han).flatMap(calledInEnglish)),
  ...(isOfTrade(han) ? tradesIn(han.brand + han.trade).map((trade) => `trade ${trade}`) : []),
];

/** The keys by which a name in English that says a trade alone is found. */
export const englishTradeKeys = (words: readonly string[]): string[] =>
  words.length > 1 && words.every((word) => english.has(word))
    ? tradesOf(words).map((trade) => `trade ${trade}`)
    : [];

/** How many words a brand has at the most. */
const mostWords = 3;

/** Whether words beside the brand say nothing against a name: not another city, not another trade. */
function fits(beside: readonly string[], han: ParsedName): boolean {
  const places = local(han.places).map(({ stem }) => sound(stem));
  const named = beside.filter(isCity);
  if (places.length > 0 && named.some((city) => !places.includes(city))) return false;
  const left = beside.filter((word) => !named.includes(word));
  if (left.length === 0) return !tradesFarApart("", han.trade);
  const said = tradeSaid(left, han);
  return said.not === 0 || said.fits > said.not;
}

/** Whether a name says nothing but the trade of one that is called by it alone: China Petroleum & Chemical, 中国石油化工. */
function isNationalTrade(words: readonly string[], han: ParsedName): boolean {
  return isOfTrade(han) && words.length > 1 && tradeSaid(words, han).fits === words.length;
}

/** Whether the brand of a name in English is one that the Chinese name begins with, and its trade and place fit. */
export function isCalledInEnglish(words: readonly string[], han: ParsedName): boolean {
  if (isNationalTrade(words, han)) return true;
  const own = beginnings(han);
  // The brand stands first, or behind one word: a city, or letters.
  for (const from of [0, 1])
    for (let to = Math.min(words.length, from + mostWords); to > from; to--) {
      const brands = brandsCalled(words.slice(from, to).join(""));
      if (!brands.some((brand) => own.some((text) => text.startsWith(brand)))) continue;
      return fits([...words.slice(0, from), ...words.slice(to)], han);
    }
  return false;
}
