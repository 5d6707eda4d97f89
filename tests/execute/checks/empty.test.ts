// A question that finds nothing by its period or place alone tells what there is: an empty answer would look as if nothing
// were known. What is known nowhere stays empty.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../../support/answers.ts";

const { ask, data } = loadedEngines("seed");

describe("is refused:", () => {
  // The output of 锡山区 is known of 2022 (000:9), that of 吴中区 of 2021 (001:3).
  const refused: readonly [what: string, query: string, told: RegExp][] = [
    [
      "a ranking of a year without figures",
      `{ ranking(metric: "规上工业总产值", period: "2015") { total apartTotal } }`,
      /^period: no figure of "industrial-output" lies in "2015": there are some of 2022, 2021\. Ask for one of these\.$/,
    ],
    [
      "the same, only its list asked for",
      `{ ranking(metric: "规上工业总产值", overlaps: "2019年") { ranked { rank } } }`,
      /^overlaps: no figure of "industrial-output" has a day in "2019": there are some of 2022, 2021/,
    ],
    [
      "a ranking within a city that has figures of another year",
      `{ ranking(metric: "规上工业总产值", period: "2021", region: "无锡市") { total } }`,
      /^period: no figure of "industrial-output" about what belongs to 无锡市 \(region:wuxi\) lies in "2021": there are some of 2022/,
    ],
    [
      "a ranking within a place without figures",
      `{ ranking(metric: "规上工业总产值", period: "2021", region: "高邮市") { total ranked { rank } } }`,
      /^region: no figure of "industrial-output" is about what belongs to 高邮市 .* There are some about 吴中区 \(region:wuzhong\)/,
    ],
    [
      "a ranking within a district, whose own figure is not ranked",
      `{ ranking(metric: "规上工业总产值", period: "2022", region: "锡山区") { total } }`,
      /belongs to 锡山区 \(region:xishan\); figures about the place itself are not ranked in it\. There are some about .*锡山区/,
    ],
    [
      "a series",
      `{ series(metric: "规上工业总产值", subjects: ["锡山区"], period: "2015") { subject { name } points { id } } }`,
      /^period: no figure of "industrial-output" about 锡山区 \(region:xishan\) lies in "2015": there are some of 2022/,
    ],
    [
      "a series from a date on",
      `{ series(metric: "规上工业总产值", subjects: ["锡山区", "吴中区"], from: "2024", to: "2026") { points { id } } }`,
      /^from, to: no figure .* begins since "2024" and ends by "2026": there are some of 2022, 2021/,
    ],
    [
      "a comparison",
      `{ comparison(metrics: ["规上工业总产值", "工业投资"], subjects: ["锡山区", "吴中区"], period: "2015") { periodStart } }`,
      /^period: no figure of "industrial-output" or "industrial-investment" about 锡山区 .*, 吴中区 /,
    ],
    [
      "shares of a whole",
      `{ shares(subject: "锡山区", metric: "规上工业总产值", period: "2015") { whole { id } } }`,
      /^period: no figure of "industrial-output" about 锡山区 .* lies in "2015": there are some of 2022/,
    ],
    [
      "a search within a place of what is elsewhere",
      `{ search(text: "鑫宏业", within: "吴中区") { entity { name } } }`,
      /^within: nothing that belongs to 吴中区 \(region:wuzhong\) is found by "鑫宏业"; elsewhere there is 无锡鑫宏业线缆科技股份有限公司 \(enterprise:xinhongye\)/,
    ],
  ];
  test.each(refused)("%s", async (_, query, told) => {
    const answer = await ask(query);
    expect(answer.errors.map(({ code }) => code)).toEqual(["BAD_ARGUMENT"]);
    expect(answer.messages.join()).toMatch(told);
  });
});

test("what is known nowhere, was not asked for, or is there otherwise is no error", async () => {
  const answer = await data<Record<string, unknown>>(`{
    none: series(metric: "规上工业总产值", subjects: ["高邮市"]) { points { id } }
    some: series(metric: "规上工业总产值", subjects: ["锡山区", "吴中区"], period: "2021") { points { period } }
    unasked: series(metric: "规上工业总产值", subjects: ["锡山区"], period: "2015") { subject { name } }
    target: ranking(metric: "规上工业总产值", period: "2021", status: TARGET) { total }
    first: ranking(metric: "规上工业总产值", period: "2021", first: 0) { ranked { rank } }
    search(text: "鑫宏业", within: "吴中区", first: 0) { score }
    nowhere: search(text: "运载火箭", within: "吴中区") { score } }`);
  expect(answer).toEqual({
    none: [{ points: [] }],
    some: [{ points: [] }, { points: [{ period: "2021" }] }],
    unasked: [{ subject: { name: "锡山区" } }],
    target: { total: 0 },
    first: { ranked: [] },
    search: [],
    nowhere: [],
  });
});
