// `direct` in filters: the places that the same filter names are meant without their parts.
import { type FilterPlace, wrong } from "./filter-place.ts";
import type { FilterSpec } from "./spec.ts";

/** Fields of filters that name what an entity belongs to, of which `direct` speaks. */
export const placing = ["region", "park", "cluster", "within"] as const;

/** Whether the places that a filter names are meant without their parts. */
export const isDirect = ({ given }: FilterPlace): boolean => given.direct === true;

/** Lets `direct` pass where there is something that it speaks of. @throws IndustryGraphError BAD_ARGUMENT */
export function checkDirect(place: FilterPlace, specs: Readonly<Record<string, FilterSpec>>): void {
  if (!isDirect(place) || placing.some((field) => place.given[field] != null)) return;
  const possible = placing.filter((field) => field in specs).join(", ");
  throw wrong([...place.path, "direct"], `needs what it is about: give ${possible} in the same filter.`);
}
