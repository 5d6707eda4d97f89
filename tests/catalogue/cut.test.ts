// A table that is not all of its list says so, whatever holds the list; a long one is read by ever larger pages.
import { fileURLToPath } from "node:url";
import { parquetMetadata } from "hyparquet";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { type Ask, askTable, largestPage } from "../../src/catalogue/ask.ts";
import { exampleOf, type Operation } from "../../src/catalogue/operation.ts";
import { askOver } from "../../src/catalogue/over-store.ts";
import { readCatalogue } from "../../src/catalogue/read.ts";
import { catalogueRoutes } from "../../src/catalogue/routes.ts";
import { IndustryGraphError } from "../../src/errors.ts";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { writeFolder } from "../support/folder.ts";

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const schema = buildSchema();
const own = writeFolder({
  files: {
    "companies-of-parks.graphql": `# 各园区的企业 | Companies of parks
# 每个园区两家。 | Two of each park.
# table: parks.nodes.enterprises.nodes
# $first: 园区数 | parks
# $after: 游标 | cursor
query CompaniesOfParks($first: Int = 5, $after: String) {
  parks(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id enterprises(first: 2) { totalCount nodes { id name } } }
  }
}
`,
    "totals-by-region.graphql": `# 各地区企业数 | Enterprises by region
# 分组汇总。 | Groups.
# table: enterprises.aggregate.groups.nodes
query TotalsByRegion {
  enterprises(first: 0) { totalCount aggregate { count groups(by: [{ by: REGION }], first: 2) { totalCount nodes { count keys { id name } } } } }
}
`,
  },
});
const catalogue = readCatalogue(schema, [folder("operations"), own]);

let store: GraphStore;
let ask: Ask;
let app: ReturnType<typeof catalogueRoutes>;
let loaded: string | null;

beforeAll(async () => {
  store = openEmbedded({ shuffleUnordered: true });
  await loadFolder(store, folder("seed"));
  const over = askOver(store, { TIMEOUT_MS: 10_000 });
  ask = over.ask;
  loaded = await over.version();
  app = catalogueRoutes({
    schema,
    catalogue,
    ask: () => ask,
    answering: async () => ({ version: loaded, whole: true }),
  });
});
afterAll(() => store.close());

const get = async (path: string): Promise<Response> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response;
};
const linesOf = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

describe("a table without a row", () => {
  // Of 2021 there are forecasts alone, one for each of three clusters.
  const alone = "metric=industry-scale&period=2021";
  const says = "status (STATED, IMPLIED, TARGET, FORECAST)";

  test("says what else may be asked, whatever holds it; one with rows does not", async () => {
    const csv = await get(`/q/ranking.csv?${alone}`);
    expect(linesOf(await csv.text())).toEqual([]);
    expect(csv.headers.get("x-note")).toContain(says);
    expect(await (await get(`/q/ranking.json?${alone}`)).json()).toMatchObject({
      rows: [],
      note: expect.stringContaining(says),
    });
    const file = await (await get(`/q/ranking.parquet?${alone}`)).arrayBuffer();
    const told = parquetMetadata(file).key_value_metadata ?? [];
    expect(told.find(({ key }) => key === "note")?.value).toContain(says);
    const found = await get(`/q/ranking.csv?${alone}&status=FORECAST`);
    expect(linesOf(await found.text())).toHaveLength(3);
    expect(found.headers.get("x-note")).toBeNull();
    expect(await (await get(`/q/ranking.json?${alone}&status=FORECAST`)).json()).not.toHaveProperty("note");
  });

  test("in a header Chinese is written as JSON writes it; who asks for no row is not told", async () => {
    const nobody = await get("/q/search.csv?text=查无此人");
    expect(nobody.headers.get("x-note")).toContain('{"text":"\\u67e5\\u65e0\\u6b64\\u4eba"}');
    expect((await get("/q/search.csv?text=无锡&first=0")).headers.get("x-note")).toBeNull();
  });
});

