// Tables read by LibreOffice: it opens our workbooks and CSV, and what it then holds is compared with the API.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeFolder } from "../support/folder.ts";
import { serveFolder, type TestServer } from "../support/server.ts";
import { soffice, throughLibreOffice } from "../support/soffice.ts";

const folder = writeFolder({
  entities: {
    Document: [{ id: "document:list", name: "名单", stem: "list", sources: "list:1" }],
    Region: [{ id: "region:r", name: "锡山区", sources: "list:1" }],
    Enterprise: [
      {
        id: "enterprise:a",
        name: "无锡甲乙科技有限公司",
        stockCode: "000001",
        capital: 1.5,
        sources: "list:2",
      },
      { id: "enterprise:b", name: '=引号"与,逗号', aliases: "鑫鑫|龘龘（集团）", sources: "list:3" },
      {
        id: "enterprise:c",
        name: "Société 三",
        creditCode: "91320200712345678A",
        listed: "true",
        sources: "list:4",
      },
    ],
  },
  relations: { LOCATED_IN: [{ from: "enterprise:a", to: "region:r", sources: "list:2" }] },
});

interface Told {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly capital: number | null;
  readonly stockCode: string | null;
  readonly creditCode: string | null;
  readonly region: { readonly name: string } | null;
  readonly sources: readonly { readonly document: { readonly stem: string }; readonly line: number }[];
}

type Row = Readonly<Record<string, string>>;

describe.skipIf(soffice === undefined)("tables in LibreOffice", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveFolder(folder);
  }, 300_000);
  afterAll(() => server.close());

  async function opened(path: string, ending: string): Promise<Row[]> {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(200);
    const file = join(mkdtempSync(join(tmpdir(), "industry-graph-")), `table.${ending}`);
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    const text = await throughLibreOffice(file);
    return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
  }

  const wanted = async () => {
    const { data } = await server.ask(
      "{ enterprises(first: 100) { nodes { id name aliases capital stockCode creditCode region { name } sources { document { stem } line } } } }",
    );
    const { nodes } = (data as { enterprises: { nodes: Told[] } }).enterprises;
    return nodes.map(({ id, name, aliases, capital, stockCode, creditCode, region, sources }) => ({
      id,
      name,
      aliases: aliases.join("; "),
      capital: String(capital ?? ""),
      stockCode: stockCode ?? "",
      creditCode: creditCode ?? "",
      "region.name": region?.name ?? "",
      sources: sources.map(({ document, line }) => `${document.stem}:${line}`).join("; "),
    }));
  };
  const names = Object.keys;

  test("a workbook: every cell as the API has it, Chinese and codes with their zeros", async () => {
    const all = await wanted();
    const rows = await opened("/export/Enterprise.xlsx", "xlsx");
    expect(
      rows.map((row) => Object.fromEntries(names(all[0] ?? {}).map((name) => [name, row[name]]))),
    ).toEqual(all);
    expect(all.map(({ stockCode }) => stockCode)).toContain("000001");
    for (const row of rows) expect(row.dataset_version).toMatch(/^[0-9a-f]{12}$/);
  }, 300_000);

  test("CSV: the same texts; a name that would be a formula is none", async () => {
    const all = await wanted();
    const rows = await opened("/export/Enterprise.csv?bom=1", "csv");
    const texts = ["id", "aliases", "creditCode", "region.name", "sources"] as const;
    expect(rows.map((row) => texts.map((name) => row[name]))).toEqual(
      all.map((one) => texts.map((name) => one[name])),
    );
    // The apostrophe by which spreadsheets mark a text.
    expect(rows.map(({ name }) => name)).toEqual(
      all.map(({ name }) => (name.startsWith("=") ? `'${name}` : name)),
    );
  }, 300_000);
});
