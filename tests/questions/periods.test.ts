// One rule of periods, order of values by unit, totals and their parts: answers worked out by hand from the five reports.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data, ask } = loadedEngines("seed");

interface Figures {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly value: number;
    readonly unit: string;
    readonly normalisedValue: number;
    readonly normalisedUnit: string;
    readonly counts: string | null;
    readonly period: string;
  }[];
}
const figures = "totalCount nodes { value unit normalisedValue normalisedUnit counts period }";

describe("a period finds what lies in it, however it is written", () => {
  test.each([
    "2022",
    "2022年",
    "２０２２",
    "2022-01/2022-12",
    "2022-01-01/2022-12-31",
    "2022年1-12月",
    "二〇二二年",
  ])("%s", async (period) => {
    const all = await data<{ year: Figures; own: { observations: Figures }; same: Figures }>(
      `query($period: String) { year: observations(filter: { period: "2022" }) { totalCount }
          same: observations(filter: { period: $period }) { totalCount }
          own: cluster(name: "四新四强") { observations(period: $period, metric: "cluster-revenue") { ${figures} } } }`,
      { period },
    );
    expect(all.same).toEqual(all.year);
    // 1021.3 hundred million yuan in the first half of 2022 (000:4) lies in the year.
    expect(all.own.observations.nodes).toMatchObject([{ value: 1021.3, period: "2022-H1" }]);
  });

  test("the first nine and ten months of 2023 lie in 2023 (003:20, 23); the nine lie in the ten and not the reverse", async () => {
    const count = async (period: string): Promise<number> =>
      (
        await data<{ observations: Figures }>(
          `query($period: String) { observations(filter: { period: $period, metric: "sector-output" }) { ${figures} } }`,
          { period },
        )
      ).observations.totalCount;
    expect(await count("2023年")).toBe(1);
    expect(await count("2023年前10个月")).toBe(1);
    expect(await count("2023年前三季度")).toBe(1);
    expect(await count("2021年")).toBe(0);
    // None is of so short a period, so that none could lie in it.
    const { messages } = await ask(
      `{ observations(filter: { period: "2023年上半年", metric: "sector-output" }) { totalCount } }`,
    );
    expect(messages).toEqual([
      expect.stringMatching(/no figure of "sector-output" can lie in .*2023-01\/2023-09/),
    ]);
  });

  test("what only overlaps is found where it is asked for: the half year has days in common with the ten months", async () => {
    const { within, overlaps, own, series } = await data<{
      within: Figures;
      overlaps: Figures;
      own: { observations: Figures };
      series: { points: unknown[] }[];
    }>(
      `{ within: observations(filter: { metric: "signed-projects", period: "2023年上半年" }) { totalCount }
         overlaps: observations(filter: { metric: "signed-projects", overlaps: "2023年上半年" }) { ${figures} }
         own: region(name: "锡山区") { observations(metric: "signed-projects", overlaps: 2023) { totalCount } }
         series(metric: "signed-projects", subjects: ["region:xishan"], overlaps: "2023-Q4") { points { value } } }`,
    );
    expect(within.totalCount).toBe(0);
    expect(overlaps.nodes).toMatchObject([{ value: 35, period: "2023-01/2023-10" }]);
    expect(own.observations.totalCount).toBe(1);
    expect(series).toEqual([{ points: [{ value: 35 }] }]);
  });

  test("rankings, shares and values per unit take overlaps too: a half year finds the figures of the year it lies in", async () => {
    // 721 of 2194 hundred million yuan are SRDI enterprises', and 721 over 217 enterprises; all of 2022 (002:16, 003:15).
    const answer = await data(`{
      ranking(metric: "规上工业总产值", overlaps: "2022-H1") { total ranked { rank observation { value period } } }
      shares(subject: "锡山区", metric: "规上工业总产值", overlaps: "2022-H1") { whole { value period } parts { percent } }
      perUnit(metric: "srdi-output", per: "srdi-count", subjects: ["锡山区"], overlaps: "2022-H1") { value numerator { period } }
    }`);
    expect(answer).toEqual({
      ranking: { total: 1, ranked: [{ rank: 1, observation: { value: 2194, period: "2022" } }] },
      shares: { whole: { value: 2194, period: "2022" }, parts: [{ percent: 32.86 }] },
      perUnit: [{ value: 332_258_064.52, numerator: { period: "2022" } }],
    });
    for (const question of [
      `ranking(metric: "规上工业总产值", period: "2022-H1") { total apartTotal }`,
      `shares(subject: "锡山区", metric: "规上工业总产值", period: "2022-H1") { whole { value } }`,
      `perUnit(metric: "srdi-output", per: "srdi-count", subjects: ["锡山区"], period: "2022-H1") { value }`,
    ])
      expect((await ask(`{ ${question} }`)).messages.join()).toMatch(
        /can lie in "2022-H1": all are of longer periods/,
      );
  });

  test.each([
    [`{ ranking(metric: "规上工业总产值") { total } }`, /ranking needs period, or overlaps/],
    [
      `{ shares(subject: "锡山区", metric: "规上工业总产值") { whole { value } } }`,
      /shares needs observation, or/,
    ],
  ])("%s says what it needs", async (query, message) => {
    const answer = await ask(query);
    expect(answer.errors[0]?.code).toBe("BAD_ARGUMENT");
    expect(answer.messages.join()).toMatch(message);
  });

  test("a ranking of 2023 ranks what lies in it: one of ten months; the day of the meeting stands apart (003:23, 26)", async () => {
    const { ranking } = await data(
      `{ ranking(metric: "signed-projects", period: "2023年") { total ranked { rank observation { value period } }
          apart { reasons observation { value period } } } }`,
    );
    const days = expect.arrayContaining(["PERIOD_LENGTH"]);
    expect(ranking).toMatchObject({ total: 1, ranked: [{ rank: 1 }], apart: [{ reasons: days }] });
  });

  test("a period or date that cannot be read is refused with the forms that can", async () => {
    const wrong = await ask(`query($p: String) { observations(filter: { period: $p }) { totalCount } }`, {
      p: "近三年",
    });
    expect(wrong.errors).toEqual([{ code: "BAD_ARGUMENT", path: ["observations"] }]);
    expect(wrong.messages[0]).toMatch(
      /filter\.period|period "近三年" is no period: write 2022, .*2022年上半年/,
    );
    const field = await ask(`{ region(name: "锡山区") { observations(period: "上周") { totalCount } } }`);
    expect(field.errors).toEqual([{ code: "BAD_ARGUMENT", path: ["region"] }]);
    await expect(ask(`{ enterprises(asOf: "昨天") { totalCount } }`)).rejects.toThrow(
      /is no date: write 2021, .*2021年12月/,
    );
  });

  test("dates are read as they are written too: as of 2021年底 is as of 2021", async () => {
    const { a, b } = await data(
      `{ a: certification(id: "certification:srdi-little-giant-national") { holders(asOf: "2021年底") { totalCount } }
         b: certification(id: "certification:srdi-little-giant-national") { holders(asOf: "2021") { totalCount } } }`,
    );
    expect(a).toEqual(b);
  });
});

