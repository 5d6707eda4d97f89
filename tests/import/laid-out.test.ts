// Workbooks as offices lay them out: a park merged beside its enterprises, units and years in a second row of headings,
// titles as columns to tick, subtotals, two tables beside or below each other.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { planImport } from "../../src/import/run.ts";
import { writeFolder } from "../support/folder.ts";

type Cell =
  | string
  | number
  | null
  | { readonly value: string | number; readonly columnSpan?: number; readonly rowSpan?: number };

const cellOf = (cell: Cell) => {
  if (cell === null) return null;
  const full = typeof cell === "object" ? cell : { value: cell };
  return { ...full, type: typeof full.value === "number" ? Number : String };
};

async function planned(rows: readonly (readonly Cell[])[], upon: readonly string[] = []) {
  const root = writeFolder({});
  const file = join(root, "企业表.xlsx");
  const bytes = await writeExcelFile(rows.map((row) => row.map(cellOf)) as never, { sheet: "表" } as never);
  writeFileSync(file, await (bytes as unknown as { toBuffer: () => Promise<Buffer> }).toBuffer());
  return planImport({ file, into: join(root, "my-data"), upon: [...upon], kind: "Enterprise" });
}

const down = (value: string, rowSpan: number): Cell => ({ value, rowSpan });
const across = (value: string, columnSpan: number): Cell => ({ value, columnSpan });

const nine = Array.from({ length: 9 }, () => null);
const parks: readonly (readonly Cell[])[] = [
  [across("锡山区2024年重点企业情况表", 10), ...nine],
  [
    down("所属园区", 2),
    down("企业名称", 2),
    "成立日期",
    "注册资本",
    across("营业收入", 2),
    null,
    across("资质（有打√）", 3),
    null,
    null,
    down("备注", 2),
  ],
  [
    null,
    null,
    "年月",
    "万元",
    "2023年（亿元）",
    "2024年（亿元）",
    "国家级专精特新小巨人",
    "高新技术企业",
    "低碳标杆",
    null,
  ],
  [
    down("锡山经济技术开发区", 4),
    "无锡甲一精密机械有限公司",
    "2021.3",
    "1.2亿",
    1.2,
    "1.5",
    "√",
    "√",
    null,
    null,
  ],
  [null, "无锡甲二电子有限公司", "二〇二一年三月", "５００", "０．８", "9000万元", null, "√", "否", "停产"],
  [null, "无锡甲三材料有限公司", "2021年3季度", "5000万元", 0.3, 0.32, "是", "有", null, null],
  [null, "小计", null, null, 2.3, 2.72, 2, 3, 0, null],
  [down("惠山软件园", 2), "无锡乙一软件有限公司", 44270, 300, "1.1亿元", "约1.3亿", "√", null, null, null],
  [null, "惠山软件园小计", null, null, 1.1, 1.3, 1, 0, 0, null],
  [across("合  计", 2), null, null, null, 3.4, 4.02, 3, 3, 0, null],
  [across("填表人：张三    联系电话：0510-88888888    填报日期：2025年1月8日", 10), ...nine],
];

test("a park merged beside its enterprises is of each; units, years and titles of the second row count", async () => {
  const { mapping, converted } = await planned(parks, ["seed"]);
  expect(mapping.headingRows).toEqual([2, 3]);
  expect([...(converted.entities.get("Enterprise") ?? [])]).toMatchObject([
    { name: "无锡甲一精密机械有限公司", founded: "2021-03", capital: "120000000" },
    { name: "无锡甲二电子有限公司", founded: "2021-03", capital: "5000000" },
    { name: "无锡乙一软件有限公司", founded: "2021-03-15", capital: "3000000" },
  ]);
  const ends = (type: "LOCATED_IN" | "CERTIFIED_AS") =>
    [...(converted.relations.get(type) ?? [])].map(({ to, sources }) => [sources, to]);
  expect(ends("LOCATED_IN").map(([source]) => source)).toEqual(["企业表:4", "企业表:5", "企业表:8"]);
  expect(
    new Set(
      ends("LOCATED_IN")
        .slice(0, 2)
        .map(([, park]) => park),
    ),
  ).toEqual(new Set(["park:xishan-development-zone"]));
  expect(ends("CERTIFIED_AS")).toEqual([
    ["企业表:4", "certification:srdi-little-giant-national"],
    ["企业表:4", "certification:high-tech-enterprise"],
    ["企业表:5", "certification:high-tech-enterprise"],
    ["企业表:8", "certification:srdi-little-giant-national"],
  ]);
  expect(
    [...converted.observations].map(({ sources, period, value, unit }) => [sources, period, value, unit]),
  ).toEqual([
    ["企业表:4", "2023", "1.2", "亿元"],
    ["企业表:4", "2024", "1.5", "亿元"],
    ["企业表:5", "2023", "0.8", "亿元"],
    ["企业表:5", "2024", "9000", "万元"],
    ["企业表:8", "2023", "1.1", "亿元"],
    ["企业表:8", "2024", "1.3", "亿元"],
  ]);
  expect(converted.problems.map(({ row, column }) => [row, column])).toEqual([[6, "C"]]);
});

test("a tick below a heading that names no title makes no title of it", async () => {
  const { converted } = await planned([
    ["企业名称", "资质荣誉", "注册资本(万元)"],
    ["无锡甲一精密机械有限公司", "√", 100],
    ["无锡甲二精密机械有限公司", "绿色工厂", 100],
  ]);
  expect(converted.problems.map(({ row, column, cell }) => [row, column, cell])).toEqual([[2, "B", "√"]]);
  expect([...(converted.entities.get("Certification") ?? [])].map(({ name }) => name)).toEqual(["绿色工厂"]);
});

