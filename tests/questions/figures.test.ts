// Figures of the five reports: answers worked out by hand from their lines.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data, ask } = loadedEngines("seed");

interface Observed {
  readonly value: number;
  readonly [more: string]: unknown;
}

describe("figures of the five reports", () => {
  test("SRDI output of Xishan: 721 hundred million yuan in 2022, said to be up 24.7 %, with its line", async () => {
    const { series } =
      await data(`{ series(metric: "srdi-output", subjects: ["region:xishan"], from: "2022", to: "2022") {
      subject { name } definition { name normalUnit }
      points { value unit normalisedValue normalisedUnit period periodStart periodEnd periodLength bound status yearOnYear
        growth { previous { id } percent reasons } sources { line document { stem } } } } }`);
    expect(series).toEqual([
      {
        subject: { name: "锡山区" },
        definition: { name: "专精特新企业产值", normalUnit: "yuan" },
        points: [
          {
            value: 721,
            unit: "亿元",
            normalisedValue: 72_100_000_000,
            normalisedUnit: "yuan",
            period: "2022",
            periodStart: "2022-01-01",
            periodEnd: "2022-12-31",
            periodLength: "P12M",
            bound: "EXACT",
            status: "STATED",
            yearOnYear: 24.7,
            growth: { previous: null, percent: null, reasons: ["NO_EARLIER"] },
            sources: [{ line: 16, document: { stem: "002_9915ebdee877c537" } }],
          },
        ],
      },
    ]);
  });

  test("that is 32.9 % of the industrial output, 2194", async () => {
    const { shares } = await data<{
      shares: { whole: Observed; parts: { percent: number; reasons: string[]; observation: Observed }[] };
    }>(
      `{ shares(subject: "region:xishan", metric: "industrial-output", period: "2022", metrics: ["srdi-output"]) {
        whole { value sources { line } } parts { percent reasons observation { value metric sources { line } } } } }`,
    );
    expect(shares.whole).toEqual({ value: 2194, sources: [{ line: 16 }] });
    expect(shares.parts).toEqual([
      {
        percent: 32.86,
        reasons: [],
        observation: { value: 721, metric: "srdi-output", sources: [{ line: 16 }] },
      },
    ]);
  });

  test("155 smart benchmarks are 80 municipal and 75 provincial ones: the parts that a check declares", async () => {
    const { shares } = await data<{
      shares: { whole: Observed; parts: { percent: number; observation: Observed }[] };
    }>(
      `{ shares(subject: "region:xishan", metric: "smart-benchmark-count", period: "2022") { whole { value } others { value }
        parts { percent reasons observation { value counts } } } }`,
    );
    expect(shares).toMatchObject({
      whole: { value: 155 },
      parts: [
        { percent: 51.61, reasons: [], observation: { value: 80, counts: "市级标杆" } },
        { percent: 48.39, reasons: [], observation: { value: 75, counts: "省级标杆" } },
      ],
    });
  });

  test("60 projects of 553: started 350 are 63.3 %, completed 203 are 36.7 %", async () => {
    const { shares } = await data<{ shares: unknown }>(
      `{ shares(observation: "observation:autumn-month-2023-projects-investment-2023") { parts { percent reasons observation { value } } } }`,
    );
    expect(shares).toEqual({
      parts: [
        { percent: 63.29, reasons: [], observation: { value: 350 } },
        { percent: 36.71, reasons: [], observation: { value: 203 } },
      ],
    });
  });

  test("an SRDI enterprise of Xishan made 3.32 hundred million yuan: 721 over 217", async () => {
    const { perUnit } = await data(
      `{ perUnit(metric: "srdi-output", per: "srdi-count", subjects: ["region:xishan"], period: "2022") {
        subject { id } value unit reasons numerator { value } denominator { value unit } } }`,
    );
    expect(perUnit).toEqual([
      {
        subject: { id: "region:xishan" },
        value: 332_258_064.52,
        unit: "yuan per enterprise",
        reasons: [],
        numerator: { value: 721 },
        denominator: { value: 217, unit: "家" },
      },
    ]);
  });

  test("an SRDI enterprise of Xishan paid 12.35 million yuan of tax: 26.8 over 217", async () => {
    const { perUnit } = await data(
      `{ perUnit(metric: "srdi-tax", per: "srdi-count", subjects: ["region:xishan"]) { value reasons } }`,
    );
    expect(perUnit).toEqual([{ value: 12_350_230.41, reasons: [] }]);
  });

  test("output per mu of Wuzhong is not computed: the output is a forecast, and a conflict says the two do not fit", async () => {
    const { perUnit } = await data(
      `{ perUnit(metric: "industrial-output", per: "assessed-land", subjects: ["region:wuzhong"], period: "2021") {
        value reasons numerator { value status } denominator { value unit } } }`,
    );
    expect(perUnit).toEqual([
      {
        value: null,
        reasons: ["STATUS", "CONFLICT"],
        numerator: { value: 2160, status: "FORECAST" },
        denominator: { value: 47378, unit: "亩" },
      },
    ]);
  });

  test("leading industries of Wuzhong by their scale expected for 2021: robots 800, information technology 500, biomedicine 200", async () => {
    const { ranking } = await data(
      `{ ranking(metric: "industry-scale", period: "2021", status: FORECAST, region: "region:wuzhong") {
        total ranked { rank observation { value subject { id } } } apartTotal } }`,
    );
    expect(ranking).toEqual({
      total: 3,
      ranked: [
        { rank: 1, observation: { value: 800, subject: { id: "cluster:wuzhong-robots" } } },
        { rank: 2, observation: { value: 500, subject: { id: "cluster:wuzhong-it" } } },
        { rank: 3, observation: { value: 200, subject: { id: "cluster:wuzhong-biomedicine" } } },
      ],
      apartTotal: 0,
    });
  });

  test("as facts none of them is ranked, because each is a forecast", async () => {
    const { ranking } = await data(
      `{ ranking(metric: "industry-scale", period: "2021", region: "region:wuzhong") { total ranked { rank } apart { reasons observation { value } } } }`,
    );
    expect(ranking).toEqual({
      total: 0,
      ranked: [],
      apart: [800, 500, 200].map((value) => ({ reasons: ["STATUS"], observation: { value } })),
    });
  });

  test("biomedicine of Wuzhong is to grow from 200 to 300, said to be 50 %: a target against a forecast is not computed", async () => {
    const { series } = await data<{ series: { points: unknown[] }[] }>(
      `{ series(metric: "industry-scale", subjects: ["cluster:wuzhong-biomedicine"], to: "2022") {
        points { value status yearOnYear growth { previous { value } change percent reasons } } } }`,
    );
    expect(series[0]?.points).toEqual([
      {
        value: 200,
        status: "FORECAST",
        yearOnYear: null,
        growth: { previous: null, change: null, percent: null, reasons: ["NO_EARLIER"] },
      },
      {
        value: 300,
        status: "TARGET",
        yearOnYear: 50,
        growth: { previous: { value: 200 }, change: null, percent: null, reasons: ["STATUS"] },
      },
    ]);
  });

  test("industrial output of 2022: Xishan's 2194 is a fact, Wuzhong's over 2300 a target with a bound: side by side, not computed", async () => {
    const { comparison } = await data<{ comparison: { periodStart: string }[] }>(
      `{ comparison(metrics: ["industrial-output"], subjects: ["region:xishan", "region:wuzhong"], from: "2022", to: "2022") {
        periodStart periodEnd base { value } figures { subject { name } observation { value bound status } difference ratio reasons } } }`,
    );
    expect(comparison).toEqual([
      {
        periodStart: "2022-01-01",
        periodEnd: "2022-12-31",
        base: { value: 2194 },
        figures: [
          {
            subject: { name: "锡山区" },
            observation: { value: 2194, bound: "EXACT", status: "STATED" },
            difference: 0,
            ratio: 1,
            reasons: [],
          },
          {
            subject: { name: "吴中区" },
            observation: { value: 2300, bound: "AT_LEAST", status: "TARGET" },
            difference: null,
            ratio: null,
            reasons: ["BOUND", "STATUS"],
          },
        ],
      },
    ]);
  });

  test("33 national little giants are 家, 119 provincial recognitions 家次: they are not set against each other", async () => {
    const { comparison } = await data(
      `{ comparison(metrics: ["srdi-national-total", "srdi-provincial-total"], subjects: ["region:xishan"], from: "2023", to: "2023") {
        figures { observation { value unit } ratio reasons } } }`,
    );
    expect(comparison).toEqual([
      {
        figures: [
          { observation: { value: 33, unit: "家" }, ratio: 1, reasons: [] },
          { observation: { value: 119, unit: "家次" }, ratio: null, reasons: ["SCOPE", "METRIC"] },
        ],
      },
    ]);
  });

  test("100 new cloud enterprises are Wuzhong's target for 2022: due when the year is over, open as nothing was stated since", async () => {
    const edge = (asOf: string) =>
      `targets(subject: "region:wuzhong", metric: "cloud-star-new", asOf: "${asOf}") { totalCount edges { outcome due late actual { value } reasons node { value period sources { line } } } }`;
    const { before, after } = await data<Record<string, unknown>>(
      `{ before: ${edge("2022")} after: ${edge("2023-01")} }`,
    );
    const target = (due: boolean) => ({
      totalCount: 1,
      edges: [
        {
          outcome: "OPEN",
          due,
          late: null,
          actual: null,
          reasons: ["NO_FIGURE"],
          node: { value: 100, period: "2022", sources: [{ line: 10 }] },
        },
      ],
    });
    expect(before).toEqual(target(false));
    expect(after).toEqual(target(true));
  });

  test("what is not there is an error that says so, never an empty answer", async () => {
    const answer = await ask(`{
      shares(observation: "observation:nowhere") { whole { value } }
      series(metric: "srdi-output", subjects: ["region:nowhere"]) { id subject { name } points { value } }
      none: series(metric: "nothing", subjects: []) { id }
      ranking(metric: "nothing", period: "2022") { total ranked { rank } apart { reasons } }
      comparison(metrics: ["nothing"], subjects: ["region:xishan"]) { periodStart }
      perUnit(metric: "nothing", per: "srdi-count", subjects: ["region:xishan"]) { value }
    }`);
    expect([...answer.messages].sort()).toEqual([
      ...Array.from({ length: 4 }, () => '"nothing" is the id or name of no Metric here.'),
      '"observation:nowhere" is the id or name of no Observation here.',
      '"region:nowhere" is the id or name of nothing here.',
    ]);
  });

  test("a period that is none is refused", async () => {
    const { messages } = await ask(`query ($p: Period!) { ranking(metric: "x", period: $p) { total } }`, {
      p: "2022-H3",
    });
    expect(messages.join()).toContain("write 2022, 2022-H1");
  });
});
