// What two names say about being one enterprise's, each part as a feature with its weight.

import { abbreviationOf } from "../text/abbreviation.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { placesAgree } from "../text/places.ts";
import { likenessOf, slipBetween } from "../text/resembles.ts";
import { isLocalPart, isOfInitials } from "./initials.ts";
import { local, placeText } from "./local-places.ts";
import { compareMended } from "./mended.ts";
import type { NamePart } from "./name-part.ts";
import { differInNumber, pickedFrom } from "./numbered.ts";
import { reviewFrom } from "./record.ts";
import {
  compareBranches,
  compareInstitutes,
  compareTrades,
  isSameWithoutCountry,
  isSameWithoutForms,
  withoutForms,
} from "./related.ts";
import { isRomanised } from "./romanised.ts";
import { sharesTrade, tradesFarApart } from "./trades.ts";
import {
  add,
  complete,
  type NameScore,
  placeMissing,
  placeWeight,
  type Weighing,
  weighForms,
} from "./weights.ts";

/** What no company is: 无锡市第二人民医院 is not its 医疗器械有限公司. */
const institution = /(?:医院|大学|学院|中学|小学|学校|协会|商会|学会|委员会|研究院|研究所|银行支行)$/u;

const isInstitution = ({ normal, form }: ParsedName): boolean => form === "" && institution.test(normal);

/** Two that are no companies and end alike: 清华无锡研究院, 清华大学无锡应用技术研究院; 江苏产研院. */
const areInstitutes = (one: ParsedName, other: ParsedName): boolean =>
  [one, other].every(({ normal, branch }) => branch === "" && /(?:院|所|中心)$/u.test(normal)) &&
  (isInstitution(one) || isInstitution(other)) &&
  one.normal.at(-1) === other.normal.at(-1);

/** Whether a short name of an institute is picked out of the whole one, and long enough to tell whose it is. */
const isPicked = ({ normal: short }: ParsedName, { normal: long }: ParsedName): boolean =>
  short.length > 4 && pickedFrom(withoutForms(short), withoutForms(long));

/**
 * Whether one of two whole names has been made of the other's characters, as listed companies are renamed: 中联重科. What
 * says all that the other says and more is a daughter: 中天科技海缆.
 */
function isRenamedShorter(one: ParsedName, other: ParsedName): boolean {
  const [short, long] = one.core.length < other.core.length ? [one, other] : [other, one];
  if (short.core.length < 4 || long.core.includes(short.core)) return false;
  if (tradesFarApart(short.trade, long.trade)) return false;
  return short.core.slice(0, 2) === long.core.slice(0, 2) && pickedFrom(short.core, long.core);
}

/** Of two names without a legal form one that begins the other, up to its trade: 中科三环, 北京中科三环高技术. */
function beginsUnfinished(one: ParsedName, other: ParsedName): number | undefined {
  const [short, long] = one.core.length < other.core.length ? [one, other] : [other, one];
  const more = long.core.length - short.core.length;
  const begins = short.core.length > 3 && short.brand !== "" && more > 1 && long.core.startsWith(short.core);
  return begins ? 0.55 : undefined;
}

/** Whether a short name is the brand with a trade in other words that have a character of its own: 海天味业, 海天调味食品. */
const isBrandWithMore = ({ core, form }: ParsedName, { brand, trade }: ParsedName): boolean =>
  form === "" &&
  brand.length > 1 &&
  core.length === brand.length + 2 &&
  core.startsWith(brand) &&
  sharesTrade(core.slice(brand.length), trade);

/** A short name that is picked out of a whole one, in the same place: 皖新传媒 of 安徽新华传媒股份有限公司. */
function abbreviationFeature(one: NamePart, other: NamePart): number | undefined {
  const [own, its] = [complete(one.parts.form), complete(other.parts.form)];
  const institutes = own === its && areInstitutes(one.parts, other.parts);
  if (own === its && !own && !institutes) return beginsUnfinished(one.parts, other.parts);
  if (own === its && !institutes && !(own && isRenamedShorter(one.parts, other.parts))) return undefined;
  const lengthOf = ({ parts }: NamePart): number => (institutes ? parts.normal : parts.core).length;
  const shorter = lengthOf(one) < lengthOf(other);
  const [short, long] = (own === its ? !shorter : own) ? [other, one] : [one, other];
  const [near, far] = [local(short.parts.places), local(long.parts.places)];
  if (near.length > 0 && far.length > 0 && !near.some((a) => far.some((b) => placesAgree(a, b))))
    return undefined;
  const found = institutes
    ? isPicked(short.parts, long.parts)
      ? 0.5
      : 0
    : abbreviationOf(short.parts, long.parts);
  if (found === 0 && isBrandWithMore(short.parts, long.parts)) return 0.5;
  return found === 0 ? undefined : Math.round(Math.min(0.65, found + 0.05) * 1_000) / 1_000;
}

/** Whether one name is put together of the other's first characters, or the place and trade of a part of a group. */
const isShortByParts = (one: ParsedName, other: ParsedName): boolean =>
  isOfInitials(one, other) || isLocalPart(one.normal, other.normal);

