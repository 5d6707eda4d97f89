// Refuses filters that nothing can meet, whatever the data are: 0 would look as if nothing were known.
import { areInOrder, comparesIn } from "./compares.ts";
import { contradictionIn, inWords } from "./contradictions.ts";
import { type FilterPlace, type Given, wrong } from "./filter-place.ts";
import { formulaOf } from "./formula-of.ts";
import { heldInList, mayLeaveOut } from "./listed.ts";
import { bind } from "./planning.ts";
import { kindFiltered, valueAt } from "./references.ts";

/** Whether a filter says more than one thing, or the contrary of what it says. */
function saysSeveral(given: unknown): boolean {
  if (typeof given !== "object" || given === null) return false;
  const fields = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return fields.length > 1 || fields.some(([field, value]) => field === "not" || saysSeveral(value));
}

/** Refuses a filter that nothing can meet, whatever the data are. */
export function refuseContradictions(place: FilterPlace): void {
  const { planning, site, type, path, isTimed } = place;
  // As of a date a list holds other relations than a filter asks about.
  const listed = isTimed || path.length > 1 || path[0] !== "filter" ? undefined : site.listed;
  const isList = listed?.spec.is === "connection" && mayLeaveOut(place.given);
  if (!isList && !saysSeveral(place.given)) return;
  const { filters } = planning.fieldMap;
  const held =
    isList && listed ? heldInList(listed, kindFiltered(type.name), [site.field.name], filters) : [];
  const { itself, bounds } = comparesIn({ filters, type, given: place.given });
  if (held.length === 0 && !itself) return;
  bind(planning, site, (args) => {
    const given = (valueAt(args, path) ?? {}) as Given;
    if (held.length === 0 && bounds?.every((pair) => areInOrder(pair, given))) return null;
    const filter = formulaOf({ filters, type, path, given });
    const pair = contradictionIn(held.length === 0 ? filter : { is: "and", of: [...held, filter], path });
    if (pair !== undefined) throw wrong(pair.one.path, inWords(pair));
    return null;
  });
}
