// What clerks write above their tables: groups over headings, parts of a year, years and units in titles.
import { describe, expect, test } from "vitest";
import { type MergedCells, nothingHidden } from "../../src/import/layout.ts";
import { partIn, periodOf } from "../../src/import/part-of-year.ts";
import { proposeMapping } from "../../src/import/propose.ts";
import type { SheetCell } from "../../src/import/sheet.ts";

const nobody = { metric: () => undefined, certification: () => undefined };
const targets = (
  rows: readonly (readonly SheetCell[])[],
  name = "Sheet1",
  merged: readonly MergedCells[] = [],
) =>
  proposeMapping("Enterprise", { name, rows, hidden: nothingHidden, merged }, "s", nobody)?.columns.map(
    ({ heading, target }) => [heading, ...Object.values(target)].join(" "),
  );

describe("headings in two rows", () => {
  test("that are grouped keep what they say by themselves, with unit and year of the group", () => {
    expect(
      targets([
        ["锡山区规上工业企业主要指标"],
        ["序号", "企业名称", "基本情况", null, null, "2023年经济指标（万元）", null, "2024年", null, "备注"],
        [
          null,
          null,
          "社会信用代码",
          "开业时间",
          "所属镇街",
          "营业收入",
          "用工人数（人）",
          "营业收入(亿元)",
          "纳税",
          null,
        ],
        [1, "甲乙有限公司", "", "2004", "东港镇", 1, 2, 3, 4, ""],
      ]),
    ).toEqual([
      "序号 serial",
      "企业名称 name",
      "社会信用代码 property creditCode",
      "开业时间 property founded",
      "所属镇街 relation LOCATED_IN Region out",
      "2023年营业收入(万元) figure 营业收入 万元 2023",
      "2023年用工人数(人) figure 从业人数 人 2023",
      "2024年营业收入(亿元) figure 营业收入 亿元 2024",
      "2024年纳税 figure 纳税总额 2024",
      "备注 note",
    ]);
  });

  test("of which the second are parts of a year are figures of these", () => {
    const quarters = ["一季度", "二季度", "三季度", "四季度"];
    expect(
      targets(
        [
          ["2025年季度运行监测表"],
          ["单位名称", "2025年营业收入（万元）", null, null, null, "上半年", null],
          [null, ...quarters, "利润总额（万元）", "从业人员"],
          ["甲乙有限公司", 1, 2, 3, 4, 5, 6],
        ],
        "Sheet1",
        [
          { top: 2, bottom: 3, left: 0, right: 0 },
          { top: 2, bottom: 2, left: 1, right: 4 },
          { top: 2, bottom: 2, left: 5, right: 6 },
        ],
      ),
    ).toEqual([
      "单位名称 name",
      ...quarters.map((quarter) => `2025年营业收入(万元)${quarter} figure 营业收入 万元 2025 ${quarter}`),
      "上半年利润总额(万元) figure 利润总额 万元 上半年 2025",
      "上半年从业人员 figure 从业人数 上半年 2025",
    ]);
  });

  test("in one row may name parts of a year too", () => {
    expect(
      targets([
        ["企业名称", "2025年1-6月营业收入（万元）", "2025年3月营业收入", "Q2营业收入", "年度", "12月龄"],
      ]),
    ).toEqual([
      "企业名称 name",
      "2025年1-6月营业收入(万元) figure 营业收入 万元 2025 1-6月",
      "2025年3月营业收入 figure 营业收入 2025 3月",
      "Q2营业收入 figure 营业收入 Q2",
      "年度 year",
      "12月龄 nothing not understood",
    ]);
  });

  test.each([
    ["一季度营业收入", "一季度"],
    ["第3季度利润", "第3季度"],
    ["1—6月产值", "1-6月"],
    ["1至9月份累计产值", "1-9月"],
    ["3月份用电量", "3月"],
    ["上半年利润", "上半年"],
    ["前三季度产值", "前三季度"],
    ["2024年营业收入", undefined],
    ["3月末从业人员", undefined],
    ["2024-2025年产值", undefined],
    ["季度", undefined],
  ])("%s is about %s", (heading, part) => {
    expect(partIn(heading)).toBe(part);
    if (part !== undefined) expect(periodOf("2025", part)).toMatch(/^2025-/);
  });

  test("of which the second is data are one", () => {
    expect(
      targets([
        ["企业名称", "营业收入（万元）"],
        ["甲乙有限公司", 1],
      ]),
    ).toEqual(["企业名称 name", "营业收入(万元) figure 营业收入 万元"]);
  });
});

