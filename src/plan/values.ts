// The values that arguments of questions give: dates as the days they mean, periods as their spans, numbers in range.
import { IndustryGraphError } from "../errors.ts";
import { spanOfDate } from "../ontology/spans.ts";
import type { Json } from "../store/port.ts";
import { daysMeant } from "./period.ts";
import { lookedFor } from "./wanted-text.ts";

/** The values that arguments of these names may have. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  maxHops: [1, 10],
  hops: [1, 4],
};

function checkRange(name: string, given: unknown): void {
  const range = ranges[name];
  if (range === undefined) return;
  const [least, most] = range;
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${name} must be a whole number from ${least} to ${most}, not ${value}.`,
  );
}

/**
 * The day that a date argument means: the first of what is written for `from`, the last for all others, so that
 * `asOf: "2021"` is the end of 2021 (截至2021年).
 */
export function dayMeant(argument: string, date: string): string {
  const span = spanOfDate(date);
  return argument === "from" ? span.start : span.end;
}

/**
 * The value of a question's parameter: a Date becomes the day it means, a Period its days, a text to look for its
 * normal form, what is absent null.
 */
export function argumentValue(name: string, type: string, given: unknown): Json {
  if (given === null || given === undefined) return null;
  checkRange(name, given);
  // Naming an entity twice does not make two of it.
  if (type.startsWith("[ID") && Array.isArray(given)) return [...new Set(given as Json[])];
  if (name === "text") return lookedFor(name, String(given));
  if (type.startsWith("Date")) return dayMeant(name, String(given));
  // `period` is a String where scripts declared it so before there was the scalar: it is read all the same.
  return type.startsWith("Period") || name === "period" ? daysMeant(name, String(given)) : (given as Json);
}