/** Of a slip somewhere in the whole name; where it stands says nothing of place and form. */
const slipWeights = { SOUND: 0.66, SPELLING: 0.6 } as const;

/** How much two names say that they are one enterprise's. */
export function compareNameParts(one: NamePart, other: NamePart): NameScore {
  const found = compareAsWritten(one, other);
  if (found.score >= reviewFrom) return found;
  return compareMended(one, other, compareAsWritten) ?? found;
}

/** The same for names that have no slip beside another difference. */
function compareAsWritten(one: NamePart, other: NamePart): NameScore {
  const [own, its] = [one.parts, other.parts];
  const weighing: Weighing = { score: 0, features: [] };
  const institutes = own.normal === its.normal ? undefined : compareInstitutes(one, other);
  if (institutes !== undefined) return institutes;
  if (isShortByParts(own, its) || isShortByParts(its, own)) {
    add(weighing, "ABBREVIATION", one.text, other.text, 0.6);
    return weighing;
  }
  if (own.branch !== its.branch) {
    // The same but for a legal form within: 一汽解放汽车有限公司无锡柴油机厂, 一汽解放汽车无锡柴油机厂.
    if (isSameWithoutForms(own, its)) {
      add(weighing, "LEGAL_FORM", one.text, other.text, 0.7);
      return weighing;
    }
    if (compareBranches(one, other)) {
      add(weighing, "ABBREVIATION", one.text, other.text, 0.6);
      return weighing;
    }
    add(weighing, "BRANCH", own.branch, its.branch, -1);
    return { score: 0, features: weighing.features };
  }
  if (own.normal === its.normal && own.normal !== "") {
    // A name without place and legal form may be several enterprises'.
    const sure = complete(own.form) || own.places.length > 0 || its.places.length > 0;
    add(weighing, "NAME", one.text, other.text, sure ? 1 : 0.9);
    return weighing;
  }
  if (own.normal.length > 4 && isSameWithoutCountry(own, its)) {
    add(weighing, "PLACE", placeText(own.places), placeText(its.places), 0.75);
    return weighing;
  }
  const likeness = likenessOf(own, its);
  // Names that differ in their numbers alone are of a row of sisters.
  const numbered =
    likeness !== "CORE" && (differInNumber(own.normal, its.normal) || differInNumber(own.core, its.core));
  if (
    isInstitution(own) !== isInstitution(its) &&
    likeness !== "CORE" &&
    [own, its].some(({ form }) => complete(form))
  ) {
    add(weighing, "LEGAL_FORM", own.form, its.form, -0.35);
    return { score: 0, features: weighing.features };
  }
  if (likeness === undefined || numbered) {
    const slip = numbered ? undefined : slipBetween(own, its);
    if (slip !== undefined) {
      add(weighing, slip, one.text, other.text, slipWeights[slip]);
      return weighing;
    }
    const [latin, han] = one.latin.length > 0 ? [one, other] : [other, one];
    if (latin.latin.length > 0 && han.latin.length === 0 && isRomanised(latin.latin, han.parts)) {
      add(weighing, "SOUND", one.text, other.text, 0.6);
      return weighing;
    }
    const traded = numbered ? undefined : compareTrades(one, other);
    if (traded !== undefined) return { score: Math.max(0, traded.score), features: traded.features };
    const short = compareBranches(one, other) ? 0.6 : numbered ? undefined : abbreviationFeature(one, other);
    if (short !== undefined) {
      add(weighing, "ABBREVIATION", one.text, other.text, short);
      return weighing;
    }
    if (own.brand !== "" && own.brand === its.brand) {
      add(weighing, "BRAND", own.brand, its.brand, 0.4);
      add(weighing, "TRADE", own.trade, its.trade, -0.4);
    }
    return { score: Math.max(0, weighing.score), features: weighing.features };
  }
  // A slip may make another place of a brand: 振江 and 镇江. The whole then still is alike.
  const slip = likeness === "SOUND" || likeness === "SPELLING" ? slipBetween(own, its) : undefined;
  const weights = { CORE: 0.96, SHORT_NAME: 0.78, SOUND: 0.72, SPELLING: 0.66 } as const;
  add(weighing, likeness, own.core, its.core, weights[likeness]);
  if (own.aside !== its.aside) add(weighing, "BRACKETS", own.aside, its.aside, -0.2);
  const [feature, counted] = placeWeight(one, other);
  // A short name leaves its place off nearly always: what has the whole brand is likelier than what is only like it.
  const leftOff = likeness === "SHORT_NAME" && feature === "PLACE" && counted === placeMissing;
  const weight = leftOff ? placeMissing * 0.4 : counted;
  if (weight !== 0) add(weighing, feature, placeText(own.places), placeText(its.places), weight);
  weighForms(weighing, one, other);
  if (slip !== undefined && weighing.score < slipWeights[slip])
    return {
      score: slipWeights[slip],
      features: [{ feature: slip, own: one.text, other: other.text, weight: slipWeights[slip] }],
    };
  return { score: Math.min(1, Math.max(0, weighing.score)), features: weighing.features };
}
