// The reconciliation service, asked as OpenRefine asks: the forms of the protocol's answers, and who is matched.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
let server: TestServer;
beforeAll(async () => {
  server = await serveFolder(seed);
});
afterAll(() => server.close());

const named = z.strictObject({ id: z.string(), name: z.string() });
/** Answers as version 0.2 of the protocol has them. */
const shapes = {
  manifest: z.object({
    versions: z.array(z.string()).refine((all) => all.includes("0.2")),
    name: z.string(),
    identifierSpace: z.url(),
    schemaSpace: z.url(),
    defaultTypes: z.array(named),
    view: z.object({ url: z.string().includes("{{id}}") }),
    preview: z.object({ url: z.string().includes("{{id}}"), width: z.int(), height: z.int() }),
    suggest: z.record(
      z.enum(["entity", "type", "property"]),
      z.object({ service_url: z.url(), service_path: z.string() }),
    ),
    extend: z.object({ propose_properties: z.object({ service_url: z.url(), service_path: z.string() }) }),
  }),
  results: z.record(
    z.string(),
    z.strictObject({
      result: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          description: z.string().optional(),
          score: z.number().min(0).max(100),
          match: z.boolean(),
          type: z.array(named),
          features: z.array(z.strictObject({ id: z.string(), value: z.union([z.number(), z.boolean()]) })),
        }),
      ),
    }),
  ),
  extension: z.strictObject({
    meta: z.array(named),
    rows: z.record(
      z.string(),
      z.record(
        z.string(),
        z.array(
          z.union([
            z.strictObject({ str: z.string() }),
            z.strictObject({ float: z.number() }),
            z.strictObject({ int: z.int() }),
            z.strictObject({ date: z.iso.datetime() }),
            named,
          ]),
        ),
      ),
    ),
  }),
  entities: z.object({
    result: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        description: z.string().optional(),
        notable: z.array(named),
      }),
    ),
  }),
  suggestions: z.object({ result: z.array(named) }),
};

const get = async (path: string) => (await fetch(`${server.url}${path}`)).json();
const post = (form: Record<string, unknown>) =>
  fetch(`${server.url}/reconcile`, {
    method: "POST",
    body: new URLSearchParams(Object.entries(form).map(([name, value]) => [name, JSON.stringify(value)])),
  });
async function reconcile(queries: Record<string, object>) {
  const response = await post({ queries });
  expect(response.status).toBe(200);
  return shapes.results.parse(await response.json());
}
const zhongke = "enterprise:zhongke-weizhi";

