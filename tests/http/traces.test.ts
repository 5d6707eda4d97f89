// Traces: what a collector is sent of requests, their operations and steps, compared with what `x-explain` tells.
import { afterEach, describe, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { type CollectedSpan, type Collector, collect } from "../support/collector.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { serve } from "../support/server.ts";

let collector: Collector | undefined;
afterEach(async () => {
  await collector?.close();
  collector = undefined;
});

interface Told {
  readonly id: string;
  readonly needs: readonly string[];
  readonly statement?: string;
  readonly code?: string;
  readonly rows: number;
}

const stepOf = ({ id, needs, statement, code, rows }: Told) => ({ id, needs, statement, code, rows });
const byId = (one: Told, other: Told): number => (one.id < other.id ? -1 : 1);

/** Steps as spans tell them. */
function stepsIn(spans: readonly CollectedSpan[]): Told[] {
  return spans.map(({ name, attributes }) =>
    stepOf({
      id: name.replace(/^step /, ""),
      needs: (attributes["industry_graph.step.needs"] ?? []) as string[],
      statement: attributes["db.query.text"] as string | undefined,
      code: attributes["industry_graph.step.code"] as string | undefined,
      rows: Number(attributes["industry_graph.step.rows"]),
    } as Told),
  );
}

const childrenOf = (spans: readonly CollectedSpan[], parent: CollectedSpan | undefined): CollectedSpan[] =>
  spans.filter(({ parentSpanId }) => parent !== undefined && parentSpanId === parent.spanId);

const questions: readonly (readonly [string, Record<string, unknown>])[] = [
  ['query Card { enterprise(id: "enterprise:alpha") { id name certifications { nodes { id } } } }', {}],
  [
    "query Found($text: String!) { search(text: $text, first: 3) { score entity { id name } } }",
    { text: "Alpha" },
  ],
  ["query Listed { enterprises(first: 2) { nodes { id } totalCount facets { parks { key count } } } }", {}],
  ['query Named { enterprise(name: "Alpha") { id } parks { nodes { id } } }', {}],
];

describeEachEngine("traces", (open) => {
  test("have a span for each request, in it its operation, in that each step that x-explain tells", async () => {
    collector = await collect();
    const server = await serve(fixture, { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` }, await open());
    const explained = new Map<string, readonly Told[]>();
    for (const [at, [query, variables]] of questions.entries()) {
      const answer = await server.ask(query, variables, { "x-explain": "1", "x-request-id": `asked-${at}` });
      expect(answer.status).toBe(200);
      const explain = answer.extensions?.explain as { readonly steps: readonly Told[] } | undefined;
      const steps = explain?.steps ?? [];
      expect(steps.length).toBeGreaterThan(0);
      explained.set(`asked-${at}`, steps);
      // The short way as well, where nothing is explained.
      await server.ask(query, variables, { "x-request-id": `short-${at}` });
      explained.set(`short-${at}`, steps);
    }
    await server.close();
    const { spans } = collector;
    const requests = spans.filter(({ kind }) => kind === 2);
    expect(requests).toHaveLength(2 * questions.length);
    let beside = 0;
    for (const request of requests) {
      const id = String(request.attributes["industry_graph.request_id"]);
      const steps = explained.get(id) ?? [];
      expect(request).toMatchObject({
        name: "POST graphql",
        parentSpanId: undefined,
        status: 0,
        attributes: {
          "http.request.method": "POST",
          "url.path": "/graphql",
          "http.response.status_code": 200,
        },
        resource: { "service.name": "industry-graph" },
      });
      const operations = childrenOf(spans, request);
      expect(operations).toHaveLength(1);
      const [operation] = operations;
      expect(operation?.name).toMatch(/^operation (Card|Found|Listed|Named)$/);
      expect(operation?.attributes["industry_graph.document"]).toMatch(/^[\w-]+$/);
      const ran = childrenOf(spans, operation);
      const tell = (all: readonly Told[]) => all.map(stepOf).sort(byId);
      // What is kept of a list's facets is told as the statement that they came from.
      expect(tell(stepsIn(ran))).toEqual(tell(steps));
      beside += ran.length - 1;
      for (const step of ran) {
        expect(step.traceId).toBe(request.traceId);
        expect(step.from >= (operation?.from ?? 0n) && step.to <= (operation?.to ?? 0n)).toBe(true);
      }
    }
    expect(beside).toBeGreaterThan(3);
    expect(new Set(requests.map(({ traceId }) => traceId)).size).toBe(requests.length);
  });

  test("tell of what failed, of what was refused, and of answers that were kept", async () => {
    collector = await collect();
    const server = await serve(fixture, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }, await open());
    const asked = { "x-request-id": "first" };
    await server.ask("{ parks { totalCount } }", {}, asked);
    // An answer is given again once the store has been asked anew which data it holds.
    do await server.ask("{ parks { totalCount } }", {}, { "x-request-id": "again" });
    while (
      !/^industry_graph_kept_answers_total [1-9]/m.test(await (await fetch(`${server.url}/metrics`)).text())
    );
    await server.ask("query Wrong { parks(first: -1) { totalCount } }", {}, { "x-request-id": "wrong" });
    await fetch(`${server.url}/graphql`, {
      headers: { origin: "https://elsewhere.example", "x-request-id": "refused" },
    });
    await fetch(`${server.url}/entity/enterprise:nobody`, { headers: { "x-request-id": "absent" } });
    await server.close();
    const { spans } = collector;
    const requestOf = (id: string) =>
      spans.find(({ attributes }) => attributes["industry_graph.request_id"] === id);
    const operationOf = (id: string) => childrenOf(spans, requestOf(id))[0];
    const kept = spans.filter(({ attributes }) => attributes["industry_graph.kept"] === true);
    expect(kept.length).toBeGreaterThan(0);
    for (const one of kept) expect(childrenOf(spans, one)).toEqual([]);
    expect(childrenOf(spans, operationOf("first"))).toHaveLength(1);
    expect(operationOf("wrong")).toMatchObject({
      name: "operation Wrong",
      status: 2,
      attributes: { "error.type": "BAD_ARGUMENT", "industry_graph.codes": ["BAD_ARGUMENT"] },
    });
    expect(requestOf("refused")?.attributes).toMatchObject({
      "http.response.status_code": 403,
      "industry_graph.codes": ["FORBIDDEN_ORIGIN"],
    });
    expect(childrenOf(spans, requestOf("refused"))).toEqual([]);
    expect(requestOf("absent")).toMatchObject({
      name: "GET entity",
      status: 0,
      attributes: { "http.response.status_code": 404 },
    });
  });
});

describe("a trace", () => {
  const traceId = "0af7651916cd43dd8448eb211c80319c";

  test("is that of whoever asks, who may ask for none, and a header that is no traceparent begins one", async () => {
    collector = await collect();
    const server = await serve(fixture, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const ask = (traceparent: string) => server.ask("{ parks { totalCount } }", {}, { traceparent });
    await ask(`00-${traceId}-b7ad6b7169203331-01`);
    await ask(`00-${"1".repeat(32)}-b7ad6b7169203331-00`);
    for (const broken of [
      "",
      "00",
      `00-${"0".repeat(32)}-b7ad6b7169203331-01`,
      `ff-${traceId}-b7ad6b7169203331-01`,
      "x".repeat(5_000),
    ])
      await ask(broken);
    await server.close();
    const requests = collector.spans.filter(({ kind }) => kind === 2);
    expect(requests[0]).toMatchObject({ traceId, parentSpanId: "b7ad6b7169203331" });
    expect(requests).toHaveLength(6);
    expect(requests.slice(1).every((one) => one.parentSpanId === undefined && one.traceId !== traceId)).toBe(
      true,
    );
  });

  test("has nothing of what was asked by: no variable, no literal, no query of an address", async () => {
    collector = await collect();
    const server = await serve(fixture, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const secret = "hush-4711";
    await server.ask("query Q($t: String!) { search(text: $t, first: 2) { score } }", { t: secret });
    await server.ask(
      `{ enterprise(id: "enterprise:${secret}") { name } search(text: "${secret}", first: 1) { score } }`,
    );
    await server.ask(`{ enterprise(name: "${secret}") { name } }`);
    await fetch(`${server.url}/search?q=${secret}`);
    await fetch(`${server.url}/export/Park.csv?text=${secret}`);
    await server.close();
    expect(collector.spans.length).toBeGreaterThan(10);
    expect(collector.texts.join("\n")).not.toContain(secret);
  });

  test("is sent nowhere without a collector, and one that is away holds nobody up", async () => {
    collector = await collect();
    const without = await serve(fixture);
    await without.ask("{ parks { totalCount } }");
    await without.close();
    expect(collector.headers).toEqual([]);
    const gone = collector.url;
    await collector.close();
    const server = await serve(fixture, { OTEL_EXPORTER_OTLP_ENDPOINT: gone });
    const answer = await server.ask("{ parks { totalCount } }");
    expect(answer.data).toBeDefined();
    await server.close();
  });
});

describe("settings of traces", () => {
  test.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318" }, /OTEL_EXPORTER_OTLP_ENDPOINT/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: "ftp://localhost" }, /OTEL_EXPORTER_OTLP_ENDPOINT/],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, /must be http\/json/],
  ])("that would send nothing are refused: %j", (environment, told) => {
    expect(() => readSettings(environment)).toThrow(told);
  });
});
