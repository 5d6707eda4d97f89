// Reckoning with figures of the five reports: answers worked out by hand from their lines, each with its inputs cited.
import { describe, expect, test } from "vitest";
import { digital, lines, loadedReckoning, wuzhong, xishan } from "../support/reckoning.ts";

const { ask, data, reckon } = loadedReckoning();

describe("sums", () => {
  test("500 + 800 + 200 = 1500 hundred million yuan of the three leading industries in 2021, an estimate (001:1)", async () => {
    const sum = await reckon(
      `sum(subjects: ["cluster:wuzhong-it", "cluster:wuzhong-robots", "cluster:wuzhong-biomedicine"], metrics: ["industry-scale"], period: "2021")`,
    );
    expect(sum).toMatchObject({
      value: 150_000_000_000,
      unit: "yuan",
      statedValue: 1500,
      statedUnit: "亿元",
      period: "2021",
      bound: "EXACT",
      status: "FORECAST",
      formula: "500亿元 + 800亿元 + 200亿元 = 1500亿元",
      reasons: [],
    });
    expect(lines(sum)).toEqual([1, 1, 1]);
  });

  test("six named figures: 600 + 1000 + 300 + 155 + 300 + 150 would add targets of 2022; the green one is apart (001:8-9, 004:6)", async () => {
    const sum = await reckon(
      `sum(subjects: ["cluster:wuzhong-it", "cluster:wuzhong-robots", "cluster:wuzhong-biomedicine", "cluster:yangzhou-new-energy", "cluster:yangzhou-green-photonics"],
        metrics: ["industry-scale"], period: "2022", status: TARGET)`,
    );
    expect(sum).toMatchObject({ statedValue: 2350, bound: "AT_LEAST", status: "TARGET" });
  });

  test("50 + 30 + 10 = 90 ten thousand yuan of rewards at most; whether one may have all three is not said (002:34)", async () => {
    const sum = await reckon(
      `sum(figures: [{ measure: "measure:xishan-srdi-national-first" }, { measure: "measure:xishan-srdi-provincial-first" }, { measure: "measure:xishan-srdi-municipal-first" }])`,
    );
    expect(sum).toMatchObject({ value: 900_000, bound: "AT_MOST", notes: ["STACKING_NOT_STATED"] });
    expect(lines(sum)).toEqual([34, 34, 34]);
  });

  test.each<[string, string, string]>([
    [
      "a total and its part (000:11)",
      `sum(figures: [{ observation: "observation:xishan-smart-benchmark-count-2022" }, { observation: "observation:xishan-smart-benchmark-count-2022-municipal" }])`,
      "PART_AND_WHOLE",
    ],
    [
      "33 enterprises and 119 recognitions (003:15)",
      `sum(subjects: ["region:xishan"], metrics: ["srdi-national-total", "srdi-provincial-total"])`,
      "SCOPE",
    ],
    [
      "land and enterprises (001:5)",
      `sum(subjects: ["region:wuzhong"], metrics: ["assessed-land", "assessed-enterprises"])`,
      "UNIT",
    ],
    [
      "shares of the city (003:15)",
      `sum(subjects: ["region:xishan"], metrics: ["srdi-national-share", "srdi-provincial-share"])`,
      "NOT_ADDITIVE",
    ],
    [
      "what was done in 2021 and what is aimed at for 2022 (001:3, 10)",
      `sum(figures: [${wuzhong("transformation-projects", 'period: "2021"')}, ${wuzhong("transformation-projects", 'period: "2022"')}])`,
      "STATUS",
    ],
    ["one figure twice", `sum(figures: [${xishan("srdi-output")}, ${xishan("srdi-output")}])`, "SAME_FIGURE"],
    [
      "the first half of 2022 and nine months of 2023",
      `sum(figures: [${digital("cluster-revenue")}, { subject: "cluster:xishan-new-energy", metric: "sector-output" }])`,
      "PERIOD",
    ],
  ])("%s are not added, and the reason names both", async (_, field, reason) => {
    const sum = await reckon(field);
    expect(sum.value).toBeNull();
    expect(sum.reasons).toContain(reason);
    expect(sum.why.length).toBeGreaterThan(0);
    expect(sum.inputs.length).toBeGreaterThan(0);
  });

  test("asked for, what was done and what is aimed at add up: 640 + 400, of two periods", async () => {
    const sum = await reckon(
      `sum(acrossStatus: true, figures: [${wuzhong("transformation-projects", 'period: "2021"')}, ${wuzhong("transformation-projects", 'period: "2022"')}])`,
    );
    expect(sum).toMatchObject({ value: 1040, status: "TARGET", notes: ["PERIODS_ADDED"] });
  });
});

