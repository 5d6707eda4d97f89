// Which figures are set against each other, and which are not, with the reason: an invented world of odd figures.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { oddFigures } from "../support/odd-figures.ts";

const { data } = loadedEngines(oddFigures);

type Growth = {
  readonly change: number | null;
  readonly percent: number | null;
  readonly reasons: readonly string[];
  readonly previous: { readonly period: string } | null;
};

async function growths(subject: string, metric: string): Promise<unknown[]> {
  const { series } = await data<{ series: { points: { period: string | null; growth: Growth }[] }[] }>(
    `{ series(metric: "${metric}", subjects: ["region:${subject}"], to: "2024") { points { period growth { change percent reasons previous { period } } } } }`,
  );
  return (series[0]?.points ?? []).map(({ period, growth }) => [
    period,
    growth.previous?.period ?? null,
    growth.change,
    growth.percent,
    ...growth.reasons,
  ]);
}

describe("growth against the latest earlier figure that compares", () => {
  test("in one normalised unit and length of period, past those that do not compare; a bound is never computed", async () => {
    expect(await growths("one", "output")).toEqual([
      ["2020", null, null, null, "NO_EARLIER"],
      ["2021", "2020", 50_000_000, 100],
      // 2022-H1 begins with 2022 and ends before it.
      ["2022-H1", "2021", null, null, "PERIOD_LENGTH"],
      ["2022", "2021", null, null, "UNIT"],
      ["2023", "2021", null, null, "BOUND"],
    ]);
  });

  test("overlapping periods are no growth; the next that lies apart is", async () => {
    expect(await growths("two", "output")).toEqual([
      ["2022-01/2022-06", null, null, null, "NO_EARLIER"],
      ["2022-04/2022-09", "2022-01/2022-06", null, null, "OVERLAP"],
      ["2023-H1", "2022-04/2022-09", 6, 50],
    ]);
  });

  test("家 and 家次 differ, and so does what is counted", async () => {
    expect(await growths("three", "count")).toEqual([
      ["2021", null, null, null, "NO_EARLIER"],
      ["2022", "2021", null, null, "SCOPE"],
      ["2023", "2021", 20, 20],
      ["2024", "2023", null, null, "COUNTED"],
    ]);
  });

  test("percentages and ranks change in points, and what starts below zero has no rate", async () => {
    expect((await growths("four", "share"))[1]).toEqual(["2022", "2021", 2.5, null]);
    expect((await growths("four", "rank"))[1]).toEqual(["2022", "2021", -2, null]);
    expect((await growths("four", "output"))[1]).toEqual(["2022", "2021", 8, null]);
  });

  test("several figures of one period that differ give none; that agree give one", async () => {
    expect(await growths("five", "output")).toEqual([
      ["2020", null, null, null, "NO_EARLIER"],
      ["2020", null, null, null, "NO_EARLIER"],
      ["2021", "2020", null, null, "SEVERAL"],
      ["2021", "2020", null, null, "SEVERAL"],
      ["2022", "2021", 11, 50],
    ]);
  });

  test("an undated figure stands last, without growth, and falls out of any span", async () => {
    const { all, some } = await data<
      Record<string, { points: { period: string | null; growth: { reasons: string[] } }[] }[]>
    >(
      `{ all: series(metric: "output", subjects: ["region:one"]) { points { period growth { reasons } } }
         some: series(metric: "output", subjects: ["region:one"], from: "2021", to: "2022-06") { points { period growth { reasons } } } }`,
    );
    expect(all?.[0]?.points.at(-1)).toEqual({ period: null, growth: { reasons: ["UNDATED"] } });
    // 2022 begins within the span but does not end in it.
    expect(some?.[0]?.points.map((point) => point.period)).toEqual(["2021", "2022-H1"]);
  });
});

describe("figures side by side", () => {
  test("against the first metric of the first subject, period by period; days, not their writing, make a period", async () => {
    const { comparison } = await data<{
      comparison: {
        figures: {
          subject: { name: string };
          observation: { metric: string; value: number };
          ratio: number | null;
          difference: number | null;
          reasons: string[];
        }[];
      }[];
    }>(
      `{ comparison(metrics: ["output", "gdp", "count"], subjects: ["region:one", "region:two", "region:four", "region:five"], from: "2025") {
        periodStart figures { subject { name } observation { metric value } ratio difference reasons } } }`,
    );
    const rows = comparison.map(({ figures }) =>
      figures.map((one) => [
        one.subject.name,
        one.observation.metric,
        one.observation.value,
        one.ratio,
        one.difference,
        ...one.reasons,
      ]),
    );
    expect(rows).toEqual([
      [
        ["one", "output", 20, 1, 0],
        ["one", "gdp", 40, 2, 20],
        ["one", "count", 4, null, null, "UNIT", "METRIC"],
        ["two", "output", 30, 1.5, 10],
        ["two", "count", 0, null, null, "UNIT", "METRIC"],
        ["four", "output", 50, null, null, "BOUND"],
        ["four", "count", 5, null, null, "UNIT", "METRIC"],
        ["five", "output", 45, null, null, "STATUS"],
      ],
    ]);
  });
});