describe("values are ordered within a unit, never across units", () => {
  test("the largest figures of Wuzhong in 2021: each unit in order, 47,378 亩 never between sums of money", async () => {
    const { observations } = await data<{ observations: Figures }>(
      `{ observations(filter: { within: "region:wuzhong", period: "2021" }, orderBy: [{ field: VALUE, direction: DESC }], first: 200) { ${figures} } }`,
    );
    const units = observations.nodes.map((one) => one.normalisedUnit);
    const blocks = units.filter((unit, index) => unit !== units[index - 1]);
    expect(new Set(blocks).size).toBe(blocks.length);
    expect(blocks).toEqual(expect.arrayContaining(["count", "mu", "yuan", "per cent"]));
    for (const unit of blocks) {
      const values = observations.nodes.filter((one) => one.normalisedUnit === unit);
      expect(values.map((one) => one.normalisedValue)).toEqual(
        values.map((one) => one.normalisedValue).sort((a, b) => b - a),
      );
    }
  });

  test("of money alone, its clusters among it: 2160 亿元, 800, 500, 200, 105, 17.8, 4.6, 1.7, then 8268 万元 (001:1, 3, 6)", async () => {
    const { observations } = await data<{ observations: Figures }>(
      `{ observations(filter: { within: "region:wuzhong", period: "2021", unit: "yuan" }, orderBy: [{ field: VALUE, direction: DESC }]) { ${figures} } }`,
    );
    const told = observations.nodes.map((one) => `${one.value}${one.unit}`);
    const billions = [2160, 800, 500, 200, 105, 17.8, 4.6, 1.7].map((value) => `${value}亿元`);
    expect(told).toEqual([...billions, "8268万元"]);
  });

  test("pages in that order follow each other over the border between units", async () => {
    const page = `query($after: String) { observations(filter: { within: "region:wuzhong", period: "2021" }, orderBy: [{ field: VALUE }], first: 7, after: $after) {
      nodes { id } pageInfo { endCursor hasNextPage } totalCount } }`;
    interface Page {
      observations: {
        nodes: { id: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      };
    }
    const got: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { observations }: Page = await data<Page>(page, { after });
      got.push(...observations.nodes.map((one) => one.id));
      total = observations.totalCount;
      after = observations.pageInfo.hasNextPage ? observations.pageInfo.endCursor : null;
    } while (after !== null);
    expect(got).toHaveLength(total);
    expect(new Set(got).size).toBe(total);
  });
});

