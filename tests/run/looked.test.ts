// What lists of whole kinds may look at: large ones have to begin somewhere, and are told where. The same on both engines.
import { parse } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { createService, type Service } from "../../src/api/service.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";

const sources = "doc-a:1";
const count = 60;
const number = (_: unknown, at: number): number => at;

/** Sixty enterprises: fifty in one region, ten in another, and one customer each. */
const folder: FolderContent = {
  entities: {
    Document: [{ id: "document:a", name: "文献甲", stem: "doc-a", sources }],
    Region: [
      { id: "region:large", name: "大区", sources },
      { id: "region:small", name: "小区", sources },
    ],
    Enterprise: Array.from({ length: count }, number).map((at) => ({
      id: `enterprise:e${at}`,
      name: `企业${at}`,
      capital: String(1_000 * at),
      sources,
    })),
    Measure: ["a", "b"].map((name) => ({ id: `measure:${name}`, name: `措施${name}`, sources })),
  },
  relations: {
    LOCATED_IN: Array.from({ length: count }, number).map((at) => ({
      from: `enterprise:e${at}`,
      to: at < 50 ? "region:large" : "region:small",
      sources,
    })),
    SUPPLIES: Array.from({ length: count }, number).map((at) => ({
      from: `enterprise:e${at}`,
      to: `enterprise:e${(at + 7) % count}`,
      sources,
    })),
  },
};

