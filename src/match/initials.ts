// Short names that are put together of first characters: of a place and a trade (锡柴, 武钢, 南高齿), of a bank or a
// carrier (农行, 南航), and those of who works for one place of a national group (江苏移动, 无锡电信).

import { tradesAtEnd } from "../text/name-words.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { hasHan } from "../text/pinyin.ts";
import { lettersOf, type Place, placeAt } from "../text/places.ts";
import { local } from "./local-places.ts";
import { pickedFrom } from "./numbered.ts";
import { complete } from "./weights.ts";

/** What a short name keeps of its legal form. */
const shortForm = /(?:集团|股份|公司|总厂|厂)+$/u;

/** The words that a trade is put together from, the longest at the end first. */
function wordsOf(trade: string): string[] {
  const words: string[] = [];
  for (let rest = trade; rest !== ""; ) {
    const word = tradesAtEnd(rest)[0] ?? rest;
    words.unshift(word);
    rest = rest.slice(0, -word.length);
  }
  return words;
}

/** Characters by which a place is called in short names: its first and its letters. */
const headsOf = ({ stem }: Place): string[] => [
  stem.slice(0, 1),
  ...lettersOf({ stem, level: 2, within: [] }),
];

const isNational = ({ places, brand }: ParsedName): boolean =>
  brand === "国家" || places.some(({ stem }) => stem === "中国");

/** Trades of those who are called by their brand's first character and the trade's: 农行, 南航, 南网. */
const called = /(?:银行|航空|电网|证券|保险|铁路)$/u;

interface Units {
  readonly heads: ReadonlySet<string>;
  /** Of a brand that may not be left off: its first character. Empty where there is none. */
  readonly brand: string;
  /** First characters of the words of the trade, and the last of the last one. */
  readonly trade: readonly string[];
}

/** What a name's initials are picked from. */
function unitsOf(parts: ParsedName): Units {
  const words = wordsOf(parts.trade);
  const national = isNational(parts) ? ["中", "国"] : [];
  const brand = parts.brand === "国家" || !hasHan(parts.brand) ? "" : parts.brand.slice(0, 1);
  return {
    heads: new Set([...national, ...local(parts.places).flatMap(headsOf)]),
    brand,
    trade: words.length === 0 ? [] : [...words.map((word) => word.slice(0, 1)), parts.trade.slice(-1)],
  };
}

/** Trades of which every maker is one: they tell nothing. */
const general = new Set("科技 技术 实业 工业 发展 产业 制造 设备 装备 系统 国际 材料 新材料".split(" "));

/** Whether the brand's first character with one of the trade's is what a name is called by: 农行, 南航, 东锅. */
function isCalledSo(parts: ParsedName): boolean {
  if (parts.brand.length !== 2 || parts.trade === "") return false;
  if (called.test(parts.trade) || isNational(parts)) return true;
  return wordsOf(parts.trade).length === 1 && !general.has(parts.trade);
}

/** Whether characters are found one after the other among others. */
function inOrder(wanted: readonly string[], units: readonly string[]): boolean {
  let at = 0;
  for (const one of wanted) {
    at = units.indexOf(one, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Whether a short name is put together of the first characters of a whole one's place, brand and trade. */
export function isOfInitials(short: ParsedName, long: ParsedName): boolean {
  if (short.branch !== "" || long.branch !== "" || complete(short.form) || local(short.places).length > 0)
    return false;
  const [first = "", ...others] = short.normal.replace(shortForm, "");
  if (others.length === 0 || others.length > 3 || !hasHan(first)) return false;
  const { heads, brand, trade } = unitsOf(long);
  const [second = ""] = others;
  if (others.length === 1 && first === brand && isCalledSo(long)) return trade.includes(second);
  if (!heads.has(first)) return false;
  // A brand tells one from the others of its place and trade: it is never left off.
  if (brand === "") return inOrder(others, trade);
  return second === brand && others.length > 1 && inOrder(others.slice(1), trade);
}

const withoutCompany = (text: string): string =>
  text.replace(/(?:股份|有限责任|有限|责任)*公司|集团|[()]/gu, "");

const nationalHead = /^(?:中国|国家|国网|中石化|中石油)/u;
/** What may stand behind the place of a part of a national group. */
const behindPlace =
  /^[省市区县]?(?:局集团有限公司|局|分公司|支公司|分行|支行|有限公司|有限责任公司|股份有限公司|公司)$/u;

/** What a name of a part of a national group says of the group, where it is the part for the place; else undefined. */
function groupOf(normal: string, stem: string): string | undefined {
  const at = normal.indexOf(stem, 3);
  if (at === -1 || !nationalHead.test(normal) || !behindPlace.test(normal.slice(at + stem.length)))
    return undefined;
  return withoutCompany(normal.slice(0, at)).replace(/^(?:中国|国家)/u, "");
}

/** Whether a short name is the place and the trade of a part of a national group: 江苏移动, 无锡农行. */
export function isLocalPart(short: string, long: string): boolean {
  if (!nationalHead.test(long)) return false;
  const found = placeAt(short);
  if (found?.place.level === 0) return false;
  // What has another name than a place's is called by two or three characters: 金陵石化.
  const stems = found === undefined ? [short.slice(0, 2), short.slice(0, 3)] : [found.place.stem];
  return stems.some((stem) => {
    const trade = short.slice(found?.length ?? stem.length).replace(/(?:分?公司|集团|局)$/u, "");
    const group = trade.length < 2 ? undefined : groupOf(long, stem);
    return group !== undefined && (group.includes(trade) || pickedFrom(trade, group));
  });
}

/** Pairs of characters that short names of these kinds begin with. */
export function initialPairs(parts: ParsedName): string[] {
  const { heads, brand, trade } = unitsOf(parts);
  const seconds = brand === "" ? trade : [brand];
  const pairs = [...heads].flatMap((head) => seconds.map((second) => head + second));
  if (isCalledSo(parts)) pairs.push(...trade.map((second) => brand + second));
  if (parts.branch !== "" && nationalHead.test(parts.normal)) {
    pairs.push((placeAt(parts.branch)?.place.stem ?? parts.branch).slice(0, 2));
  }
  return pairs;
}
