// Requests that take the short way through the server get the very answer that the long way gives: a header that the
// short way does not take, and which asks for nothing, sends the same request the long way.
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { type RunningServer, startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

let server: RunningServer;
const store = openEmbedded();

beforeAll(async () => {
  const settings = readSettings({
    PORT: "0",
    SEED_DIR: writeFolder(fixture),
    LOG_LEVEL: "silent",
    MAX_COST: "500",
    ALLOWED_ORIGINS: "http://example.org",
  });
  server = await startServer(settings, { store });
  await server.seeded;
});

afterAll(async () => {
  await server.close();
  await store.close();
});

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function ask(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(text);
    const sent = request(`${server.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "content-length": length,
        "x-request-id": "same",
        ...headers,
      },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let answer = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        answer += piece;
      });
      response.on("end", () => {
        const { date: _date, ...kept } = response.headers;
        resolve({ status: response.statusCode, headers: kept, text: answer });
      });
    });
    sent.end(text);
  });
}

const byId =
  "query Q($id: ID!) { enterprise(id: $id) { id name capital certifications { totalCount edges { year } } } }";

test.each<[string, unknown, Record<string, string>?]>([
  ["an answer", { query: byId, variables: { id: "enterprise:xinhongye" } }],
  ["an answer without a hit", { query: byId, variables: { id: "enterprise:none" } }],
  [
    "an answer for graphql-response",
    { query: byId, variables: { id: "enterprise:weizhi" } },
    { accept: "application/graphql-response+json" },
  ],
  [
    "an answer for JSON",
    { query: byId, variables: { id: "enterprise:weizhi" } },
    { accept: "application/json" },
  ],
  [
    "an answer for an allowed origin",
    { query: byId, variables: { id: "enterprise:weizhi" } },
    { origin: "http://example.org" },
  ],
  [
    "a named operation of several",
    {
      query: 'query A { park(id: "park:big") { id } } query B { park(id: "park:west") { name } }',
      operationName: "B",
    },
  ],
  [
    "an operation that is not named",
    { query: 'query A { park(id: "park:big") { id } } query B { park(id: "park:west") { name } }' },
  ],
  ["introspection beside data", { query: '{ __schema { queryType { name } } park(id: "park:big") { id } }' }],
  [
    "aliases and __typename",
    { query: '{ b: __typename a: node(id: "park:big") { __typename ... on Park { level } id } }' },
  ],
  ["a missing variable", { query: byId, variables: {} }],
  ["a variable of another type", { query: byId, variables: { id: { a: 1 } } }],
  [
    "wrong arguments beside right ones",
    {
      query: 'query($n: String) { enterprise(name: $n) { id } park(id: "park:big") { id } }',
      variables: { n: "..." },
    },
  ],
  ["a name that is ambiguous", { query: '{ enterprise(name: "同名企业") { id } }' }],
  [
    "more than may be asked for",
    { query: "query($n: Int) { enterprises(first: $n) { nodes { id } } }", variables: { n: 501 } },
  ],
  [
    "a first that is too large",
    { query: "query($n: Int) { enterprises(first: $n) { nodes { id } } }", variables: { n: -1 } },
  ],
  ["a document that does not parse", { query: "{" }],
  ["a document that is not valid", { query: "{ nothing }" }],
  ["a body that is no JSON", "{"],
  ["a body without a query", { variables: {} }],
  ["explain", { query: '{ park(id: "park:none") { id } }' }, { "x-explain": "no" }],
])("%s is the same on both ways, the first time and later", async (_, body, headers) => {
  const long = await ask(body, { "x-explain": "0", ...headers });
  for (let again = 0; again < 3; again++) expect(await ask(body, headers)).toEqual(long);
});

test("what a document of one shape asks for with other variables is answered with those", async () => {
  const query =
    "query($first: Int, $level: CertificationLevel) { enterprises(first: $first, filter: { certificationLevel: $level }) { nodes { id } } }";
  const ids = async (variables: object): Promise<number> => {
    const { text } = await ask({ query, variables });
    return (JSON.parse(text) as { data: { enterprises: { nodes: unknown[] } } }).data.enterprises.nodes
      .length;
  };
  expect(await ids({ first: 2 })).toBe(2);
  expect(await ids({ first: 1 })).toBe(1);
  expect(await ids({ first: 50, level: "NATIONAL" })).toBe(3);
  expect(await ids({ first: 50, level: "DISTRICT" })).toBe(0);
});