describe("differences, ratios and shares", () => {
  test("24.7 − 11.4 = 13.3 points between two stated growths (002:16)", async () => {
    const answer = await reckon(
      `difference(figure: ${xishan("srdi-output", "take: YEAR_ON_YEAR")}, minus: ${xishan("industrial-output", "take: YEAR_ON_YEAR")})`,
    );
    expect(answer).toMatchObject({
      value: 13.3,
      unit: "percentage point",
      formula: "24.7% − 11.4% = 13.3个百分点",
    });
    expect(lines(answer)).toEqual([16, 16]);
  });

  test("14.6 − 14.2 = 0.4 points of the city, not 0.40000000000000036 (003:15)", async () => {
    expect(
      await reckon(
        `difference(figure: ${xishan("srdi-provincial-share")}, minus: ${xishan("srdi-national-share")})`,
      ),
    ).toMatchObject({ value: 0.4, unit: "percentage point" });
  });

  test("2194 − 721 = 1473 hundred million yuan is the output that is not SRDI's, 32.86 % being theirs (002:16)", async () => {
    expect(
      await reckon(`difference(figure: ${xishan("industrial-output")}, minus: ${xishan("srdi-output")})`),
    ).toMatchObject({ statedValue: 1473, statedUnit: "亿元", notes: [] });
    const share = await reckon(
      `share(part: ${xishan("srdi-output")}, whole: ${xishan("industrial-output")})`,
    );
    expect(share).toMatchObject({ value: 32.86, unit: "per cent", notes: [] });
    expect(lines(share)).toEqual([16, 16]);
  });

  test("721 hundred million over 217 is 332,258,064.52 yuan per enterprise, 3.323 亿元/家 (002:16)", async () => {
    expect(
      await reckon(`ratio(figure: ${xishan("srdi-output")}, to: ${xishan("srdi-count")})`),
    ).toMatchObject({
      value: 332_258_064.52,
      unit: "yuan per enterprise",
      statedValue: 3.323,
      statedUnit: "亿元/家",
    });
  });

  test("two districts in 2022: 2300 at least aimed at against 2194 stated is refused, unless asked for (001:7, 002:16)", async () => {
    const pair = `figure: ${wuzhong("industrial-output", "status: TARGET")}, to: ${xishan("industrial-output")}`;
    const refused = await reckon(`ratio(${pair})`);
    expect(refused).toMatchObject({ value: null, reasons: ["STATUS"] });
    expect(refused.why[0]).toMatch(/2300亿元 .*TARGET.*acrossStatus/);
    expect(await reckon(`ratio(${pair}, acrossStatus: true)`)).toMatchObject({
      value: 1.048,
      unit: "times",
      percent: 104.83,
      bound: "AT_LEAST",
    });
  });

  test("what a little giant may be paid times the 12 new ones: at most 6,000,000 yuan (002:34, 000:13)", async () => {
    const answer = await reckon(
      `multiplied(figure: { measure: "measure:xishan-srdi-national-first" }, times: ${xishan("srdi-recognised-national")})`,
    );
    expect(answer).toMatchObject({
      value: 6_000_000,
      unit: "yuan",
      bound: "AT_MOST",
      formula: "500000元 × 12家 = 6000000元",
    });
    expect(lines(answer)).toEqual([34, 13]);
    expect(
      await reckon(
        `multiplied(figure: { measure: "measure:xishan-srdi-national-first" }, times: { number: 7, unit: "家" })`,
      ),
    ).toMatchObject({ value: 3_500_000 });
    // 204 recognitions are not 204 enterprises.
    expect(
      await reckon(
        `multiplied(figure: { measure: "measure:xishan-srdi-municipal-first" }, times: ${xishan("srdi-municipal-total")})`,
      ),
    ).toMatchObject({ value: null, reasons: ["SCOPE"] });
  });
});

