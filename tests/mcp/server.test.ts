// Agents over a real client: tools, pages, sources and versions, and errors that tell what is near.
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCatalogue } from "../../src/catalogue/open.ts";
import { exampleOf } from "../../src/catalogue/operation.ts";
import { askOver } from "../../src/catalogue/over-store.ts";
import { loadFolder } from "../../src/load/load.ts";
import { tokensOf } from "../../src/mcp/page.ts";
import { createMcpServer, toolName } from "../../src/mcp/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const { schema, catalogue } = openCatalogue({ OPERATIONS_DIR: "" });
let store: GraphStore;

beforeAll(async () => {
  store = openEmbedded({ shuffleUnordered: true });
  await loadFolder(store, seed);
});
afterAll(() => store.close());

interface Answer {
  readonly isError: boolean;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

async function connected(all = false) {
  const { ask, version } = askOver(store, { TIMEOUT_MS: 10_000 });
  const [one, other] = InMemoryTransport.createLinkedPair();
  const server = createMcpServer({ schema, catalogue, ask, version, all });
  await server.connect(one);
  const client = new Client({ name: "test", version: "1" });
  await client.connect(other);
  const call = async (name: string, given: Record<string, unknown> = {}): Promise<Answer> => {
    const result = await client.callTool({ name, arguments: given });
    const content = result.content as { text: string }[];
    const text = content[0]?.text ?? "";
    return { isError: result.isError === true, body: JSON.parse(text) as Record<string, unknown>, text };
  };
  return { client, call };
}

describe("an agent", () => {
  test("sees about twelve tools, each described briefly; all of them where asked for", async () => {
    const { tools } = await (await connected()).client.listTools();
    expect(tools.length).toBeLessThanOrEqual(14);
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["search", "entity", "path", "ask_question"]),
    );
    for (const tool of tools) expect(tokensOf(JSON.stringify(tool))).toBeLessThan(600);
    const { tools: all } = await (await connected(true)).client.listTools();
    expect(all.length).toBe(catalogue.size + 3);
  });

  test("gets rows with sources and the version of the data", async () => {
    const { call } = await connected();
    const { body } = await call("entity", { id: "enterprise:zhongke-weizhi" });
    expect(body.dataset).toMatch(/^[0-9a-f]{12}$/);
    for (const row of body.rows as Record<string, unknown>[]) expect(row.sources).toMatch(/:\d+/);
  });

  test.each([...catalogue.values()])("may ask $name, in under 4,000 tokens a page", async (operation) => {
    const { call } = await connected();
    const { isError, body, text } = await call("ask_question", {
      name: toolName(operation.name),
      variables: exampleOf(operation),
    });
    expect(isError).toBe(false);
    expect(tokensOf(text)).toBeLessThan(4_000);
    expect((body.rows as unknown[]).length).toBeGreaterThan(0);
  });

  test("reads all rows by the cursor, none twice", async () => {
    const { call } = await connected();
    const ids: unknown[] = [];
    let cursor: unknown;
    let total: unknown;
    do {
      const { body } = await call("figures".replace("-", "_"), {
        within: "region:xishan",
        ...(cursor === undefined ? {} : { cursor }),
      });
      ids.push(...(body.rows as { id: string }[]).map(({ id }) => id));
      ({ next: cursor, total } = body);
    } while (cursor !== undefined);
    expect(ids.length).toBe(total);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is told what is near when a name is not there", async () => {
    const { call } = await connected();
    const question = await call("ask_question", { name: "park_enterprise" });
    expect(question).toMatchObject({ isError: true, body: { code: "NOT_FOUND" } });
    expect(question.text).toContain("park-enterprises");
    const cursor = await call("figures", { within: "region:xishan", cursor: "nonsense" });
    expect(cursor).toMatchObject({ isError: true, body: { code: "BAD_CURSOR" } });
  });

  test("is told what a question takes when it asks for something else, and gets no other answer", async () => {
    const { call } = await connected();
    const ask = (variables: object) => call("ask_question", { name: "region enterprises", variables });
    const region = "锡山";
    for (const [variables, told] of [
      [{ region, levl: "NATIONAL" }, "did you mean level?"],
      [{ region, level: "世界级" }, "NATIONAL (国家级)"],
      [{}, "needs region"],
      [{ region: "锡山经开区" }, "park:xishan-development-zone"],
    ] as const) {
      const { isError, body, text } = await ask(variables);
      expect([isError, text.includes(told)], text).toEqual([true, true]);
      expect(body.dataset).toMatch(/^[0-9a-f]{12}$/);
    }
    const status = await call("policy_matches", { enterprise: "鑫宏业", status: ["可能"] });
    expect(status.text).toContain("ELIGIBLE (符合)");
    const [named, titled] = [
      await ask({ region, level: "NATIONAL" }),
      await ask({ region, level: "国家级" }),
    ];
    expect(named.body.rows).not.toEqual([]);
    expect(titled.body).toEqual(named.body);
    const byTitle = await call("ask_question", { name: "地区有哪些企业", variables: { region } });
    expect(byTitle.body).toEqual((await ask({ region })).body);
  });

  test("reads on in a list that has no pages, and is told of one that has nothing", async () => {
    const { call } = await connected();
    const given = { text: "无锡", first: 4 };
    const all = (await call("search", { text: "无锡", first: 50 })).body;
    const ids: unknown[] = [];
    for (let cursor: unknown; ; ) {
      const { body } = await call("search", { ...given, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...(body.rows as Record<string, unknown>[]).map((row) => row["entity.id"]));
      cursor = body.next;
      if (cursor === undefined) break;
      expect([body.total, ids.length >= 4]).toEqual([undefined, true]);
    }
    expect(ids).toEqual((all.rows as Record<string, unknown>[]).map((row) => row["entity.id"]));
    expect(new Set(ids).size).toBe(ids.length);
    const none = await call("ask_question", {
      name: "ranking",
      variables: { metric: "产业规模", period: "2021" },
    });
    expect(none.body).toMatchObject({ total: 0, rows: [] });
    expect(none.body.note).toContain("status (STATED, IMPLIED, TARGET, FORECAST)");
    const nothing = await call("entity", { id: "锡山区", first: 0 });
    expect(nothing.body.next).toBeUndefined();
    expect((await call("explain_schema", { topic: "zzz" })).body.note).toContain("search");
  });

  test("has words of the schema explained", async () => {
    const { body } = await (await connected()).call("explain_schema", { topic: "certification rung" });
    expect((body.lines as string[]).join("\n")).toContain("Certification.rung");
  });
});
