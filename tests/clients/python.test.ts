// A client in Python, made by ariadne-codegen from schema.graphql and operations/ alone: it is imported and asks.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { python, runPython } from "../support/python.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
from industry_graph_client import Client

with Client(url=sys.argv[2] + "/graphql") as client:
    answer = client.park_enterprises(park=sys.argv[3], first=3)
enterprises = answer.park.enterprises
print(json.dumps({
    "total": enterprises.total_count,
    "more": enterprises.page_info.has_next_page,
    "names": [edge.node.name for edge in enterprises.edges],
    "status": [edge.status.value for edge in enterprises.edges],
    "lines": [[source.line for source in edge.sources] for edge in enterprises.edges],
}))
`;

describe.skipIf(python === undefined)("a client in Python", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveFolder(join(root, "seed"));
  }, 300_000);
  afterAll(() => server.close());

  test("is made from the files alone, and gives what the API gives", async () => {
    const folder = mkdtempSync(join(tmpdir(), "industry-graph-"));
    const config = join(folder, "pyproject.toml");
    const lines = {
      schema_path: join(root, "schema.graphql"),
      queries_path: join(root, "operations"),
      target_package_name: "industry_graph_client",
      target_package_path: folder,
    };
    const written = Object.entries(lines).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
    writeFileSync(
      config,
      `[tool.ariadne-codegen]\n${written.join("\n")}\nasync_client = false\ninclude_all_inputs = false\ninclude_all_enums = false\n`,
    );
    await runPython(["-m", "ariadne_codegen", "--config", config]);
    const file = join(folder, "ask.py");
    writeFileSync(file, script);
    const park = "宛山湖科技城";
    const told = JSON.parse(await runPython([file, folder, server.url, park])) as unknown;
    const { data } = await server.ask(
      `query($park: ID!) { park(id: $park) { enterprises(first: 3) { totalCount pageInfo { hasNextPage } edges { status node { name } sources { line } } } } }`,
      { park },
    );
    const { enterprises } = (
      data as {
        park: {
          enterprises: {
            totalCount: number;
            pageInfo: { hasNextPage: boolean };
            edges: { status: string; node: { name: string }; sources: { line: number }[] }[];
          };
        };
      }
    ).park;
    expect(enterprises.edges.length).toBe(3);
    expect(told).toEqual({
      total: enterprises.totalCount,
      more: enterprises.pageInfo.hasNextPage,
      names: enterprises.edges.map(({ node }) => node.name),
      status: enterprises.edges.map(({ status }) => status),
      lines: enterprises.edges.map(({ sources }) => sources.map(({ line }) => line)),
    });
  }, 300_000);
});
