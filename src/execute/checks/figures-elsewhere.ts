// Figures that are known of other periods, or in other places, than a question asks for.

import { IndustryGraphError } from "../../errors.ts";
import { figureKind } from "../../ontology/model.ts";
import { type Span, spanOfDate, spanOfPeriod } from "../../ontology/spans.ts";
import type { Arguments } from "../../run/step.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import type { Elsewhere } from "./answered.ts";
import { called } from "./called.ts";
import { nearestPeriods } from "./periods.ts";

/** How many are told of whom there are figures. */
const told = 5;

/** The arguments that say when, and what they ask of a figure. */
const times = { period: "lies in", overlaps: "has a day in", from: "begins since", to: "ends by" } as const;

type Time = keyof typeof times;

const timesGiven = (args: Arguments): Time[] =>
  (Object.keys(times) as Time[]).filter((name) => typeof args[name] === "string");

const textsOf = (value: unknown): string[] => [value ?? []].flat().map(String);

/** Whether figures of a period are asked for. */
function isAsked(period: string, args: Arguments): boolean {
  const { start, end } = spanOfPeriod(period);
  const holds: Readonly<Record<Time, (value: string) => boolean>> = {
    period: (value) => start >= spanOfPeriod(value).start && end <= spanOfPeriod(value).end,
    overlaps: (value) => start <= spanOfPeriod(value).end && end >= spanOfPeriod(value).start,
    from: (value) => start >= spanOfDate(value).start,
    to: (value) => end <= spanOfDate(value).end,
  };
  return timesGiven(args).every((name) => holds[name](String(args[name])));
}

/** The days that are asked for, as far as they are bounded. */
function spanAsked(args: Arguments): Span {
  const [one] = textsOf(args.period ?? args.overlaps);
  if (one !== undefined) return spanOfPeriod(one);
  const [[from], [to]] = [textsOf(args.from), textsOf(args.to)];
  return {
    start: from === undefined ? "0000-01-01" : spanOfDate(from).start,
    end: to === undefined ? "9999-12-31" : spanOfDate(to).end,
  };
}

const listed = (all: readonly string[]): string =>
  all.slice(0, told).join(", ") + (all.length > told ? " and others" : "");

/** The figures of a metric, of subjects, within a place or of all, and what is told of them in words. */
interface Figures {
  readonly pattern: string;
  readonly parameters: Readonly<Record<string, string | string[]>>;
  readonly words: string;
}

function wrongPeriod(args: Arguments, { words }: Figures, periods: readonly string[]): Error {
  const given = timesGiven(args);
  const near = nearestPeriods(periods, spanAsked(args));
  const others = periods.length > near.length ? " and others" : "";
  const asked = given.map((name) => `${times[name]} ${JSON.stringify(args[name])}`).join(" and ");
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${given.join(", ")}: no figure of ${words} ${asked}: there are some of ${near.join(", ")}${others}. Ask for one of these.`,
  );
}

/** Creates what tells of which periods, or of whom, figures are known where a question about figures found none. */
export function createFiguresElsewhere(store: Pick<GraphStore, "read">): Elsewhere {
  const periodsOf = async ({ pattern, parameters }: Figures, read: ReadOptions): Promise<string[]> => {
    const rows = await store.read(
      `// The periods of figures that were asked for.\n${pattern} AND n.period IS NOT NULL RETURN DISTINCT n.period AS period ORDER BY period`,
      parameters,
      read,
    );
    return rows.map(({ period }) => String(period));
  };

  return async (args, read) => {
    // An empty list holds for none.
    if ([args.metrics, args.subjects].some((given) => Array.isArray(given) && given.length === 0))
      return undefined;
    const metrics = textsOf(args.metrics ?? args.metric);
    const [kind, subjects, region] = [textsOf(args.kind), textsOf(args.subjects), textsOf(args.region)];
    const ofMetric = metrics.map((metric) => JSON.stringify(metric)).join(" or ");
    const ofKind = kind.length === 0 ? "" : " AND n.subjectKind IN $kind";
    const isAny = { metrics, kind };
    const all: Figures = {
      pattern: `MATCH (n:${figureKind}) WHERE n.metric IN $metrics${ofKind}`,
      parameters: isAny,
      words: ofMetric,
    };
    if (subjects.length > 0) {
      const own: Figures = {
        pattern: `UNWIND $subjects AS asked MATCH (:Entity {id: asked})<-[:OBSERVES]-(n:${figureKind}) WHERE n.metric IN $metrics`,
        parameters: { metrics, subjects },
        words: `${ofMetric} about ${listed(await called(store, subjects, read))}`,
      };
      const periods = await periodsOf(own, read);
      return periods.length === 0 || periods.some((period) => isAsked(period, args))
        ? undefined
        : wrongPeriod(args, own, periods);
    }
    const [place] = region;
    if (place !== undefined) {
      const [name] = await called(store, region, read);
      const own: Figures = {
        pattern: `MATCH (:Entity {id: $place})<-[:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[:PART_OF*0..3]-(about:Entity)<-[:OBSERVES]-(n:${figureKind})
WHERE n.metric IN $metrics${ofKind} AND about.id <> $place AND (site = held OR ((site:Region OR site:Park)
  AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))`,
        parameters: { ...isAny, place },
        words: `${ofMetric} about what belongs to ${name}`,
      };
      const periods = await periodsOf(own, read);
      if (periods.some((period) => isAsked(period, args))) return undefined;
      if (periods.length > 0) return wrongPeriod(args, own, periods);
    }
    const periods = await periodsOf(all, read);
    const there = periods.filter((period) => isAsked(period, args));
    if (place === undefined || there.length === 0)
      return periods.length === 0 || there.length > 0 ? undefined : wrongPeriod(args, all, periods);
    const others = await store.read(
      `// Whom figures are about.\nMATCH (s:Entity)<-[:OBSERVES]-(n:${figureKind}) WHERE n.metric IN $metrics${ofKind} AND n.period IN $there RETURN DISTINCT s.id AS id ORDER BY id LIMIT ${told + 1}`,
      { ...isAny, there },
      read,
    );
    const [name, ...about] = await called(store, [place, ...others.map(({ id }) => String(id))], read);
    return new IndustryGraphError(
      "BAD_ARGUMENT",
      `region: no figure of ${ofMetric} is about what belongs to ${name}; figures about the place itself are not ranked in it. There are some about ${listed(about)}: ask for a region that these belong to, or leave it out.`,
    );
  };
}
