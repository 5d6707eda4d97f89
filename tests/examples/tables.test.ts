// Tables read by another's reader: workbooks by openpyxl and CSV by Python's own, with Chinese and codes intact.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { python, runPython } from "../support/python.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

const reader = `
import csv, io, json, sys
from urllib.request import urlopen
import openpyxl

def get(ending):
    with urlopen(sys.argv[1] + ending) as answer:
        return answer.read()

sheet = openpyxl.load_workbook(io.BytesIO(get(".xlsx")), read_only=True).worksheets[0]
workbook = [list(row) for row in sheet.iter_rows(values_only=True)]
text = get(".csv")
print(json.dumps({
    "workbook": workbook,
    "csv": list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""))),
}))
`;

type Cell = string | number | boolean | null;
interface Read {
  readonly workbook: readonly (readonly Cell[])[];
  readonly csv: readonly (readonly string[])[];
}

describe.skipIf(python === undefined)("tables in other programs", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveFolder(seed);
  }, 300_000);
  afterAll(() => server.close());

  test("enterprises: the same rows in a workbook and as CSV, as the API has them", async () => {
    const { workbook, csv } = JSON.parse(
      await runPython(["-c", reader, `${server.url}/export/Enterprise`]),
    ) as Read;
    const { data } = await server.ask(
      `{ enterprises(first: 1000) { totalCount nodes { id name stockCode capital listed } } }`,
    );
    const { enterprises } = data as {
      enterprises: { totalCount: number; nodes: Record<string, Cell>[] };
    };
    const start = workbook.findIndex((row) => row.includes("stockCode"));
    const [head, ...rows] = workbook.slice(start);
    if (head === undefined) throw new Error("the workbook has no headings");
    const at = (name: string): number => head.indexOf(name);
    const told = rows
      .filter((row) => String(row[at("id")] ?? "").startsWith("enterprise:"))
      .map((row) =>
        Object.fromEntries(
          ["id", "name", "stockCode", "capital", "listed"].map((name) => [name, row[at(name)] ?? null]),
        ),
      );
    expect(told).toEqual(enterprises.nodes);
    expect(told.length).toBe(enterprises.totalCount);
    // A code stays text: another reader makes a number of it, and loses what it begins with.
    const code = told.find(({ stockCode }) => stockCode !== null)?.stockCode;
    expect(typeof code).toBe("string");
    const [columns, ...lines] = csv;
    const written = lines.map((line) => line[columns?.indexOf("name") ?? -1]);
    expect(written).toEqual(enterprises.nodes.map(({ name }) => name));
    expect(written.some((name) => /鑫宏业/.test(name ?? ""))).toBe(true);
  }, 300_000);
});
