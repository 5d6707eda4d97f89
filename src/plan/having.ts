// Plans what is asked of groups: `having`, bounds of their numbers, and an order by one of them.

import { IndustryGraphError } from "../errors.ts";
import type { Arguments } from "../run/step.ts";
import type { Json } from "../store/port.ts";
import type { Bounds, FunctionSource, GroupsSource, NumberFunction, NumberOrder } from "./page-nodes.ts";
import type { QuestionUse } from "./plan-field.ts";
import { bind, type Planning, questionOf, type Site } from "./planning.ts";
import { valueAt } from "./references.ts";

type Given = Readonly<Record<string, unknown>>;

const boundNames = ["atLeast", "atMost", "moreThan", "lessThan"] as const;
const tallies = ["known", "distinct"] as const;
const numbers = ["sum", "average", "least", "most"] as const;

/** What a sum of figures asks of each, since a part beside its whole would count twice. */
export function partsAsked(
  planning: Planning,
  name: NumberFunction,
  isFigure: boolean,
): QuestionUse | undefined {
  if (!isFigure || name !== "sum") return undefined;
  return { question: questionOf(planning, planning.fieldMap.aggregates.wholes), parameters: new Map() };
}

/** A number over a group that is not told but judged by. */
function functionNamed(
  planning: Planning,
  kind: string,
  name: "known" | "distinct" | NumberFunction,
  of: unknown,
): FunctionSource {
  const property = planning.fieldMap.aggregates.propertyOf(kind, String(of));
  return name === "known" || name === "distinct"
    ? { is: "tally", function: name, ...property }
    : {
        is: "number",
        function: name,
        ...property,
        parts: partsAsked(planning, name, property.isFigure),
        type: "Calculated",
        fields: [],
      };
}

/** Refuses bounds between which no number lies: no group could be there. */
function refuseNothingBetween(
  path: readonly (string | number)[],
  name: "atMost" | "lessThan",
  upper: Json,
  at: (name: string) => unknown,
): void {
  for (const lower of ["atLeast", "moreThan"]) {
    const value = at(lower);
    if (typeof value !== "number" || typeof upper !== "number") continue;
    const isBetween = name === "atMost" && lower === "atLeast" ? value <= upper : value < upper;
    if (isBetween) continue;
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${path.join(".")}.${name} is ${upper} and ${lower} is ${value}: nothing lies between them.`,
    );
  }
}

function boundsAt(planning: Planning, site: Site, path: readonly (string | number)[]): Bounds {
  const at = (args: Arguments, name: string): unknown => valueAt(args, [...path, name]);
  const given = boundNames.filter(
    (name) => at(site.args, name) !== null && at(site.args, name) !== undefined,
  );
  if (given.length === 0)
    throw new IndustryGraphError("BAD_ARGUMENT", `${path.join(".")} needs one of ${boundNames.join(", ")}.`);
  const bound = (args: Arguments, name: (typeof boundNames)[number]): Json => {
    const value = at(args, name) as Json;
    if (name === "atMost" || name === "lessThan")
      refuseNothingBetween(path, name, value, (one) => at(args, one));
    return value;
  };
  return Object.fromEntries(given.map((name) => [name, bind(planning, site, (args) => bound(args, name))]));
}

/** What `having` asks: of how many are in a group, and of what they come to. */
export function havingOf(
  planning: Planning,
  kind: string,
  site: Site,
): Pick<GroupsSource, "counts" | "having"> {
  const given = site.args.having as Given | null | undefined;
  if (given === null || given === undefined) return { counts: [], having: [] };
  const counts = given.count == null ? [] : [boundsAt(planning, site, ["having", "count"])];
  const having = [...tallies, ...numbers].flatMap((name) =>
    ((given[name] ?? []) as readonly Given[]).map(({ of }, index) => ({
      source: functionNamed(planning, kind, name, of),
      bounds: boundsAt(planning, site, ["having", name, index]),
    })),
  );
  return { counts, having };
}

/** The order by a number, where one is asked for. */
export function numberOrderOf(planning: Planning, kind: string, site: Site): NumberOrder | undefined {
  const given = site.args.orderByNumber as Given | null | undefined;
  if (given === null || given === undefined) return undefined;
  const name = String(given.function).toLowerCase() as (typeof numbers)[number];
  return {
    source: functionNamed(planning, kind, name, given.of),
    descending: given.direction !== "ASC",
  };
}
