// One file in OPERATIONS_DIR opens every door: GraphiQL, trusted documents, addresses, exports, OpenAPI, agents, the
// command line.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { parse, print } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCatalogue } from "../../src/catalogue/open.ts";
import { askOver } from "../../src/catalogue/over-store.ts";
import { createMcpServer } from "../../src/mcp/server.ts";
import { industryGraph } from "../support/command.ts";
import { writeFolder } from "../support/folder.ts";
import { codes, serveFolder, type TestServer } from "../support/server.ts";

const text = `# 一个园区有多少家企业？ | How many enterprises does a park have?
# 园区及其企业。 | The park and its enterprises.
# table: park.enterprises.nodes
# agents: shown
# $park: 园区 | the park | "park:xishan-development-zone"
# $first: 行数 | rows
# $after: 游标 | cursor
query OurParkCount($park: ID!, $first: Int = 100, $after: String) {
  park(id: $park) {
    name
    enterprises(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        sources {
          document {
            stem
          }
          line
        }
      }
    }
  }
}
`;
const folder = writeFolder({ files: { "our-park-count.graphql": text } });
const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const park = "锡山经济技术开发区";
const hash = (of: string): string => createHash("sha256").update(of).digest("hex");

let server: TestServer;
let wanted: unknown;
beforeAll(async () => {
  server = await serveFolder(seed, { OPERATIONS_DIR: folder });
  wanted = (await server.ask(text, { park })).data;
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });
const names = (data: unknown): string[] =>
  (data as { park: { enterprises: { nodes: { name: string }[] } } }).park.enterprises.nodes.map(
    ({ name }) => name,
  );

describe("a file in OPERATIONS_DIR", () => {
  test("is a tab of GraphiQL, with variables that give an answer", async () => {
    const page = await (await get("/graphql", { accept: "text/html" })).text();
    expect(page).toContain("OurParkCount");
    expect(page).toContain(String.raw`{\n  \"park\": \"park:xishan-development-zone\"\n}`);
  });

  test("is answered as JSON and as a table, and is in the list of questions", async () => {
    const asked = (await (await get(`/q/our-park-count?park=${park}`)).json()) as { data: unknown };
    expect(asked.data).toEqual(wanted);
    const table = await (await get(`/q/our-park-count.csv?park=${park}`)).text();
    for (const name of names(wanted)) expect(table).toContain(name);
    const all = (await (await get("/q")).json()) as { operations: { name: string }[] };
    expect(all.operations.map(({ name }) => name)).toContain("our-park-count");
  });

  test("is described in OpenAPI", async () => {
    const { paths } = (await (await get("/openapi.json")).json()) as { paths: Record<string, unknown> };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(["/q/our-park-count", "/q/our-park-count.csv", "/q/our-park-count.parquet"]),
    );
  });

  test("is a tool for agents", async () => {
    const { schema, catalogue } = openCatalogue({ OPERATIONS_DIR: folder });
    const { ask, version } = askOver(server.server.store, { TIMEOUT_MS: 10_000 });
    const [one, other] = InMemoryTransport.createLinkedPair();
    await createMcpServer({ schema, catalogue, ask, version }).connect(one);
    const client = new Client({ name: "test", version: "1" });
    await client.connect(other);
    const result = await client.callTool({ name: "our_park_count", arguments: { park } });
    const told = JSON.parse((result.content as { text: string }[])[0]?.text ?? "") as {
      rows: { name: string }[];
    };
    expect(told.rows.map(({ name }) => name)).toEqual(names(wanted));
  });

  test("is a command", async () => {
    const command = industryGraph(["ask"], { OPERATIONS_DIR: folder });
    expect((await command.ended).code).toBe(0);
    expect(command.stdout()).toContain("our-park-count");
  });
});

describe("a trusted document", () => {
  const post = (body: object, headers?: Record<string, string>) =>
    server.post(JSON.stringify({ variables: { park }, ...body }), headers);
  const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

  test.each([
    ["by its name", { documentId: "our-park-count" }],
    ["by the hash of its file", { documentId: `sha256:${hash(text)}` }],
    ["by the hash of it printed", { documentId: `sha256:${hash(print(parse(text)))}` }],
    ["as Apollo asks", persisted(hash(print(parse(text))))],
    ["as Apollo asks, with its text", { query: text, ...persisted(hash(text)) }],
  ])("is answered %s", async (_, body) => {
    expect((await post(body)).data).toEqual(wanted);
    // By Yoga, where the short way is not taken.
    expect((await post(body, { accept: "application/json;q=0.9" })).data).toEqual(wanted);
    const query = new URLSearchParams({ variables: JSON.stringify({ park }) });
    for (const [name, value] of Object.entries(body))
      query.set(name, typeof value === "string" ? value : JSON.stringify(value));
    const got = (await (await get(`/graphql?${query}`, { accept: "application/json" })).json()) as object;
    expect(got).toEqual({ data: wanted });
  });

  test("that is not there is told, with what is near; Apollo's clients are told in their word", async () => {
    const unknown = await post({ documentId: "our-park-counts" });
    expect(unknown.status).toBe(404);
    expect(unknown.errors?.[0]?.message).toContain("our-park-count;");
    const apollo = await post(persisted(hash("query { nothing }")));
    expect(apollo.status).toBe(200);
    expect(codes(apollo)).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
    expect(apollo.errors?.[0]?.message).toBe("PersistedQueryNotFound");
  });

  test.each([
    ["both a text and an identifier", { documentId: "our-park-count", query: "{ __typename }" }],
    ["another text than its hash", { query: "{ __typename }", ...persisted(hash(text)) }],
    ["a hash of another form", { extensions: { persistedQuery: { version: 2, sha256Hash: hash(text) } } }],
    ["an identifier that is no text", { documentId: 5 }],
  ])("with %s is refused", async (_, body) => {
    expect(codes(await post(body))).toEqual(["BAD_REQUEST"]);
  });

  test("is limited as every operation is", async () => {
    const asked = await post({ documentId: "our-park-count", variables: { park, first: 5_000 } });
    expect(codes(asked)).toEqual(["BAD_ARGUMENT"]);
  });
});
