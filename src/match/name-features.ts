// What two names say about being one enterprise's, each part as a feature with its weight.
import { partsOf } from "../text/name-keys.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { type Place, placesAgree } from "../text/places.ts";
import { abbreviationOf, likenessOf, slipBetween } from "../text/resembles.ts";
import type { Feature, FeatureName } from "./record.ts";

/** A name with its parts, and where its place stands. */
export interface NamePart {
  readonly text: string;
  readonly parts: ParsedName;
  /** Whether a place stands in brackets: 恒力石化（大连） is a company of its own beside 恒力石化. */
  readonly bracketed: boolean;
}

export function namePart(text: string): NamePart {
  const parts = partsOf("Enterprise", text);
  const bracketed = parts.places.length > 0 && /[(（]/u.test(text) && !startsWithPlace(parts);
  return { text, parts, bracketed };
}

const startsWithPlace = ({ normal, places }: ParsedName): boolean =>
  places.some(({ stem }) => normal.startsWith(stem));

const local = (places: readonly Place[]): readonly Place[] => places.filter(({ level }) => level > 0);
const placeText = (places: readonly Place[]): string => places.map(({ stem }) => stem).join(" ");

const complete = (form: string): boolean => /有限|合伙|合作社|股份公司/u.test(form) || form === "厂";
const isCompany = (form: string): boolean => /公司|集团|股份/u.test(form);

export interface NameScore {
  readonly score: number;
  readonly features: readonly Feature[];
}

interface Weighing {
  score: number;
  readonly features: Feature[];
}

function add(weighing: Weighing, feature: FeatureName, own: string, other: string, weight: number): void {
  weighing.score += weight;
  weighing.features.push({ feature, own, other, weight });
}

/** What the places say as they stand in both: the same, nested, missing in one, or two. */
function placeWeight(one: NamePart, other: NamePart): readonly [feature: FeatureName, weight: number] {
  const [own, its] = [local(one.parts.places), local(other.parts.places)];
  const [a, b] = [own.at(-1), its.at(-1)];
  if (a === undefined && b === undefined)
    return ["PLACE", one.parts.places.length === other.parts.places.length ? 0 : -0.15];
  if (a === undefined || b === undefined) return ["PLACE", -0.2];
  const within = (inner: readonly Place[], outer: readonly Place[]): boolean =>
    inner.every((place) => outer.some((far) => placesAgree(place, far)));
  if (!within(own, its) || !within(its, own)) return ["PLACE", -1];
  if (one.bracketed !== other.bracketed) return ["PLACE_IN_BRACKETS", -0.2];
  // The same brand of a city and of its province are two companies more often than one.
  return ["PLACE", a.stem === b.stem ? 0.02 : -0.25];
}

function weighForms(weighing: Weighing, { parts: own }: NamePart, { parts: its }: NamePart): void {
  if (own.group !== its.group && (complete(own.form) || complete(its.form))) {
    // A short name that does not say 集团 says nothing of it.
    const silent = [own, its].some(({ form, group }) => !group && !complete(form));
    add(weighing, "GROUP", String(own.group), String(its.group), silent ? -0.05 : -0.3);
  }
  if (own.form === its.form) return;
  // A group and the company of it that is listed are called alike but for that: 东风汽车集团有限公司, …集团股份有限公司.
  if (own.group && its.group && [own, its].every(({ form }) => /有限/u.test(form)))
    if (/股份/u.test(own.form) !== /股份/u.test(its.form)) {
      add(weighing, "LEGAL_FORM", own.form, its.form, -0.12);
      return;
    }
  const apart = own.form !== "" && its.form !== "" && isCompany(own.form) !== isCompany(its.form);
  add(weighing, "LEGAL_FORM", own.form, its.form, apart ? -0.35 : -0.02);
}

/** A short name that is picked out of a whole one, in the same place: 皖新传媒 of 安徽新华传媒股份有限公司. */
function abbreviationFeature(one: NamePart, other: NamePart): number | undefined {
  const [own, its] = [complete(one.parts.form), complete(other.parts.form)];
  if (own === its) return undefined;
  const [short, long] = own ? [other, one] : [one, other];
  const [near, far] = [local(short.parts.places), local(long.parts.places)];
  if (near.length > 0 && far.length > 0 && !near.some((a) => far.some((b) => placesAgree(a, b))))
    return undefined;
  const found = abbreviationOf(short.parts, long.parts);
  return found === 0 ? undefined : Math.round(Math.min(0.65, found + 0.05) * 1_000) / 1_000;
}

/** Of a slip somewhere in the whole name; where it stands says nothing of place and form. */
const slipWeights = { SOUND: 0.66, SPELLING: 0.6 } as const;

const withoutForms = (normal: string): string => normal.replace(/(?:股份|有限责任|股份有限|有限)公司/gu, "");

/** How much two names say that they are one enterprise's. */
export function compareNameParts(one: NamePart, other: NamePart): NameScore {
  const [own, its] = [one.parts, other.parts];
  const weighing: Weighing = { score: 0, features: [] };
  if (own.branch !== its.branch) {
    // The same but for a legal form within: 一汽解放汽车有限公司无锡柴油机厂, 一汽解放汽车无锡柴油机厂.
    if (withoutForms(own.normal) === withoutForms(its.normal)) {
      add(weighing, "LEGAL_FORM", one.text, other.text, 0.7);
      return weighing;
    }
    add(weighing, "BRANCH", own.branch, its.branch, -1);
    return { score: 0, features: weighing.features };
  }
  if (own.normal === its.normal && own.normal !== "") {
    // A name without place and legal form may be several enterprises'.
    const sure = complete(own.form) || own.places.length > 0;
    add(weighing, "NAME", one.text, other.text, sure ? 1 : 0.9);
    return weighing;
  }
  const likeness = likenessOf(own, its);
  if (likeness === undefined) {
    const slip = slipBetween(own, its);
    if (slip !== undefined) {
      add(weighing, slip, one.text, other.text, slipWeights[slip]);
      return weighing;
    }
    const short = abbreviationFeature(one, other);
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
  const [feature, weight] = placeWeight(one, other);
  if (weight !== 0) add(weighing, feature, placeText(own.places), placeText(its.places), weight);
  weighForms(weighing, one, other);
  if (slip !== undefined && weighing.score < slipWeights[slip])
    return {
      score: slipWeights[slip],
      features: [{ feature: slip, own: one.text, other: other.text, weight: slipWeights[slip] }],
    };
  return { score: Math.min(1, Math.max(0, weighing.score)), features: weighing.features };
}