interface RankingAnswer {
  readonly total: number;
  readonly ranked: readonly {
    readonly rank: number;
    readonly observation: { readonly subject: { readonly name: string } };
  }[];
  readonly apart: readonly {
    readonly reasons: readonly string[];
    readonly observation: { readonly subject: { readonly name: string } };
  }[];
  readonly apartTotal: number;
}

describe("ranking", () => {
  const fields =
    "total apartTotal ranked { rank observation { subject { name } } } apart { reasons observation { subject { name } } }";
  const ranks = (one: RankingAnswer | undefined) =>
    one?.ranked.map((row) => `${row.rank} ${row.observation.subject.name}`);

  test("equal figures share a rank; what does not compare stands apart with the reason; a region means its parts", async () => {
    const { all, parts, up, one } = await data<Record<string, RankingAnswer>>(`{
      all: ranking(metric: "output", period: "2025") { ${fields} }
      parts: ranking(metric: "output", period: "2025", region: "region:city") { ${fields} }
      up: ranking(metric: "output", period: "2025", order: ASC, kind: REGION) { ${fields} }
      one: ranking(metric: "output", period: "2025", first: 1) { ${fields} }
    }`);
    expect(ranks(all)).toEqual(["1 city", "2 two", "2 three", "4 one"]);
    expect(ranks(parts)).toEqual(["1 two", "1 three", "3 one"]);
    expect(ranks(up)).toEqual(["1 one", "2 two", "2 three", "4 city"]);
    expect(ranks(one)).toEqual(["1 city"]);
    expect(one?.total).toBe(4);
    expect(all?.apart.map((row) => [row.observation.subject.name, ...row.reasons])).toEqual([
      ["four", "BOUND"],
      ["five", "STATUS"],
    ]);
    expect(one?.apartTotal).toBe(2);
  });

  test("households are not ranked among occurrences", async () => {
    const { ranking } = await data<{ ranking: RankingAnswer }>(
      `{ ranking(metric: "count", period: "2025") { ${fields} } }`,
    );
    expect(ranks(ranking)).toEqual(["1 four", "2 one", "3 two"]);
    expect(ranking.apart.map((row) => row.reasons)).toEqual([["SCOPE"]]);
  });
});

describe("shares and per-unit figures", () => {
  interface Parts {
    readonly shares: {
      readonly parts: readonly {
        readonly percent: number | null;
        readonly reasons: readonly string[];
        readonly observation: { readonly subject: { readonly name: string } };
      }[];
    };
  }

  test("the subject's own parts are its parts, each against the whole or with the reason why not", async () => {
    const { shares } = await data<Parts>(
      `{ shares(subject: "region:city", metric: "output", period: "2025") { parts { percent reasons observation { subject { name } } } } }`,
    );
    expect(
      shares.parts.map((part) => [part.observation.subject.name, part.percent, ...part.reasons]),
    ).toEqual([
      ["four", null, "BOUND"],
      ["five", null, "STATUS"],
      ["two", 24],
      ["three", 24],
      ["one", 16],
    ]);
  });

  test("parts that are named: another metric only where it is comparable, another period never", async () => {
    const { shares } = await data<Parts>(
      `{ shares(subject: "region:one", metric: "gdp", period: "2025", parts: ["observation:001", "observation:026", "observation:032", "observation:034"]) {
        parts { percent reasons observation { subject { name } } } } }`,
    );
    expect(shares.parts.map((part) => [part.percent, ...part.reasons])).toEqual([
      [null, "PERIOD"],
      [50],
      [null, "UNIT", "SCOPE", "METRIC"],
      [null, "UNIT", "METRIC"],
    ]);
  });

  test("per enterprise and per mu: divided where the days agree, said where not", async () => {
    const { a, b } = await data<
      Record<
        string,
        { subject: { name: string }; value: number | null; unit: string | null; reasons: string[] }[]
      >
    >(`{
      a: perUnit(metric: "output", per: "count", period: "2025", subjects: ["region:one", "region:two", "region:three", "region:four", "region:five", "region:city"]) {
        subject { name } value unit reasons }
      b: perUnit(metric: "area", per: "land", subjects: ["region:one"]) { subject { name } value unit reasons }
    }`);
    expect(a?.map((row) => [row.subject.name, row.value, row.unit, ...row.reasons])).toEqual([
      ["one", 5, "yuan per enterprise"],
      ["two", null, "yuan per enterprise", "ZERO"],
      // Per 家次 is divided, and its unit says so.
      ["three", 6, "yuan per recognition"],
      ["four", null, "yuan per enterprise", "BOUND"],
      ["five", null, "yuan per enterprise", "STATUS", "PERIOD"],
      ["city", null, null, "NO_FIGURE"],
    ]);
    expect(b).toEqual([
      { subject: { name: "one" }, value: null, unit: "yuan per mu", reasons: ["CONFLICT"] },
    ]);
  });
});
