// What /metrics tells, and that nobody can make it tell more; and the audit log.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAudit } from "../../src/access/audit.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { serve, type TestServer } from "../support/server.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Samples of /metrics by name and labels. */
async function metricsOf({ url }: TestServer): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]));
}

describeEachEngine("/metrics", (open) => {
  test("counts requests by route and status, questions by name, errors by code, and tells of the data", async () => {
    const server = await serve(fixture, {}, await open());
    await server.ask("{ parks { totalCount } }");
    await fetch(`${server.url}/q/park-enterprises?park=park:big`);
    await fetch(`${server.url}/q/park-enterprises?park=nobody-has-this-name`);
    await server.ask("query SomebodysOwn { parks(first: -1) { totalCount } }");
    await fetch(`${server.url}/entity/enterprise:nobody`);
    await fetch(`${server.url}/made-up-${"x".repeat(30)}`);
    const found = await metricsOf(server);
    const count = (name: string, labels: string) => found.get(`industry_graph_${name}{${labels}}`);
    expect(count("request_seconds_count", 'route="graphql",status="200"')).toBe(2);
    expect(count("question_seconds_count", 'question="park-enterprises"')).toBe(2);
    // Somebody's own, and that of the page.
    expect(count("question_seconds_count", 'question="other"')).toBe(2);
    expect(count("errors_total", 'code="BAD_ARGUMENT"')).toBe(1);
    expect(count("request_seconds_count", 'route="other",status="404"')).toBe(1);
    expect(count("dataset_size", 'of="entities"')).toBe(39);
    expect(count("load_seconds_count", 'outcome="done"')).toBe(1);
    expect(found.get("industry_graph_ready")).toBe(1);
    expect(found.get("industry_graph_cache_bytes")).toBeGreaterThan(0);
    expect([...found.keys()].some((name) => name.startsWith("nodejs_eventloop_lag"))).toBe(true);
    for (const name of found.keys()) expect(name).not.toMatch(/made-up|nobody|SomebodysOwn|park:big/);
    await server.close();
  });
});

describe("labels", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve(fixture);
  });
  afterAll(() => server.close());

  test("do not grow with what is asked", async () => {
    await server.ask("query A0 { parks { totalCount } }");
    await fetch(`${server.url}/x0/y`);
    // Of the process's own, one appears with the first of each sort of collection of garbage, whenever that is.
    const ours = async (): Promise<number> =>
      [...(await metricsOf(server)).keys()].filter((name) => name.startsWith("industry_graph_")).length;
    const before = await ours();
    for (let at = 1; at < 30; at++) {
      await server.ask(`query A${at} { parks { totalCount } }`);
      await fetch(`${server.url}/x${at}/y`);
    }
    // The scrape itself is one more route.
    expect((await ours()) - before).toBeLessThan(20);
  });

  test("of the board are all there", async () => {
    const board = readFileSync(file("ops/grafana.json"), "utf8");
    const names = new Set(board.match(/\b(?:industry_graph|nodejs|process)_\w+/g));
    expect(names.size).toBeGreaterThan(10);
    const text = await (await fetch(`${server.url}/metrics`)).text();
    for (const name of names) expect(text).toContain(`# TYPE ${name.replace(/_(?:bucket|count|sum)$/, "")} `);
  });
});

describe("the audit log", () => {
  test("tells of what is taken away, by whom and how it ended, and of nothing else", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "industry-graph-audit-")), "deep", "audit.jsonl");
    const server = await serve(fixture, { AUDIT_FILE: path });
    await server.ask("{ parks { totalCount } }");
    await fetch(`${server.url}/q/park-enterprises?park=park:big`);
    await (
      await fetch(`${server.url}/export/Park.csv?first=2`, { headers: { "x-request-id": "taken" } })
    ).text();
    await (await fetch(`${server.url}/export/Nothing`)).text();
    // What a browser asks beforehand takes nothing away.
    await fetch(`${server.url}/export/Park.csv`, { method: "OPTIONS" });
    await server.close();
    const lines = readFileSync(path, "utf8").trim().split("\n");
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toMatchObject([
      {
        what: "export",
        address: "/export/Park.csv?first=2",
        by: "127.0.0.1",
        status: 200,
        whole: true,
        requestId: "taken",
      },
      { what: "export", address: "/export/Nothing", status: 404 },
    ]);
    expect(entries).toHaveLength(2);
  });

  test("keeps the order, goes on after the file was moved away, and says where it cannot be written", async () => {
    const folder = mkdtempSync(join(tmpdir(), "industry-graph-audit-"));
    const path = join(folder, "audit.jsonl");
    const audit = createAudit({ AUDIT_FILE: path, DATA_DIR: folder });
    await Promise.all(Array.from({ length: 20 }, (_, at) => audit({ what: `${at}`, by: "test" })));
    const whats = () =>
      readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).what);
    expect(whats()).toEqual(Array.from({ length: 20 }, (_, at) => `${at}`));
    writeFileSync(path, "");
    await audit({ what: "after", by: "test" });
    expect(whats()).toEqual(["after"]);
    const nowhere = createAudit({ AUDIT_FILE: join(path, "below-a-file"), DATA_DIR: folder });
    await expect(nowhere({ what: "x", by: "test" })).rejects.toThrow(/AUDIT_FILE/);
  });
});
