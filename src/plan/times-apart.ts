// Times that a request gives beside each other and no figure can lie in at once: refused, since 0 would look as if
// nothing were known.
import { IndustryGraphError } from "../errors.ts";
import { type Span, spanOfDate, spanOfPeriod } from "../ontology/spans.ts";
import { readPeriod } from "../ontology/written.ts";
import { type FilterPlace, told, wrong } from "./filter-place.ts";
import { bind, type Planning, type Site } from "./planning.ts";
import { valueAt } from "./references.ts";

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
