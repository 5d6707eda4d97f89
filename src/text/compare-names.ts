// How the parts of two names relate: whether one name can be meant by the other, and in what they differ.
import { placedCore } from "./name-keys.ts";
import type { ParsedName } from "./parse-name.ts";
import { placesAgree } from "./places.ts";

/** In what two names differ that can still be one entity's. */
export const nameDifferences = ["LEGAL_FORM", "PLACE", "GROUP", "TRADE", "BRACKETS"] as const;

export type NameDifference = (typeof nameDifferences)[number];

/** How near a name is to one asked for: the smaller, the nearer. */
export const nearness = { exact: 0, form: 1, place: 2, group: 3, short: 4 } as const;

export interface Likeness {
  readonly near: number;
  readonly differences: readonly NameDifference[];
}

/** What people add to a name without knowing how it is registered. */
const informal = new Set(["", "公司", "集团", "股份", "集团公司", "总公司"]);

function sort(form: string): "company" | "other" | "none" {
  if (form === "") return "none";
  return /公司|集团|股份/u.test(form) ? "company" : "other";
}

type Places = ParsedName["places"];

const localOnly = (places: Places): Places => places.filter(({ level }) => level > 0);

/** Whether nothing speaks against both places being one thing's. A second place in brackets is a place of its own. */
export function placesFit(one: Places, other: Places): boolean {
  const [own, its] = [localOnly(one), localOnly(other)];
  if (own.length === 0 || its.length === 0) return true;
  const within = (inner: Places, outer: Places) => inner.every((a) => outer.some((b) => placesAgree(a, b)));
  return within(own, its) && within(its, own);
}

const stems = (places: Places): string => places.map(({ stem }) => stem).join(" ");

/** Whether a core is another once trades are left off the end of it, so that its brand stays whole. */
export function isShortOf(short: ParsedName, long: ParsedName): boolean {
  if (long.brand === "" || !informal.has(short.form)) return false;
  const placed = placedCore(long);
  const before = placed.length - long.core.length;
  const [shorter] = [short.core];
  if (long.core.startsWith(shorter) && shorter.length >= long.brand.length) return true;
  return before > 0 && placed.startsWith(shorter) && shorter.length >= before + long.brand.length;
}

/**
 * Compares a name asked for with one that is stored. Undefined where it cannot be meant: another core, a branch and
 * its parent, two places, a company and a partnership.
 */
export function compareNames(asked: ParsedName, stored: ParsedName): Likeness | undefined {
  if (asked.normal === stored.normal) return { near: nearness.exact, differences: [] };
  if (asked.core.length < 2 || stored.core.length < 2 || asked.branch !== stored.branch) return undefined;
  if (asked.aside !== "" && stored.aside !== "" && asked.aside !== stored.aside) return undefined;
  const [own, its] = [sort(asked.form), sort(stored.form)];
  if (own !== "none" && its !== "none" && own !== its) return undefined;
  const equal = asked.core === stored.core;
  const placed = !equal && (placedCore(asked) === stored.core || asked.core === placedCore(stored));
  const short = !equal && !placed && (isShortOf(asked, stored) || isShortOf(stored, asked));
  if (!equal && !placed && !short) return undefined;
  if (!placesFit(asked.places, stored.places)) return undefined;
  const aside = asked.aside !== stored.aside;
  const apart = !placed && stems(asked.places) !== stems(stored.places);
  // 江苏省专精特新企业 says the level of 省级专精特新企业: the place says no more.
  const levelled = !aside && asked.aside !== "" && asked.brand === "" && stored.places.length === 0;
  // Who asks without any legal form says nothing of a group.
  const group = asked.group !== stored.group && asked.form !== "" && stored.form !== "";
  const differences: NameDifference[] = [
    ...(asked.form === stored.form ? [] : ["LEGAL_FORM" as const]),
    ...(apart ? ["PLACE" as const] : []),
    ...(group ? ["GROUP" as const] : []),
    ...(short ? ["TRADE" as const] : []),
    ...(aside ? ["BRACKETS" as const] : []),
  ];
  const near = short
    ? nearness.short
    : group
      ? nearness.group
      : (apart && !levelled) || aside
        ? nearness.place
        : nearness.form;
  return { near, differences };
}
