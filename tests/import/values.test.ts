// Cells as people write them, each with what it means or what is wrong with it.
import { describe, expect, test } from "vitest";
import { amountFrom } from "../../src/import/amounts.ts";
import { figureFrom } from "../../src/import/figure-cells.ts";
import type { SheetCell } from "../../src/import/sheet.ts";
import {
  creditCodeHolds,
  dateFrom,
  propertyText,
  saysNothing,
  several,
  yesNoFrom,
} from "../../src/import/values.ts";
import { kindOf } from "../../src/ontology/model.ts";

const meant = (given: { value: unknown } | { problem: { zh: string } }): unknown =>
  "value" in given ? given.value : `wrong: ${given.problem.zh}`;

describe("a cell", () => {
  const dates: readonly [SheetCell, string][] = [
    ["2015/3/1", "2015-03-01"],
    ["2015-03", "2015-03"],
    ["2015年3月", "2015-03"],
    ["2015年", "2015"],
    ["2015.3.1", "2015-03-01"],
    ["20150301", "2015-03-01"],
    ["２０１５/３/１", "2015-03-01"],
    [42064, "2015-03-01"],
    ["42064", "2015-03-01"],
    [2015, "2015"],
    [new Date(Date.UTC(2015, 2, 1)), "2015-03-01"],
    ["2015-03-01 00:00:00", "2015-03-01"],
  ];
  test.each(dates)("%s is a date", (cell, date) => expect(meant(dateFrom(cell))).toBe(date));
  test.each([
    ["科创板", "true"],
    ["上交所主板", "true"],
    ["深交所创业板上市", "true"],
    ["未上市", "false"],
    ["新三板", "wrong: “新三板”请写 是 或 否"],
  ])("%s says whether one is listed", (cell, value) => {
    const { listed } = kindOf("Enterprise").properties;
    expect(listed && meant(propertyText("listed", listed, cell, undefined))).toBe(value);
  });

  test.each(["2015-13", "三月", "2015/2/30", "长期"])("%s is no date", (cell) =>
    expect(String(meant(dateFrom(cell)))).toMatch(/^wrong: .*不是日期/),
  );

  const amounts: readonly [SheetCell, string | undefined, object][] = [
    ["5,000", "万元", { value: 5000, unit: "万元", bound: "EXACT" }],
    ["5000万元", undefined, { value: 5000, unit: "万元", bound: "EXACT" }],
    ["3亿元人民币", undefined, { value: 3, unit: "亿元", bound: "EXACT" }],
    ["超3亿元", "万元", { value: 3, unit: "亿元", bound: "AT_LEAST" }],
    ["约12.5", "亿元", { value: 12.5, unit: "亿元", bound: "ABOUT" }],
    ["12.5%", undefined, { value: 12.5, unit: "%", bound: "EXACT" }],
    [0.125, "%", { value: 0.125, unit: "%", bound: "EXACT" }],
    ["-3", "万元", { value: -3, unit: "万元", bound: "EXACT" }],
    ["100以上", "人", { value: 100, unit: "人", bound: "AT_LEAST" }],
    ["（123）", "万元", { value: -123, unit: "万元", bound: "EXACT" }],
    ["(1,234.5)万元", undefined, { value: -1234.5, unit: "万元", bound: "EXACT" }],
    ["亏损80万元", "亿元", { value: -80, unit: "万元", bound: "EXACT" }],
    ["亏损超80", "万元", { value: -80, unit: "万元", bound: "AT_MOST" }],
    ["▲12", "万元", { value: -12, unit: "万元", bound: "EXACT" }],
    ["−3.5", "%", { value: -3.5, unit: "%", bound: "EXACT" }],
    ["下降5%", undefined, { value: -5, unit: "%", bound: "EXACT" }],
    ["+5%", undefined, { value: 5, unit: "%", bound: "EXACT" }],
    ["＜100", "人", { value: 100, unit: "人", bound: "AT_MOST" }],
    ["不足100", "人", { value: 100, unit: "人", bound: "AT_MOST" }],
    ["不超过3亿元", undefined, { value: 3, unit: "亿元", bound: "AT_MOST" }],
    ["不少于3亿元", undefined, { value: 3, unit: "亿元", bound: "AT_LEAST" }],
    ["300余万元", undefined, { value: 300, unit: "万元", bound: "AT_LEAST" }],
    ["3亿多", "万元", { value: 3, unit: "亿元", bound: "AT_LEAST" }],
    ["500+", "人", { value: 500, unit: "人", bound: "AT_LEAST" }],
    ["500万元左右", undefined, { value: 500, unit: "万元", bound: "ABOUT" }],
    ["500万元（人民币）", undefined, { value: 500, unit: "万元", bound: "EXACT" }],
    ["￥1 234 567.00元", undefined, { value: 1234567, unit: "元", bound: "EXACT" }],
    ["1.5E+08", "元", { value: 1.5e8, unit: "元", bound: "EXACT" }],
    ["300万美元", "万元", { value: 300, unit: "万美元", bound: "EXACT" }],
    ["预计3亿元", undefined, { value: 3, unit: "亿元", bound: "EXACT", status: "FORECAST" }],
  ];
  test.each(amounts)("%s under %s is an amount", (cell, unit, amount) =>
    expect(meant(amountFrom(cell, unit))).toEqual(amount),
  );
  test.each(["五百左右吧", "5000斗", "1-2", "10~20万元", "10-", "n/a", "约", "第3", "暂缓 5", "$500"])(
    "%s is no amount",
    (cell) => expect(String(meant(amountFrom(cell, undefined)))).toMatch(/不是数字/),
  );

  test("may say a loss or a profit without an amount, which is a bound at nothing where there can be less", () => {
    expect(meant(figureFrom("亏损", "利润总额", "万元"))).toEqual({
      value: 0,
      unit: "万元",
      bound: "AT_MOST",
    });
    expect(meant(figureFrom("盈利", "利润总额", "万元"))).toEqual({
      value: 0,
      unit: "万元",
      bound: "AT_LEAST",
    });
    expect(meant(figureFrom("亏损", "从业人数", "人"))).toMatch(/不是数字/);
    expect(meant(figureFrom("(4.5%)", "利润率", undefined))).toMatchObject({ value: -4.5, unit: "%" });
  });

  test.each(["-", "—", "——", "无", "/", "N/A", "未统计", "保密", "…", "暂无数据", "不详"])(
    "%s says nothing",
    (cell) => {
      expect(saysNothing(cell)).toBe(true);
    },
  );
  test.each(["0", "无锡", "亏损", "否", "-1"])("%s says something", (cell) => {
    expect(saysNothing(cell)).toBe(false);
  });

  test("may hold several values, and none", () => {
    expect(several("专精特新小巨人(2021)；高新技术企业、瞪羚企业")).toEqual([
      "专精特新小巨人(2021)",
      "高新技术企业",
      "瞪羚企业",
    ]);
    expect(several("A（一,二），B")).toEqual(["A(一,二)", "B"]);
    expect(several("无")).toEqual([]);
  });

  test("says yes or no", () => {
    expect(["是", "√", "有", "否", "无", "×", "也许"].map(yesNoFrom)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      undefined,
    ]);
  });

  test("with an amount goes into the ontology's unit", () => {
    const { capital, creditCode } = kindOf("Enterprise").properties;
    if (capital === undefined || creditCode === undefined) throw new Error("the ontology has lost them");
    expect(meant(propertyText("capital", capital, "9,710", "万元"))).toBe("97100000");
    expect(meant(propertyText("capital", capital, "50亩", undefined))).toMatch(/单位“亩”不符/);
    expect(meant(propertyText("creditCode", creditCode, " 91310000 717854505A", undefined))).toMatch(
      /^wrong|9131/,
    );
  });
});

describe("a credit code", () => {
  // Check digits worked out by the rule of GB 32100-2015, clause 4.2.
  test("holds where its last character is the check digit of the others", () => {
    const body = "91350100M000100Y4";
    const good = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].filter((digit) => creditCodeHolds(body + digit));
    expect(good).toEqual(["3"]);
    expect(creditCodeHolds("91350100M000100Y43")).toBe(true);
    expect(creditCodeHolds("91350100M000100Y34")).toBe(false);
    expect(creditCodeHolds("91350100M000100Y4")).toBe(false);
    expect(creditCodeHolds("91350100I000100Y43")).toBe(false);
  });
});
