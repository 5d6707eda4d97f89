// Plans the condition on a figure: bounds come into the metric's normal unit, a period becomes its days.
import { IndustryGraphError } from "../errors.ts";
import { spanOfPeriod } from "../ontology/spans.ts";
import { readUnit, scale, unitsOf } from "../ontology/units.ts";
import type { Json } from "../store/port.ts";
import { notBelow } from "./bounds.ts";
import type { Condition } from "./conditions.ts";
import { bindAt, type FilterPlace, told } from "./filter-place.ts";
import { bind } from "./planning.ts";
import { valueAt } from "./references.ts";

const facts = ["STATED", "IMPLIED"];

function unitOf(place: FilterPlace, unit: unknown) {
  const read = readUnit(String(unit));
  if (read !== undefined) return read;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${told([...place.path, "unit"])}: ${JSON.stringify(unit)} is no unit that is known: write one of docs/units.md, as 亿元, 万元, 家 or %.`,
  );
}

/** Plans `figure`. @throws IndustryGraphError BAD_ARGUMENT where its parts contradict each other */
export function figureCondition(place: FilterPlace): Condition {
  const { given, path, planning, site } = place;
  const has = (field: string): boolean => given[field] !== null && given[field] !== undefined;
  const bounded = has("atLeast") || has("atMost");
  if (given.isNull === true && bounded)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${told(path)}: what is not known has no bounds; leave out isNull, atLeast or atMost.`,
    );
  if (has("unit") && !bounded)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${told(path)}: unit is that of atLeast or atMost; give one of them, or leave it out.`,
    );
  const part = (field: string, made?: (value: Json) => Json): string => bindAt(place, [...path, field], made);
  // The unit is read anew in each run: it may be a variable.
  const unitNow = (args: Readonly<Record<string, unknown>>): unknown => valueAt(args, [...path, "unit"]);
  const bound = (field: string): string =>
    bind(planning, site, (args) => {
      const [value, lower] = [field, "atLeast"].map((one) => valueAt(args, [...path, one]));
      if (field === "atMost") notBelow([...path, field], value as Json, "atLeast", lower as Json);
      const unit = unitNow(args);
      return unit === null || unit === undefined
        ? (value as Json)
        : scale(Number(value), unitOf(place, unit).factor);
    });
  const day = (end: "start" | "end") => part("period", (period) => spanOfPeriod(String(period))[end]);
  return {
    is: "figure",
    metric: part("metric"),
    ...(has("atLeast") ? { atLeast: bound("atLeast") } : {}),
    ...(has("atMost") ? { atMost: bound("atMost") } : {}),
    ...(has("unit") ? { unit: part("unit", (unit) => unitsOf(unitOf(place, unit))) } : {}),
    ...(has("period") ? { start: day("start"), end: day("end") } : {}),
    statuses: bind(planning, site, () => (has("status") ? [given.status as Json] : facts)),
    known: given.isNull !== true,
  };
}
