// How much one may ask: buckets that fill up evenly, whose they are, and what is answered when they are empty.
import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { createAddressOf } from "../../src/http/address.ts";
import { createBudget } from "../../src/http/budget.ts";
import { fixture } from "../support/fixture.ts";
import { codes, serve } from "../support/server.ts";

describe("a budget", () => {
  const limits = { REQUESTS_PER_MINUTE: 6, COST_PER_MINUTE: 600 };
  function clocked() {
    const clock = { time: 0 };
    return { clock, budget: createBudget(limits, () => clock.time) };
  }

  test("takes a minute's requests at once, then as many as fill up, and says how long to wait", () => {
    const { clock, budget } = clocked();
    for (let at = 0; at < 6; at++) expect(budget.request("a")).toBe(0);
    expect(budget.request("a")).toBe(10);
    // Others are not touched by it.
    expect(budget.request("b")).toBe(0);
    clock.time += 4_000;
    expect(budget.request("a")).toBe(6);
    clock.time += 6_000;
    expect([budget.request("a"), budget.request("a")]).toEqual([0, 10]);
    clock.time += 3_600_000;
    for (let at = 0; at < 6; at++) expect(budget.request("a")).toBe(0);
    expect(budget.request("a")).toBe(10);
  });

  test("is overdrawn by one dear question, and by a minute at the most", () => {
    const { clock, budget } = clocked();
    expect(budget.request("a")).toBe(0);
    budget.charge("a", 900);
    expect(budget.left("a")).toEqual({ remaining: 0, perMinute: 600 });
    expect(budget.request("a")).toBe(31);
    clock.time += 31_000;
    expect(budget.request("a")).toBe(0);
    budget.charge("a", 1e12);
    expect(budget.request("a")).toBe(61);
  });
});

describe("whose request it is", () => {
  const from = (TRUSTED_PROXIES: string, remoteAddress: string, forwarded?: string | string[]) =>
    createAddressOf(readSettings({ TRUSTED_PROXIES }))({
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    } as unknown as IncomingMessage);

  test.each<[string, string, string | undefined, string]>([
    ["", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["", "::ffff:203.0.113.7", undefined, "203.0.113.7"],
    ["10.0.0.0/8", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["10.0.0.0/8", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
    ["10.0.0.0/8", "::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
    // What stands before a stranger, the stranger may have written.
    ["10.0.0.0/8", "10.1.2.3", "1.1.1.1, 198.51.100.1, 10.9.9.9", "198.51.100.1"],
    ["10.0.0.0/8", "10.1.2.3", "not an address, 10.9.9.9", "10.9.9.9"],
    ["10.0.0.0/8", "10.1.2.3", undefined, "10.1.2.3"],
    ["fd00::/8, 10.0.0.1", "fd00::5", "2001:db8::1", "2001:db8::1"],
  ])("TRUSTED_PROXIES=%s: from %s, told %s, it is that of %s", (proxies, remote, forwarded, expected) => {
    expect(from(proxies, remote, forwarded)).toBe(expected);
  });

  test.each(["10.0.0.0/33", "proxy.example.org", "10.0.0.0/8/8", "10.0.0/8"])("%s is no proxy", (given) => {
    expect(() => readSettings({ TRUSTED_PROXIES: given })).toThrow(/TRUSTED_PROXIES/);
  });
});

describe("a server", () => {
  const question = "{ parks { totalCount } }";

  test("answers who asks too often with 429 and when to come again, health and others as before", async () => {
    const server = await serve(fixture, {
      BUDGET: "enforce",
      REQUESTS_PER_MINUTE: "3",
      TRUSTED_PROXIES: "127.0.0.1",
    });
    const as = (address: string) => ({ "x-forwarded-for": address });
    for (let at = 0; at < 3; at++)
      expect((await server.ask(question, {}, as("198.51.100.1"))).status).toBe(200);
    const refused = await fetch(`${server.url}/q`, { headers: as("198.51.100.1") });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "BUDGET_EXCEEDED" } }] });
    expect((await server.ask(question, {}, as("198.51.100.2"))).status).toBe(200);
    expect((await fetch(`${server.url}/health`, { headers: as("198.51.100.1") })).status).toBe(200);
    await server.close();
  });

  test("counts what questions cost, whatever address they are asked at", async () => {
    const server = await serve(fixture, { BUDGET: "enforce", COST_PER_MINUTE: "500" });
    expect((await server.ask("{ parks(first: 600) { nodes { name } } }")).status).toBe(200);
    expect((await server.ask(question)).status).toBe(429);
    expect((await fetch(`${server.url}/export/Park.csv`)).status).toBe(429);
    await server.close();
    const exporting = await serve(fixture, { BUDGET: "enforce", COST_PER_MINUTE: "50" });
    await (await fetch(`${exporting.url}/export/Park.csv`)).text();
    expect((await exporting.ask(question)).status).toBe(429);
    await exporting.close();
  });

  test("only counts where it measures", async () => {
    const server = await serve(fixture, { BUDGET: "measure", REQUESTS_PER_MINUTE: "1" });
    for (let at = 0; at < 3; at++) expect((await server.ask(question)).status).toBe(200);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('industry_graph_over_budget_total{mode="measure"} 2');
    await server.close();
  });

  test("tells the price of a question where that is asked for", async () => {
    const server = await serve(fixture, { COST_PER_MINUTE: "5000" });
    const priced = await server.ask("{ parks(first: 7) { nodes { name } } }", {}, { "x-cost": "1" });
    expect(priced.data).toMatchObject({ parks: { nodes: expect.any(Array) } });
    expect(priced.extensions).toEqual({
      cost: { requested: 7, most: 100_000, remaining: expect.any(Number), perMinute: 5_000 },
    });
    expect((await server.ask(question)).extensions).toBeUndefined();
    expect(codes(await server.ask(question, {}, { "x-cost": "yes" }))).toEqual(["BAD_ARGUMENT"]);
    await server.close();
  });
});
