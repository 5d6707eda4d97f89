// Shares in per cent as operands: what a share comes to, and the whole of which a figure is that share. Worked out by hand
// on the five reports, whose lines are named.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

const wuzhong = (metric: string, period: string): string =>
  `{subject: "吴中区", metric: "${metric}", period: "${period}"}`;

const reckon = async (field: string): Promise<Record<string, unknown>> =>
  Object.values(
    await data<Record<string, Record<string, unknown>>>(
      `{ ${field} { value unit statedValue statedUnit bound status formula reasons } }`,
    ),
  )[0] ?? {};

describe("what a share comes to", () => {
  const output = wuzhong("规上工业总产值", "2021");
  const share = wuzhong("战略性新兴产业占规上产值比重", "2021");
  const strategic = {
    value: 81_000_000_000,
    unit: "yuan",
    statedValue: 810,
    statedUnit: "亿元",
    status: "FORECAST",
    reasons: [],
  };

  test("37.5 % of 2160 hundred million yuan are 810, whichever is given first (001:1)", async () => {
    const expected = { ...strategic, bound: "EXACT", formula: "2160亿元 × 37.5% = 810亿元" };
    expect(await reckon(`multiplied(figure: ${output}, times: ${share})`)).toEqual(expected);
    expect(await reckon(`multiplied(figure: ${share}, times: ${output})`)).toEqual(expected);
    expect(await reckon(`multiplied(figure: ${output}, times: {number: 37.5, unit: "%"})`)).toEqual(expected);
  });

  test("40 % of more than 2300 are more than 920: a target (001:7)", async () => {
    expect(
      await reckon(
        `multiplied(figure: ${wuzhong("规上工业总产值", "2022")}, times: ${wuzhong("战略性新兴产业占规上产值比重", "2022")})`,
      ),
    ).toMatchObject({ statedValue: 920, bound: "AT_LEAST", status: "TARGET" });
  });

  test("a share of one year is none of another's figure, and of a place in an order there is none", async () => {
    expect(
      await reckon(
        `multiplied(figure: ${output}, times: ${wuzhong("战略性新兴产业占规上产值比重", "2022")})`,
      ),
    ).toMatchObject({ value: null, reasons: ["PERIOD"] });
    expect(
      await reckon(`multiplied(figure: {number: 3, unit: "名"}, times: {number: 50, unit: "%"})`),
    ).toMatchObject({ value: null, reasons: ["UNIT"] });
  });

  test("half of a reward is a reward; twice a share is a share", async () => {
    expect(
      await reckon(
        `multiplied(figure: {measure: "锡山区国家级专精特新企业认定奖励"}, times: {number: 50, unit: "%"})`,
      ),
    ).toMatchObject({ value: 250_000, unit: "yuan", bound: "AT_MOST" });
    expect(await reckon(`multiplied(figure: {number: 37.5, unit: "%"}, times: {number: 2})`)).toMatchObject({
      value: 75,
      unit: "per cent",
    });
  });
});

describe("the whole of which a figure is a share", () => {
  const xishan = (metric: string): string => `{subject: "锡山区", metric: "${metric}", period: "2023"}`;

  test.each([
    ["累计国家级专精特新小巨人企业数", "国家级小巨人占全市比重", 232.39, "家", "33家 ÷ 14.2% = 232.39家"],
    ["累计省级专精特新企业数", "省级专精特新占全市比重", 815.07, "家次", "119家次 ÷ 14.6% = 815.07家次"],
    ["累计市级专精特新企业数", "市级专精特新占全市比重", 906.67, "家次", "204家次 ÷ 22.5% = 906.67家次"],
  ])("of the city: %s (003:15)", async (metric, share, value, statedUnit, formula) => {
    expect(await reckon(`ratio(figure: ${xishan(metric)}, to: ${xishan(share)})`)).toEqual({
      value,
      unit: "count",
      statedValue: value,
      statedUnit,
      bound: "EXACT",
      status: "STATED",
      formula,
      reasons: [],
    });
  });

  test("of nothing per cent there is none", async () => {
    expect(
      await reckon(`ratio(figure: ${xishan("累计国家级专精特新小巨人企业数")}, to: {number: 0, unit: "%"})`),
    ).toMatchObject({ value: null, reasons: ["ZERO"] });
  });
});
