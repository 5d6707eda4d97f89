// What a query may cost, on a running server: `first`, and the product of `first` along nested lists, summed.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixture } from "../support/fixture.ts";
import { codes, serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture, { MAX_BODY_BYTES: "50000", MAX_COST: "10000" });
});
afterAll(() => server.close());

const refused = async (query: string, variables?: Record<string, unknown>): Promise<unknown[]> =>
  codes(await server.ask(query, variables));

test("fields that look through many to give few cost accordingly", async () => {
  const many = (field: string): string =>
    `{ ${Array.from({ length: 49 }, (_, at) => `a${at}: ${field}`).join(" ")} }`;
  expect(await refused(many('paths(from: "park:big", to: "park:west") { length }'))).toEqual([
    "LIMIT_EXCEEDED",
  ]);
  expect(await refused(many('search(text: "a", first: 1000, kinds: [STAGE, FUND]) { score }'))).toEqual([
    "LIMIT_EXCEEDED",
  ]);
  expect(
    await refused(
      '{ search(text: "a", first: 10) { score } paths(from: "park:big", to: "park:west") { length } }',
    ),
  ).toEqual([]);
});

test("a search counts ten for each hit that it may give, and the refusal says so", async () => {
  expect(await refused('{ search(text: "a", first: 990) { score } }')).toEqual([]);
  const answer = await server.ask(
    '{ a: search(text: "a", first: 500) { score } b: search(text: "b", first: 500) { score } }',
  );
  expect(codes(answer)).toEqual(["LIMIT_EXCEEDED"]);
  expect(answer.errors?.[0]?.path).toEqual(["b"]);
  expect(answer.errors?.[0]?.message).toContain(
    "search counts 5100 each time that it is asked, 10 for each of 500",
  );
});

describe("first", () => {
  test.each([1_001, -1, 100_000])(
    "%i is refused as literal, variable and default, at every level",
    async (first) => {
      const all = [
        await refused(`{ parks(first: ${first}) { totalCount } }`),
        await refused("query($f: Int) { parks(first: $f) { totalCount } }", { f: first }),
        await refused(`query($f: Int = ${first}) { parks(first: $f) { totalCount } }`),
        await refused(
          `{ parks(first: 1) { nodes { enterprises(first: 1) { nodes { certifications(first: ${first}) { totalCount } } } } } }`,
        ),
        await refused(
          `{ parks(first: 1) { nodes { ...P } } } fragment P on Park { enterprises(first: ${first}) { totalCount } }`,
        ),
        await refused(
          `{ node(id: "park:big") { ... on Park { enterprises(first: ${first}) { totalCount } } } }`,
        ),
        await refused(`{ enterprises { facets { parks(first: ${first}) { key } } } }`),
        await refused(`{ search(text: "a", first: ${first}) { score } }`),
        await refused(`{ neighbourhood(id: "park:big", limit: ${first}) { truncated } }`),
      ];
      expect(new Set(all.map((one) => one.join()))).toEqual(new Set(["BAD_ARGUMENT"]));
    },
  );

  test("1,000 and 0 are answered; the error of another says which field and what to write", async () => {
    expect(await refused("{ parks(first: 1000) { totalCount } regions(first: 0) { totalCount } }")).toEqual(
      [],
    );
    const answer = await server.ask("{ all: parks(first: 1001) { totalCount } }");
    expect(answer.errors?.[0]?.path).toEqual(["all"]);
    expect(answer.errors?.[0]?.message).toMatch(/from 0 to 1000, not 1001/);
  });

  test("a number that is none is refused", async () => {
    expect(await refused(`{ parks(first: "10") { totalCount } }`)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(
      (await server.ask("query($f: Int) { parks(first: $f) { totalCount } }", { f: 1.5 })).errors,
    ).toHaveLength(1);
    expect(
      (await server.ask("query($f: Int) { parks(first: $f) { totalCount } }", { f: 3e9 })).errors,
    ).toHaveLength(1);
  });

  test("more than 1,000 ids are refused", async () => {
    const ids = (count: number) => ({
      ids: Array.from({ length: count }, (_, index) => `enterprise:${index}`),
    });
    expect(await refused("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids(1_000))).toEqual([]);
    expect(await refused("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids(1_001))).toEqual([
      "BAD_ARGUMENT",
    ]);
  });
});

describe("cost: the product of first along nested lists, summed", () => {
  const nested =
    "query($a: Int = 100, $b: Int = 100) { parks(first: $a) { nodes { enterprises(first: $b) { nodes { name } } } } }";
  test.each<[string, string, Record<string, unknown> | undefined, boolean]>([
    ["below", nested, { a: 99 }, true],
    ["defaults of variables", nested, undefined, false],
    ["given variables", nested, { a: 1000, b: 10 }, false],
    ["null, which means the field's default", nested, { a: null, b: null }, true],
    [
      "literals",
      "{ parks(first: 100) { nodes { enterprises(first: 100) { nodes { name } } } } }",
      undefined,
      false,
    ],
    [
      "edges",
      "{ parks(first: 100) { edges { node { enterprises(first: 100) { totalCount } } } } }",
      undefined,
      false,
    ],
    [
      "defaults of fields, three deep",
      "{ parks(first: 100) { nodes { enterprises { nodes { certifications { nodes { name } } } } } } }",
      undefined,
      false,
    ],
    [
      "within fragments",
      "{ parks(first: 100) { nodes { ...P } } } fragment P on Park { enterprises(first: 100) { totalCount } }",
      undefined,
      false,
    ],
    [
      "within inline fragments",
      '{ nodes(ids: ["a", "b"]) { ... on Park { enterprises(first: 1000) { nodes { certifications(first: 10) { totalCount } } } } } }',
      undefined,
      false,
    ],
    [
      "in sum",
      `{ ${Array.from({ length: 11 }, (_, index) => `a${index}: enterprises(first: 1000) { totalCount }`).join(" ")} }`,
      undefined,
      false,
    ],
    [
      "through single entities",
      "{ parks(first: 100) { nodes { region { partOf { enterprises(first: 100) { totalCount } } } } } }",
      undefined,
      false,
    ],
    ["of relations", "{ enterprises(first: 500) { nodes { relations { totalCount } } } }", undefined, false],
    [
      "of search",
      '{ search(text: "x", first: 500) { entity { relations { totalCount } } } }',
      undefined,
      false,
    ],
  ])("%s", async (_, query, variables, allowed) => {
    expect(await refused(query, variables)).toEqual(allowed ? [] : ["LIMIT_EXCEEDED"]);
  });
});
