// What a query may ask for, on a running server: each limit with its code, and none that can be got round.
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore, Turn } from "../../src/store/port.ts";
import { fixture } from "../support/fixture.ts";
import { codes, serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture, { MAX_BODY_BYTES: "50000", MAX_COST: "10000" });
});
afterAll(() => server.close());

const refused = async (query: string, variables?: Record<string, unknown>): Promise<unknown[]> =>
  codes(await server.ask(query, variables));

/** A chain of regions, one within another, so many levels deep. */
function chain(levels: number): string {
  return `{ region(id: "region:east") ${"{ partOf ".repeat(levels)}{ name }${" }".repeat(levels)} }`;
}

describe("depth, aliases and tokens", () => {
  test("24 levels are answered, one more is refused", async () => {
    expect(await refused(chain(22))).toEqual([]);
    expect(await refused(chain(24))).toEqual(["LIMIT_EXCEEDED"]);
  });

  test("depth hidden in fragments counts", async () => {
    const fragments = Array.from(
      { length: 25 },
      (_, index) =>
        `fragment F${index} on Region { partOf { name ${index < 24 ? `...F${index + 1}` : ""} } }`,
    );
    expect(await refused(`{ region(id: "region:east") { ...F0 } } ${fragments.join(" ")}`)).toEqual([
      "LIMIT_EXCEEDED",
    ]);
  });

  test("50 aliases are answered, more are refused", async () => {
    const aliases = (count: number) =>
      `{ region(id: "region:east") { ${Array.from({ length: count }, (_, index) => `a${index}: name`).join(" ")} } }`;
    expect(await refused(aliases(50))).toEqual([]);
    expect(await refused(aliases(51))).toEqual(["LIMIT_EXCEEDED"]);
  });

  test("4,000 tokens are answered, more are refused, however they are hidden", async () => {
    const tokens = (count: number) =>
      `{ ${["a", "b", "c", "d"].map((alias) => `${alias}: nodes(ids: [${'"park:x" '.repeat(count / 4)}]) { id }`).join(" ")} }`;
    expect(await refused(tokens(3_900))).toEqual([]);
    expect(await refused(tokens(4_000))).toEqual(["LIMIT_EXCEEDED"]);
    expect(
      await refused(`{ parks(filter: { not: { text: "${"x ".repeat(5_000)}" } }) { totalCount } }`),
    ).toEqual([]);
  });

  test("fragments that unfold without end in sight are refused at once", async () => {
    const doubled = Array.from(
      { length: 20 },
      (_, index) =>
        `fragment F${index} on Region { a: partOf { ...F${index + 1} } b: partOf { ...F${index + 1} } }`,
    );
    const query = `{ region(id: "region:east") { ...F0 } } ${doubled.join(" ")} fragment F20 on Region { name }`;
    expect(await refused(query)).toEqual(["LIMIT_EXCEEDED"]);
    const spread = Array.from(
      { length: 60 },
      (_, index) => `fragment G${index} on Region { ...G${index + 1} ... { ...G${index + 1} } }`,
    );
    const wide = `{ region(id: "region:east") { ...G0 } } ${spread.join(" ")} fragment G60 on Region { name }`;
    const answer = await server.ask(wide);
    if (answer.errors === undefined) expect(answer.data).toEqual({ region: { name: "东区" } });
    else expect(codes(answer)).toEqual(["LIMIT_EXCEEDED"]);
  });

  test("fragments that contain themselves are refused", async () => {
    expect(
      await refused(
        `{ region(id: "region:east") { ...A } } fragment A on Region { partOf { ...B } } fragment B on Region { partOf { ...A } }`,
      ),
    ).not.toEqual([]);
  });

  test("introspection, which is deep, is answered", async () => {
    const type =
      "name ofType { name ofType { name ofType { name ofType { name ofType { name ofType { name ofType { name } } } } } } }";
    expect(
      await refused(
        `{ __schema { types { name fields { name args { name type { ${type} } } type { ${type} } } } } }`,
      ),
    ).toEqual([]);
  });
});