describe("a list that has no pages", () => {
  const search = "/q/search.csv?text=无锡";

  test("says that it goes on, and gives as many as were asked for", async () => {
    const all = await get(`${search}&first=1000`);
    const rows = linesOf(await all.text());
    expect(all.headers.get("x-cut")).toBeNull();
    expect(rows.length).toBeGreaterThan(5);
    const some = await get(`${search}&first=3`);
    expect(some.headers.get("x-cut")).toBe("true");
    expect(linesOf(await some.text())).toEqual(rows.slice(0, 3));
    const just = await get(`${search}&first=${rows.length}`);
    expect(just.headers.get("x-cut")).toBeNull();
    expect(linesOf(await just.text())).toEqual(rows);
  });

  test("says so in JSON and in Parquet, which hold what a header does not", async () => {
    const json = (await (await get("/q/search.json?text=无锡&first=3")).json()) as object;
    expect(json).toMatchObject({ cut: true, total: null });
    for (const [first, cut] of [
      [3, "true"],
      [1000, "false"],
    ] as const) {
      const file = await (await get(`/q/search.parquet?text=无锡&first=${first}`)).arrayBuffer();
      const told = parquetMetadata(file).key_value_metadata;
      expect(told).toContainEqual({ key: "cut", value: cut });
      expect(told).toContainEqual({ key: "dataset_version", value: loaded });
    }
  });
});

test("a list within the rows of another says that it was cut, and the outer one is read to its end", async () => {
  const response = await get("/q/companies-of-parks.csv");
  expect(response.headers.get("x-cut")).toBe("true");
  const query = "{ parks(first: 1000) { nodes { id enterprises(first: 2) { nodes { id } } } } }";
  const { data } = await ask({ text: query, document: (await import("graphql")).parse(query) }, {});
  const parks = (data as { parks: { nodes: { enterprises: { nodes: { id: string }[] } }[] } }).parks.nodes;
  const wanted = parks.flatMap(({ enterprises }) => enterprises.nodes.map(({ id }) => id));
  expect(linesOf(await response.text()).map((row) => row.id)).toEqual(wanted);
});

test("groups of an aggregate are a table, which says how many there are", async () => {
  const response = await get("/q/totals-by-region.json");
  expect(response.headers.get("x-cut")).toBe("true");
  const table = (await response.json()) as { total: number; cut: boolean; rows: object[] };
  expect(table.rows).toHaveLength(2);
  expect(table.total).toBeGreaterThan(2);
});

describe("a long list", () => {
  const operation = catalogue.get("document-facts") as Operation;
  const variables = (): Record<string, unknown> => exampleOf(operation);

  /** Its rows, and how many were asked for each time. */
  async function read(askMany: (first: number) => void) {
    const asked: number[] = [];
    const seen =
      (then: (first: number) => void): Ask =>
      (one, given) => {
        asked.push(Number(given.first));
        then(Number(given.first));
        return ask(one, given);
      };
    const table = await askTable(
      schema,
      seen(() => undefined),
      operation,
      variables(),
      {
        askMany: seen(askMany),
      },
    );
    const rows: unknown[] = [];
    for await (const batch of table.batches) rows.push(...batch);
    return { rows, asked, total: table.total };
  }

  test("is read by larger pages, and by small ones again where these are too much", async () => {
    const large = await read(() => undefined);
    expect(large.asked).toEqual([500, 1000]);
    expect(large.rows).toHaveLength(large.total ?? 0);
    const small = await read(() => {
      throw new IndustryGraphError("LIMIT_EXCEEDED", "too much");
    });
    expect(small.asked).toEqual([500, 1000, 500]);
    expect(small.rows).toEqual(large.rows);
    expect(largestPage).toBeGreaterThan(1000);
  });

  test("breaks off where other data are loaded meanwhile", async () => {
    let versions = ["one", "one", "two"];
    const changing = catalogueRoutes({
      schema,
      catalogue,
      ask: () => ask,
      answering: async () => {
        const [version = null, ...rest] = versions;
        versions = rest;
        return { version, whole: true };
      },
    });
    const response = await changing.request("/q/document-facts.csv?document=document:xishan-2022-h1");
    expect(response.status).toBe(500);
  });
});

describe("a value of an enumeration", () => {
  const rows = async (level: string) =>
    linesOf(await (await get(`/q/region-enterprises.csv?region=锡山区&level=${level}`)).text());

  test("is written by its name in any case, or by its Chinese title", async () => {
    const wanted = await rows("NATIONAL");
    expect(wanted.length).toBeGreaterThan(0);
    for (const level of ["national", "国家级"]) expect(await rows(level)).toEqual(wanted);
  });

  test("that is none is told with all that there are, which /q lists as well", async () => {
    const response = await app.request("/q/region-enterprises.csv?region=锡山区&level=世界级");
    expect(response.status).not.toBe(200);
    const { operations } = (await (await get("/q")).json()) as {
      operations: { name: string; variables: { name: string; values?: object[] }[] }[];
    };
    const told = operations.find(({ name }) => name === "region-enterprises")?.variables;
    expect(told?.find(({ name }) => name === "level")?.values).toContainEqual({
      name: "NATIONAL",
      title: "国家级",
    });
    expect(told?.find(({ name }) => name === "region")?.values).toBeUndefined();
  });
});