describe("OpenRefine", () => {
  test("is told what the service can do, and finds each address of it", async () => {
    const { suggest, extend, preview } = shapes.manifest.parse(await get("/reconcile"));
    for (const { service_url, service_path } of [...Object.values(suggest), extend.propose_properties])
      expect((await fetch(`${service_url}${service_path}`)).status).toBe(200);
    const page = await fetch(preview.url.replace("{{id}}", zhongke));
    expect(await page.text()).toContain("中科微至");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors http://localhost:*");
  });

  test("matches names of a batch, with scores and what they are made of", async () => {
    const found = await reconcile({
      q0: { query: "中科微至", type: "Enterprise", limit: 3 },
      q1: { query: "锡山经济技术开发区", type: ["Park"], type_strict: "any" },
      q2: { query: "没有这家企业甲乙丙丁" },
    });
    expect(found.q0?.result[0]).toMatchObject({ id: zhongke, match: true, type: [{ id: "Enterprise" }] });
    expect(found.q0?.result.length).toBeLessThanOrEqual(3);
    expect(found.q1?.result[0]).toMatchObject({ id: "park:xishan-development-zone", match: true });
    expect(found.q2?.result.some(({ match }) => match)).toBe(false);
    const scores = found.q0?.result.map(({ score }) => score) ?? [];
    expect([...scores].sort((one, other) => other - one)).toEqual(scores);
  });

  test("other columns decide: a code that only one may have, a place that speaks against it", async () => {
    const { data } = await server.ask(`{ enterprise(name: "鑫宏业") { id stockCode } }`);
    const listed = (data as { enterprise: { id: string; stockCode: string } }).enterprise;
    const found = await reconcile({
      byCode: {
        query: "写错的名字",
        type: "Enterprise",
        properties: [{ pid: "stockCode", v: listed.stockCode }],
      },
      otherCode: { query: "鑫宏业", type: "Enterprise", properties: [{ pid: "stockCode", v: "999999" }] },
      here: {
        query: "中科微至",
        properties: [
          { pid: "LOCATED_IN", v: "锡山区" },
          { pid: "name", v: ["中科微至"] },
        ],
      },
    });
    expect(found.byCode?.result[0]).toMatchObject({ id: listed.id, match: true, score: 100 });
    expect(found.otherCode?.result[0]?.match).toBe(false);
    expect(found.otherCode?.result[0]?.features).toContainEqual({ id: "stockCode", value: false });
    expect(found.here?.result[0]?.features.map(({ id }) => id)).toContain("LOCATED_IN");
  });

  test("a row without a name is matched by what only one may have, or by its column of names", async () => {
    const { data } = await server.ask(`{ enterprise(name: "鑫宏业") { id stockCode } }`);
    const listed = (data as { enterprise: { id: string; stockCode: string } }).enterprise;
    const found = await reconcile({
      byCode: { properties: [{ pid: "stockCode", v: listed.stockCode }] },
      byName: { properties: [{ pid: "name", v: "中科微至" }] },
      unknown: { properties: [{ pid: "stockCode", v: "999999" }] },
      byTrade: { properties: [{ pid: "industry", v: "线缆" }] },
    });
    expect(found.byCode?.result.map(({ id, match }) => [id, match])).toEqual([[listed.id, true]]);
    expect(found.byName?.result[0]).toMatchObject({ id: zhongke });
    expect(found.unknown?.result).toEqual([]);
    expect(found.byTrade?.result).toEqual([]);
  });

  test("adds columns: values of their types, and what relations lead to", async () => {
    const properties = ["name", "capital", "listed", "CERTIFIED_AS", "aliases"].map((id) => ({ id }));
    const response = await post({ extend: { ids: [zhongke, "enterprise:none"], properties } });
    const { meta, rows } = shapes.extension.parse(await response.json());
    expect(meta.map(({ id }) => id)).toEqual(properties.map(({ id }) => id));
    const { data } = await server.ask(
      `{ node(id: "${zhongke}") { name ... on Enterprise { certifications { nodes { id name } } } } }`,
    );
    const node = (data as { node: { name: string; certifications: { nodes: object[] } } }).node;
    expect(rows[zhongke]?.name).toEqual([{ str: node.name }]);
    expect(rows[zhongke]?.CERTIFIED_AS).toEqual(expect.arrayContaining(node.certifications.nodes));
    expect(rows["enterprise:none"]?.name).toEqual([]);
    const proposed = (await get("/reconcile/properties?type=Enterprise")) as { properties: { id: string }[] };
    expect(proposed.properties.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["creditCode", "LOCATED_IN"]),
    );
  });

  test("suggests entities, types and properties while a name is typed", async () => {
    const { result } = shapes.entities.parse(await get("/reconcile/suggest/entity?prefix=中科"));
    expect(result.map(({ id }) => id)).toContain(zhongke);
    const types = shapes.suggestions.parse(await get("/reconcile/suggest/type?prefix=企业"));
    expect(types.result[0]?.id).toBe("Enterprise");
    const found = shapes.suggestions.parse(await get("/reconcile/suggest/property?prefix=credit"));
    expect(found.result[0]?.id).toBe("creditCode");
  });

  test.each([
    ["no JSON", { queries: undefined }, "neither"],
    ["a query without a text", { queries: { q0: { type: "Enterprise" } } }, "q0.query is left out"],
    ["a type that is none", { queries: { q0: { query: "x", type: "Firm" } } }, "Firm"],
    ["a property that is none", { extend: { ids: [zhongke], properties: [{ id: "colour" }] } }, "colour"],
  ])("is told what is wrong with %s", async (_, form, word) => {
    const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
    const response = await post(given);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(word);
  });
});
