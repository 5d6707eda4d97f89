// Names as people write them lead to one normal form, and to the short names an enterprise is called by.
import { describe, expect, test } from "vitest";
import { shortKey } from "../../src/text/names.ts";
import { normaliseName } from "../../src/text/normalise.ts";

describe("a name in normal form", () => {
  test.each([
    ["鑫宏業", "鑫宏业"],
    ["ＡＢＣ　机器人", "abc机器人"],
    ["“双智”试点（核心区）", "双智试点核心区"],
    ["---", ""],
  ])("%s is compared as %s", (name, normal) => expect(normaliseName(name)).toBe(normal));
});

describe("the short name of an enterprise leaves out region, brackets and legal form", () => {
  test.each([
    ["无锡鑫宏业线缆科技股份有限公司", "鑫宏业线缆科技"],
    ["安普瑞斯（无锡）有限公司", "安普瑞斯"],
    ["江苏省无锡市锡山区某某科技有限公司", "某某科技"],
    ["浙江吉利控股集团有限公司", "吉利控股"],
    ["鑫宏业", undefined],
  ])("%s is called %s", (name, short) => expect(shortKey(name)).toBe(short));
});