describe("groups over merged cells", () => {
  const clerk: readonly (readonly SheetCell[])[] = [
    ["锡山区重点企业运行情况表"],
    ["填报单位：区工信局", null, null, "2023年", null, "2024年", null, null],
    [
      "序号",
      "企业名称（全称）",
      "成立时间",
      "营业收入（万元）",
      "从业人数",
      "营业收入（万元）",
      "从业人数",
      "资质荣誉",
    ],
    [1, "甲乙有限公司", "2004", 1, 2, 3, 4, "规上企业"],
  ];
  const merged = [
    { top: 1, bottom: 1, left: 0, right: 7 },
    { top: 2, bottom: 2, left: 0, right: 2 },
    { top: 2, bottom: 2, left: 3, right: 4 },
    { top: 2, bottom: 2, left: 5, right: 6 },
  ];
  test("reach as far as the cells do, whatever else stands in their row", () => {
    expect(targets(clerk, "Sheet1", merged)).toEqual([
      "序号 serial",
      "企业名称(全称) name",
      "成立时间 property founded",
      "2023年营业收入(万元) figure 营业收入 万元 2023",
      "2023年从业人数 figure 从业人数 2023",
      "2024年营业收入(万元) figure 营业收入 万元 2024",
      "2024年从业人数 figure 从业人数 2024",
      "资质荣誉 relation CERTIFIED_AS Certification out",
    ]);
  });

  test("of which the years are of two stay titles where they stand over all columns", () => {
    const titled = [["2022年、2023年重点企业"], ["企业名称", "营业收入（万元）"], ["甲乙有限公司", 1]];
    expect(targets(titled)).toEqual(["企业名称 name", "营业收入(万元) figure 营业收入 万元"]);
  });

  test("two columns for one figure are not taken for one another: the second says why it is left", () => {
    const [, , , ...without] = clerk[2] ?? [];
    expect(
      targets([
        ["企业名称", ...without],
        ["甲乙有限公司", 1, 2, 3, 4, "规上企业"],
      ]),
    ).toEqual([
      "企业名称 name",
      "营业收入(万元) figure 营业收入 万元",
      "从业人数 figure 从业人数",
      "营业收入(万元) nothing a column before says the same",
      "从业人数 nothing a column before says the same",
      "资质荣誉 relation CERTIFIED_AS Certification out",
    ]);
  });
});

test("headings with year and unit in one bracket, and other words for the founding", () => {
  expect(
    targets([
      [
        "营收（2023年，万元）",
        "注册地",
        "单位全称",
        "利润总额（亿元、2022年）",
        "纳税（2024年万元）",
        "设立时间",
      ],
      [1200, "锡山区", "无锡甲乙精密机械有限公司", 3, 4, "2015-03-01"],
    ]),
  ).toEqual([
    "营收(2023年,万元) figure 营业收入 万元 2023",
    "注册地 relation LOCATED_IN Region out",
    "单位全称 name",
    "利润总额(亿元、2022年) figure 利润总额 亿元 2022",
    "纳税(2024年万元) figure 纳税总额 万元 2024",
    "设立时间 property founded",
  ]);
});

describe("the unit of a table", () => {
  const headings = ["企业名称", "注册资本", "营业收入", "员工人数", "利润总额（元）"];
  test.each([
    ["that stands above it", ["单位：万元"], "(万元)", " 万元"],
    ["among those of people", ["", "", "单位：亿元、人"], "(亿元)", " 亿元"],
    ["that is of people alone", ["单位：人"], "", ""],
    ["that is two of money", ["单位：万元、亿元"], "", ""],
    ["that is an office's", ["填报单位：万元厂"], "", ""],
  ])("%s", (_, line, written, unit) => {
    expect(targets([line, headings, ["甲乙有限公司", 1, 2, 3, 4]])).toEqual([
      "企业名称 name",
      `注册资本${written} property capital`,
      `营业收入${written} figure 营业收入${unit}`,
      "员工人数 figure 从业人数",
      "利润总额(元) figure 利润总额 元",
    ]);
  });
});

describe("the year of a table", () => {
  test("counts for headings that go back from it", () => {
    const table = [
      ["2024年申报企业"],
      ["企业名称", "上年度营业收入(万元)", "本年度利润总额(万元)"],
      ["甲有限公司", 1, 2],
    ];
    expect(targets(table)).toEqual([
      "企业名称 name",
      "上年度营业收入(万元) figure 营业收入 万元 2023",
      "本年度利润总额(万元) figure 利润总额 万元 2024",
    ]);
  });

  const table = [
    ["企业名称", "营业收入(万元)", "2022年利润总额(万元)"],
    ["甲乙有限公司", 1, 2],
  ];
  test.each([
    ["in its title", [["2024年重点企业一览表"], ...table], "Sheet1", "2024"],
    ["in the name of its sheet", table, "2024年度", "2024"],
    ["of which there are two", [["2023年、2024年重点企业"], ...table], "Sheet1", undefined],
    ["that is a month", [["2024年9月重点企业"], ...table], "Sheet1", undefined],
    ["that is half of one", [["2024年上半年重点企业"], ...table], "Sheet1", undefined],
    ["that is not there", table, "Sheet1", undefined],
  ])("%s", (_, rows, name, year) => {
    expect(targets(rows, name)).toEqual([
      "企业名称 name",
      ["营业收入(万元) figure 营业收入 万元", year].filter(Boolean).join(" "),
      "2022年利润总额(万元) figure 利润总额 万元 2022",
    ]);
  });
});
