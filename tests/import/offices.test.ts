// Workbooks as different offices keep them: where an enterprise is under many headings, cells that say a loss or nothing,
// broken formulas, values that agree in other units, several sheets.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { importReport } from "../../src/cli/import-report.ts";
import { brokenAt, brokenIn } from "../../src/import/broken-cells.ts";
import { differing, joined } from "../../src/import/differing.ts";
import { placeHeading, placeKindOf, sizeOf } from "../../src/import/place-headings.ts";
import { planImport } from "../../src/import/run.ts";
import { openLayers } from "../../src/load/layers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";

const known = writeFolder({
  files: {
    "entities/Document.csv": "id,name,stem,lines\ndocument:d,d,d,9\n",
    "entities/Region.csv":
      "id,name,aliases,sources\nregion:wuxi,无锡市,,d:1\nregion:xishan,锡山区,锡山,d:1\nregion:donggang,东港镇,,d:1\n",
    "entities/Park.csv": "id,name,sources\npark:xishan-zone,锡山经济技术开发区,d:1\n",
    "relations/PART_OF.csv":
      "from,to,sources\nregion:xishan,region:wuxi,d:1\nregion:donggang,region:xishan,d:1\n",
  },
});

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
    "无锡壬癸有限公司,三百万,10-20,1",
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

describe("a broken cell", () => {
  const cells = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><f>SUM(C2:D2)</f></c><c r='C2' t='e'><f>1/0</f><v>#DIV/0!</v></c>
    <c r="D2" t="str"><f>IF(A2="",1,"")</f><v></v></c><c r="E2"><f>1+1</f><v>2</v></c><x:c r="AA3" t="e"><x:v>#REF!</x:v></x:c><c r="F2"/><c r="G2"><f/></c></row>`;
  test("is an error, or a formula that nobody worked out; an empty text is none", () => {
    expect([...brokenIn(cells)]).toEqual([
      ["2 1", "="],
      ["2 2", "#DIV/0!"],
      ["3 26", "#REF!"],
      ["2 6", "="],
    ]);
    expect(brokenIn("<row><c r='A1'><v>1</v></c></row>").size).toBe(0);
  });
  test.each(["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "######"])("%s as text is one", (text) =>
    expect(brokenAt(undefined, 1, 1, text)).toBe(text),
  );
  test.each(["#", "#1 厂房", "N/A", ""])("%j is none", (text) =>
    expect(brokenAt(undefined, 1, 1, text)).toBeUndefined(),
  );
});

type Rows = readonly (readonly (string | number)[])[];

async function workbook(
  sheets: Readonly<Record<string, Rows>>,
  change: (xml: string) => string = (xml) => xml,
) {
  const file = join(writeFolder({}), "台账.xlsx");
  const bytes = await writeExcelFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) =>
        row.map((value) => ({ value, type: typeof value === "number" ? Number : String })),
      ),
    })) as never,
    {
      features: [{ files: { transform: { "xl/worksheets/sheet{id}.xml": { transform: change } } } }],
    } as never,
  ).toBuffer();
  writeFileSync(file, bytes);
  return file;
}

test("broken cells of a workbook are told by their place, and their rows refused; totals are none", async () => {
  const file = await workbook(
    {
      台账: [
        ["企业名称", "营业收入(万元)", "注册资本(万元)"],
        ["无锡甲乙有限公司", 10, 5],
        ["无锡丙丁有限公司", 20, 6],
        ["无锡戊己有限公司", 30, 7],
        ["合计", 60, 18],
      ],
    },
    (xml) =>
      xml
        .replace(/<c r="B2"([^>]*)><v>10<\/v>/, '<c r="B2"$1><f>C2*2</f>')
        .replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3" t="e"><f>VLOOKUP(1,A:A,1,0)</f><v>#N/A</v></c>')
        .replace(/<c r="B5"([^>]*)><v>60<\/v>/, '<c r="B5"$1><f>SUM(B2:B4)</f>'),
  );
  const { converted } = await planImport({
    file,
    into: join(writeFolder({}), "d"),
    upon: [],
    kind: "Enterprise",
  });
  expect(converted.problems.map(({ row, column, zh }) => `${column}${row} ${zh}`)).toEqual([
    expect.stringMatching(/^B2 公式没有算出的值/),
    expect.stringMatching(/^C3 单元格是错误值 #N\/A/),
  ]);
  expect([converted.counts.rows, converted.refused]).toEqual([3, [2, 3]]);
});

const twoSheets = {
  规上工业: [
    ["企业名称", "成立日期"],
    ["无锡甲乙有限公司", "2015"],
    ["无锡丙丁有限公司", "2016"],
  ],
  规上服务业: [
    ["单位名称", "成立日期"],
    ["无锡戊己有限公司", "2017"],
  ],
  填表说明: [["请于每月五日前报送"]],
} as const;

test("of several sheets the others are told; one that is named stands beside the first and replaces nothing", async () => {
  const file = await workbook(twoSheets);
  const into = join(writeFolder({}), "my-data");
  const given = { file, into, upon: [], kind: "Enterprise" } as const;
  const first = await planImport(given);
  expect([first.sheet.name, first.otherSheets]).toEqual([
    "规上工业",
    [
      { name: "规上服务业", rows: 1, hidden: false },
      { name: "填表说明", rows: undefined, hidden: false },
    ],
  ]);
  expect(importReport(file, first, "zh").join("\n")).toMatch(
    /只读取了工作表 规上工业；未读取：规上服务业 \(1 行\)、填表说明 \(没有带名称的表头\)。.*--sheet 规上服务业/,
  );
  first.write(new Map());
  const second = await planImport({ ...given, sheet: "规上服务业" });
  expect([second.stem, second.changes.removed]).toEqual(["台账-规上服务业", 0]);
  second.write(new Map());
  for (const sheet of [undefined, "规上工业", "规上服务业"])
    expect((await planImport({ ...given, sheet })).changes).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
    });
});

describeEachEngine("sheets and places in the graph", (open) => {
  test("each sheet is cited by its own rows, and a new town counts for its district", async () => {
    const root = writeFolder({});
    const into = join(root, "my-data");
    const file = await workbook({
      一表: [
        ["企业名称", "区县", "镇街"],
        ["无锡甲乙有限公司", "锡山区", "羊尖镇"],
      ],
      二表: [
        ["单位名称", "所属街道"],
        ["无锡丙丁有限公司", "锡山区厚桥街道"],
      ],
    });
    const given = { file, into, upon: [known], kind: "Enterprise" } as const;
    (await planImport({ ...given, sheet: "一表" })).write(new Map());
    (await planImport({ ...given, sheet: "二表" })).write(new Map());
    const store = await open();
    const layered = await openLayers(`${known},${into}`, join(root, "work"));
    await loadFolder(store, layered.folder, { layered });
    const found = await store.read(
      "MATCH (n:Enterprise)-[:LOCATED_IN]->(:Region)-[:PART_OF]->(r:Region) WHERE r.id = 'region:xishan' RETURN n.name AS name, n.sources AS sources ORDER BY name",
    );
    expect(found).toEqual([
      { name: "无锡丙丁有限公司", sources: ["台账-二表:2"] },
      { name: "无锡甲乙有限公司", sources: ["台账:2"] },
    ]);
  });
});