describe("totals and their parts", () => {
  test("155 benchmarks are the total of 75 and 80, told without their wording (000:11)", async () => {
    const { all, totals, parts } = await data<{ all: Figures; totals: Figures; parts: Figures }>(
      `{ all: observations(filter: { metric: "smart-benchmark-count" }) { totalCount }
         totals: observations(filter: { metric: "smart-benchmark-count", total: true }) { nodes { value partOf { value } total { value }
           parts { totalCount nodes { value counts } edges { sources { line } } } } }
         parts: observations(filter: { metric: "smart-benchmark-count", total: false }) { nodes { value partOf { value } total { value } } } }`,
    );
    expect(all.totalCount).toBe(3);
    expect(totals).toEqual({
      nodes: [
        {
          value: 155,
          partOf: null,
          total: { value: 155 },
          parts: {
            totalCount: 2,
            nodes: expect.arrayContaining([
              { value: 75, counts: "省级标杆" },
              { value: 80, counts: "市级标杆" },
            ]),
            edges: [{ sources: [{ line: 11 }] }, { sources: [{ line: 11 }] }],
          },
        },
      ],
    });
    expect(parts.nodes.map((one) => one.value).sort()).toEqual([75, 80]);
    for (const one of parts.nodes)
      expect(one).toMatchObject({ partOf: { value: 155 }, total: { value: 155 } });
  });

  test("5 enterprises over a billion are of the 28 over 100 million, and those of the 115 (000:18)", async () => {
    const { observation } = await data(
      `{ observation(id: "observation:xishan-digital-core-digital-enterprises-over-1b-2022-H1") { value partOf { value partOf { value partOf { value } } } total { value } } }`,
    );
    expect(observation).toEqual({
      value: 5,
      partOf: { value: 28, partOf: { value: 115, partOf: null } },
      total: { value: 115 },
    });
  });

  test("of the 60 projects 26 were started and 34 completed: the parts make the whole (003:7)", async () => {
    const { observation } = await data<{ observation: { value: number; parts: Figures } }>(
      `{ observation(id: "observation:autumn-month-2023-projects-count-2023") { value parts { nodes { value } } } }`,
    );
    const values = observation.parts.nodes.map((one) => one.value);
    expect(values.reduce((sum, one) => sum + one)).toBe(observation.value);
  });
});
