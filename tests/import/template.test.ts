// The workbook to fill in: every heading is understood by the import, lists hold what may be chosen, and what is filled in
// comes back as facts.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { planImport } from "../../src/import/run.ts";
import { templateColumns, templateWorkbook } from "../../src/import/template.ts";
import { type Kind, kindNames } from "../../src/ontology/model.ts";
import { writeFolder } from "../support/folder.ts";

const namesOf = (kind: Kind): string[] => (kind === "Park" ? ["锡山经济技术开发区", "宛山湖<科技城>"] : []);

/** A file of an archive, without a library of archives. */
function fileIn(zip: Buffer, name: string): string {
  for (let at = zip.indexOf("PK\u0001\u0002"); at !== -1; at = zip.indexOf("PK\u0001\u0002", at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + length) !== name) continue;
    const start = zip.readUInt32LE(at + 42);
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
  }
  throw new Error(`there is no ${name}`);
}

const place = async () => {
  const root = writeFolder({});
  const file = join(root, "企业模板.xlsx");
  writeFileSync(file, await templateWorkbook("Enterprise", namesOf));
  return { file, into: join(root, "my-data") };
};

describe("the workbook to fill in", () => {
  test.each(kindNames.filter((kind) => !["Observation", "Document"].includes(kind)))(
    "of %s has headings that the import understands, all of them",
    async (kind) => {
      const root = writeFolder({});
      const columns = templateColumns(kind, () => []);
      const file = join(root, "list.csv");
      writeFileSync(
        file,
        `${columns.map(({ heading }) => heading).join(",")}\n甲${",".repeat(columns.length - 1)}\n`,
      );
      const { mapping } = await planImport({ file, into: join(root, "my-data"), upon: [], kind });
      const lost = mapping.columns
        .filter(({ target }) => target.to === "nothing")
        .map(({ heading }) => heading);
      expect(lost).toEqual([]);
    },
  );

  test("has a sheet for rows, one that explains each column, and lists of what may be chosen", async () => {
    const { file } = await place();
    const sheets = (await readXlsxFile(file)) as unknown as { sheet: string; data: unknown[][] }[];
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["数据", "填写说明", "选项"]);
    expect(sheets[0]?.data[0]).toEqual(
      expect.arrayContaining(["企业名称*", "统一社会信用代码", "注册资本(万元)"]),
    );
    expect(sheets[1]?.data).toHaveLength((sheets[0]?.data[0]?.length ?? 0) + 2);
    const xml = fileIn(readFileSync(file), "xl/worksheets/sheet1.xml");
    const parks = sheets[2]?.data[0]?.indexOf("所属园区") ?? -1;
    expect(sheets[2]?.data.slice(1, 3).map((row) => row[parks])).toEqual(namesOf("Park"));
    const letter = String.fromCharCode(65 + parks);
    expect(xml).toContain(`<formula1>选项!$${letter}$2:$${letter}$3</formula1>`);
    // In its place among the parts of a sheet, or Excel calls the file damaged.
    expect(xml.indexOf("<dataValidations")).toBeGreaterThan(xml.indexOf("</sheetData>"));
    expect(xml.match(/<dataValidation /g)).toHaveLength(
      Number(/dataValidations count="(\d+)"/.exec(xml)?.[1]),
    );
  });

  test("empty, has no rows; filled in, gives facts, whatever else is in it", async () => {
    const { file, into } = await place();
    const plan = (of: string) => planImport({ file: of, into, upon: [], kind: "Enterprise" });
    expect((await plan(file)).converted.counts.rows).toBe(0);
    const sheets = (await readXlsxFile(file)) as unknown as { sheet: string; data: unknown[][] }[];
    const headings = sheets[0]?.data[0] ?? [];
    const filled: Readonly<Record<string, unknown>> = {
      "企业名称*": "无锡某某科技有限公司",
      是否上市: "否",
      上市: "否",
      "注册资本(万元)": 5000,
      企业资质: "高新技术企业",
      认定年份: 2021,
      年度: 2023,
      "营业收入(亿元)": "超3",
    };
    const cell = (value: unknown) =>
      value === null || value === undefined
        ? null
        : { value, type: typeof value === "number" ? Number : String };
    const rows = sheets.map(({ sheet, data }, index) => ({
      sheet,
      data: [...data, ...(index === 0 ? [headings.map((heading) => filled[String(heading)])] : [])].map(
        (row) => row.map(cell),
      ),
    }));
    writeFileSync(file, await writeExcelFile(rows as never).toBuffer());
    const { converted, sheet } = await plan(file);
    expect(sheet.name).toBe("数据");
    expect(converted.problems).toEqual([]);
    expect([...(converted.entities.get("Enterprise") ?? [])]).toMatchObject([
      { capital: "50000000", listed: "false" },
    ]);
    expect([...(converted.relations.get("CERTIFIED_AS") ?? [])]).toMatchObject([{ year: "2021" }]);
    expect([...converted.observations]).toMatchObject([
      { value: "3", unit: "亿元", period: "2023", bound: "AT_LEAST" },
    ]);
  });
});
