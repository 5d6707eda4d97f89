// What places and legal forms of two names weigh, and how a score is added up of features.

import { type Place, placesAgree } from "../text/places.ts";
import { local } from "./local-places.ts";
import type { NamePart } from "./name-part.ts";
import type { Feature, FeatureName } from "./record.ts";

/** Whether a legal form is that of a whole name. */
export const complete = (form: string): boolean => /有限|合伙|合作社|股份公司/u.test(form) || form === "厂";
const isCompany = (form: string): boolean => /公司|集团|股份/u.test(form);

/** What two names say, and by which features. */
export interface NameScore {
  readonly score: number;
  readonly features: readonly Feature[];
}

/** A score that is being added up. */
export interface Weighing {
  score: number;
  readonly features: Feature[];
}

/** Adds a feature to a score. */
export function add(
  weighing: Weighing,
  feature: FeatureName,
  own: string,
  other: string,
  weight: number,
): void {
  weighing.score += weight;
  weighing.features.push({ feature, own, other, weight });
}

/** What it counts that one of two names has no place. */
export const placeMissing = -0.2;

/** What the places say as they stand in both: the same, nested, missing in one, or two. */
export function placeWeight(one: NamePart, other: NamePart): readonly [feature: FeatureName, weight: number] {
  const [own, its] = [local(one.parts.places), local(other.parts.places)];
  const [a, b] = [own.at(-1), its.at(-1)];
  if (a === undefined && b === undefined)
    return ["PLACE", one.parts.places.length === other.parts.places.length ? 0 : -0.15];
  // Who has a place in brackets is most often a daughter of who has none, though both lie there: 恒力石化（大连）.
  if (a === undefined || b === undefined)
    return [one.bracketed || other.bracketed ? "PLACE_IN_BRACKETS" : "PLACE", placeMissing];
  const within = (inner: readonly Place[], outer: readonly Place[]): boolean =>
    inner.every((place) => outer.some((far) => placesAgree(place, far)));
  if (!within(own, its) || !within(its, own)) return ["PLACE", -1];
  if (one.bracketed !== other.bracketed)
    return ["PLACE_IN_BRACKETS", a.stem === b.stem && registersOnce(one, other) ? -0.05 : -0.2];
  if (a.stem === b.stem) return ["PLACE", 0.02];
  // The same brand of a city and of its province are two companies more often than one; of a city and its district less.
  const inCity = own.some(({ level }) => level > 1) && its.some(({ level }) => level > 1);
  return ["PLACE", inCity ? -0.2 : -0.25];
}

/**
 * Whether two names with one place cannot both be registered there: both whole, with a brand, a trade and one kind of
 * legal form. A 股份有限公司 may have a company of its own called after its place: 汇川技术（深圳）有限公司.
 */
function registersOnce({ parts: own }: NamePart, { parts: its }: NamePart): boolean {
  const whole = [own, its].every(
    ({ brand, trade, form }) => brand.length > 1 && trade !== "" && complete(form),
  );
  return whole && own.group === its.group && /股份/u.test(own.form) === /股份/u.test(its.form);
}

/** Adds what the legal forms say, and 集团. */
export function weighForms(weighing: Weighing, { parts: own }: NamePart, { parts: its }: NamePart): void {
  if (own.group !== its.group && (complete(own.form) || complete(its.form))) {
    // A short name that does not say 集团 says nothing of it; one that is listed takes it up as it is renamed.
    const silent = [own, its].some(({ form, group }) => !group && !complete(form));
    const listed = [own, its].every(({ form }) => form.endsWith("股份有限公司"));
    add(weighing, "GROUP", String(own.group), String(its.group), silent ? -0.05 : listed ? -0.1 : -0.24);
  }
  if (own.form === its.form) return;
  // A group and the company of it that is listed are called alike but for that: 东风汽车集团有限公司, …集团股份有限公司.
  if (own.group && its.group && [own, its].every(({ form }) => /公司/u.test(form)))
    if (/股份/u.test(own.form) !== /股份/u.test(its.form)) {
      add(weighing, "LEGAL_FORM", own.form, its.form, -0.12);
      return;
    }
  const apart = own.form !== "" && its.form !== "" && isCompany(own.form) !== isCompany(its.form);
  add(weighing, "LEGAL_FORM", own.form, its.form, apart ? -0.35 : -0.02);
}
