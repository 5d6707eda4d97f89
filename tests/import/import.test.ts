// Workbooks as they come from offices: titles above, headings in two rows, totals and notes below, any encoding.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { parseMapping } from "../../src/import/mapping.ts";
import { refusedWorkbook } from "../../src/import/refused.ts";
import { type ImportOptions, planImport, seriesOf } from "../../src/import/run.ts";
import { readTables, type TableRow } from "../../src/import/tables.ts";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { writeFolder } from "../support/folder.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

const office = `锡山区专精特新企业名单（2023年）,,,,,,,,,,
填报单位：锡山区工信局,,,,,,,,,,
序号,企业名称*,统一社会信用代码,注册资本(万元),成立日期,所属园区,企业资质,营业收入(亿元),,从业人员,联系电话
,,,,,,,2021年,2022年,,
1,无锡鑫宏业线缆科技股份有限公司,,"9,710.00",2004/2/27,锡山经济技术开发区,专精特新小巨人(2021)；高新技术企业,11.2,超15,1200,0510-1
2,无锡甲乙精密机械有限公司,91350100M000100Y43,500,2015年3月,宛山湖科技城,市级专精特新企业（2022年）,0.8,0.95,85,
3,无锡丙丁电子有限公司,,五百左右吧,2018,,无,1.2,1.3,60,
,,,,,,,,,,
合计,,,,,,,13.2,17.25,,
注：数据为初步统计。,,,,,,,,,,
`;

function fileOf(name: string, content: string | Buffer): string {
  return join(writeFolder({ files: { [name]: content } }), name);
}

const plan = (file: string, into: string, more: Partial<ImportOptions> = {}) =>
  planImport({ file, into, upon: [seed], kind: "Enterprise", ...more });

const rowsOf = (folder: string, file: string): TableRow[] => readTables(folder).get(file) ?? [];

