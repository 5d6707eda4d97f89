// Agents over HTTP: the same tools and answers as over standard input, in both eras of the protocol, behind the gate.
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
let server: TestServer;
beforeAll(async () => {
  server = await serveFolder(seed, { MAX_BODY_BYTES: "65536" });
});
afterAll(() => server.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/mcp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body: JSON.stringify(body),
  });

describe("an agent over HTTP", () => {
  test("lists the tools and gets rows with sources and the version of the data", async () => {
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(["search", "path", "ask_question"]));
    const result = await client.callTool({
      name: "ask_question",
      arguments: { name: "park_enterprises", variables: { park: "锡山经济技术开发区" } },
    });
    const body = JSON.parse((result.content as { text: string }[])[0]?.text ?? "") as {
      dataset: string;
      rows: { name: string; sources: string }[];
    };
    expect(body.dataset).toBe((await server.server.seeded).dataset.version);
    expect(body.rows.length).toBeGreaterThan(0);
    for (const row of body.rows) expect(row.sources).toMatch(/:\d+/);
    const wrong = await client.callTool({ name: "ask_question", arguments: { name: "park_enterprise" } });
    expect(wrong.isError).toBe(true);
    await client.close();
  });

  test("is answered by a handshake of the year before, too", async () => {
    const hello = await post({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "old", version: "1" } },
    });
    expect(hello.status).toBe(200);
    expect(await hello.text()).toContain("industry-graph");
  });

  test("passes the gate: other names, other pages and large bodies are refused", async () => {
    const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
    expect((await post(list, { origin: "https://elsewhere.example" })).status).toBe(403);
    const large = await post({ ...list, params: { fill: "x".repeat(70_000) } });
    expect(large.status).toBe(413);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const asked = request(
        { host: hostname, port, path: "/mcp", method: "POST", headers: { host: "elsewhere.example" } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      asked.on("error", reject);
      asked.end(JSON.stringify(list));
    });
    expect(status).toBe(421);
  });
});
