// Values that rows of one layer say differently of one thing: the first is taken, and each other is told with both rows.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importReport } from "../../src/cli/import-report.ts";
import { mergedIn } from "../../src/import/layout.ts";
import { planImport } from "../../src/import/run.ts";
import { writeFolder } from "../support/folder.ts";

const planned = async (lines: readonly string[]) => {
  const root = writeFolder({});
  const file = join(root, "名单.csv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return planImport({ file, into: join(root, "my-data"), upon: [], kind: "Enterprise" });
};
const heading = "企业名称,年度,注册资本(万元),营业收入(万元),主要产品";

test("two rows about one enterprise are one where they agree, and where one of them is silent", async () => {
  const { differing, differingCount, converted } = await planned([
    heading,
    "甲乙有限公司,2023,100,5,线缆",
    "甲乙有限公司,2024,100,6,电池",
    "甲乙有限公司,2024,,6,",
  ]);
  expect([differing, differingCount, converted.refused]).toEqual([[], 0, []]);
});

test("what they say differently is told with both rows, in either language", async () => {
  const plan = await planned([
    heading,
    "甲乙有限公司,2024,100,5,",
    "甲乙有限公司,2024,200,7,",
    "丙丁有限公司,2024,100,7,",
  ]);
  expect(plan.differing).toEqual([
    {
      of: "甲乙有限公司",
      property: "capital",
      taken: { value: "1000000", source: "名单:2" },
      left: { value: "2000000", source: "名单:3" },
    },
    {
      of: expect.stringContaining("2024"),
      property: "value",
      taken: { value: "5 万元", source: "名单:2" },
      left: { value: "7 万元", source: "名单:3" },
    },
  ]);
  expect(plan.differingCount).toBe(2);
  expect(importReport("名单.csv", plan, "zh").join("\n")).toMatch(
    /未采用 名单:3 甲乙有限公司 capital 2000000：名单:2 为 1000000/,
  );
  expect(importReport("名单.csv", plan, "en").join("\n")).toMatch(
    /Not taken: 名单:3 .* value 7 万元: 名单:2 says 5 万元/,
  );
});

test("columns that are left, and figures without a year, say why and what to do", async () => {
  const plan = await planned(["企业名称,营业收入(万元),营业收入(万元),神秘列", "甲乙有限公司,5,7,x"]);
  const [zh, en] = (["zh", "en"] as const).map((language) =>
    importReport("名单.csv", plan, language).join("\n"),
  );
  expect(zh).toMatch(/不导入：前面已有相同的列/);
  expect(zh).toMatch(/未导入的列：C 营业收入\(万元\) \(前面已有相同的列.*D 神秘列/);
  expect(zh).toMatch(/没有年份的指标：B 营业收入\(万元\)/);
  expect(en).toMatch(/Figures without a year: B 营业收入/);
});

test("what speaks for and against two rows being one is told in the reader's words", async () => {
  const plan = await planned(["企业名称,所在区域", "甲乙精密机械有限公司,无锡市", "甲乙精密机械厂,无锡市"]);
  const [{ features, verdict } = { features: "", verdict: "" }] = plan.converted.matches;
  expect([verdict, features]).toEqual(["REVIEW", expect.stringMatching(/CORE \+.*LEGAL_FORM -/)]);
  const zh = importReport("名单.csv", plan, "zh").join("\n");
  expect(zh).toMatch(/待核 REVIEW .*字号与行业 \+.*组织形式 -/);
  expect(zh).not.toMatch(/CORE|LEGAL_FORM/);
  const en = importReport("名单.csv", plan, "en").join("\n");
  expect(en).toMatch(/REVIEW .*name without place and legal form \+.*legal form -/);
});

test("merged cells are read with prefixes and quotes of either kind; what is no range is passed over", () => {
  const xml = `<x:sheetData></x:sheetData><x:mergeCells><x:mergeCell ref='A2:H2'/><x:mergeCell ref="AA3:AB10"/><x:mergeCell ref="A1"/></x:mergeCells>`;
  expect(mergedIn(xml)).toEqual([
    { top: 2, bottom: 2, left: 0, right: 7 },
    { top: 3, bottom: 10, left: 26, right: 27 },
  ]);
});
