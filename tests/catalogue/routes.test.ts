// The addresses of the catalogue over a loaded store: forms, tags, cuts and errors, read back by independent readers.
import { fileURLToPath } from "node:url";
import { parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { askOver } from "../../src/catalogue/over-store.ts";
import { readCatalogue } from "../../src/catalogue/read.ts";
import { catalogueRoutes } from "../../src/catalogue/routes.ts";
import { isIndustryGraphError } from "../../src/errors.ts";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { writeFolder } from "../support/folder.ts";

const schema = buildSchema();
const operations = fileURLToPath(new URL("../../operations", import.meta.url));
const own = writeFolder({
  files: {
    "all-enterprises.graphql": `# 全部企业 | All enterprises
# 每家一行。 | A row each.
# table: enterprises.nodes
# $first: 行数 | rows
# $after: 游标 | cursor
query AllEnterprises($first: Int = 100, $after: String) {
  enterprises(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id name creditCode capital listed parks(first: 1) { totalCount nodes { name } } sources { document { stem } line } }
  }
}
`,
  },
});

let store: GraphStore;
let app: ReturnType<typeof catalogueRoutes>;
const many = 1_234;

beforeAll(async () => {
  store = openEmbedded({ shuffleUnordered: true });
  const rows = Array.from({ length: many }, (_, index) => ({
    id: `enterprise:e${index}`,
    name: index === 0 ? "=SUM(A1)企业" : `第${String(index).padStart(4, "0")}号企业`,
    creditCode: "",
    capital: index === 1 ? 0.1 : "",
    sources: "report:1",
  }));
  await loadFolder(
    store,
    writeFolder({
      entities: {
        Document: [{ id: "document:report", name: "报告", stem: "report", sources: "report:1" }],
        Enterprise: rows,
        Park: ["a", "b"].map((id) => ({ id: `park:${id}`, name: `${id}园区`, sources: "report:1" })),
      },
      relations: {
        LOCATED_IN: ["a", "b"].map((id) => ({
          from: "enterprise:e1",
          to: `park:${id}`,
          sources: "report:1",
        })),
      },
    }),
  );
  const { ask, version } = askOver(store, { TIMEOUT_MS: 10_000 });
  app = catalogueRoutes({
    schema,
    catalogue: readCatalogue(schema, [operations, own]),
    ask: () => ask,
    answering: async () => ({ version: await version(), whole: true }),
  });
  app.onError((error) => {
    if (!isIndustryGraphError(error)) throw error;
    return Response.json({ code: error.code, message: error.message }, { status: 400 });
  });
});
afterAll(() => store.close());

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe("a table by address", () => {
  test("is CSV with every row, its source and the version of the data", async () => {
    const response = await get("/q/all-enterprises.csv");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("x-total-count")).toBe(String(many));
    const { data } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(many);
    expect(new Set(data.map(({ id }) => id)).size).toBe(many);
    expect(data[0]).toMatchObject({
      sources: "report:1",
      dataset_version: response.headers.get("x-dataset-version"),
    });
  });

  test("makes formulas harmless in CSV, and says where a cell's list was cut", async () => {
    const { data } = Papa.parse<Record<string, string>>(await (await get("/q/all-enterprises.csv")).text(), {
      header: true,
    });
    expect(data.find(({ id }) => id === "enterprise:e0")?.name).toBe("'=SUM(A1)企业");
    expect(data.find(({ id }) => id === "enterprise:e1")?.["parks.name"]).toBe("a园区; … (1 of 2)");
  });

  test("begins with a mark for Excel where a browser downloads it, or where that is asked for", async () => {
    const first = async (path: string, accept?: string) =>
      new Uint8Array(await (await get(path, accept === undefined ? {} : { accept })).arrayBuffer())[0];
    expect(await first("/q/all-enterprises.csv")).toBe("i".charCodeAt(0));
    expect(await first("/q/all-enterprises.csv", "text/html,*/*")).toBe(0xef);
    expect(await first("/q/all-enterprises.csv?bom=1")).toBe(0xef);
    expect(await first("/q/all-enterprises.csv?bom=0", "text/html")).toBe("i".charCodeAt(0));
  });

  test("is NDJSON and JSON with numbers as numbers and absent values as null", async () => {
    const lines = (await (await get("/q/all-enterprises.ndjson")).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(many);
    expect(lines.find(({ id }) => id === "enterprise:e1")).toMatchObject({ capital: 0.1, creditCode: null });
    const table = await (await get("/q/all-enterprises.json")).json();
    expect(table.rows).toHaveLength(many);
    expect(table).toMatchObject({ total: many, cut: false });
  });

  test("is a workbook whose text stays text", async () => {
    const response = await get("/q/all-enterprises.xlsx");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("content-length")).toBe(String(bytes.byteLength));
    const sheets = (await readXlsxFile(bytes)) as unknown as { data: unknown[][] }[];
    const rows = sheets[0]?.data ?? [];
    expect(rows).toHaveLength(many + 1);
    const name = rows[0]?.indexOf("name") ?? -1;
    expect(rows.slice(1).map((row) => row[name])).toContain("=SUM(A1)企业");
  });

  test("is Parquet that another reader reads", async () => {
    const file = await (await get("/q/all-enterprises.parquet")).arrayBuffer();
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(many);
    expect(rows.find(({ id }) => id === "enterprise:e1")).toMatchObject({
      capital: 0.1,
      sources: "report:1",
    });
  });

  test("takes first as its length, and tells that it was cut", async () => {
    const table = await (await get("/q/all-enterprises.json?first=3")).json();
    expect(table.rows).toHaveLength(3);
    expect(table).toMatchObject({ total: many, cut: true });
    expect((await get("/q/all-enterprises.csv?first=3")).headers.get("x-cut")).toBe("true");
  });

  test("is not sent again where nothing changed", async () => {
    const tag = (await get("/q/all-enterprises.csv?first=3")).headers.get("etag") ?? "";
    expect((await get("/q/all-enterprises.csv?first=3", { "if-none-match": tag })).status).toBe(304);
    expect((await get("/q/all-enterprises.csv?first=4", { "if-none-match": tag })).status).toBe(200);
  });
});