describe("what cannot be reckoned is said", () => {
  test("a subject without the figure, a fact as a target, a target without anything before it", async () => {
    expect(
      await reckon(
        `share(part: { subject: "region:jiangsu", metric: "srdi-output" }, whole: ${xishan("srdi-output")})`,
      ),
    ).toMatchObject({ value: null, reasons: ["NO_FIGURE"] });
    expect(await reckon(`towards(target: ${xishan("srdi-output")})`)).toMatchObject({ value: null });
    expect(await reckon(`towards(target: ${wuzhong("robots")})`)).toMatchObject({ reasons: ["NO_EARLIER"] });
  });

  test("in the language that is asked for", async () => {
    const { sum, absent } = await data<Record<"sum" | "absent", { why: string[]; zh: string[] }>>(`{
      sum(subjects: ["锡山区"], metrics: ["专精特新企业产值", "专精特新企业数"], period: "2022") { why zh: why(lang: ZH) }
      absent: earlier(figure: { subject: "江苏省", metric: "专精特新企业产值" }) { why(lang: EN) zh: why(lang: ZH) }
    }`);
    expect(sum.why).toHaveLength(sum.zh.length);
    expect(sum.why[0]).toMatch(/^721亿元 \(.*\) and 217家 \(.*\): their units differ, yuan and count\.$/);
    expect(sum.zh[0]).toMatch(/^721亿元（.*）与217家（.*）：单位不同，亿元与家。$/);
    expect(absent.why[0]).toBe("There is no figure: srdi-output of region:jiangsu.");
    expect(absent.zh[0]).toBe("没有这样的数据：region:jiangsu，srdi-output。");
  });

  test.each([
    [`sum(figures: [{ subject: "region:xishan" }])`, /subject and metric together/],
    [`sum(figures: [{}])`, /one of observation, measure, subject with metric, or number/],
    [`sum(subjects: ["region:xishan"])`, /figures, or subjects and metrics/],
    [`sum(figures: [{ number: 1 }], period: "2022")`, /not both/],
    [
      `ratio(figure: { observation: "observation:xishan-srdi-count-2022", unit: "家" }, to: { number: 1 })`,
      /unit belongs to number/,
    ],
    [`growth(figure: { number: 1 })`, /no earlier figures/],
    [
      `difference(figure: { observation: "observation:xishan-srdi-output-2022" }, minus: { number: 7, unit: "斗" })`,
      /minus: "斗" is no unit that is known/,
    ],
    [
      `multiplied(figure: { measure: "measure:xishan-srdi-national-first" }, times: { number: -12, unit: "家" })`,
      /times: -12 is below 0/,
    ],
  ])("%s is refused as it is written", async (field, says) => {
    const { errors, messages } = await ask(`{ ${field} { value } }`);
    expect(errors).toEqual([{ code: "BAD_ARGUMENT", path: [field.split("(")[0]] }]);
    expect(messages[0]).toMatch(says);
  });

  test.each([
    [
      `share(part: { subject: "锡山区", metric: "standards" }, whole: { number: 100, unit: "个" })`,
      47,
      "47个 ÷ 100个 = 47 %",
    ],
    [
      `share(part: { subject: "锡山区", metric: "srdi-output" }, whole: { number: 1442, unit: "亿元" })`,
      50,
      "721亿元 ÷ 1442亿元 = 50 %",
    ],
    [
      `difference(figure: { subject: "锡山区", metric: "srdi-output" }, minus: { number: 7000000, unit: "万元" })`,
      2_100_000_000,
      "721亿元 − 7000000万元 = 2100000000元",
    ],
    [
      `growth(figure: { subject: "锡山区", metric: "srdi-output" }, from: { number: 700, unit: "亿元" })`,
      3,
      "(721亿元 − 700亿元) ÷ 700亿元 = 3 %",
    ],
    [
      `earlier(figure: { subject: "锡山区", metric: "srdi-national-total" }, netChange: { number: -3, unit: "家" })`,
      36,
      "33家 − -3家 = 36家; -3家 ÷ 36家 = -8.333 %",
    ],
    [
      `multiplied(figure: { number: 3, unit: "万元/亩" }, times: { number: 20, unit: "亩" })`,
      600_000,
      "3万元/亩 × 20亩 = 600000元",
    ],
  ])("numbers given in a unit are of it: %s", async (field, value, formula) => {
    const answer = await data(`{ ${field} { value formula } }`);
    expect(Object.values(answer)).toEqual([{ value, formula }]);
  });
});
