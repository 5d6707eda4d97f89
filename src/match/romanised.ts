// Names written in Latin letters against Chinese ones: pinyin and English words (Wuxi Hongyuan Machinery Co., Ltd.), or
// the initials of a brand (BYD). Never more than a person is to say.
import { withoutLatinForms } from "../text/name-words.ts";
import { foldText } from "../text/normalise.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { hasHan, initials } from "../text/pinyin.ts";
import { isCalledInEnglish } from "./english-names.ts";
import { english, tradesIn, tradesOf } from "./english-trades.ts";
import {
  firstSound,
  hanSkeleton,
  isPinyin,
  latinSkeletons,
  plainSound,
  sound,
  soundsAsBrand,
} from "./skeleton.ts";
import { tradeSaid } from "./trade-said.ts";

/** Words that say nothing of whose name it is. */
const empty = new Set("and of the group china company co ltd limited inc corp corporation".split(" "));

/** Places whose English name is not how they are read. */
const writtenPlaces = [
  [/inner mongolia/u, "neimenggu"],
  [/hong ?kong/u, "xianggang"],
  [/\bmaca[uo]\b/u, "aomen"],
  [/\btibet\b/u, "xizang"],
  [/\bshaanxi\b/u, "shanxi"],
  [/\bharbin\b/u, "haerbin"],
] as const;

/** The words of a name that has no Chinese character, without legal forms; none of a name that has one. */
export function latinWords(name: string): string[] {
  if (hasHan(name)) return [];
  return writtenPlaces
    .reduce((text, [english, read]) => text.replace(english, read), withoutLatinForms(foldText(name)))
    .split(/[^a-z]+/u)
    .filter((word) => word !== "" && !empty.has(word))
    .map((word) => (isPinyin(word) && !english.has(word) ? plainSound(word) : word));
}

/** What the brand of a Chinese name may be: the whole, or of a long one, whose end may be a trade, its beginning. */
const brandsOf = (brand: string): string[] =>
  brand.length < 3 ? [brand] : [...new Set([brand, brand.slice(0, 2), brand.slice(0, 3)])];

/** What a Chinese name may begin with in Latin letters: its brand in pinyin, or the initials of that. */
export function romanBrands({ brand, trade, places }: ParsedName): string[] {
  // What has no brand is called by its place: 徐州工程机械集团.
  if (brand === "" && trade !== "") return places.slice(0, 1).map(({ stem }) => sound(stem));
  // A brand that is written in letters in Chinese names too: TCL科技.
  const written = /^[a-z]+/u.exec(brand)?.[0] ?? "";
  if (brand.length < 2 || !hasHan(brand)) return written.length > 1 ? [written] : [];
  const letters = initials(brand);
  return [...new Set(brandsOf(brand).map(sound)), ...(letters.length > 2 ? [letters] : [])];
}

/** How many words a brand is written in at the most: hong yuan, bi ya di. */
const mostWords = 4;

/** What the brand of a Latin name may be: its first words as one, with and without a place before them. */
export function latinBrands(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const from of [0, 1, 2])
    for (let to = from + 1; to <= Math.min(words.length, from + mostWords); to++) {
      const written = words.slice(from, to).join("");
      if (written.length > 2) found.add(written);
    }
  return [...found];
}

/** The words after those that are together one of the texts; undefined where they do not begin so. */
function after(words: readonly string[], texts: readonly string[]): readonly string[] | undefined {
  for (let to = Math.min(words.length, mostWords); to > 0; to--)
    if (texts.includes(words.slice(0, to).join(""))) return words.slice(to);
  return undefined;
}

/** Whether what follows the brand can be the trade: in pinyin, or in English of which the most is known to be it. */
function tellsTrade(words: readonly string[], han: ParsedName): boolean {
  const written = words.join("");
  if (written === "" || sound(han.trade).startsWith(written)) return true;
  const { fits, not } = tradeSaid(words, han);
  // Words that nobody knows say nothing against it: Special Steel Works.
  return fits > not || (fits + not === 0 && han.brand.length > 2);
}

/** The keys by which a name in Latin letters and one in Chinese whose brand it spells by its sound are found. */
export function skeletonKeys(words: readonly string[], han: ParsedName): string[] {
  if (words.length === 0) {
    const own = new Set(brandsOf(han.brand).flatMap((brand) => hanSkeleton(brand) ?? []));
    const places = ["", ...han.places.map(({ stem }) => sound(stem))];
    return [...own].flatMap((skeleton) => places.map((place) => `${skeleton} ${place}`));
  }
  // The brand stands first, or behind one place.
  const [first = "", second = ""] = words;
  return [
    ...latinSkeletons(first).map((own) => `${own} `),
    ...(isPinyin(first) ? latinSkeletons(second).map((own) => `${own} ${first}`) : []),
  ];
}

/** Of a Latin name that begins with a place, the brand behind it that says no Chinese syllables, and what follows. */
function behindPlace(
  words: readonly string[],
): { place: string; brand: string; others: readonly string[] } | undefined {
  const [place = "", brand = "", ...others] = words;
  return isPinyin(place) && brand.length > 2 && !isPinyin(brand) && !english.has(brand)
    ? { place, brand, others }
    : undefined;
}

/** The keys by which names with a brand of their own in either language are found: place, first sound and trade. */
export function soundKeys(words: readonly string[], han: ParsedName): string[] {
  const said = behindPlace(words);
  if (said !== undefined)
    return tradesOf(said.others).map((trade) => `${said.place} ${firstSound(said.brand)} ${trade}`);
  if (words.length > 0 || han.brand === "" || han.trade === "") return [];
  const places = han.places.filter(({ level }) => level > 1).map(({ stem }) => sound(stem));
  const trades = tradesIn(han.trade);
  return places.flatMap((place) => trades.map((trade) => `${place} ${firstSound(han.brand)} ${trade}`));
}

/** Whether a brand of its own in English may be the Chinese one: in one place, begun alike, in a trade that fits. */
function beginsAlike(words: readonly string[], han: ParsedName): boolean {
  const said = behindPlace(words);
  if (said === undefined || !han.places.some(({ stem }) => sound(stem) === said.place)) return false;
  if (firstSound(said.brand) !== firstSound(han.brand)) return false;
  const trades = tradesIn(han.trade);
  return (
    tradeSaid(said.others, han).not === 0 && tradesOf(said.others).some((trade) => trades.includes(trade))
  );
}

/** Whether a Latin brand sounds as the Chinese one, and every word that is known of the trade fits. */
function spellsBrand(words: readonly string[], han: ParsedName): boolean {
  const [brand = "", ...others] = words;
  if (!brandsOf(han.brand).some((own) => soundsAsBrand(brand, own))) return false;
  const { fits, not } = tradeSaid(others, han);
  return not === 0 && (fits > 0 || (others.length === 0 && han.brand.length > 2));
}

/** Whether a name in Latin letters may be that of a Chinese name. */
export function isRomanised(words: readonly string[], han: ParsedName): boolean {
  if (isCalledInEnglish(words, han)) return true;
  const places = han.places.map(({ stem }) => sound(stem));
  const rest = (some: readonly string[]): readonly string[] => {
    const without = after(some, places);
    return without === undefined ? some : rest(without);
  };
  const brands = romanBrands(han).filter((brand) => brand.length > 2);
  const named = han.brand === "" ? words : rest(words);
  const left = after(named, brands);
  if (left === undefined) return spellsBrand(named, han) || beginsAlike(words, han);
  if (han.brand === "" && left.length === 0) return false;
  return tellsTrade(
    left.filter((word) => !places.includes(word)),
    han,
  );
}
