// Answers that may be kept: each tells which data answered and has a tag; nothing is sent twice until other data answer.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { serve, type TestServer } from "../support/server.ts";

let server: TestServer;
let version: string;
beforeAll(async () => {
  server = await serve(fixture);
  version = (await server.server.seeded).dataset.version;
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${server.url}${path}`, { method, headers: { accept: "application/json", ...headers } });
const asked = `/graphql?${new URLSearchParams({ query: "{ enterprises { totalCount } }" })}`;
const addresses = [
  asked,
  "/q",
  "/q/documents",
  "/q/documents.csv",
  "/export",
  "/export/Enterprise.csv",
  "/export/figures.parquet",
  "/openapi.json",
];

describe.each(addresses)("%s", (path) => {
  test("tells the version of the data and is not sent again while it is the same", async () => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("x-dataset-version")).toBe(version);
    const tag = response.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"/);
    expect(await response.text()).not.toBe("");
    const again = await get(path, { "if-none-match": `"other", ${tag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("etag")).toBe(tag);
    expect((await get(path, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("answers HEAD as GET, without a body", async () => {
    const [head, whole] = await Promise.all([get(path, {}, "HEAD"), get(path)]);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    for (const name of ["content-type", "etag", "x-dataset-version"])
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
  });
});

test("whether an answer still holds is told without asking the engine for it", async () => {
  const { store } = server.server;
  const mark = "什么企业也不叫";
  const query = `{ enterprises(filter: { not: { text: "${mark}" } }) { totalCount } }`;
  const path = `/graphql?${new URLSearchParams({ query })}`;
  const read = vi.spyOn(store, "read");
  // The server warms up beside it: these are the reads of this question alone.
  const reads = (): number =>
    read.mock.calls.filter(([, parameters]) => JSON.stringify(parameters).includes(mark)).length;
  const tag = (await get(path)).headers.get("etag") ?? "";
  const once = reads();
  expect(once).toBeGreaterThan(0);
  for (let time = 0; time < 5; time++) expect((await get(path, { "if-none-match": tag })).status).toBe(304);
  expect(reads()).toBe(once);
  expect((await get(path, { "if-none-match": '"other"' })).status).toBe(200);
  expect(reads()).toBeGreaterThan(once);
  read.mockRestore();
});

test("every other answer tells the version too", async () => {
  const post = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query }),
    });
  const answers = [
    await post("{ enterprises { totalCount } }"),
    await post("{ enterprises { totalCount } }", { "x-explain": "1" }),
    await post("{ nothing }"),
    await get("/entity/enterprise:xinhongye", { accept: "text/html" }),
    await get("/q/nothing"),
  ];
  for (const one of answers) expect(one.headers.get("x-dataset-version")).toBe(version);
});

test("what failed, and what is explained, has no tag", async () => {
  const failed = await get(
    `/graphql?${new URLSearchParams({ query: "{ enterprises(first: -1) { totalCount } }" })}`,
  );
  expect(((await failed.json()) as { errors?: unknown }).errors).toBeDefined();
  expect(failed.headers.get("etag")).toBeNull();
  expect((await get(asked, { "x-explain": "1" })).headers.get("etag")).toBeNull();
});

test("while other data are loaded nothing is answered, what was kept neither; then it is sent anew", async () => {
  const tag = (await get(asked)).headers.get("etag") ?? "";
  const { store } = server.server;
  const state = (value: string) =>
    store.write("UNWIND $rows AS row MATCH (d:Dataset {id: 'dataset'}) SET d.state = row.state", [
      { state: value },
    ]);
  await state("LOADING");
  // Whether an answer still holds is told by what the store said last, a second ago at the most.
  for (const path of [asked, "/q/documents.csv"])
    await expect
      .poll(
        async () => {
          const response = await get(path, { "if-none-match": tag });
          return [response.status, response.headers.get("etag"), response.headers.get("retry-after")];
        },
        { timeout: 20_000 },
      )
      .toEqual([503, null, "2"]);
  await state("READY");
  const { entities = {} } = fixture;
  const [first] = entities.Enterprise ?? [];
  const blank = Object.fromEntries(Object.keys(first ?? {}).map((name) => [name, ""]));
  const added = { ...blank, id: "enterprise:new", name: "新来的企业", sources: first?.sources ?? "" };
  const more = [...(entities.Enterprise ?? []), added];
  const { dataset } = await loadFolder(
    store,
    writeFolder({ ...fixture, entities: { ...entities, Enterprise: more } as never }),
  );
  await expect
    .poll(
      async () => {
        const response = await get(asked, { "if-none-match": tag });
        return [response.status, response.headers.get("x-dataset-version")];
      },
      { timeout: 20_000 },
    )
    .toEqual([200, dataset.version]);
});

test("what an interface may be is published for the caches of clients", async () => {
  const told = (await (await get("/possible-types.json")).json()) as Record<string, string[]>;
  const { data } = await server.ask(`{ __type(name: "Entity") { possibleTypes { name } } }`);
  const { possibleTypes } = (data as { __type: { possibleTypes: { name: string }[] } }).__type;
  expect([...(told.Entity ?? [])].sort()).toEqual(possibleTypes.map(({ name }) => name).sort());
});
