// Fragments on entities of any kind, type names, introspection: one statement, equal on both engines.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";

const { ask, data } = loadedEngines(fixture);

describe("fragments on entities of any kind", () => {
  const ends = `query($id: ID!) { node(id: $id) { __typename kind name
    ... on Enterprise { capital park { __typename name } }
    ... on Park { area region { name } enterprises { totalCount } }
    ... on Region { regionLevel }
    ...Cited
  } }
  fragment Cited on Entity { sources { line document { __typename stem } } ... on Enterprise { listed } ... on Region { status } }`;
  const cited = { sources: [{ line: 1, document: { __typename: "Document", stem: "doc-a" } }] };

  test.each<[string, Record<string, unknown>]>([
    [
      "enterprise:weizhi",
      {
        __typename: "Enterprise",
        kind: "ENTERPRISE",
        name: "中科微至科技股份有限公司",
        capital: 131608698.5,
        park: { __typename: "Park", name: "东方开发区" },
        ...cited,
        listed: true,
      },
    ],
    [
      "park:inner",
      {
        __typename: "Park",
        kind: "PARK",
        name: "车联网产业园",
        area: null,
        region: null,
        enterprises: { totalCount: 1 },
        sources: [
          { line: 2, document: { __typename: "Document", stem: "doc-a" } },
          { line: 3, document: { __typename: "Document", stem: "dir:doc-b" } },
        ],
      },
    ],
    [
      "region:city",
      {
        __typename: "Region",
        kind: "REGION",
        name: "无锡市",
        regionLevel: "CITY",
        ...cited,
        status: "STATED",
      },
    ],
    ["policy:plan", { __typename: "Policy", kind: "POLICY", name: "培育方案", ...cited }],
    ["document:a", { __typename: "Document", kind: "DOCUMENT", name: "甲报告", sources: [] }],
  ])("%s", async (id, expected) => {
    expect(await data(ends, { id })).toEqual({ node: expected });
  });

  test("a field of one type and the same field of all types merge, with other arguments under an alias", async () => {
    expect(
      await data(`{ nodes(ids: ["enterprise:self", "park:west"]) {
        relations(direction: OUT) { totalCount }
        ... on Enterprise { relations(direction: OUT) { nodes { id } } in: relations(direction: IN, types: [SUPPLIES]) { totalCount } }
        ... on Park { in: relations(direction: IN, types: [LOCATED_IN]) { totalCount } }
      } }`),
    ).toEqual({
      nodes: [
        {
          relations: { totalCount: 1, nodes: [{ id: "SUPPLIES|enterprise:self|enterprise:self" }] },
          in: { totalCount: 1 },
        },
        { relations: { totalCount: 1 }, in: { totalCount: 3 } },
      ],
    });
  });

  test("one response name for different fields of different types", async () => {
    expect(
      await data(`{ nodes(ids: ["enterprise:xinhongye", "region:east", "measure:reward"]) {
        ... on Enterprise { what: industry } ... on Region { what: adminCode } ... on Measure { what: clause }
      } }`),
    ).toEqual({ nodes: [{ what: "线缆" }, { what: null }, { what: null }] });
  });

  test("the ends of relations are entities of any kind", async () => {
    expect(
      await data(`{ enterprise(id: "enterprise:drug") { relations { nodes { __typename type status
        from { __typename id } to { id ... on Certification { level rung } ... on Park { area } ... on Cluster { clusterType } } } } } }`),
    ).toEqual({
      enterprise: {
        relations: {
          nodes: [
            ["BELONGS_TO", "STATED", { id: "cluster:drug", clusterType: "CLUSTER" }],
            ["CERTIFIED_AS", "STATED", { id: "certification:nat", level: "NATIONAL", rung: 3 }],
            ["LOCATED_IN", "STATED", { id: "park:west", area: 900 }],
            ["UNDERTAKES", "TARGET", { id: "project:drug" }],
          ].map(([type, status, to]) => ({
            __typename: "Relation",
            type,
            status,
            from: { __typename: "Enterprise", id: "enterprise:drug" },
            to,
          })),
        },
      },
    });
  });

  test("a fragment whose type cannot hold for the object gives nothing", async () => {
    expect(await data(`{ node(id: "park:big") { ... on Enterprise { name } } }`)).toEqual({ node: {} });
  });
});

describe("type names and introspection", () => {
  test("__typename at every level", async () => {
    expect(
      await data(`{ __typename parks(first: 1, filter: { level: NATIONAL }) { __typename pageInfo { __typename }
        edges { __typename node { __typename region { __typename } } } nodes { t: __typename } }
        enterprises(first: 1) { facets { __typename parks(first: 1) { __typename } } }
        search(text: "鑫宏业") { __typename entity { __typename } }
        path(from: "park:big", to: "region:east") { __typename nodes { __typename } relations { __typename from { __typename } } }
        observations(first: 1, filter: { period: "2022-H1" }) { nodes { __typename subject { __typename } sources { __typename document { __typename } } } }
      }`),
    ).toEqual({
      __typename: "Query",
      parks: {
        __typename: "ParkConnection",
        pageInfo: { __typename: "PageInfo" },
        edges: [{ __typename: "ParkEdge", node: { __typename: "Park", region: { __typename: "Region" } } }],
        nodes: [{ t: "Park" }],
      },
      enterprises: { facets: { __typename: "Facets", parks: [{ __typename: "Facet" }] } },
      search: [{ __typename: "SearchHit", entity: { __typename: "Enterprise" } }],
      path: {
        __typename: "Path",
        nodes: [{ __typename: "Park" }, { __typename: "Region" }],
        relations: [{ __typename: "Relation", from: { __typename: "Park" } }],
      },
      observations: {
        nodes: [
          {
            __typename: "Observation",
            subject: { __typename: "Region" },
            sources: [{ __typename: "Citation", document: { __typename: "Document" } }],
          },
        ],
      },
    });
  });

  test("the schema is asked beside the graph, in the order of the request", async () => {
    const answer = await data(`{
      __type(name: "EntityKind") { name enumValues { name } }
      parks { totalCount }
      __schema { queryType { name } }
    }`);
    expect(Object.keys(answer)).toEqual(["__type", "parks", "__schema"]);
    expect(answer).toMatchObject({
      __type: { name: "EntityKind" },
      parks: { totalCount: 3 },
      __schema: { queryType: { name: "Query" } },
    });
    const only = await ask("{ __typename __schema { queryType { name } } }");
    expect(only.statements).toBe(0);
    expect(only.data).toEqual({ __typename: "Query", __schema: { queryType: { name: "Query" } } });
  });
});
