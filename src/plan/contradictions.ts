// What conditions beside each other ask of one property, or of one period, and nothing can meet at once: refused, since 0
// would look as if nothing were known.
import { IndustryGraphError } from "../errors.ts";
import type { ValueType } from "../ontology/definitions.ts";
import { type Span, spanOfDate, spanOfPeriod } from "../ontology/spans.ts";
import { readPeriod } from "../ontology/written.ts";
import { isBeyond } from "./bounds.ts";
import type { TestOperator } from "./conditions.ts";
import { type FilterPlace, present, told, wrong } from "./filter-place.ts";
import { bind, type Planning, type Site } from "./planning.ts";
import { valueAt } from "./references.ts";
import type { FilterSpec } from "./spec.ts";

type Json = Parameters<typeof isBeyond>[0];

/** What a field of a filter asks of a property. */
interface Asked {
  readonly field: string;
  readonly operator: TestOperator;
  readonly property: string;
  readonly type: ValueType | undefined;
}

function askedBy(field: string, spec: FilterSpec | undefined): Asked[] {
  if (spec?.is === "compare")
    return [{ field, operator: spec.operator, property: spec.property, type: spec.type }];
  if (spec?.is === "property")
    return [{ field, operator: "equals", property: spec.property, type: undefined }];
  if (spec?.is !== "range") return [];
  const operator = spec.bound === ">=" ? "atLeast" : "atMost";
  return [{ field, operator, property: spec.property, type: undefined }];
}

/** Two fields that ask for what is not both, of those about one property. */
function apart(
  all: readonly Asked[],
  given: (field: string) => Json,
): readonly [one: string, other: string] | undefined {
  const by = (operator: TestOperator): Asked | undefined => all.find((one) => one.operator === operator);
  const type = all.find((one) => one.type !== undefined)?.type;
  const unknown = by("isNull");
  const known = all.find((one) => one !== unknown);
  if (unknown !== undefined && known !== undefined && given(unknown.field) === true)
    return [unknown.field, known.field];
  // Of several values one may be the one and another the other.
  if (type === "texts" || type === "sources") return undefined;
  const [equal, among] = [by("equals"), by("in")];
  const list = among === undefined ? undefined : [given(among.field) as Json[]].flat();
  // An empty list holds for none, as it says.
  if (list?.length === 0) return undefined;
  if (equal !== undefined && among !== undefined && type !== "date" && !list?.includes(given(equal.field)))
    return [among.field, equal.field];
  const named = equal ?? among;
  if (named === undefined) return undefined;
  const values = equal === undefined ? (list ?? []) : [given(equal.field)];
  const [least, most, part] = [by("atLeast"), by("atMost"), by("contains")];
  if (least !== undefined && values.every((one) => isBeyond(given(least.field), one)))
    return [least.field, named.field];
  if (most !== undefined && values.every((one) => isBeyond(one, given(most.field))))
    return [most.field, named.field];
  const text = String(part === undefined ? "" : given(part.field)).toLowerCase();
  if (part === undefined || type !== "text") return undefined;
  return values.every((one) => !String(one).toLowerCase().includes(text))
    ? [part.field, named.field]
    : undefined;
}

const shown = (value: Json): string => JSON.stringify(value);

/** Refuses filters of one input whose fields ask of one property what nothing is at once. */
export function refuseContradictions(place: FilterPlace, specs: Readonly<Record<string, FilterSpec>>): void {
  const byProperty = new Map<string, Asked[]>();
  for (const asked of present(place).flatMap((field) => askedBy(field, specs[field])))
    byProperty.set(asked.property, [...(byProperty.get(asked.property) ?? []), asked]);
  const several = [...byProperty.values()].filter((all) => all.length > 1);
  if (several.length > 0)
    bind(place.planning, place.site, (args) => {
      const given = (field: string): Json => (valueAt(args, [...place.path, field]) ?? null) as Json;
      for (const all of several) {
        const [one, other] = apart(all, given) ?? [];
        if (one === undefined || other === undefined) continue;
        throw wrong(
          [...place.path, one],
          `is ${shown(given(one))} and ${told([...place.path, other])} is ${shown(given(other))}: nothing is both; leave one of them out, or ask for both with or.`,
        );
      }
      return null;
    });
  if (place.type.name === "ObservationFilter") refuseTimesApart(place.planning, place.site, place.path);
}

const spanGiven = (value: unknown): Span | undefined => {
  const period = typeof value === "string" ? readPeriod(value) : undefined;
  return period === undefined ? undefined : spanOfPeriod(period);
};

/** Refuses `period`, `overlaps`, `from` and `to` beside each other in which no figure can lie at once. */
export function refuseTimesApart(planning: Planning, site: Site, path: FilterPlace["path"]): void {
  const beside = (valueAt(site.args, path) ?? {}) as Readonly<Record<string, unknown>>;
  const names = ["period", "overlaps", "from", "to"].filter((name) => beside[name] != null);
  const [dated] = names;
  if (dated !== undefined && beside.periodIsNull === true)
    throw wrong(
      [...path, "periodIsNull"],
      `is true and ${told([...path, dated])} asks for a period: nothing is both; leave one of them out.`,
    );
  if (names.length < 2 || (beside.period == null && beside.overlaps == null)) return;
  bind(planning, site, (args) => {
    const given = (name: string): unknown =>
      names.includes(name) ? valueAt(args, [...path, name]) : undefined;
    const fail = (one: string, other: string): never => {
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `${told([...path, one])} is ${JSON.stringify(given(one))} and ${told([...path, other])} is ${JSON.stringify(given(other))}: no figure's period meets both; leave one of them out.`,
      );
    };
    const [period, overlaps] = [spanGiven(given("period")), spanGiven(given("overlaps"))];
    const [from, to] = [given("from"), given("to")];
    if (period !== undefined && overlaps !== undefined)
      if (period.start > overlaps.end || period.end < overlaps.start) fail("overlaps", "period");
    for (const [name, span] of Object.entries({ period, overlaps })) {
      if (span === undefined) continue;
      if (typeof from === "string" && spanOfDate(from).start > span.end) fail("from", name);
      if (typeof to === "string" && spanOfDate(to).end < span.start) fail("to", name);
    }
    return null;
  });
}
