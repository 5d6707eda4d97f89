// A calculation of the catalogue that cannot be made says why in every form of its table; it is never a table of nothing.
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { askOver } from "../../src/catalogue/over-store.ts";
import { readCatalogue } from "../../src/catalogue/read.ts";
import { catalogueRoutes } from "../../src/catalogue/routes.ts";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const schema = buildSchema();

let store: GraphStore;
let app: ReturnType<typeof catalogueRoutes>;

beforeAll(async () => {
  store = openEmbedded({ shuffleUnordered: true });
  await loadFolder(store, folder("seed"));
  const { ask, version } = askOver(store, { TIMEOUT_MS: 10_000 });
  app = catalogueRoutes({
    schema,
    catalogue: readCatalogue(schema, [folder("operations")]),
    ask: () => ask,
    answering: async () => ({ version: await version(), whole: true }),
  });
});
afterAll(() => store.close());

const text = async (path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

/** What is asked where there is no figure, by the reason that is told. */
const cases: readonly [address: string, field: string, reason: string][] = [
  ["figure-sum", "sum", "subjects=region:jiangsu&metrics=srdi-output"],
  ["year-before", "earlier", "subject=region:jiangsu&metric=sector-output"],
  ["target-gap", "towards", "subject=region:jiangsu&metric=srdi-output"],
  [
    "measure-cost",
    "multiplied",
    "measure=measure:xishan-srdi-national-first&subject=region:jiangsu&metric=srdi-count",
  ],
];

describe("where there is nothing to reckon with", () => {
  test.each(cases)("%s says so as CSV, JSON and NDJSON", async (name, field, query) => {
    const csv = Papa.parse<Record<string, string>>(
      (await text(`/q/${name}.csv?${query}`)).replace("\ufeff", ""),
      {
        header: true,
        skipEmptyLines: true,
      },
    ).data;
    const told = csv.filter((row) => row[`${field}.why`] !== "");
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.[`${field}.reasons`]).toContain("NO_FIGURE");
    expect(told[0]?.[`${field}.why`]).toContain("There is no figure");
    expect(told[0]?.[`${field}.value`]).toBe("");
    for (const form of ["json", "ndjson"])
      expect(await text(`/q/${name}.${form}?${query}`)).toContain("There is no figure");
  });
});
