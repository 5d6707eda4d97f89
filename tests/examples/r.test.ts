// The example in R runs against a server with the data of the reports; what it prints is compared with what the API says.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rscript, runR } from "../support/r.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const example = fileURLToPath(new URL("../../examples/r/certified_by_region.R", import.meta.url));

describe.skipIf(rscript === undefined)("the example in R", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveFolder(seed);
  }, 300_000);
  afterAll(() => server.close());
  const run = (certification: string) =>
    runR([example, "--server", server.url, "--certification", certification]);

  test("certified enterprises by region, each with the line that says so", async () => {
    const { data } = await server.ask(
      `{ certification(name: "专精特新小巨人企业") { holders(first: 100) { nodes { id name sources { document { stem } line } } } } }`,
    );
    const { nodes } = (data as { certification: { holders: { nodes: { id: string; name: string }[] } } })
      .certification.holders;
    expect(nodes.length).toBeGreaterThan(0);
    const lines = (await run("专精特新小巨人企业")).trimEnd().split("\n");
    expect(lines).toContain("吴中区\t3");
    const rows = lines.filter((line) => line.startsWith("enterprise:")).map((line) => line.split("\t"));
    expect(rows.map(([id, name]) => [id, name])).toEqual(nodes.map(({ id, name }) => [id, name]));
    for (const [, , source, version] of rows) {
      expect(source).toContain("001_6c5c9b800a4b9530:2");
      expect(version).toMatch(/^[0-9a-f]{12}$/);
    }
  }, 300_000);

  test("a name that nothing has ends it, and says where the reason is", async () => {
    await expect(run("没有这项资质")).rejects.toThrow(/opened in a browser/);
  }, 300_000);
});
