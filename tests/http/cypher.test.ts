// /cypher: the statements of a question as text, which run as they are pasted, on both engines.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readParamLine } from "../../src/questions/param-lines.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { entityDocument } from "../../web/src/entity/documents.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { serve, type TestServer } from "../support/server.ts";

const pathOf = (query: string, variables?: object): string =>
  `/cypher?${new URLSearchParams({ query, ...(variables === undefined ? {} : { variables: JSON.stringify(variables) }) })}`;

/** The statements of a text with the parameters of the lines before each. */
function pasted(text: string): { statement: string; parameters: Record<string, never> }[] {
  return text
    .split(/^\/\/ .*$/m)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const lines = part.trim().split("\n");
      const params = lines.filter((line) => line.startsWith(":param"));
      return {
        statement: lines
          .filter((line) => !line.startsWith(":param"))
          .join("\n")
          .replace(/;\s*$/, ""),
        parameters: Object.fromEntries(params.map(readParamLine)) as Record<string, never>,
      };
    });
}

describeEachEngine("the statements of a question", (open, { name }) => {
  let store: GraphStore;
  let server: TestServer;
  beforeAll(async () => {
    store = await open();
    // A Neo4j that has just begun plans the statement of a page for seconds.
    server = await serve(fixture, { TIMEOUT_MS: "60000" }, store);
  });
  afterAll(() => server.close());

  test("run as they are pasted", { timeout: 120_000 }, async () => {
    const query = entityDocument("Park");
    const response = await fetch(server.url + pathOf(query, { id: "park:big", lang: "ZH" }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; ?charset=utf-8$/i);
    const text = await response.text();
    expect(text).toContain(`// Asked on: ${name}`);
    expect(text).toMatch(/^:param \w+ => 'park:big';$/m);
    const statements = pasted(text);
    expect(statements.length).toBeGreaterThan(0);
    const rows = [];
    for (const { statement, parameters } of statements)
      rows.push(...(await store.read(statement, parameters)));
    expect(JSON.stringify(rows)).toContain("东方开发区");
  });
});

describe("/cypher refuses", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve(fixture);
  });
  afterAll(() => server.close());

  test.each([
    ["/cypher", 400, "BAD_REQUEST"],
    ["/cypher?query={parks{totalCount}}&variables=[1]", 400, "BAD_REQUEST"],
    [pathOf("{ nothing }"), 400, "BAD_ARGUMENT"],
  ])("%s", async (path, status, code) => {
    const response = await fetch(server.url + path);
    const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, body.errors[0]?.extensions.code]).toEqual([status, code]);
  });

  test("where statements are not told", async () => {
    const closed = await serve(fixture, { EXPLAIN: "off" });
    try {
      const response = await fetch(closed.url + pathOf("{ parks { totalCount } }"));
      expect(await response.text()).toContain("EXPLAIN=on");
      expect(response.status).toBe(400);
    } finally {
      await closed.close();
    }
  });
});
