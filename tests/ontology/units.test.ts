// Units as sources state them, and the normalised value that a row gets or is refused for.
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/load/check.ts";
import { formatProblem } from "../../src/load/problems.ts";
import { readUnit, scale } from "../../src/ontology/units.ts";
import { type CsvRecord, writeFolder } from "../support/folder.ts";

describe("a unit as stated", () => {
  test.each<[string, string, number]>([
    ["亿元", "yuan", 1e8],
    ["万元", "yuan", 1e4],
    ["元", "yuan", 1],
    ["万亿元", "yuan", 1e12],
    ["亿元人民币", "yuan", 1e8],
    ["亿美元", "US dollar", 1e8],
    ["百万美元", "US dollar", 1e6],
    ["亩", "mu", 1],
    ["公顷", "mu", 15],
    ["平方公里", "mu", 1_500],
    ["万平方米", "square metre", 1e4],
    ["㎡", "square metre", 1],
    ["家", "count", 1],
    ["万家", "count", 1e4],
    ["家次", "count", 1],
    ["％", "per cent", 1],
    ["个百分点", "percentage point", 1],
    ["成", "per cent", 10],
    ["倍", "times", 1],
    ["亿千瓦时", "GWh", 100],
    ["万件/小时", "items per hour", 1e4],
    ["万元/亩", "yuan per mu", 1e4],
    ["亿元/平方公里", "yuan per mu", 1e8 / 1_500],
    ["yuan per mu", "yuan per mu", 1],
    ["US dollar", "US dollar", 1],
  ])("%s is %s times %d", (unit, normal, factor) => {
    expect(readUnit(unit)).toMatchObject({ normal, factor });
  });

  test.each(["", "万", "亿", "光年", "元/", "/亩", "元/亩/年"])("%j is none", (unit) => {
    expect(readUnit(unit)).toBeUndefined();
  });

  test("家次 counts occasions, 家 does not", () => {
    expect([readUnit("家次")?.occasions, readUnit("家")?.occasions]).toEqual([true, false]);
  });

  test("scaling leaves no dust of binary fractions", () => {
    expect([scale(1021.3, 1e8), scale(4.6, 1e8), scale(17.8, 1e8), scale(0.07, 1e4)]).toEqual([
      102_130_000_000, 460_000_000, 1_780_000_000, 700,
    ]);
  });
});

describe("a row's normalised pair", () => {
  async function problems(row: CsvRecord, normalUnit = ""): Promise<string[]> {
    const folder = writeFolder({
      entities: {
        Document: [{ id: "document:a", name: "甲", stem: "doc", lines: 3 }],
        Metric: [{ id: "metric:m", name: "指标", normalUnit, sources: "doc:1" }],
        Region: [{ id: "region:r", name: "东区", sources: "doc:1" }],
      },
      observations: [
        { id: "observation:o", subject: "region:r", metric: "m", value: 2, sources: "doc:1", ...row },
      ],
    });
    return (await checkFolder(folder)).problems.list.map(formatProblem);
  }

  test.each<[string, CsvRecord, string, RegExp | undefined]>([
    ["left empty, is derived", { unit: "亿元" }, "yuan", undefined],
    [
      "stated, is kept",
      { unit: "亿元", normalisedValue: 200000000, normalisedUnit: "yuan" },
      "yuan",
      undefined,
    ],
    [
      "of an unknown unit must be stated",
      { unit: "光年" },
      "",
      /observations\.csv:2 unit: "光年" is not among the units of docs\/units\.md/,
    ],
    [
      "of an unknown unit may be stated",
      { unit: "光年", normalisedValue: 2, normalisedUnit: "light year" },
      "",
      undefined,
    ],
    [
      "with a wrong value is refused",
      { unit: "亿元", normalisedValue: 2000, normalisedUnit: "yuan" },
      "",
      /normalisedValue: 2000 yuan contradicts 2 亿元, which is 200000000 yuan/,
    ],
    [
      "with a wrong unit is refused",
      { unit: "亩", normalisedValue: 2, normalisedUnit: "square metre" },
      "",
      /normalisedUnit: 2 square metre contradicts 2 亩/,
    ],
    [
      "stated by half is refused",
      { unit: "亿元", normalisedUnit: "yuan" },
      "",
      /normalisedValue: is empty while the other/,
    ],
    [
      "must be in the metric's normal unit",
      { unit: "家" },
      "yuan",
      /unit: is in count, while metric:m is normalised to yuan/,
    ],
    ["of 名 is a rank", { unit: "名" }, "rank", undefined],
    ["of 名 is a count where the metric counts", { unit: "名" }, "count", undefined],
    [
      "of 名 may be stated as a count",
      { unit: "名", normalisedValue: 2, normalisedUnit: "count" },
      "",
      undefined,
    ],
  ])("%s", async (_, row, normalUnit, expected) => {
    const found = await problems(row, normalUnit);
    if (expected === undefined) expect(found).toEqual([]);
    else {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(expected);
    }
  });
});
