// Names that no single part makes alike and that may be one enterprise's: institutes by their number, branches of one
// whose name is shortened, a brand with its trade in other words.

import type { ParsedName } from "../text/parse-name.ts";
import { placeAt } from "../text/places.ts";
import { isLocalPart } from "./initials.ts";
import { local, placeText } from "./local-places.ts";
import type { NamePart } from "./name-part.ts";
import { institutesRelate, pickedFrom } from "./numbered.ts";
import { isSeldom } from "./seldom.ts";
import { isProductOf, sharesTrade, tradesFarApart, tradesRelate } from "./trades.ts";
import { add, complete, type NameScore, placeWeight, type Weighing, weighForms } from "./weights.ts";

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

/** Whether two names are one but for the country before one of them: 中国进出口银行. */
export const isSameWithoutCountry = (own: ParsedName, its: ParsedName): boolean =>
  own.branch === its.branch && withoutCountry(own.normal) === withoutCountry(its.normal);

const withoutCountry = (text: string): string => text.replace(/^中国/u, "");

/** Without the legal forms within and at the end, and what says how large a place is. */
export const withoutForms = (normal: string): string =>
  normal
    .replace(/(?:(?:股份|有限责任|股份有限|有限)公司|(?<=\p{Script=Han}{2})[省市](?!场))/gu, "")
    .replace(/(?<=\p{Script=Han}{3})(?:分公司|支公司|公司)$/u, "");

/** Whether two names are one but for legal forms, a branch being called by more than that: 国网江苏电力无锡供电公司. */
export function isSameWithoutForms(own: ParsedName, its: ParsedName): boolean {
  const isNamed =
    (own.branch !== "" && its.branch !== "") ||
    [own, its].every(({ branch }) => branch === "" || branch.length > 3);
  return isNamed && withoutForms(own.normal) === withoutForms(its.normal);
}

/** A branch's name without the province before its city: 江苏无锡石油分公司 is 无锡石油分公司. */
function withoutProvince(branch: string): string {
  const first = placeAt(branch);
  const rest = first?.place.level === 1 ? branch.slice(first.length) : "";
  const second = placeAt(rest);
  return first !== undefined && second?.place.within.includes(first.place.stem) === true ? rest : branch;
}

type Ending = Pick<ParsedName, "normal" | "branch">;

/** A branch whose place does not say how large it is: 无锡市分公司 is 无锡分公司. */
const withoutSize = ({ normal, branch }: ParsedName): Ending => {
  const size = /(?<=\p{Script=Han}{2})[省市](?=(?:分公司|支公司|分行|支行)$)/u;
  const own = branch.replace(size, "");
  const shorter = withoutProvince(own);
  const whole = normal.replace(size, "");
  return { normal: whole.slice(0, whole.length - own.length) + shorter, branch: shorter };
};

/** Branches called by one name of those whose names are short for each other: 建行无锡分行, 中石化无锡石油分公司. */
export function compareBranches({ parts: one }: NamePart, { parts: other }: NamePart): boolean {
  if (one.branch === "" || other.branch === "") return false;
  const [own, its] = [one, other].map(withoutSize) as [Ending, Ending];
  const branch = [own.branch, its.branch].find(
    (ending) => placeAt(ending) !== undefined && [own, its].every(({ normal }) => normal.endsWith(ending)),
  );
  if (branch === undefined) return false;
  const [short = "", long = ""] = [own, its]
    .map(({ normal }) => normal.slice(0, -branch.length))
    .sort((a, b) => a.length - b.length);
  if (short.length < 2) return false;
  if (isLocalPart(short, long)) return true;
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
    // A name that tells no trade is more often that of the parent of many. The longer what both begin with, the fewer
    // are called so.
    const weight = own.trade === "" || its.trade === "" ? 0.2 : 0.32;
    const more = own.brand.length > 3 || sharedHead(own.core, its.core) > 5 ? 0.1 : 0;
    add(weighing, "TRADE", own.trade, its.trade, Math.round((weight + more) * 100) / 100);
  } else if (pairs.some(nicknamed)) {
    // A nickname leaves the place off always.
    add(weighing, "BRAND", own.core, its.core, 0.52);
    return local(own.places).length > 0 && local(its.places).length > 0 && placeWeight(one, other)[1] < -0.5
      ? undefined
      : weighing;
  } else if (mayBeOneBrand(own, its) || beginsAsBrand(own, its)) {
    add(weighing, "BRAND", own.brand, its.brand, 0.4);
    add(weighing, "TRADE", own.trade, its.trade, sharesTrade(own.trade, its.trade) ? 0.3 : 0.2);
  } else return undefined;
  if (own.aside !== its.aside) add(weighing, "BRACKETS", own.aside, its.aside, -0.2);
  const [feature, weight] = placeWeight(one, other);
  if (weight !== 0) add(weighing, feature, placeText(own.places), placeText(its.places), weight);
  weighForms(weighing, one, other);
  return weighing;
}

/** Two 股份有限公司, of which there are few: of one brand they are more often one that was renamed. */
const areListed = (own: ParsedName, its: ParsedName): boolean =>
  [own, its].every(({ form }) => form.endsWith("股份有限公司"));

/** Whether the places tell no two apart: both have one, or the brand is long enough to do without. */
function placedAlike(own: ParsedName, its: ParsedName): boolean {
  const both = local(own.places).length > 0 && local(its.places).length > 0;
  return (
    both ||
    (areListed(own, its) && own.places.length + its.places.length === 0) ||
    (own.brand.length > 2 && sharesTrade(own.trade, its.trade))
  );
}

/**
 * Whether one brand in two trades may be one enterprise's: of three characters, or of two that few brands have, unless
 * one of them does something else altogether; of two that many have, only where the trades have something in common.
 */
function mayBeOneBrand(own: ParsedName, its: ParsedName): boolean {
  if (own.brand !== its.brand || tradesFarApart(own.trade, its.trade) || !placedAlike(own, its)) return false;
  if (own.brand.length > 2 || isSeldom(own.brand)) return true;
  if (own.brand.length === 2 && areListed(own, its) && own.places.length > 0) return true;
  return own.brand.length === 2 && sharesTrade(own.trade, its.trade);
}

/** How many characters two brands begin with together. */
function sharedHead(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/**
 * Brands of one place that begin alike, with more behind one or both, which may be a trade that nobody knows: 苏泊尔 and
 * 苏泊尔炊具, 柯诺威涂层 and 柯诺威纳米. One character more makes another brand.
 */
function beginsAsBrand(own: ParsedName, its: ParsedName): boolean {
  const head = sharedHead(own.brand, its.brand);
  if (head < 2 || own.brand === its.brand) return false;
  const [mine, theirs] = [own, its].map(({ brand }) => brand.length - head);
  if (mine === 1 || theirs === 1) return false;
  const rest = ({ brand, trade }: ParsedName): string => brand.slice(head) + trade;
  if (
    tradesFarApart(rest(own), rest(its)) ||
    local(own.places).length === 0 ||
    local(its.places).length === 0
  )
    return false;
  // Two characters are what many are called by, unless few are, or the trades have something in common.
  return head > 2 || isSeldom(own.brand.slice(0, head)) || sharesTrade(rest(own), rest(its));
}
