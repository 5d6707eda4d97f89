// The examples run against a server with the data of the reports, and print what the API says.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { python, runPython } from "../support/python.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const folder = "examples/python";

describe.skipIf(python === undefined)("the examples in Python", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveFolder(seed);
  });
  afterAll(() => server.close());
  const run = (file: string, ...args: string[]) =>
    runPython([join(folder, file), "--server", server.url, ...args]);

  test("pandas: certified enterprises by region", async () => {
    const { data } = await server.ask(
      `{ enterprises(filter: { certifiedAs: "专精特新小巨人企业" }, first: 100) { totalCount nodes { name } } }`,
    );
    const { totalCount } = (data as { enterprises: { totalCount: number } }).enterprises;
    expect(totalCount).toBeGreaterThan(0);
    expect(await run("certified_by_region.py", "--certification", "专精特新小巨人企业")).toMatch(/\d/);
  }, 120_000);

  test("DuckDB: figures by metric, from Parquet", async () => {
    const { data } = await server.ask(`{ metrics(first: 1) { totalCount } }`);
    expect((data as { metrics: { totalCount: number } }).metrics.totalCount).toBeGreaterThan(0);
    expect(await run("figures_by_metric.py")).toMatch(/metric/);
  }, 120_000);

  test("networkx: who is linked, and a file for Gephi", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "industry-graph-")), "clusters.gexf");
    expect(await run("who_is_linked.py", "--gexf", file)).not.toBe("");
    expect(readFileSync(file, "utf8")).toContain("<gexf");
  }, 120_000);
});