describe("an export of a kind", () => {
  test("has a row for each, narrowed by the filters of its list", async () => {
    const rows = async (path: string) =>
      Papa.parse<Record<string, string>>(await (await get(path)).text(), {
        header: true,
        skipEmptyLines: true,
      }).data;
    expect(await rows("/export/Enterprise.csv")).toHaveLength(many);
    expect((await rows("/export/Enterprise.csv?park=park:a")).map(({ id }) => id)).toEqual(["enterprise:e1"]);
    expect(await rows("/export/Enterprise.csv?capitalAtLeast=1")).toEqual([]);
    expect((await rows("/export/Park.csv")).map(({ id }) => id)).toEqual(["park:a", "park:b"]);
  });

  test("of figures is a tidy table", async () => {
    const table = await (await get("/export/figures.json")).json();
    expect(table.columns.map(({ name }: { name: string }) => name)).toEqual([
      "subject.id",
      "subject.name",
      "metric",
      "period",
      "value",
      "unit",
      "normalised",
      "normalised_unit",
      "bound",
      "status",
      "year_on_year",
      "counts",
      "source",
    ]);
  });
});

describe("an address that cannot be answered", () => {
  const wrong: readonly [string, RegExp][] = [
    ["/q/all-enterprise.csv", /no question named all-enterprise; did you mean all-enterprises/],
    ["/q/all-enterprises.pdf", /no form \.pdf: there are \.csv/],
    ["/q/all-enterprises.csv?frist=3", /frist is no variable of it; did you mean first/],
    ["/q/all-enterprises.csv?first=three", /first is a number, not three/],
    ["/q/all-enterprises.csv?first=-1", /first/],
    ["/q/all-enterprises.csv?bom=yes", /bom is 1 or 0/],
    ["/export/Entreprise.csv", /no export named Entreprise; did you mean Enterprise/],
    ["/q/park-enterprises.csv?park=park:nowhere", /"park:nowhere" is the id or name of no Park/],
    ["/q/park-enterprises.csv", /park-enterprises needs park/],
    ["/q/region-projects.csv?region=region:x&stage=BEGUN", /BEGUN/],
  ];
  test.each(wrong)("%s says what is wrong", async (path, message) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(message);
  });
});

test("the OpenAPI description has a path for each question and form", async () => {
  const { openapi, paths } = await (await get("/openapi.json")).json();
  expect(openapi).toBe("3.1.0");
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(["/q/all-enterprises", "/q/all-enterprises.csv", "/q/policy-matches.parquet"]),
  );
});
