// The service over HTTP: the protocol, explanations, and that nothing internal leaks.
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";
import type * as port from "../../src/store/port.ts";
import { fixture } from "../support/fixture.ts";
import { codes, serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture);
});
afterAll(() => server.close());

describe("GraphQL over HTTP", () => {
  const audits = serverAudits({ url: () => `${server.url}/graphql` });
  test.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_, audit) => {
    const result = await audit.fn();
    expect(result.status, "reason" in result ? result.reason : "").toBe("ok");
  });

  test("malformed JSON, no query and a list of queries are refused with a code", async () => {
    for (const body of [
      '{"query":',
      "",
      '{"variables":{}}',
      "[]",
      '[{"query":"{__typename}"}]',
      '"text"',
      "null",
    ]) {
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const text = await response.text();
      expect([body, response.status]).toEqual([body, 400]);
      const { errors } = JSON.parse(text) as { errors: { extensions?: { code?: string } }[] };
      expect(errors.map((error) => [body, typeof error.extensions?.code])).toEqual([[body, "string"]]);
      expect(text).not.toMatch(/node_modules|\.ts:|at .*\(/);
    }
  });

  test("an address at which nothing is asked is refused, whatever is accepted but a page", async () => {
    for (const accept of [undefined, "*/*", "application/json", "application/graphql-response+json"])
      for (const path of ["/graphql", "/graphql?query=", "/graphql?query=%20", "/graphql?variables=%7B%7D"]) {
        const headers: Record<string, string> = accept === undefined ? {} : { accept };
        const response = await fetch(`${server.url}${path}`, { headers });
        expect([path, accept, response.status]).toEqual([path, accept, 400]);
        const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
        expect(errors[0]?.extensions.code).toBe("BAD_REQUEST");
      }
  });

  test("an operation chosen by name, and one that must be chosen", async () => {
    const query = "query A { parks { totalCount } } query B { regions { totalCount } }";
    const named = await server.post(JSON.stringify({ query, operationName: "B" }));
    expect(named.data).toEqual({ regions: { totalCount: 5 } });
    expect((await server.post(JSON.stringify({ query }))).errors).toHaveLength(1);
    expect((await server.post(JSON.stringify({ query, operationName: "C" }))).errors).toHaveLength(1);
  });

  test("an unknown field is told with a suggestion", async () => {
    const answer = await server.ask('{ enterprise(id: "x") { nmae } }');
    expect(codes(answer)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(answer.errors?.[0]?.message).toContain("name");
  });

  test("AMBIGUOUS_NAME lists the candidates", async () => {
    const answer = await server.ask("query($n: String) { enterprise(name: $n) { id } }", { n: "同名企业" });
    expect(answer.data).toEqual({ enterprise: null });
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: "AMBIGUOUS_NAME",
      candidates: [
        { id: "enterprise:same-a", name: "同名企业" },
        { id: "enterprise:same-b", name: "同名企业" },
      ],
    });
  });

  test("other paths are told what there is", async () => {
    const response = await fetch(`${server.url}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("/graphql");
  });
});

describe("x-explain", () => {
  const query = "query($id: ID!) { enterprise(id: $id) { name } }";
  test("gives the statement with its parameters, to run as it stands, where asked for", async () => {
    const plain = await server.ask(query, { id: "enterprise:self" });
    expect(plain.extensions).toBeUndefined();
    const explained = await server.ask(query, { id: "enterprise:self" }, { "x-explain": "1" });
    expect(explained.data).toEqual(plain.data);
    const explain = explained.extensions?.explain as Record<string, unknown>;
    expect(explain).toMatchObject({ engine: "embedded", rows: 1 });
    expect(typeof explain.milliseconds).toBe("number");
    expect(explain.datasetVersion).toMatch(/^[0-9a-f]{12}$/);
    const rows = await server.server.store.read(
      String(explain.statement),
      explain.parameters as Record<string, string>,
    );
    expect(JSON.stringify(rows)).toContain("自供集团");
  });

  test("tells the steps in the order in which they ran, and each statement answers as it stands", async () => {
    const answer = await server.ask(
      `{ search(text: "重名", first: 3) { score } enterprises { facets { parks { name } } } measures(first: 1) { nodes { candidates(first: 2) { totalCount } } } }`,
      {},
      { "x-explain": "1" },
    );
    expect(answer.errors).toBeUndefined();
    const explain = answer.extensions?.explain as {
      steps: {
        id: string;
        needs: string[];
        code?: string;
        statement?: string;
        parameters?: port.Parameters;
      }[];
    };
    const { steps } = explain;
    expect(steps.flatMap(({ code }) => code ?? [])).toEqual(["search", "candidates"]);
    const done = new Set<string>();
    for (const { id, needs, statement, parameters } of steps) {
      expect(needs.filter((need) => !done.has(need))).toEqual([]);
      done.add(id);
      if (statement !== undefined) await server.server.store.read(statement, parameters);
    }
    expect(done).toContain("main");
    expect(done.size).toBe(5);
  });

  test("0 means no, anything else is refused", async () => {
    expect((await server.ask(query, { id: "x" }, { "x-explain": "0" })).extensions).toBeUndefined();
    expect(codes(await server.ask(query, { id: "x" }, { "x-explain": "yes" }))).toEqual(["BAD_ARGUMENT"]);
  });

  test.each<[Record<string, string>, boolean]>([
    [{ HOST: "0.0.0.0", PUBLIC: "read" }, false],
    [{ HOST: "0.0.0.0", PUBLIC: "read", EXPLAIN: "on" }, true],
    [{ EXPLAIN: "off" }, false],
    // Behind a proxy on the same machine.
    [{ HOST: "127.0.0.1", ALLOWED_HOSTS: "ig.example.org", PUBLIC: "read" }, false],
    [{ EXPLAIN: "auto", HOST: "127.0.0.1" }, true],
  ])("under %j", async (settings, allowed) => {
    const other = await serve(fixture, settings);
    try {
      const answer = await other.ask("{ parks { totalCount } }", {}, { "x-explain": "1" });
      expect(codes(answer)).toEqual(allowed ? [] : ["EXPLAIN_OFF"]);
      expect(answer.text.includes("MATCH")).toBe(allowed);
    } finally {
      await other.close();
    }
  });
});

describe("errors of the engine", () => {
  test("a statement that the engine refuses is INTERNAL, and neither it nor the engine's words are told", async () => {
    const store = openEmbedded();
    let loaded = false;
    const broken = await serve(
      fixture,
      {},
      {
        ...store,
        read: (statement, parameters, options) =>
          store.read(loaded ? `${statement} SECRET NONSENSE` : statement, parameters, options),
      },
    );
    loaded = true;
    try {
      const answer = await broken.ask("{ parks { totalCount } }");
      expect(codes(answer)).toEqual(["INTERNAL"]);
      expect(answer.text).not.toMatch(/SECRET|MATCH|GRAFEO|RETURN/);
      expect(answer.errors?.[0]?.message).toMatch(/[0-9a-f-]{36}/);
    } finally {
      await broken.close();
      await store.close();
    }
  });

  test("an engine that cannot be reached is STORE_UNAVAILABLE, its address not told, and the process lives", async () => {
    const store = openNeo4j({ uri: "bolt://127.0.0.1:1", password: "hunter2" });
    const running = await startServer(readSettings({ PORT: "0", LOG_LEVEL: "silent" }), { store });
    try {
      await expect(running.seeded).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
      const response = await fetch(`${running.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: '{ a: parks { totalCount } b: enterprise(name: "x") { id } }' }),
      });
      const text = await response.text();
      const { errors } = JSON.parse(text) as { errors: { extensions: { code: string }; path: string[] }[] };
      expect(errors.map((error) => [error.path, error.extensions.code])).toEqual([
        [["a"], "STORE_UNAVAILABLE"],
        [["b"], "STORE_UNAVAILABLE"],
      ]);
      expect(text).not.toMatch(/127\.0\.0\.1|bolt|hunter2|MATCH/);
      const ready = await fetch(`${running.url}/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.text()).not.toMatch(/bolt|hunter2/);
      expect((await fetch(`${running.url}/health`)).status).toBe(200);
    } finally {
      await running.close();
      await store.close();
    }
  });
});
