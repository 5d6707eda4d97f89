// Conditions on a figure that none of the metric meets by its period and how firmly it is said: the output of a year of
// which there is none, or of which there are forecasts alone.
import { IndustryGraphError } from "../../errors.ts";
import { figureKind } from "../../ontology/model.ts";
import { spanOfPeriod } from "../../ontology/spans.ts";
import { valuesTogether } from "../../plan/contradictions.ts";
import { told } from "../../plan/filter-place.ts";
import type { Counted } from "../../plan/formula.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { nearestPeriods } from "./periods.ts";

/** How firmly facts are said: what a condition asks for that says nothing of it. */
const facts: readonly string[] = ["STATED", "IMPLIED"];

/** The problem of a condition on a figure that no figure about a kind meets, whatever its value. */
export async function figureUnheld(
  store: Pick<GraphStore, "read">,
  { match, path }: Counted,
  kind: string,
  read: ReadOptions,
): Promise<Error | undefined> {
  const given = new Map(valuesTogether(match).map(({ about, value }) => [about, value]));
  const [metric, period, status] = ["metric", "period", "status"].map((name) => given.get(name));
  if (typeof metric !== "string") return undefined;
  const rows = await store.read(
    `// When figures of a metric are of, and how firmly they are said.\nMATCH (n:${figureKind}) WHERE n.metric = $metric AND n.subjectKind = $kind RETURN DISTINCT n.period AS period, coalesce(n.status, 'STATED') AS status ORDER BY period, status`,
    { metric, kind },
    read,
  );
  const asked = typeof period === "string" ? spanOfPeriod(period) : undefined;
  const liesIn = (one: unknown): boolean => {
    if (asked === undefined) return true;
    if (typeof one !== "string") return false;
    const { start, end } = spanOfPeriod(one);
    return start >= asked.start && end <= asked.end;
  };
  const isSaidSo = (one: unknown): boolean =>
    status === "facts" ? facts.includes(String(one)) : one === status;
  const there = rows.filter((row) => liesIn(row.period));
  if (rows.length === 0 || there.some((row) => isSaidSo(row.status))) return undefined;
  const of = `no figure of ${JSON.stringify(metric)}`;
  const statuses = [...new Set(there.map((row) => String(row.status)))];
  if (statuses.length > 0)
    return new IndustryGraphError(
      "BAD_ARGUMENT",
      `${told([...path, "status"])}: ${of}${asked === undefined ? "" : ` in ${JSON.stringify(period)}`} is ${status === "facts" ? "a fact, as is asked where status is left out" : status}; there are some that are ${statuses.join(", ")}: give that as status.`,
    );
  const periods = [...new Set(rows.flatMap((row) => (typeof row.period === "string" ? [row.period] : [])))];
  if (asked === undefined || periods.length === 0) return undefined;
  const near = nearestPeriods(periods, asked);
  const others = periods.length > near.length ? " and others" : "";
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${told([...path, "period"])}: ${of} lies in ${JSON.stringify(period)}: there are some of ${near.join(", ")}${others}. Ask for one of these.`,
  );
}