describe("long texts and deep variables", () => {
  test("thousands of things that are wrong with a variable are refused at once, and are not sent back", async () => {
    const query = "query F($f: EnterpriseFilter) { enterprises(filter: $f) { totalCount } }";
    // Each error tells of all that was given: all of them would be told for a minute, in which nobody else is answered.
    const wrong = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`wrong${at}`, 1]));
    const answer = await server.ask(query, { f: wrong });
    expect(new Set(codes(answer))).toEqual(new Set(["GRAPHQL_VALIDATION_FAILED"]));
    expect(answer.errors?.[0]?.message).toMatch(
      /^Variable "\$f" got invalid value .*Field "wrong0" is not defined/s,
    );
    expect(answer.text.length).toBeLessThan(50_000);
  });

  const long = "新能源".repeat(5_000);

  test("a text that is looked for has 500 characters at the most, as names have", async () => {
    const search = "query S($text: String!) { search(text: $text) { score } }";
    expect(await refused(search, { text: "新".repeat(500) })).toEqual([]);
    const answer = await server.ask(search, { text: long });
    expect(codes(answer)).toEqual(["BAD_ARGUMENT"]);
    expect(answer.errors?.[0]?.message).toContain("500 characters at the most, and this one has 15000");
  });

  test.each([
    "query N($name: ID!) { enterprise(id: $name) { name } }",
    "query N($name: String!) { enterprise(name: $name) { name } }",
    "query N($name: ID!) { nodes(ids: [$name]) { id } }",
  ])("nothing is called by a longer name, which is not told again: %s", async (query) => {
    const answer = await server.ask(query, { name: long });
    expect(codes(answer)).toEqual(["UNKNOWN_NAME"]);
    expect(answer.errors?.[0]?.message).toContain("A text of 15000 characters");
    expect(answer.text.length).toBeLessThan(500);
  });

  test("a cell of a table that is longer has no candidates, and those beside it have", async () => {
    const queries = JSON.stringify({ long: { query: long.slice(0, 900) }, short: { query: "鑫宏业" } });
    const body = new URLSearchParams({ queries });
    const answer = await fetch(`${server.url}/reconcile`, { method: "POST", body });
    const found = (await answer.json()) as Record<string, { result: unknown[] }>;
    expect(found.long?.result).toEqual([]);
    expect(found.short?.result.length).toBeGreaterThan(0);
  });

  const nested = (levels: number, open: string, close: string) =>
    `{"query":"{ __typename }","variables":{"x":${open.repeat(levels)}1${close.repeat(levels)}}}`;

  test.each([
    ["lists", "[", "]"],
    ["objects", '{"a":', "}"],
  ])(
    "%s are taken 100 levels within each other, and refused beyond, however deep",
    async (_, open, close) => {
      expect(codes(await server.post(nested(100, open, close)))).toEqual([]);
      for (const levels of [101, 8_000])
        expect(codes(await server.post(nested(levels, open, close)))).toEqual(["LIMIT_EXCEEDED"]);
      // Yoga's way, beside the short one.
      const explained = await server.post(nested(8_000, open, close), { "x-explain": "1" });
      expect(codes(explained)).toEqual(["LIMIT_EXCEEDED"]);
    },
  );
});

describe("filters within filters", () => {
  const within = (levels: number): object =>
    Array.from({ length: levels }).reduce<object>((filter) => ({ not: filter }), { listed: true });
  const byVariable = "query F($filter: EnterpriseFilter) { enterprises(filter: $filter) { totalCount } }";
  const written = (filter: object) =>
    `{ enterprises(filter: ${JSON.stringify(filter).replace(/"(\w+)":/g, "$1:")}) { totalCount } }`;

  test("15 levels are answered, more are refused, written out or in a variable", async () => {
    for (const [levels, expected] of [
      [14, []],
      [15, []],
      [16, ["LIMIT_EXCEEDED"]],
      [90, ["LIMIT_EXCEEDED"]],
    ] as const) {
      expect(await refused(byVariable, { filter: within(levels) })).toEqual(expected);
      expect(await refused(written(within(levels)))).toEqual(expected);
    }
    expect(await refused(written(within(900)))).toEqual(["LIMIT_EXCEEDED"]);
  });

  test("what the engine finds nested too deep is told as that", async () => {
    const store = openEmbedded();
    const statement = `RETURN ${"(".repeat(200)}1${")".repeat(200)} AS one`;
    await expect(store.read(statement)).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
    await store.close();
  });
});