test("an amount merged over the rows of several enterprises is nobody's own", async () => {
  const { converted } = await planned([
    ["企业名称", "注册资本(万元)", "2024年营业收入(万元)"],
    ["无锡甲一精密机械有限公司", 100, { value: 900, rowSpan: 2 }],
    ["无锡甲二精密机械有限公司", 200, null],
    ["无锡甲三精密机械有限公司", 300, 50],
  ]);
  expect(converted.problems.map(({ row, column }) => [row, column])).toEqual([[2, "C"]]);
  expect([...converted.observations].map(({ sources, value }) => [sources, value])).toEqual([
    ["企业表:4", "50"],
  ]);
});

test("of two tables beside each other each is read, and no cell of one is said of the other", async () => {
  const { mapping, converted } = await planned([
    ["序号", "企业名称", "所在地区", null, "序号", "企业名称", "所在地区", "注册资本(万元)"],
    [1, "无锡丙一机械有限公司", "锡山区", null, 3, "无锡丙三机械有限公司", "惠山区", 300],
    [2, "无锡丙二机械有限公司", "锡山区", null, 4, "无锡丙四机械有限公司", "惠山区", "很多"],
    [5, "无锡丙五机械有限公司", "锡山区"],
    ["合计", 5],
  ]);
  expect(mapping.columns.map(({ column, target, table }) => [column, target.to, table])).toEqual([
    ["A", "serial", undefined],
    ["B", "name", undefined],
    ["C", "relation", undefined],
    ["E", "serial", 2],
    ["F", "name", 2],
    ["G", "relation", 2],
    ["H", "property", 2],
  ]);
  expect(
    [...(converted.entities.get("Enterprise") ?? [])].map(({ name, capital, sources }) => [
      name,
      capital,
      sources,
    ]),
  ).toEqual([
    ["无锡丙一机械有限公司", undefined, "企业表:2"],
    ["无锡丙三机械有限公司", "3000000", "企业表:2"],
    ["无锡丙二机械有限公司", undefined, "企业表:3"],
    ["无锡丙五机械有限公司", undefined, "企业表:4"],
  ]);
  expect([...(converted.relations.get("LOCATED_IN") ?? [])].map(({ from, to }) => [from, to])).toHaveLength(
    4,
  );
  expect(converted.problems.map(({ row, column }) => [row, column])).toEqual([[3, "H"]]);
  expect(converted.counts.rows).toBe(5);
});

test("an amount that is not exact is not made exact where nothing could say so", async () => {
  const { converted } = await planned([
    ["企业名称", "注册资本(万元)", "2024年营业收入(万元)"],
    ["无锡丙一机械有限公司", "约500", "约900"],
    ["无锡丙二机械有限公司", 500, "约900"],
  ]);
  expect(converted.problems.map(({ row, column, zh }) => [row, column, zh])).toEqual([
    [2, "B", "“约500”不是确切的数，而注册资本只能记确切的数：请改为确切的数，或留空"],
  ]);
  expect([...converted.observations].map(({ value, bound }) => [value, bound])).toEqual([["900", "ABOUT"]]);
});

test("a column of titles that are known is of them, whatever it is called", async () => {
  const { mapping, converted } = await planned(
    [
      ["企业名称", "梯度情况"],
      ["无锡丙一机械有限公司", "高新技术企业"],
      ["无锡丙二机械有限公司", "/"],
      ["无锡丙三机械有限公司", "高新技术企业、绿色工厂"],
    ],
    ["seed"],
  );
  expect(mapping.columns[1]?.target).toMatchObject({ to: "relation", relation: "CERTIFIED_AS" });
  expect([...(converted.relations.get("CERTIFIED_AS") ?? [])].map(({ sources }) => sources)).toEqual([
    "企业表:2",
    "企业表:4",
    "企业表:4",
  ]);
});

test("a table beside the first that names nobody is told, and none of its cells is taken", async () => {
  const { mapping, converted } = await planned([
    ["序号", "企业名称", "注册资本(万元)", null, "序号", "所在园区", "职工人数"],
    [1, "无锡丙一机械有限公司", 100, null, 1, "锡山经开区", 900],
  ]);
  expect(mapping.columns.slice(3).map(({ target }) => target)).toEqual(
    Array.from({ length: 3 }, () => ({
      to: "nothing",
      why: "a table beside the first without a column of names",
    })),
  );
  expect([...converted.relations.values()].flat()).toEqual([]);
  expect([...converted.observations]).toEqual([]);
});

test("the title of a section is no enterprise, and what stands below other headings is told", async () => {
  const { converted } = await planned([
    ["企业名称", "注册资本(万元)", "所在地区"],
    [across("一、在产企业名单", 3), null, null],
    ["无锡丁一机械有限公司", 100, "锡山区"],
    [null, null, null],
    [across("二、停产企业名单", 3), null, null],
    ["企业名称", "停产原因", "所在地区"],
    ["无锡丁二机械有限公司", "搬迁", "惠山区"],
  ]);
  expect([...(converted.entities.get("Enterprise") ?? [])].map(({ name }) => name)).toEqual([
    "无锡丁一机械有限公司",
  ]);
  expect(converted.problems).toMatchObject([{ row: 7, zh: expect.stringContaining("第 6 行起是另一张表") }]);
});
