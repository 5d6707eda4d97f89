// Lists as different offices keep them: where an enterprise is under many headings, cells that say a loss or nothing,
// values that agree in other units.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importReport } from "../../src/cli/import-report.ts";
import { differing, joined } from "../../src/import/differing.ts";
import { placeHeading, placeKindOf, sizeOf } from "../../src/import/place-headings.ts";
import { planImport } from "../../src/import/run.ts";
import { writeFolder } from "../support/folder.ts";
import { knownPlaces } from "../support/known-places.ts";

const known = knownPlaces();

const planned = (lines: readonly string[], into = join(writeFolder({}), "my-data")) => {
  const file = join(writeFolder({}), "名单.csv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return planImport({ file, into, upon: [known], kind: "Enterprise" });
};

describe("a heading that says a place", () => {
  test.each([
    "所在镇街",
    "所属街道",
    "镇（街道）",
    "镇/街道",
    "街道(乡镇)",
    "属地板块",
    "所属板块",
    "所在区域",
    "所在地区",
    "企业所在地",
    "注册地",
    "所属区县*",
    "县（市、区）",
    "县(市)区",
    "设区市",
    "行政区划",
    "单位所属辖区",
    "归属镇街名称",
  ])("%s is a region", (heading) => expect(placeHeading(heading)).toBe("Region"));
  test.each(["所在园区", "园区名称", "所属功能区", "开发区/镇街", "所属产业园区", "载体名称"])(
    "%s is a park",
    (heading) => expect(placeHeading(heading)).toBe("Park"),
  );
  test.each([
    "注册地址",
    "企业名称",
    "上市板块",
    "联系地址",
    "区域总部",
    "产业",
    "",
    "市场占有率",
    "所属行业",
  ])("%s is neither", (heading) => expect(placeHeading(heading)).toBeUndefined());
  test("a name says how large it is, and whether it is a park", () => {
    expect(["江苏省", "无锡市", "锡山区", "东港镇", "东亭街道", "锡山经开区", "滨湖"].map(sizeOf)).toEqual([
      3,
      2,
      1,
      0,
      0,
      undefined,
      undefined,
    ]);
    expect(["锡山经济技术开发区", "羊尖镇", "滨湖"].map(placeKindOf)).toEqual(["Park", "Region", undefined]);
  });
});

describe("places that rows name", () => {
  test("are regions or parks that are known, whatever the column mixes", async () => {
    const { converted } = await planned([
      "企业名称,属地板块",
      "无锡甲乙有限公司,锡山经开区",
      "无锡丙丁有限公司,东港镇",
      "无锡戊己有限公司,无锡市锡山区",
    ]);
    expect([...(converted.relations.get("LOCATED_IN") ?? [])].map(({ to }) => to)).toEqual([
      "park:xishan-zone",
      "region:donggang",
      "region:xishan",
    ]);
    expect(converted.made).toEqual([]);
  });

  test("and are new are part of the larger place that the row names; others are told with what to do", async () => {
    const plan = await planned([
      "企业名称,区县,镇（街道）",
      "无锡甲乙有限公司,锡山区,羊尖镇",
      "无锡丙丁有限公司,,锡山区厚桥街道",
      "无锡戊己有限公司,,鹅湖镇",
      "无锡庚辛有限公司,,锡山智造产业园",
    ]);
    const { converted } = plan;
    const made = new Map([...(converted.entities.get("Region") ?? [])].map(({ id, name }) => [id, name]));
    expect([...made.values()]).toEqual(["羊尖镇", "锡山区厚桥街道", "鹅湖镇"]);
    expect(
      [...(converted.relations.get("PART_OF") ?? [])].map(({ from = "", to }) => [made.get(from), to]),
    ).toEqual([
      ["羊尖镇", "region:xishan"],
      ["锡山区厚桥街道", "region:xishan"],
    ]);
    expect([...(converted.entities.get("Park") ?? [])].map(({ name }) => name)).toEqual(["锡山智造产业园"]);
    const [zh, en] = (["zh", "en"] as const).map((language) => importReport("x", plan, language).join("\n"));
    expect(zh).toMatch(/新建的地区 Region：鹅湖镇（不知属于哪里.*PART_OF/);
    expect(zh).toMatch(/新建的地区 Region：羊尖镇、锡山区厚桥街道（/);
    expect(en).toMatch(/New Park: 锡山智造产业园/);
  });

  test("the same file again makes nothing new and changes nothing", async () => {
    const into = join(writeFolder({}), "my-data");
    const lines = ["企业名称,区县,镇（街道）", "无锡甲乙有限公司,锡山区,羊尖镇", "无锡丙丁有限公司,,鹅湖镇"];
    (await planned(lines, into)).write(new Map());
    const again = await planned(lines, into);
    expect([again.converted.made, again.changes]).toEqual([
      [],
      expect.objectContaining({ added: 0, changed: 0, removed: 0 }),
    ]);
  });
});

test("cells that say a loss, a bound or nothing are figures of that, or none", async () => {
  const { converted } = await planned([
    "企业名称,2024年利润总额(万元),2024年从业人员(人),2024年营业收入(亿元)",
    "无锡甲乙有限公司,亏损,300余人,—",
    "无锡丙丁有限公司,（123.5）,＜20,/",
    "无锡戊己有限公司,亏损80,不足50,约1.2",
    "无锡庚辛有限公司,-7,无,预计3",
    "无锡壬癸有限公司,三百左右吧,10-20,1",
  ]);
  expect(
    [...converted.observations].map(({ sources, metric, value, bound, status }) =>
      [sources, metric, value, bound, status].join(" ").trim(),
    ),
  ).toEqual([
    "名单:2 li-run-zong-e 0 AT_MOST",
    "名单:2 cong-ye-ren-shu 300 AT_LEAST",
    "名单:3 li-run-zong-e -123.5",
    "名单:3 cong-ye-ren-shu 20 AT_MOST",
    "名单:4 li-run-zong-e -80",
    "名单:4 cong-ye-ren-shu 50 AT_MOST",
    "名单:4 ying-ye-shou-ru 1.2 ABOUT",
    "名单:5 li-run-zong-e -7",
    "名单:5 ying-ye-shou-ru 3  FORECAST",
  ]);
  expect(converted.problems.map(({ row, column }) => `${column}${row}`)).toEqual(["B6", "C6"]);
});

test("values of equal worth in other units, and dates of another precision, do not differ", async () => {
  const plan = await planned([
    "企业名称,年度,成立日期,营业收入(万元),注册资本",
    "甲乙有限公司,2024,2015,5,5万元",
    "甲乙有限公司,2024,2015-03,0.0005亿元,0.0005亿元",
    "甲乙有限公司,2024,2015年3月1日,50000元,50000元",
    "甲乙有限公司,2024,2016,5万美元,5.1万元",
  ]);
  const told = plan.differing.map(({ property, left }) => `${property} ${left.value}`);
  expect(told.sort()).toEqual(["capital 51000", "founded 2016", "value 5 万美元"]);
  expect([...(plan.converted.entities.get("Enterprise") ?? [])]).toHaveLength(4);
});

test("the more precise of two dates is taken, and texts of digits are no numbers", () => {
  const file = "entities/Enterprise.csv";
  const [one, other] = [
    { id: "e", name: "甲", founded: "2015", stockCode: "000581" },
    { id: "e", name: "甲", founded: "2015-03-01", stockCode: "581" },
  ];
  expect(joined(file, one, other)).toMatchObject({ founded: "2015-03-01", stockCode: "000581" });
  expect(joined(file, other, one)).toMatchObject({ founded: "2015-03-01" });
  expect(differing(file, one, other).map(({ property }) => property)).toEqual(["stockCode"]);
});
