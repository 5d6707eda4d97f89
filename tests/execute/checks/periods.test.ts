// Periods in which no figure of a metric can lie are refused: "nothing is known" and "that is not there" are two answers.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../../support/answers.ts";
import { writeFolder } from "../../support/folder.ts";

const figure = (id: string, metric: string, period?: string) => ({
  ...{ id: `observation:${id}`, subject: "region:a", metric, value: 3, unit: "亿元", sources: "list:2" },
  ...(period === undefined ? {} : { period }),
});

const folder = writeFolder({
  entities: {
    Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
    Region: [
      { id: "region:a", name: "甲区", regionLevel: "DISTRICT", sources: "list:1" },
      { id: "region:b", name: "乙区", regionLevel: "DISTRICT", sources: "list:1" },
    ],
    Metric: ["years", "quarters", "days", "undated", "unseen"].map((id) => ({
      ...{ id: `metric:${id}`, name: `指标${id}`, sources: "list:1" },
    })),
  },
  observations: [
    ...["2020", "2021", "2021/2022", "2019/2023"].map((period, index) =>
      figure(`y${index}`, "years", period),
    ),
    ...["2022", "2022-Q3"].map((period, index) => figure(`q${index}`, "quarters", period)),
    figure("d", "days", "2022-02-28"),
    figure("u", "undated"),
  ],
});

const { ask } = loadedEngines(folder);

/** How many figures a question finds, or why it is refused. */
async function found(question: string): Promise<unknown> {
  const { data, messages } = await ask(`{ ${question} }`);
  if (messages.length > 0) return messages;
  const [answer] = Object.values(data ?? {}) as { totalCount: number }[];
  return answer?.totalCount;
}
const figures = (filter: string) => found(`observations(filter: {${filter}}) { totalCount }`);

describe("a period shorter than any of the metric's figures", () => {
  test("is refused with those that there are, what has a day in common with it first", async () => {
    expect(await figures('metric: "years", period: "2021-03"')).toEqual([
      'filter.period: no figure of "years" can lie in "2021-03": all are of longer periods (2019/2023, 2021/2022, 2021, 2020). Ask for one of these, or for overlaps: "2021-03", which finds those that have a day in common with it.',
    ]);
  });

  test("is refused wherever a metric and a period stand beside each other", async () => {
    for (const question of [
      'observations(filter: {metricIn: ["years", "quarters"], period: "2022年3月"}) { totalCount }',
      'region(name: "甲区") { observations(metric: "指标quarters", period: "2022年3月") { totalCount } }',
      'ranking(metric: "quarters", period: "2022年3月") { total }',
      'regions(filter: {figure: {metric: "quarters", period: "2022年3月"}}) { totalCount }',
      'series(metric: "quarters", subjects: ["甲区"], period: "2022年3月") { points { id } }',
      'shares(subject: "甲区", metric: "quarters", period: "2022年3月") { whole { id } }',
      'sum(subjects: ["甲区"], metrics: ["quarters"], period: "2022年3月") { value }',
      'perUnit(metric: "quarters", per: "days", subjects: ["甲区"], period: "2022年3月") { value }',
    ])
      expect([question, await found(question)]).toEqual([
        question,
        [expect.stringMatching(/can lie in "2022/)],
      ]);
  });

  test("is refused where one of several metrics can have none, naming that one", async () => {
    expect(await figures('metricIn: ["days", "quarters"], period: "2022-03"')).toEqual([
      expect.stringMatching(/no figure of "quarters" can lie in "2022-03"/),
    ]);
    expect(await figures('metricIn: ["days", "quarters"], period: "2022-Q3"')).toBe(1);
  });

  test("is refused too where it is given by its ends", async () => {
    expect(await figures('metric: "quarters", from: "2022-07", to: "2022-08"')).toEqual([
      expect.stringMatching(/filter.to: no figure of "quarters" can lie in "2022-07\/2022-08"/),
    ]);
    expect(await figures('metric: "quarters", from: "2022-07", to: "2022-09"')).toBe(1);
    expect(await figures('metric: "quarters", from: "2022-07-15"')).toBe(0);
  });
});

describe("0 is the answer", () => {
  test.each([
    ["of a year that has no figure, where others have", 'metric: "years", period: "2030"'],
    ["of a quarter that has none, where another has", 'metric: "quarters", period: "2022-Q4"'],
    ["of a month, where a figure is of a day", 'metric: "days", period: "2022-03"'],
    ["of a metric without figures", 'metric: "unseen", period: "2022-03"'],
    ["of one whose figures have no period", 'metric: "undated", period: "2022-03"'],
    ["where one of the metrics has none", 'metricIn: ["days", "unseen"], period: "2022-03"'],
    ["of another subject", 'metric: "quarters", subject: "乙区", period: "2022-Q3"'],
  ])("%s", async (_, filter) => {
    expect(await figures(filter)).toBe(0);
  });

  test("and what lies in the period is found, or overlaps it", async () => {
    expect(await figures('metric: "quarters", period: "2022"')).toBe(2);
    expect(await figures('metric: "days", period: "2022-02"')).toBe(1);
    expect(await figures('metric: "years", overlaps: "2021-03"')).toBe(3);
  });
});
