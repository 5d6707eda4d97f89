// The examples run against a server with the data of the reports; what they print is compared with what the API says,
// and with what is known from the reports.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { python, runPython } from "../support/python.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const folder = "examples/python";

/** Runs a notebook with a server's address and prints what each of its code cells gives, one text a cell, as JSON. */
const notebookRunner = `
import json, os, sys
os.environ["INDUSTRY_GRAPH"] = sys.argv[2]
import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=300, startup_timeout=240, kernel_name="python3").execute()
cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
print(json.dumps(["\\n".join(o.get("data", {}).get("text/plain", "") for o in cell.outputs) for cell in cells]))
`;

describe.skipIf(python === undefined)("the examples in Python", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveFolder(seed);
  }, 300_000);
  afterAll(() => server.close());
  const run = (file: string, ...args: string[]) =>
    runPython([join(folder, file), "--server", server.url, ...args]);

  test("pandas: certified enterprises by region, each with the line that says so", async () => {
    const printed = await run("certified_by_region.py", "--certification", "专精特新小巨人企业");
    const lines = printed.split("\n");
    expect(lines).toContainEqual(expect.stringMatching(/^吴中区\s+3$/));
    const rows = lines.filter((line) => line.includes("enterprise:")).map((line) => line.trim().split(/\s+/));
    const { data } = await server.ask(
      `{ certification(name: "专精特新小巨人企业") { holders(first: 100) { edges { status node { id name } } } } }`,
    );
    const { holders } = (
      data as {
        certification: {
          holders: { edges: { status: string; node: { id: string; name: string } }[] };
        };
      }
    ).certification;
    expect(rows.map(([id, name]) => [id, name])).toEqual(
      holders.edges.map(({ node }) => [node.id, node.name]),
    );
    expect(rows.map(([id]) => id)).toEqual([
      "enterprise:jinglai",
      "enterprise:ruikeda",
      "enterprise:weichuang",
    ]);
    for (const row of rows) expect(row).toContain("001_6c5c9b800a4b9530:2");
  }, 300_000);

  test("DuckDB: figures by metric, from Parquet", async () => {
    const metric = "industries-in-system";
    const { data } = await server.ask(
      `{ observations(filter: {metric: "${metric}"}, first: 1000) { totalCount nodes { period sources { document { stem } } } } }`,
    );
    const { observations } = data as {
      observations: {
        totalCount: number;
        nodes: { period: string | null; sources: { document: { stem: string } }[] }[];
      };
    };
    const stems = new Set(observations.nodes.map(({ sources }) => sources[0]?.document.stem));
    expect(stems.size).toBe(4);
    const printed = await run("figures_by_metric.py");
    const row = printed.split("\n").find((line) => line.includes(metric));
    const cells = (row ?? "").split("│").map((cell) => cell.trim());
    expect(cells.slice(1, 4)).toEqual([metric, String(observations.totalCount), String(stems.size)]);
    const periods = observations.nodes.flatMap(({ period }) => period ?? []).sort();
    expect(cells.slice(4, 6)).toEqual([periods[0], periods.at(-1)]);
  }, 300_000);

  test("networkx: who is linked, and a file for Gephi", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "industry-graph-")), "clusters.gexf");
    const printed = await run("who_is_linked.py", "--gexf", file);
    const { data } = await server.ask(
      `{ enterprises(first: 100, filter: {clusters: {some: {}}}) { nodes { id clusters(first: 50) { nodes { id } } } } }`,
    );
    const { nodes } = (
      data as { enterprises: { nodes: { id: string; clusters: { nodes: { id: string }[] } }[] } }
    ).enterprises;
    const links = new Set(
      nodes.flatMap(({ id, clusters }) => clusters.nodes.map((one) => `${id} ${one.id}`)),
    );
    const ends = new Set([...links].flatMap((link) => link.split(" ")));
    const [first, most] = printed.split("\n");
    expect(first).toBe(`${ends.size} nodes, ${links.size} links`);
    // Most enterprises of the reports belong to the new-energy cluster of Xishan: it joins the most.
    expect(most).toMatch(/^0\.\d+ {2}Cluster {5}新能源（锡山）$/);
    const written = readFileSync(file, "utf8");
    expect(written.match(/<node /g)?.length).toBe(ends.size);
    expect(written).toContain('label="新能源（锡山）"');
  }, 300_000);

  test("the notebook runs from top to bottom", async () => {
    const file = join(folder, "graph_in_a_notebook.ipynb");
    const [, holders, metrics, around, version] = JSON.parse(
      await runPython(["-c", notebookRunner, file, server.url]),
    ) as string[];
    expect(holders).toMatch(/伟创电气\s+吴中区\s+STATED\s+001_6c5c9b800a4b9530:2/);
    expect(metrics).toMatch(/industries-in-system\s+\d+\s+4/);
    expect(around).toContain("'锡山经济技术开发区'");
    const response = await fetch(`${server.url}/q/documents.json`);
    await response.body?.cancel();
    expect(version).toBe(`'${response.headers.get("x-dataset-version")}'`);
  }, 400_000);
});