describe("an import", () => {
  const encodings: readonly [string, (text: string) => Buffer][] = [
    ["UTF-8", (text) => Buffer.from(text)],
    ["UTF-8 with a mark", (text) => Buffer.from(`\uFEFF${text}`)],
    ["UTF-16", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16 without a mark", (text) => Buffer.from(text, "utf16le")],
    ["semicolons", (text) => Buffer.from(Papa.unparse(Papa.parse<string[]>(text).data, { delimiter: ";" }))],
    ["tabs", (text) => Buffer.from(Papa.unparse(Papa.parse<string[]>(text).data, { delimiter: "\t" }))],
  ];
  test.each(encodings)("reads %s", async (_, encode) => {
    const into = join(writeFolder({}), "my-data");
    const { mapping, converted } = await plan(fileOf("名单.csv", encode(office)), into);
    expect(mapping.headingRows).toEqual([3, 4]);
    expect(converted.counts).toEqual({ rows: 3, same: 1, review: 0, new: 1 });
    expect(converted.refused).toEqual([7]);
  });

  test("reads GBK", async () => {
    // 企业名称,园区 / 甲乙公司,宛山湖科技城, in GBK.
    const bytes = Buffer.from(
      "c6f3d2b5c3fbb3c62cd4b0c7f82cd7a2b2e1d7cab1be28cdf2d4aa290a bcd7d2d2b9abcbbe2ccdf0c9bdbafebfc6bcbcb3c72c35300a".replace(
        / /g,
        "",
      ),
      "hex",
    );
    const { converted } = await plan(fileOf("名单.csv", bytes), join(writeFolder({}), "my-data"));
    expect([...(converted.entities.get("Enterprise") ?? [])]).toMatchObject([
      { name: "甲乙公司", capital: "500000" },
    ]);
    expect([...(converted.relations.get("LOCATED_IN") ?? [])]).toMatchObject([
      { to: "park:wanshanhu-science-city" },
    ]);
  });

  test("takes each column for what it is, and lists those it did not understand", async () => {
    const { mapping } = await plan(fileOf("名单.csv", office), join(writeFolder({}), "my-data"));
    expect(Object.fromEntries(mapping.columns.map(({ column, target }) => [column, target]))).toMatchObject({
      A: { to: "serial" },
      B: { to: "name" },
      C: { to: "property", property: "creditCode" },
      D: { to: "property", property: "capital" },
      E: { to: "property", property: "founded" },
      F: { to: "relation", relation: "LOCATED_IN", kind: "Park" },
      G: { to: "relation", relation: "CERTIFIED_AS" },
      H: { to: "figure", unit: "亿元", year: "2021" },
      I: { to: "figure", unit: "亿元", year: "2022" },
      J: { to: "figure", metric: "从业人数" },
      K: { to: "nothing" },
    });
  });

  test("finds what is known, dates and bounds facts as written, and cites the row of each", async () => {
    const into = join(writeFolder({}), "my-data");
    const planned = await plan(fileOf("名单.csv", office), into);
    planned.write(new Map());
    expect(rowsOf(into, "entities/Enterprise.csv")).toMatchObject([
      {
        id: "enterprise:xin-hong-ye-xian-lan-ke",
        capital: "97100000",
        founded: "2004-02-27",
        sources: "名单:5",
      },
      { creditCode: "91350100M000100Y43", founded: "2015-03", sources: "名单:6" },
    ]);
    expect(rowsOf(into, "relations/CERTIFIED_AS.csv")).toMatchObject([
      {
        from: "enterprise:xin-hong-ye-xian-lan-ke",
        to: "certification:srdi-little-giant-national",
        year: "2021",
      },
      { from: "enterprise:xin-hong-ye-xian-lan-ke", to: "certification:high-tech-enterprise" },
      { to: "certification:srdi-municipal", year: "2022" },
    ]);
    const figures = rowsOf(into, "observations.csv").filter(
      ({ subject }) => subject === "enterprise:xin-hong-ye-xian-lan-ke",
    );
    expect(figures).toMatchObject([
      { value: "11.2", unit: "亿元", period: "2021", bound: "" },
      { value: "15", unit: "亿元", period: "2022", bound: "AT_LEAST" },
      { value: "1200", unit: "人" },
    ]);
  });

  test("says what is wrong by row and column in both languages, and gives refused rows back with the reason", async () => {
    const planned = await plan(fileOf("名单.csv", office), join(writeFolder({}), "my-data"));
    expect(planned.converted.problems).toMatchObject([
      {
        row: 7,
        column: "D",
        cell: "五百左右吧",
        zh: expect.stringContaining("不是数字"),
        en: expect.stringContaining("no number"),
      },
    ]);
    const bytes = await refusedWorkbook(planned.sheet, planned.mapping.headingRows, planned.converted, "zh");
    const [sheet] = (await readXlsxFile(bytes)) as unknown as { data: unknown[][] }[];
    expect(sheet?.data.at(-1)).toEqual(
      expect.arrayContaining([expect.stringContaining("五百左右吧"), "7", "无锡丙丁电子有限公司"]),
    );
  });

  test("leaves nothing behind of a row that is refused", async () => {
    const into = join(writeFolder({}), "my-data");
    const text = "企业名称,所属园区,注册资本(万元)\n甲公司,新园区,五百左右吧\n乙公司,新园区,500\n";
    (await plan(fileOf("a.csv", text), into, { upon: [] })).write(new Map());
    expect(rowsOf(into, "entities/Park.csv")).toMatchObject([{ name: "新园区", sources: "a:3" }]);
    expect(rowsOf(into, "relations/LOCATED_IN.csv")).toHaveLength(1);
  });

  test("done twice changes nothing; the next file of the series changes what differs and takes away what is gone", async () => {
    const into = join(writeFolder({}), "my-data");
    (await plan(fileOf("名单2023年1月.csv", office), into)).write(new Map());
    const once = readTables(into);
    (await plan(fileOf("名单2023年1月.csv", office), into)).write(new Map());
    expect(readTables(into)).toEqual(once);
    const ids = (folder: string) => rowsOf(folder, "entities/Enterprise.csv").map(({ id }) => id);
    const [known, newcomer] = ids(into);
    const next = office
      .replace("无锡鑫宏业线缆科技股份有限公司", "无锡戊己材料有限公司")
      .replace("0.95", "1.05");
    (await plan(fileOf("名单2023年2月.csv", next), into)).write(new Map());
    expect(ids(into)).toContain(newcomer);
    expect(ids(into)).not.toContain(known);
    expect(rowsOf(into, "entities/Document.csv")).toHaveLength(1);
    expect(rowsOf(into, "observations.csv").map(({ value }) => value)).toContain("1.05");
    expect(rowsOf(into, "observations.csv").map(({ value }) => value)).not.toContain("0.95");
  });

  test("of a workbook with dates, numbers as text, empty rows and several sheets", async () => {
    const cell = (value: unknown) =>
      value === null
        ? null
        : {
            value,
            type: typeof value === "number" ? Number : value instanceof Date ? Date : String,
            ...(value instanceof Date ? { format: "yyyy-mm-dd" } : {}),
          };
    const data = [
      ["单位名称", "成立时间", "注册资本（万元）", "是否高新技术企业", "是否上市"],
      ["无锡甲乙精密机械有限公司", new Date(Date.UTC(2015, 2, 1)), "500", "是", "否"],
      [null, null, null, null, null],
      ["无锡丙丁电子有限公司", 43101, 1200.5, "2022", "是"],
    ].map((row) => row.map(cell));
    const bytes = await writeExcelFile([
      { data: [[cell("说明")]], sheet: "说明" },
      { data, sheet: "名单" },
    ] as never).toBuffer();
    const into = join(writeFolder({}), "my-data");
    (await plan(fileOf("企业.xlsx", bytes), into)).write(new Map());
    expect(rowsOf(into, "entities/Enterprise.csv")).toMatchObject([
      { founded: "2015-03-01", capital: "5000000", listed: "false", sources: "企业:2" },
      { founded: "2018-01-01", capital: "12005000", listed: "true", sources: "企业:4" },
    ]);
    expect(rowsOf(into, "relations/CERTIFIED_AS.csv")).toMatchObject([
      { to: "certification:high-tech-enterprise" },
      { to: "certification:high-tech-enterprise", year: "2022" },
    ]);
  });

  test("keeps an edited mapping, and refuses one that is wrong by its places", async () => {
    const planned = await plan(fileOf("名单.csv", office), join(writeFolder({}), "my-data"));
    const text = JSON.stringify(planned.mapping);
    expect(parseMapping(text, "mapping.json")).toEqual(planned.mapping);
    expect(() => parseMapping(text.replace("LOCATED_IN", "LIVES_IN"), "mapping.json")).toThrow(
      /columns\.5\.target\.relation: is no type of relation/,
    );
    expect(() => parseMapping("{", "mapping.json")).toThrow(/mapping\.json: is no JSON/);
    expect(() => parseMapping("{", "mapping.json")).toThrow(
      expect.objectContaining({ zh: expect.stringMatching(/^mapping\.json：不是有效的 JSON/) }),
    );
    const wrong = text.replace("LOCATED_IN", "LIVES_IN").replace('"version":1', '"version":"一"');
    expect(() => parseMapping(wrong, "mapping.json")).toThrow(
      expect.objectContaining({
        zh: "mapping.json：\n  version：无效输入：期望 1\n  columns.5.target.relation：没有这种关系",
      }),
    );
  });

  test("of what is no table says so", async () => {
    const into = join(writeFolder({}), "my-data");
    await expect(plan(fileOf("a.xls", "x"), into)).rejects.toThrow(/save it as \.xlsx/);
    await expect(plan(fileOf("a.pdf", "x"), into)).rejects.toThrow(/no table that can be imported/);
    await expect(plan(fileOf("a.xlsx", "no archive"), into)).rejects.toThrow(/cannot be read as a workbook/);
    await expect(plan(fileOf("a.csv", "一,二\n1,2\n"), into)).rejects.toThrow(/no row looks like headings/);
    await expect(plan(fileOf("a.csv", Buffer.from([0xff, 0x80, 0x81, 0xff])), into)).rejects.toThrow(
      /UTF-8, UTF-16 or GB18030/,
    );
    await expect(plan("not-there.csv", into)).rejects.toThrow(/is not there/);
  });

  test("gives a folder that is sound with what it lies upon", async () => {
    const into = join(writeFolder({}), "my-data");
    const file = fileOf(
      "名单.csv",
      office
        .replaceAll("宛山湖科技城", "某某新园区")
        .replaceAll("锡山经济技术开发区", "某某新园区")
        .replace("市级专精特新企业（2022年）", "无")
        .replace("专精特新小巨人(2021)；高新技术企业", "无"),
    );
    (await plan(file, into, { upon: [] })).write(new Map());
    const store = openEmbedded({});
    try {
      const loaded = await loadFolder(store, into);
      expect(loaded).toBeDefined();
      const [row] = await store.read(
        "MATCH (n:Enterprise)-[r:LOCATED_IN]->(p:Park) RETURN count(n) AS n, collect(DISTINCT p.name) AS parks",
      );
      expect(row).toEqual({ n: 2, parks: ["某某新园区"] });
    } finally {
      await store.close();
    }
  });

  test("killed while it writes is as before or as after", async () => {
    const into = join(writeFolder({}), "my-data");
    (await plan(fileOf("名单.csv", office), into)).write(new Map());
    const before = readFileSync(join(into, "entities/Enterprise.csv"), "utf8");
    // As a kill between the two renames leaves it.
    const { renameSync } = await import("node:fs");
    renameSync(into, join(into, "../.my-data.before"));
    await plan(fileOf("名单.csv", office), into);
    expect(readFileSync(join(into, "entities/Enterprise.csv"), "utf8")).toBe(before);
    writeFileSync(join(into, "own-note.txt"), "kept");
    (await plan(fileOf("名单.csv", office), into)).write(new Map());
    expect(readFileSync(join(into, "own-note.txt"), "utf8")).toBe("kept");
  });
});

test("files of a series are told by what their names have in common", () => {
  expect(
    ["名单2023年1月.xlsx", "名单2023年2月.xlsx", "名单-2023-02.csv", "名单（2023年）.csv", "名单v2.xlsx"].map(
      seriesOf,
    ),
  ).toEqual(["名单", "名单", "名单", "名单", "名单"]);
  expect(seriesOf("2023.xlsx")).toBe("2023");
});