describe("the schema itself", () => {
  const parts = "name description fields { name description args { name type { name } } type { name } }";
  const repeated = (count: number): string =>
    `{ ${Array.from({ length: count }, (_, at) => `i${at}: __schema { ...T }`).join(" ")} } fragment T on __Schema { types { ${parts} } }`;

  test("what GraphiQL asks for is answered; asked for again and again it is refused, before anything is answered", async () => {
    expect(await refused(getIntrospectionQuery())).toEqual([]);
    expect(await refused(repeated(1))).toEqual([]);
    for (const count of [8, 50]) {
      const answer = await server.ask(repeated(count));
      expect(codes(answer)).toEqual(["LIMIT_EXCEEDED"]);
      expect(answer.text.length).toBeLessThan(1_000);
    }
  });

  test("nested within itself it is refused as well", async () => {
    const nested =
      "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }";
    expect(await refused(nested)).toHaveLength(1);
    const wide = `{ __schema { types { ${["fields", "fields", "fields"].map((list, at) => `f${at}: ${list} { args { type { fields { args { name } } } } }`).join(" ")} } } }`;
    expect(await refused(wide)).toEqual(["LIMIT_EXCEEDED"]);
  });
});

test("each read of a request says who asks and whether it is heavy, so that askers can take turns", async () => {
  const store = openEmbedded();
  const turns: (Turn | undefined)[] = [];
  const told: GraphStore = {
    ...store,
    read(statement, parameters, options) {
      if (!statement.includes("Dataset")) turns.push(options?.turn);
      return store.read(statement, parameters, options);
    },
  };
  const over = await serve(fixture, {}, told);
  const turnsOf = async (query: string) => {
    turns.length = 0;
    expect(codes(await over.ask(query))).toEqual([]);
    // Warming up, which may go on beside, asks for nobody.
    return new Set(turns.filter((turn) => turn !== undefined).map((turn) => JSON.stringify(turn)));
  };
  await over.ask("{ parks { totalCount } }");
  const light = JSON.stringify({ asker: "127.0.0.1", heavy: false });
  const heavy = JSON.stringify({ asker: "127.0.0.1", heavy: true });
  expect(await turnsOf("{ regions { nodes { name } } }")).toEqual(new Set([light]));
  expect(await turnsOf('{ paths(from: "park:big", to: "park:west") { length } }')).toEqual(new Set([heavy]));
  expect(
    await turnsOf("{ parks(first: 100) { nodes { enterprises(first: 10) { nodes { name } } } } }"),
  ).toEqual(new Set([heavy]));
  await over.close();
  await store.close();
});

describe("size and time", () => {
  test("a body larger than allowed is refused with 413, whether it says its size or not", async () => {
    const body = JSON.stringify({ query: `{ __typename } # ${"x".repeat(60_000)}` });
    const answer = await server.post(body);
    expect([answer.status, codes(answer)]).toEqual([413, ["BODY_TOO_LARGE"]]);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  test("a question that takes too long is given up with TIMEOUT, and the next is answered", async () => {
    const sources = "doc-a:1";
    const many = Array.from({ length: 1_500 }, (_, index) => `enterprise:n${index}`);
    const crowded = await serve(
      {
        entities: {
          Document: [{ id: "document:a", name: "甲", stem: "doc-a", sources: "" }],
          Park: [{ id: "park:crowd", name: "大园", sources }],
          Enterprise: many.map((id) => ({ id, name: id, sources })),
        },
        relations: { LOCATED_IN: many.map((from) => ({ from, to: "park:crowd", sources })) },
      },
      { TIMEOUT_MS: "100" },
    );
    try {
      const slow = await crowded.ask(
        "{ enterprises(first: 1000) { nodes { neighbours(first: 1) { totalCount nodes { name } } } } }",
      );
      expect(codes(slow)).toEqual(["TIMEOUT"]);
      expect(slow.errors?.[0]?.message).toContain("100 ms");
      expect(slow.text).not.toMatch(/MATCH|CALL/);
      const next = await crowded.ask("{ enterprises(first: 1) { totalCount } }");
      expect(next.data).toEqual({ enterprises: { totalCount: 1_500 } });
    } finally {
      await crowded.close();
    }
  });
});
