// The places in a name, as names are compared by them.
import type { Place } from "../text/places.ts";

/** Places but countries. */
export const local = (places: readonly Place[]): readonly Place[] => places.filter(({ level }) => level > 0);

/** Places as features tell them. */
export const placeText = (places: readonly Place[]): string => places.map(({ stem }) => stem).join(" ");