describeEachEngine("what a list may look at", (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadFolder(store, writeFolder(folder));
  });

  const services = new Map<number | undefined, Service>();

  async function asked(list: string, mostLooked: number | undefined) {
    const known = services.get(mostLooked) ?? createService(store, { mostLooked });
    services.set(mostLooked, known);
    const { schema, executor } = known;
    return executor({ schema, document: parse(`{ ${list} }`) });
  }

  async function refused(list: string, mostLooked: number): Promise<string> {
    const { errors = [] } = await asked(list, mostLooked);
    expect(errors.map(({ originalError }) => (originalError as { code?: string } | undefined)?.code)).toEqual(
      ["LIMIT_EXCEEDED"],
    );
    return errors[0]?.message ?? "";
  }

  async function answered(list: string, mostLooked: number | undefined): Promise<unknown> {
    const { data, errors } = await asked(list, mostLooked);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data));
  }

  const elsewhere = '{not: {region: "region:large"}}';
  const far = '{customers: {some: {node: {region: "region:small"}}}}';

  test("a list that looks at each of a kind is refused where that is too much, and told how to narrow it", async () => {
    const message = await refused(`enterprises(filter: ${elsewhere}) { totalCount }`, 1_000);
    expect(message).toContain("all 60 enterprises");
    expect(message).toContain("1,000 is the most (MAX_LOOKED)");
    for (const name of ["region", "park", "cluster", "certifiedAs"]) expect(message).toContain(name);
    expect(message).toContain("region(name:");
  });

  test("a smaller store, or a higher limit, answers the same list", async () => {
    const list = `enterprises(filter: ${elsewhere}) { totalCount }`;
    const ten = { enterprises: { totalCount: 10 } };
    expect(await answered(list, 10_000)).toEqual(ten);
    expect(await answered(list, undefined)).toEqual(ten);
  });

  test("what begins at something named is weighed by what lies there", async () => {
    const within = (region: string): string =>
      `enterprises(filter: {region: "${region}", customers: {none: {node: {region: "region:small"}}}}) { totalCount }`;
    const message = await refused(within("region:large"), 2_000);
    expect(message).toContain("50 enterprises");
    expect(message).toContain("Name something smaller");
    expect(await answered(within("region:small"), 2_000)).toEqual({ enterprises: { totalCount: 7 } });
  });

  test("what is named at the far end of a relation, and each of several wholes, is a place to begin", async () => {
    const message = await refused(
      'enterprises(filter: {customers: {none: {node: {region: "region:small"}}}}) { totalCount }',
      1_000,
    );
    expect(message).toContain("all 60");
    expect(await answered(`enterprises(filter: ${far}) { totalCount }`, 100)).toEqual({
      enterprises: { totalCount: 10 },
    });
    const both = '{or: [{region: "region:small"}, {region: "region:large"}]}';
    expect(await answered(`enterprises(filter: ${both}) { totalCount }`, 100)).toEqual({
      enterprises: { totalCount: 60 },
    });
  });

  test("sums and groups count as well, plain lists and totals do not", async () => {
    const sums = "count sum(of: CAPITAL) { value } most(of: CAPITAL) { value }";
    expect(await refused(`enterprises { aggregate { ${sums} } }`, 100)).toContain("enterprises");
    const groups = "groups(by: [{by: REGION}]) { nodes { keys { name } count } }";
    expect(await refused(`enterprises { aggregate { ${groups} } }`, 700)).toContain("enterprises");
    expect(await answered(`enterprises { aggregate { ${groups} } }`, 720)).toEqual({
      enterprises: {
        aggregate: {
          groups: {
            nodes: [
              { keys: [{ name: "大区" }], count: 50 },
              { keys: [{ name: "小区" }], count: 10 },
            ],
          },
        },
      },
    });
    expect(await answered("enterprises(first: 1) { totalCount nodes { name } }", 1)).toEqual({
      enterprises: { totalCount: 60, nodes: [{ name: "企业0" }] },
    });
  });

  test("facets are weighed with the filter that they are of", async () => {
    const list = `enterprises(filter: {not: {listed: true}}) { facets { regions { name count } } }`;
    expect(await refused(list, 299)).toContain("all 60 enterprises");
    const counts = [
      { name: "大区", count: 50 },
      { name: "小区", count: 10 },
    ];
    expect(await answered(list, 300)).toEqual({ enterprises: { facets: { regions: counts } } });
  });

  test("lists of one entity are weighed by what there is of them, by id and by name", async () => {
    const sums = "enterprises { aggregate { groups(by: [{by: CERTIFICATIONS}]) { nodes { count } } } }";
    for (const region of ['id: "region:large"', 'name: "大区"']) {
      const message = await refused(`region(${region}) { ${sums} }`, 449);
      expect(message).toContain("50 enterprises");
      expect(message).toContain("smaller");
      expect(await answered(`region(${region}) { ${sums} }`, 450)).toEqual({
        region: { enterprises: { aggregate: { groups: { nodes: [{ count: 50 }] } } } },
      });
    }
    expect(await answered(`region(name: "小区") { ${sums} }`, 90)).toEqual({
      region: { enterprises: { aggregate: { groups: { nodes: [{ count: 10 }] } } } },
    });
    const filtered = "customers(filter: {not: {listed: true}}) { totalCount }";
    expect(await answered(`enterprise(name: "企业1") { ${filtered} }`, 1)).toEqual({
      enterprise: { customers: { totalCount: 1 } },
    });
    expect(await refused(`enterprise(name: "企业1") { ${filtered} }`, 0)).toContain("customers");
  });

  test("all relations are too many where one type of them, or those of an entity, are not", async () => {
    const message = await refused("relations(first: 1) { nodes { type } }", 300);
    expect(message).toContain("120 relations");
    expect(message).toContain("types");
    expect(await answered("relations(types: [SUPPLIES], first: 1) { nodes { type } }", 300)).toEqual({
      relations: { nodes: [{ type: "SUPPLIES" }] },
    });
    expect(await answered('relations(from: {id: "enterprise:e1"}, first: 9) { nodes { type } }', 1)).toEqual({
      relations: { nodes: [{ type: "LOCATED_IN" }, { type: "SUPPLIES" }] },
    });
  });

  test("measures are weighed for each enterprise of a page", async () => {
    const list = (first: number): string =>
      `enterprises(first: ${first}) { nodes { policyMatches { totalCount } } }`;
    const message = await refused(list(60), 1_000);
    expect(message).toContain("all 2 measures");
    expect(message).toContain("smaller first");
    expect(await answered(list(2), 72)).toEqual({
      enterprises: { nodes: [0, 1].map(() => ({ policyMatches: { totalCount: 2 } })) },
    });
  });

  test("pages of a filtered list by name are its whole, each once, whichever condition it begins at", async () => {
    type Page = {
      enterprises: { totalCount: number; pageInfo: { endCursor: string }; nodes: { id: string }[] };
    };
    for (const filter of ["{capitalAtLeast: 20000}", elsewhere, far, '{region: "region:large"}']) {
      const ids: string[] = [];
      let after = "";
      let total = 0;
      do {
        const list = `enterprises(filter: ${filter}, first: 7${after}) { totalCount pageInfo { endCursor } nodes { id } }`;
        const { enterprises } = (await answered(list, undefined)) as Page;
        ids.push(...enterprises.nodes.map(({ id }) => id));
        total = enterprises.totalCount;
        after = `, after: "${enterprises.pageInfo.endCursor}"`;
      } while (ids.length < total);
      const whole = `enterprises(filter: ${filter}, first: 100) { nodes { id } }`;
      const { enterprises } = (await answered(whole, undefined)) as Page;
      expect(ids).toEqual(enterprises.nodes.map(({ id }) => id));
      expect(new Set(ids).size).toBe(total);
    }
  });

  test("each error is told of the root field that it is about, all of them at once", async () => {
    const { errors = [] } = await asked(
      `lost: search(text: " ") { score }
       small: region(id: "region:small") { name }
       long: search(text: "${"企".repeat(600)}") { score }
       elsewhere: enterprises(filter: ${elsewhere}) { totalCount }`,
      1_000,
    );
    // Found in whatever order.
    const told = errors.map(({ path, message }) => `${path}: ${message.split(" ", 3).join(" ")}`).sort();
    expect(told).toEqual(["elsewhere: enterprises would go", "long: A text that", "lost: A blank text"]);
  });
});
