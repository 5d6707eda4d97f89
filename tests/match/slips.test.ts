// A slip of the hand beside another difference, names as lists write them, and short names that are found by full ones.
import { describe, expect, test } from "vitest";
import { ranksOf } from "../../bench/match/ranks.ts";
import { matchRecords } from "../../src/match/match.ts";
import type { MatchRecord } from "../../src/match/record.ts";

const verdict = (one: MatchRecord, other: MatchRecord): string => {
  const forth = matchRecords(one, other);
  expect(matchRecords(other, one).score).toBe(forth.score);
  return forth.verdict;
};

describe("a slip beside another difference", () => {
  test.each([
    ["the place left off", "绿地谐波传动科技有限公司", "苏州绿的谐波传动科技有限公司"],
    ["the form and the place", "微导纳米科枝有限公司", "江苏微导纳米科技股份有限公司"],
    ["two swapped, the place left off", "海威康视数字技术股份有限公司", "杭州海康威视数字技术股份有限公司"],
    ["one missing, another form", "珠海格力电股份有限公司", "珠海格力电器有限公司"],
    ["one too many, no form", "无锡鑫宏业业线缆科技", "无锡鑫宏业线缆科技股份有限公司"],
    ["a homophone, the place left off", "睿思恺科技股份有限公司", "无锡睿思凯科技有限公司"],
  ])("%s: a person is to say", (_what, one, other) => {
    expect(verdict({ name: one }, { name: other })).toBe("REVIEW");
  });
  test.each([
    ["another brand of two characters", "恒力机械股份有限公司", "无锡恒泰机械有限公司"],
    ["another trade", "无锡恒泰电气有限公司", "恒泰电子股份有限公司"],
    ["another place", "苏州睿思恺科技股份有限公司", "无锡睿思凯科技有限公司"],
    ["another number", "中铁四局集团工程有限公司", "中铁七局集团工程股份有限公司"],
    ["its branch", "睿思恺科技股份有限公司无锡分公司", "无锡睿思凯科技有限公司"],
  ])("%s: two", (_what, one, other) => {
    expect(verdict({ name: one }, { name: other })).toBe("NEW");
  });
});

describe("names as lists write them", () => {
  test.each(["高新技术企业：", "单位名称: ", "序号12 ", "No.7 "])("%s before the name", (before) => {
    expect(verdict({ name: `${before}无锡盛力达科技有限公司` }, { name: "无锡盛力达科技有限公司" })).toBe(
      "SAME",
    );
  });
  test("a place behind the trade without brackets", () => {
    expect(verdict({ name: "腾影家居郑州有限公司" }, { name: "腾影家居（郑州）有限公司" })).toBe("SAME");
    expect(verdict({ name: "腾影家居郑州有限公司" }, { name: "腾影家居（洛阳）有限公司" })).toBe("NEW");
  });
  test("regions written out as an address begins", () => {
    const name = "鑫达金属制品有限公司";
    const of = (region: string): MatchRecord => ({ name, region });
    expect(verdict(of("江苏省无锡市锡山区"), of("锡山区"))).toBe("SAME");
    expect(verdict(of("江苏省无锡市锡山区"), of("苏州市吴中区"))).toBe("REVIEW");
  });
  test("a company in the place that its daughter has in brackets is not that daughter", () => {
    expect(
      verdict(
        { name: "恒力石化股份有限公司", region: "大连市" },
        { name: "恒力石化（大连）有限公司", region: "大连市" },
      ),
    ).toBe("REVIEW");
  });
  test.each([
    ["粤高速A", "广东省高速公路发展股份有限公司"],
    ["渝农商行", "重庆农村商业银行股份有限公司"],
    ["抚顺特钢", "抚顺特殊钢股份有限公司"],
    ["无锡城发集团", "无锡城建发展集团有限公司"],
    ["海天味业", "佛山市海天调味食品股份有限公司"],
  ])("%s may be %s", (short, full) => {
    expect(verdict({ name: short }, { name: full })).toBe("REVIEW");
  });
});

test("full names find short ones and the reverse first in 95 of 100, among five in 99", () => {
  for (const { asked, first, inFive, ...way } of ranksOf(1_500)) {
    expect({ ...way, first: first / asked >= 0.95, inFive: inFive / asked >= 0.99 }).toEqual({
      ...way,
      first: true,
      inFive: true,
    });
  }
});
