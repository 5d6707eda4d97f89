// Names that no single part makes alike and that may be one enterprise's: institutes by their number, branches of one
// whose name is shortened, a brand with its trade in other words.
import type { ParsedName } from "../text/parse-name.ts";
import { placeAt } from "../text/places.ts";
import type { NamePart } from "./name-part.ts";
import { institutesRelate, pickedFrom } from "./numbered.ts";
import { isProductOf, tradesFarApart, tradesRelate } from "./trades.ts";
import {
  add,
  complete,
  local,
  type NameScore,
  placeText,
  placeWeight,
  type Weighing,
  weighForms,
} from "./weights.ts";

/** Institutes that are called by a number: the same, perhaps, or two. */
export function compareInstitutes(one: NamePart, other: NamePart): NameScore | undefined {
  if (one.institute === undefined || other.institute === undefined) return undefined;
  const relation = institutesRelate(one.institute, other.institute);
  if (relation === undefined) return undefined;
  const weight = { alike: 0.89, perhaps: 0.62, two: -1 }[relation];
  const feature = relation === "two" ? "BRANCH" : "ABBREVIATION";
  return {
    score: Math.max(0, weight),
    features: [{ feature, own: one.text, other: other.text, weight }],
  };
}

const withoutCountry = (text: string): string => text.replace(/^中国/u, "");

/** Branches called by one name of those whose names are short for each other: 建行无锡分行, 中石化无锡石油分公司. */
export function compareBranches({ parts: own }: NamePart, { parts: its }: NamePart): boolean {
  if (own.branch === "" || its.branch === "") return false;
  const branch = [own.branch, its.branch].find(
    (one) => placeAt(one) !== undefined && [own, its].every(({ normal }) => normal.endsWith(one)),
  );
  if (branch === undefined) return false;
  const [short = "", long = ""] = [own, its]
    .map(({ normal }) => normal.slice(0, -branch.length))
    .sort((a, b) => a.length - b.length);
  if (short.length < 2) return false;
  return pickedFrom(short, long) || pickedFrom(withoutCountry(short), withoutCountry(long));
}

/** One brand with trades that may be one, or called by a product. Undefined where nothing of that is so. */
export function compareTrades(one: NamePart, other: NamePart): NameScore | undefined {
  const [own, its] = [one.parts, other.parts];
  const weighing: Weighing = { score: 0, features: [] };
  const nicknamed = ([short, long]: readonly [ParsedName, ParsedName]): boolean =>
    short.form === "" && complete(long.form) && isProductOf(short.core, long.core);
  const pairs = [
    [own, its],
    [its, own],
  ] as const;
  if (own.brand.length > 1 && own.brand === its.brand && tradesRelate(own.trade, its.trade)) {
    add(weighing, "BRAND", own.brand, its.brand, 0.4);
    // A name that tells no trade is more often that of the parent of many.
    add(weighing, "TRADE", own.trade, its.trade, own.trade === "" || its.trade === "" ? 0.2 : 0.32);
  } else if (pairs.some(nicknamed)) {
    // A nickname leaves the place off always.
    add(weighing, "BRAND", own.core, its.core, 0.52);
    return local(own.places).length > 0 && local(its.places).length > 0 && placeWeight(one, other)[1] < -0.5
      ? undefined
      : weighing;
  } else if (isRareBrand(own, its) || pairs.some(([short, long]) => isLongerBrand(short, long))) {
    add(weighing, "BRAND", own.brand, its.brand, 0.4);
    add(weighing, "TRADE", own.trade, its.trade, 0.2);
  } else return undefined;
  if (own.aside !== its.aside) add(weighing, "BRACKETS", own.aside, its.aside, -0.2);
  const [feature, weight] = placeWeight(one, other);
  if (weight !== 0) add(weighing, feature, placeText(own.places), placeText(its.places), weight);
  weighForms(weighing, one, other);
  return weighing;
}

/** A brand of three characters in one place: seldom that of two, unless one of them does something else altogether. */
const isRareBrand = (own: ParsedName, its: ParsedName): boolean =>
  own.brand.length > 2 &&
  own.brand === its.brand &&
  !tradesFarApart(own.trade, its.trade) &&
  local(own.places).length > 0 &&
  local(its.places).length > 0;

/** A brand with more behind it in the same place, which may be a trade that nobody knows: 苏泊尔, 苏泊尔炊具. */
const isLongerBrand = (short: ParsedName, long: ParsedName): boolean =>
  short.brand.length > 2 &&
  !tradesFarApart(short.trade, long.trade) &&
  long.brand.length - short.brand.length >= 2 &&
  long.brand.startsWith(short.brand) &&
  local(short.places).length > 0 &&
  local(long.places).length > 0;
