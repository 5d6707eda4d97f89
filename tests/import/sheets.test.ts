// Workbooks as different offices keep them: broken formulas, several sheets.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { importReport } from "../../src/cli/import-report.ts";
import { brokenAt, brokenIn } from "../../src/import/broken-cells.ts";
import { planImport } from "../../src/import/run.ts";
import { openLayers } from "../../src/load/layers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { knownPlaces } from "../support/known-places.ts";

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
    const [root, known] = [writeFolder({}), knownPlaces()];
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
