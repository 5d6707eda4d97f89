// Whether one thing that a filter says makes another one sure, or excludes it.
import type { Json } from "../store/port.ts";
import { isBeyond } from "./bounds.ts";
import type { Along, Said } from "./formula.ts";
import { isInToo, type PlacesIn } from "./implied-places.ts";

const isText = (value: Json): value is string => typeof value === "string";

/** The values of which it is to be one; undefined where it says no values. */
function valuesOf({ operator, value }: Said): readonly Json[] | undefined {
  if (operator === "equals") return [value];
  return operator === "in" ? ([value].flat() as Json[]) : undefined;
}

/** Whether a date lies in another: a month in its year. */
const liesIn = (one: Json, other: Json): boolean => isText(one) && isText(other) && one.startsWith(other);

const isSame = (one: Json, other: Json): boolean =>
  one === other ||
  (isText(one) && isText(other) && one.toLowerCase() === other.toLowerCase()) ||
  (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));

/** Whether what is one value is the other too. */
const isToo = (one: Json, other: Json, isDate: boolean): boolean =>
  isSame(one, other) || (isDate && liesIn(one, other));

/** Whether all that is at least (or at most) the one value is so of the other as well. */
function isWithin(one: Json, other: Json, upwards: boolean): boolean {
  if (isSame(one, other)) return true;
  if (typeof one === "number" && typeof other === "number") return upwards ? one > other : one < other;
  if (!isText(one) || !isText(other) || other.startsWith(one)) return false;
  return one.startsWith(other) || (upwards ? one > other : one < other);
}

const contains = (one: Json, part: Json): boolean =>
  String(one).toLowerCase().includes(String(part).toLowerCase());

/** Whether relations of one sort are all of another sort too. */
export const isSortOf = (one: Along | "figure", other: Along | "figure"): boolean =>
  one === "figure" || other === "figure"
    ? one === other
    : one.relation === other.relation &&
      (one.way === other.way || other.way === "both") &&
      (one.of === other.of || other.of === "Entity");

/** Whether what is as one says is sure to be as the other says. */
export function makesSure(one: Said, other: Said, placesIn: PlacesIn): boolean {
  if (isInToo(one, other, placesIn)) return true;
  if (one.about !== other.about || (other.isDirect && !one.isDirect)) return false;
  const { operator, value } = other;
  if (operator === "isNull") return one.operator === "isNull" ? one.value === value : value === false;
  if (operator === "as" || one.operator === "as")
    return operator === one.operator && isSame(one.value, value);
  if (one.operator === "isNull") return false;
  const isDate = one.type === "date" || other.type === "date";
  const values = valuesOf(one);
  const each = (holds: (value: Json) => boolean): boolean =>
    values === undefined
      ? one.operator === operator && holds(one.value)
      : values.length > 0 && values.every(holds);
  switch (operator) {
    case "equals":
    case "in": {
      const wanted = valuesOf(other) ?? [];
      return values !== undefined && each((own) => wanted.some((all) => isToo(own, all, isDate)));
    }
    case "atLeast":
    case "atMost":
      return each((own) => isWithin(own, value, operator === "atLeast"));
    case "contains":
      return each((own) => contains(own, value));
  }
}

/** Whether nothing can be as both say, of one property that has one value. */
export function isApart(one: Said, other: Said): boolean {
  if (one.about !== other.about) return false;
  if (one.operator === "isNull")
    return one.value === true ? !(other.operator === "isNull" && other.value === true) : false;
  const types = [one.type, other.type];
  // Of several values one may be the one and another the other.
  if (other.operator === "isNull" || types.includes("texts") || types.includes("sources")) return false;
  const isDate = types.includes("date");
  const [values, others] = [valuesOf(one), valuesOf(other)];
  // An empty list holds for none, as it says.
  if (others?.length === 0 || values?.length === 0) return false;
  if (values !== undefined)
    return (
      others !== undefined &&
      !values.some((own) => others.some((all) => isToo(own, all, isDate) || isToo(all, own, isDate)))
    );
  if (one.operator === "atLeast")
    return others === undefined
      ? other.operator === "atMost" && isBeyond(one.value, other.value)
      : others.every((all) => isBeyond(one.value, all));
  if (one.operator === "atMost") return others?.every((all) => isBeyond(all, one.value)) === true;
  return (
    one.operator === "contains" &&
    types.includes("text") &&
    others?.every((all) => !contains(all, one.value)) === true
  );
}
