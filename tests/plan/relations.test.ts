// The relations of the whole graph as one list, and the interface of what has an id.
import { describe, expect, test } from "vitest";
import { kindNames } from "../../src/ontology/model.ts";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";
import { manyWorld } from "../support/many-world.ts";

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const list = (args: string): string =>
  `list: relations${args === "" ? "" : `(${args})`} { totalCount nodes { id type from { id } to { id } } pageInfo { hasNextPage endCursor } }`;

describe("the relations of the whole graph", () => {
  const { data, ask, stores } = loadedEngines(fixture);
  const asked = async (args: string): Promise<Listed> =>
    (await data<{ list: Listed }>(`{ ${list(args)} }`)).list;
  /** What the store itself says, by id. */
  const stored = async (where: string): Promise<string[]> => {
    const rows = await stores[0]?.read(`MATCH (a:Entity)-[r]->(b:Entity) WHERE ${where} RETURN r.id AS id`);
    return (rows ?? []).map(({ id }) => String(id)).sort();
  };
  const ids = ({ nodes }: Listed): string[] => nodes.map(({ id }) => id);

  test("come by id, each once, with the ends that the id names, and page to the end", async () => {
    const expected = await stored("true");
    expect(expected.length).toBeGreaterThan(40);
    const seen: Listed["nodes"][number][] = [];
    let after = "";
    for (;;) {
      const page = await asked(`first: 7${after}`);
      expect(page.totalCount).toBe(expected.length);
      seen.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: ${JSON.stringify(page.pageInfo.endCursor)}`;
    }
    expect(seen.map(({ id }) => id)).toEqual(expected);
    for (const { id, type, from, to } of seen)
      expect(id.startsWith(`${type}|${from.id}|${to.id}`)).toBe(true);
  });

  test.each([
    ["types: [SUPPLIES, LOCATED_IN]", "type(r) IN ['SUPPLIES', 'LOCATED_IN']"],
    ["types: []", "false"],
    ["from: {kind: PARK}", "a:Park"],
    ["filter: {kind: REGION}", "b:Region"],
    [
      "types: [LOCATED_IN], from: {kind: ENTERPRISE}, filter: {kind: PARK}",
      "type(r) = 'LOCATED_IN' AND a:Enterprise AND b:Park",
    ],
    ['from: {nameContains: "鑫宏业"}', "a.name CONTAINS '鑫宏业'"],
    ["from: {asEnterprise: {listed: true}}", "a:Enterprise AND a.listed = true"],
    [
      "filter: {status: STATED, node: {kindIn: [CLUSTER, CERTIFICATION]}}",
      "r.status = 'STATED' AND (b:Cluster OR b:Certification)",
    ],
    ["filter: {sinceIsNull: false}", "r.since IS NOT NULL"],
  ])("(%s) are those of the store", async (args, where) => {
    const expected = await stored(where);
    const found = await asked(`${args}, first: 1000`);
    expect(ids(found)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
    if (args !== "types: []") expect(expected.length).toBeGreaterThan(0);
  });

  test("as of a date are those that held, as each entity lists its own", async () => {
    const { list: whole } = await data<{ list: { edges: { validity: string; node: { id: string } }[] } }>(
      `{ list: relations(asOf: "2022", first: 1000) { edges { validity node { id } } } }`,
    );
    const { enterprises } = await data<{
      enterprises: { nodes: { relations: { edges: { validity: string; node: { id: string } }[] } }[] };
    }>(
      `{ enterprises(first: 100) { nodes { relations(asOf: "2022", direction: OUT, first: 100) { edges { validity node { id } } } } } }`,
    );
    const own = enterprises.nodes.flatMap(({ relations }) => relations.edges);
    expect(own.length).toBeGreaterThan(5);
    const starting = new Set(own.map(({ node }) => node.id));
    const byId = (one: { node: { id: string } }, other: { node: { id: string } }): number =>
      one.node.id < other.node.id ? -1 : 1;
    expect(whole.edges.filter(({ node }) => starting.has(node.id))).toEqual([...own].sort(byId));
    expect(whole.edges.length).toBeLessThan((await stored("true")).length);
    const refused = await ask(`{ relations(asOf: "2022", from: {kind: PARK}) { totalCount } }`);
    expect(refused.messages.join()).toMatch(/^from cannot be asked as of a date/);
  });

  test("every kind of entity is a Node, and is asked as one", async () => {
    const { __type, node } = await data<{
      __type: { possibleTypes: { name: string }[]; fields: { name: string }[] };
      node: { id: string; name: string };
    }>(
      `{ __type(name: "Node") { possibleTypes { name } fields { name } } node(id: "park:big") { ...on Node { id } ...one } } fragment one on Entity { name }`,
    );
    expect(__type.possibleTypes.map(({ name }) => name).sort()).toEqual([...kindNames].sort());
    expect(__type.fields).toEqual([{ name: "id" }]);
    expect(node).toEqual({ id: "park:big", name: "东方开发区" });
  });
});

describe("thousands of relations", () => {
  const { data, stores } = loadedEngines(manyWorld(2_049));

  test("are counted and paged to the last, from either end", async () => {
    const rows = await stores[0]?.read("MATCH (:Entity)-[r]->(:Entity) RETURN r.id AS id");
    const expected = (rows ?? []).map(({ id }) => String(id)).sort();
    expect(expected.length).toBeGreaterThan(4_097);
    const { all, end, located } = await data<Record<string, Listed>>(
      `{ all: relations(first: 1000) { totalCount nodes { id } } end: relations(last: 1000) { totalCount nodes { id } }
         located: relations(types: [LOCATED_IN], from: {kind: ENTERPRISE}, first: 1000) { totalCount nodes { id } } }`,
    );
    expect(all?.totalCount).toBe(expected.length);
    expect(all?.nodes.map(({ id }) => id)).toEqual(expected.slice(0, 1000));
    expect(end?.nodes.map(({ id }) => id)).toEqual(expected.slice(-1000));
    const placed = expected.filter((id) => id.startsWith("LOCATED_IN|enterprise:"));
    expect(placed.length).toBeGreaterThan(2_048);
    expect(located?.totalCount).toBe(placed.length);
    expect(located?.nodes.map(({ id }) => id)).toEqual(placed.slice(0, 1000));
  });
});
