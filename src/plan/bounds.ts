// Bounds between which nothing can lie are refused: an answer of 0 would look as if nothing were known.
import type { Json } from "../store/port.ts";
import { type FilterPlace, told, wrong } from "./filter-place.ts";

/** What a number can be. */
interface Range {
  readonly least?: number;
  readonly most?: number;
}

/** Whether one bound is beyond another; 2021-06 lies in 2021. */
export const isBeyond = (lower: Json, upper: Json): boolean => {
  if (typeof lower === "number" && typeof upper === "number") return lower > upper;
  return typeof lower === "string" && typeof upper === "string" && lower > upper && !lower.startsWith(upper);
};

/**
 * The upper bound at a path, once it is not below the lower one beside it.
 * @throws IndustryGraphError BAD_ARGUMENT where nothing can lie between them
 */
export function notBelow(path: FilterPlace["path"], upper: Json, lowerField: string, lower: Json): Json {
  if (!isBeyond(lower, upper)) return upper;
  const beside = told([...path.slice(0, -1), lowerField]);
  throw wrong(
    path,
    `is ${JSON.stringify(upper)} and ${beside} is ${JSON.stringify(lower)}: nothing lies between them; exchange the two, or ask for both with or.`,
  );
}

/**
 * Numbers as they are, once none is outside of what its property can be.
 * @throws IndustryGraphError BAD_ARGUMENT that tells the range
 */
export function inRange(
  path: FilterPlace["path"],
  value: Json,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Range,
): Json {
  const outside = [value].flat().find((one) => typeof one === "number" && (one < least || one > most));
  if (outside === undefined) return value;
  const range = [
    ...(least === Number.NEGATIVE_INFINITY ? [] : [`${least} or more`]),
    ...(most === Number.POSITIVE_INFINITY ? [] : [`${most} or less`]),
  ].join(" and ");
  throw wrong(path, `is ${String(outside)}, which it can never be: write ${range}.`);
}

/** A number of far ends: whole numbers from 0 on. */
export function countOf(path: FilterPlace["path"], value: Json): Json {
  if (typeof value === "number" && value < 0)
    throw wrong(path, `is a number of far ends, 0 or more, not ${value}.`);
  return value;
}
