// Amounts as clerks write them: multiples within a cell, shares, figures of a metric that is known under another name.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { amountFrom } from "../../src/import/amounts.ts";
import { figureFrom } from "../../src/import/figure-cells.ts";
import { planImport } from "../../src/import/run.ts";
import { writeFolder } from "../support/folder.ts";

describe("an amount", () => {
  test.each([
    ["1.2亿", "万元", undefined, 1.2, "亿元"],
    ["1000万", "元", undefined, 1000, "万元"],
    ["1000万", undefined, "元", 1000, "万元"],
    ["约1.5万", undefined, "人", 1.5, "万人"],
    ["3千万", "万元", undefined, 3, "千万元"],
  ])("%s under a heading with %s", (cell, unit, usual, value, told) => {
    const read = amountFrom(cell, unit, unit ?? usual);
    expect("value" in read ? [read.value.value, read.value.unit] : read).toEqual([value, told]);
  });

  test.each([
    [0.045, "2023年研发占比", undefined, 4.5, "%"],
    ["10.1%", "2023年研发占比", undefined, 10.1, "%"],
    [12, "研发占比", undefined, 12, "%"],
    [0.5, "研发占比(%)", "%", 0.5, "%"],
    [0.5, "用工人数", undefined, 0.5, "人"],
  ])("%s below %s", (cell, heading, unit, value, told) => {
    expect(figureFrom(cell, heading, unit)).toEqual({ value: { value, unit: told, bound: "EXACT" } });
  });

  test.each([
    ["五百万", 500, "万元", "EXACT"],
    ["壹仟万元整", 1_000, "万元", "EXACT"],
    ["壹佰贰拾叁万肆仟元整", 1_234_000, "元", "EXACT"],
    ["一亿二千万", 12_000, "万元", "EXACT"],
    ["十二亿", 12, "亿元", "EXACT"],
    ["一点五亿", 1.5, "亿元", "EXACT"],
    ["约五百万元", 500, "万元", "ABOUT"],
    ["两千多万", 2_000, "万元", "AT_LEAST"],
    ["百分之三点五", 3.5, "%", "EXACT"],
    ["三百零五", 305, "万元", "EXACT"],
    ["'45", 45, "万元", "EXACT"],
  ])("%s under 万元", (cell, value, unit, bound) => {
    expect(amountFrom(cell, "万元")).toEqual({ value: { value, unit, bound } });
  });

  test("in words that are no number is refused as it stands", () => {
    for (const cell of ["一般", "三方面", "停产"])
      expect(amountFrom(cell, "万元")).toMatchObject({
        problem: { zh: expect.stringContaining(`“${cell}”`) },
      });
  });

  test("of money without a unit has one where it is so many 亿", () => {
    expect(figureFrom("2.5亿", "上半年产值", undefined)).toMatchObject({
      value: { value: 2.5, unit: "亿元" },
    });
    expect(figureFrom(250, "上半年产值", undefined)).toHaveProperty("problem");
  });

  test("of a multiple of nothing is refused", () => {
    expect(amountFrom("1.2亿", undefined)).toHaveProperty("problem");
    expect(amountFrom("1.2万", "%")).toHaveProperty("problem");
  });
});

test("a figure whose metric is known under another usual name is of that one", async () => {
  const upon = writeFolder({
    files: {
      "entities/Metric.csv": "id,name,sources\nmetric:rev,企业营业收入,d:1\nmetric:rd,研发投入强度,d:1\n",
    },
  });
  const file = join(upon, "名单.csv");
  writeFileSync(file, "企业名称,2023年营收(万元),2023年研发占比,2023年利润(万元)\n甲乙有限公司,5,4%,1\n");
  const into = join(writeFolder({}), "my-data");
  const { converted } = await planImport({ file, into, upon: [upon], kind: "Enterprise" });
  expect([...converted.observations].map(({ metric }) => metric)).toEqual(["rev", "rd", "li-run-zong-e"]);
});
