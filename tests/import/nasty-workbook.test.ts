// A workbook as an office keeps it for years: merged cells, headings in two rows, formulas, a hidden row, an empty column,
// numbers and dates as text and as serials, a total and notes; imported and asked about by its rows.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { planImport } from "../../src/import/run.ts";
import { openLayers } from "../../src/load/layers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";

type Cell =
  | string
  | number
  | null
  | { readonly value: string | number; readonly span?: number; readonly rowSpan?: number };

const cellOf = (cell: Cell) => {
  if (cell === null) return null;
  const full = typeof cell === "object" ? cell : { value: cell };
  const { span, ...rest } = full;
  return {
    ...rest,
    ...(span === undefined ? {} : { columnSpan: span }),
    type: typeof full.value === "number" ? Number : String,
  };
};

const rows: readonly (readonly Cell[])[] = [
  [{ value: "锡山区重点企业台账", span: 9 }, null, null, null, null, null, null, null, null],
  [
    { value: "序号", rowSpan: 2 },
    { value: "单位名称", rowSpan: 2 },
    null,
    { value: "成立时间", rowSpan: 2 },
    { value: "注册资本（万元）", rowSpan: 2 },
    { value: "所在区域", rowSpan: 2 },
    { value: "营业收入（亿元）", span: 2 },
    null,
    { value: "是否上市", rowSpan: 2 },
  ],
  [null, null, null, null, null, null, "2022年", "2023年", null],
  [1, "无锡甲乙精密机械有限公司", null, 42064, "5,000", "无锡市", 1.2, 1.5, "否"],
  [2, "无锡丙丁电子有限公司", null, "2015年3月", "500万元", "无锡市", "约0.8", "-", "是"],
  [3, "无锡戊己材料有限公司", null, "2018/7/9", 1200, "无锡市", 0.5, 0.75, "否"],
  [4, "无锡庚辛软件有限公司", null, "20190102", 300, "无锡市", 0.1, 0.2, "不清楚"],
  [null, { value: "合计", span: 2 }, null, null, null, null, 2.6, 2.45, null],
  [{ value: "注：数据为初步统计，以年报为准。", span: 9 }, null, null, null, null, null, null, null, null],
];

/** Adds what the writer has no word for: a formula with the value that was worked out last, and a hidden row. */
const asOffices = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml: string) =>
          xml
            .replace(/(<c r="H6"[^>]*>)(?=<v>)/, "$1<f>G6*1.5</f>")
            .replace(/(<c r="H8"[^>]*>)(?=<v>)/, "$1<f>SUM(H4:H7)</f>")
            .replace(/<row r="5"/, '<row r="5" hidden="1"'),
      },
    },
  },
};

async function workbook(): Promise<{ readonly file: string; readonly root: string }> {
  const root = writeFolder({});
  const file = join(root, "企业台账.xlsx");
  const bytes = await writeExcelFile(
    rows.map((row) => row.map(cellOf)) as never,
    { sheet: "台账" } as never,
    { features: [asOffices] } as never,
  ).toBuffer();
  writeFileSync(file, bytes);
  return { file, root };
}

test("each row that is one is read, wherever it stands and however it is written", async () => {
  const { file, root } = await workbook();
  const { mapping, converted } = await planImport({
    file,
    into: join(root, "my-data"),
    upon: [],
    kind: "Enterprise",
  });
  expect(mapping.headingRows).toEqual([2, 3]);
  expect(converted.counts.rows).toBe(4);
  expect(converted.problems).toMatchObject([
    { row: 7, column: "I", cell: "不清楚", zh: "“不清楚”请写 是 或 否" },
  ]);
  expect([...(converted.entities.get("Enterprise") ?? [])]).toMatchObject([
    { name: "无锡甲乙精密机械有限公司", founded: "2015-03-01", capital: "50000000", listed: "false" },
    { name: "无锡丙丁电子有限公司", founded: "2015-03", capital: "5000000", listed: "true" },
    { name: "无锡戊己材料有限公司", founded: "2018-07-09", capital: "12000000", listed: "false" },
  ]);
  expect(
    [...converted.observations].map(({ period, value, bound, sources }) => [sources, period, value, bound]),
  ).toEqual([
    ["企业台账:4", "2022", "1.2", ""],
    ["企业台账:4", "2023", "1.5", ""],
    ["企业台账:5", "2022", "0.8", "ABOUT"],
    ["企业台账:6", "2022", "0.5", ""],
    ["企业台账:6", "2023", "0.75", ""],
  ]);
});

describeEachEngine("a workbook in the graph", (open) => {
  test("is answered from with the row of the sheet", async () => {
    const { file, root } = await workbook();
    const into = join(root, "my-data");
    (await planImport({ file, into, upon: [], kind: "Enterprise" })).write(new Map());
    const store = await open();
    const layered = await openLayers(into, join(root, "work"));
    await loadFolder(store, layered.folder, { layered });
    const found = await store.read(
      "MATCH (o:Observation)-[:OBSERVES]->(n:Enterprise) WHERE o.period = '2023' RETURN n.name AS name, o.sources AS sources ORDER BY name",
    );
    expect(found).toEqual([
      { name: "无锡戊己材料有限公司", sources: ["企业台账:6"] },
      { name: "无锡甲乙精密机械有限公司", sources: ["企业台账:4"] },
    ]);
  });
});
