// A column 上市情况 says more than yes and no: the board, the exchange, the code of the shares, the year.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listingFrom } from "../../src/import/listing.ts";
import { planImport } from "../../src/import/run.ts";
import { readTables } from "../../src/import/tables.ts";
import { writeFolder } from "../support/folder.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

test.each([
  ["科创板 688999", { on: ["科创板", "上海证券交易所"], code: "688999" }],
  ["深交所创业板（300123）", { on: ["创业板", "深圳证券交易所"], code: "300123" }],
  ["已上市（688999.SH）", { on: [], code: "688999" }],
  ["2021年6月北交所上市", { on: ["北京证券交易所"], year: "2021" }],
  ["港股 00700", { on: ["香港交易所", "香港联合交易所"], code: "00700" }],
  ["上市", { on: [] }],
  ["拟上市", undefined],
  ["新三板 873001", undefined],
  ["计划2026年科创板", undefined],
  ["上海", undefined],
  ["2015", undefined],
])("%s", (cell, listing) => {
  expect(listingFrom(cell)).toEqual(listing);
});

test("is taken as listed, the code and the relation to the board that is known", async () => {
  const folder = writeFolder({});
  const file = join(folder, "上市.csv");
  writeFileSync(
    file,
    [
      "企业名称,上市情况,证券代码",
      "无锡甲乙未闻精密机械股份有限公司,科创板 688999,",
      "无锡丙丁未闻电子股份有限公司,2021年深交所创业板上市,301999",
      "无锡戊己未闻材料有限公司,否,",
      "无锡庚辛未闻材料有限公司,拟上市,",
      "",
    ].join("\n"),
  );
  const into = join(folder, "layer");
  const planned = await planImport({ file, into, upon: [seed], kind: "Enterprise" });
  planned.write(new Map());
  expect(planned.converted.problems).toMatchObject([{ row: 5, column: "B", cell: "拟上市" }]);
  const tables = readTables(into);
  expect(
    tables.get("entities/Enterprise.csv")?.map(({ listed, stockCode }) => [listed, stockCode ?? ""]),
  ).toEqual([
    ["true", "688999"],
    ["true", "301999"],
    ["false", ""],
  ]);
  const [star, szse] = tables.get("relations/LISTED_ON.csv") ?? [];
  expect(star).toMatchObject({ to: "institution:star", year: "", sources: "上市:2" });
  expect(szse).toMatchObject({ to: "institution:szse", year: "2021", sources: "上市:3" });
});
