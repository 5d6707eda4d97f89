// Codes and former names: how each may be written, and what is refused.
import { describe, expect, test } from "vitest";
import { parseFormerName, readIndustryCode, readStockCode } from "../../src/ontology/codes.ts";
import { isDate } from "../../src/ontology/dates.ts";

describe("industry codes of GB/T 4754", () => {
  test.each([
    ["C3831", "C3831"],
    ["c3831", "C3831"],
    ["3831", "C3831"],
    ["38", "C38"],
    ["Ｃ３８", "C38"],
    ["0111", "A0111"],
    ["6420", "I6420"],
    ["9700", "T9700"],
    ["I", "I"],
  ])("%s is kept as %s", (text, value) => {
    expect(readIndustryCode(text)).toEqual({ value });
  });

  test.each([
    ["A3831", /belongs to C, not A/],
    ["98", /98 is no division/],
    ["0011", /00 is no division/],
    ["汽车", /is no code of GB\/T 4754/],
    ["C38311", /is no code/],
  ])("%s is refused", (text, why) => {
    expect(readIndustryCode(text)).toEqual({ problem: expect.stringMatching(why) });
  });
});

describe("stock codes", () => {
  test.each([
    ["688211", "688211"],
    ["688211.SH", "688211"],
    ["sz000001", "000001"],
    ["00700.HK", "00700"],
    ["BABA", "BABA"],
    ["SH:600000", "600000"],
  ])("%s is kept as %s", (text, value) => {
    expect(readStockCode(text)).toEqual({ value });
  });

  test.each([["6882"], ["BABA"]])("%s is a code as it is", (text) => {
    expect(readStockCode(text)).toEqual({ value: text });
  });

  test.each([["12"], ["代码"], ["688211.XX"], ["6882111"]])("%s is refused", (text) => {
    expect(readStockCode(text)).toEqual({ problem: expect.stringMatching(/is no stock code/) });
  });
});

describe("former names", () => {
  test.each([
    ["旧名", { name: "旧名", since: "", until: "" }],
    ["旧名@2004/2015-06", { name: "旧名", since: "2004", until: "2015-06" }],
    ["旧名@/2015", { name: "旧名", since: "", until: "2015" }],
    ["旧名（集团）@2004/", { name: "旧名（集团）", since: "2004", until: "" }],
  ])("%s is read", (text, parsed) => {
    expect(parseFormerName(text, isDate)).toEqual(parsed);
  });

  test.each(["", "@2004/2005", "旧名@2004", "旧名@/", "旧名@昨天/2005", "旧名@2010/2004"])(
    "%s is refused",
    (text) => {
      expect(parseFormerName(text, isDate)).toBeUndefined();
    },
  );
});
