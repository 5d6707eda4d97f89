// Orders, pages and cursors of lists, absent values included: to the end in both directions, on both engines.
import { isEnumType } from "graphql";
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";
import { type Page, short } from "../support/page.ts";

const { ask, data } = loadedEngines(fixture);
const schema = buildSchema();

const listed = kindNames.filter((kind) => schema.getQueryType()?.getFields()[kindOf(kind).plural]);

const byCapital = {
  ASC: ["self", "battery", "direct", "same-a", "xinhongye", "weizhi", "drug", "latin", "lonely", "same-b"],
  DESC: ["weizhi", "direct", "same-a", "xinhongye", "battery", "self", "drug", "latin", "lonely", "same-b"],
};
const byFounded = {
  ASC: ["same-b", "xinhongye", "weizhi", "battery", "direct", "drug", "latin", "lonely", "same-a", "self"],
  DESC: ["battery", "weizhi", "xinhongye", "same-b", "direct", "drug", "latin", "lonely", "same-a", "self"],
};
const byName = [
  "latin",
  "battery",
  "same-a",
  "same-b",
  "xinhongye",
  "lonely",
  "drug",
  "direct",
  "weizhi",
  "self",
];

async function pages(kind: (typeof kindNames)[number], orderBy: unknown, first: number): Promise<string[]> {
  const { plural } = kindOf(kind);
  const query = `query($orderBy: [${kind}Order!], $first: Int, $after: String) {
    ${plural}(orderBy: $orderBy, first: $first, after: $after) {
      totalCount nodes { id } edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const all: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 50; turn++) {
    const answer = await data(query, { orderBy, first, after });
    const page = answer[plural] as unknown as Page & {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
    };
    expect(page.edges.map((edge) => edge.node)).toEqual(page.nodes);
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor ?? null);
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    all.push(...short(page));
    if (!page.pageInfo.hasNextPage) {
      expect(all.length).toBe(page.totalCount);
      return all;
    }
    after = page.pageInfo.endCursor;
  }
  throw new Error("the pages do not end");
}

describe("orders and pages", () => {
  test.each([1, 2, 3, 9, 10, 11])(
    "by capital, %i a page, absent values last in both directions",
    async (first) => {
      for (const direction of ["ASC", "DESC"] as const)
        expect(await pages("Enterprise", [{ field: "CAPITAL", direction }], first)).toEqual(
          byCapital[direction],
        );
    },
  );

  test.each([1, 4])("by founding date, %i a page, as precise as each is", async (first) => {
    for (const direction of ["ASC", "DESC"] as const)
      expect(await pages("Enterprise", [{ field: "FOUNDED", direction }], first)).toEqual(
        byFounded[direction],
      );
  });

  test("by name as in a dictionary, and the other way round but for ties", async () => {
    expect(await pages("Enterprise", null, 3)).toEqual(byName);
    const reversed = await pages("Enterprise", [{ field: "NAME", direction: "DESC" }], 3);
    expect(reversed).toEqual(
      [...byName].reverse().map((id) => (id === "same-a" ? "same-b" : id === "same-b" ? "same-a" : id)),
    );
  });

  test("by several fields, the second deciding where the first is equal or absent", async () => {
    const order = [
      { field: "CAPITAL", direction: "DESC" },
      { field: "FOUNDED", direction: "DESC" },
      { field: "NAME", direction: "DESC" },
    ];
    for (const first of [1, 2, 10])
      expect(await pages("Enterprise", order, first)).toEqual([
        "weizhi",
        "xinhongye",
        "direct",
        "same-a",
        "battery",
        "self",
        "same-b",
        "drug",
        "lonely",
        "latin",
      ]);
  });

  const orders = listed.flatMap((kind) => {
    const fields = schema.getType(`${kind}OrderField`);
    return isEnumType(fields)
      ? fields
          .getValues()
          .flatMap(({ name }) => ["ASC", "DESC"].map((direction) => [kind, name, direction] as const))
      : [];
  });
  test.each(orders)("%s by %s %s pages to the end", async (kind, field, direction) => {
    const whole = await pages(kind, [{ field, direction }], 1000);
    expect(new Set(whole).size).toBe(whole.length);
    expect(await pages(kind, [{ field, direction }], 1)).toEqual(whole);
  });

  test("an order that names a field twice is refused", async () => {
    const answer = await ask(
      "{ enterprises(orderBy: [{field: NAME}, {field: NAME, direction: DESC}]) { totalCount } }",
    );
    expect(answer.errors).toEqual([{ code: "BAD_ARGUMENT", path: ["enterprises"] }]);
  });

  test("first: 0 gives no rows, but tells whether there are some", async () => {
    const answer = await data(`{
      enterprises(first: 0) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
      funds(first: 0) { totalCount nodes { id } pageInfo { hasNextPage } }
    }`);
    expect(answer).toEqual({
      enterprises: {
        totalCount: 10,
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
      },
      funds: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } },
    });
  });

  test("a cursor of another order, of another list and one that is none are refused", async () => {
    const { enterprises: page } = await data<{ enterprises: Page }>(
      "{ enterprises(first: 1, orderBy: [{field: CAPITAL}]) { pageInfo { endCursor } } }",
    );
    const cursor = page.pageInfo.endCursor;
    for (const field of [
      `enterprises(first: 1, after: "${cursor}") { totalCount }`,
      `enterprises(first: 1, orderBy: [{field: CAPITAL, direction: DESC}], after: "${cursor}") { nodes { id } }`,
      `enterprises(first: 1, orderBy: [{field: FOUNDED}], after: "${cursor}") { nodes { id } }`,
      `parks(first: 1, after: "${cursor}") { nodes { id } }`,
      `enterprises(after: "nonsense") { nodes { id } }`,
      `enterprises(after: "") { nodes { id } }`,
    ]) {
      const answer = await ask(`{ list: ${field} }`);
      expect(answer.errors, field).toEqual([{ code: "BAD_CURSOR", path: ["list"] }]);
    }
  });
});

describe("cursors", () => {
  test("a cursor holds wherever in a request its list stands, and is refused under another filter", async () => {
    const { enterprises: page } = await data<{ enterprises: Page }>(
      "{ enterprises(first: 8) { pageInfo { endCursor } } }",
    );
    const after = page.pageInfo.endCursor;
    const answer = await data(
      `query($after: String) {
        parks(first: 1) { nodes { id } }
        node(id: "region:east") { name relations(first: 1) { nodes { id } } }
        rest: enterprises(after: $after) { nodes { id } }
      }`,
      { after },
    );
    expect(answer.rest).toEqual({ nodes: [{ id: "enterprise:weizhi" }, { id: "enterprise:self" }] });
    const query = `query($after: String, $region: ID) {
      enterprises(first: 1, after: $after, filter: { region: $region }) { nodes { id } pageInfo { endCursor } }
    }`;
    const east = await data<{ enterprises: Page }>(query, { region: "region:east" });
    const own = { after: east.enterprises.pageInfo.endCursor, region: "region:east" };
    expect((await ask(query, own)).errors).toEqual([]);
    for (const other of [
      { ...own, region: "region:west" },
      { ...own, region: null },
      { after, region: "region:east" },
    ])
      expect((await ask(query, other)).errors.map((error) => error.code)).toEqual(["BAD_CURSOR"]);
  });

  test.each<[string, number, string[]]>([
    ["certifications", 1, ["nat", "prov", "prov"]],
    ["neighbours", 2, ["same-a", "same-b", "drug", "weizhi"]],
    ["observations", 1, ["1", "2", "3"]],
    ["parks", 1, ["big", "west"]],
  ])("%s of an enterprise page to the end, %i a page", async (field, first, expected) => {
    const query = `query($first: Int, $after: String) { enterprise(id: "enterprise:xinhongye") {
      list: ${field}(first: $first, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }
    } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: { enterprise: { list: Page } } = await data(query, { first, after });
      const { list } = answer.enterprise;
      expect(list.totalCount).toBe(expected.length);
      seen.push(...short(list));
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(expected);
  });

  test("all relations of an entity page to the end by type, then by the name at the far end", async () => {
    const query = `query($after: String) { node(id: "enterprise:xinhongye") {
      relations(first: 4, after: $after) { totalCount nodes { id } edges { node { id } } pageInfo { endCursor hasNextPage } }
    } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: { node: { relations: Page } } = await data(query, { after });
      const { relations } = answer.node;
      expect(relations.totalCount).toBe(13);
      seen.push(...relations.nodes.map((node) => node.id));
      after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null;
    } while (after !== null);
    const it = "enterprise:xinhongye";
    expect(seen).toEqual([
      `BELONGS_TO|${it}|cluster:energy`,
      `CERTIFIED_AS|${it}|certification:nat|2021`,
      `CERTIFIED_AS|${it}|certification:prov|2016`,
      `CERTIFIED_AS|${it}|certification:prov|2019`,
      `COOPERATES_WITH|${it}|enterprise:weizhi`,
      `GRANTED_CREDIT|institution:bank|${it}`,
      `LOCATED_IN|${it}|park:big`,
      `LOCATED_IN|${it}|park:west`,
      `OBSERVES|observation:2|${it}`,
      `OBSERVES|observation:1|${it}`,
      `OBSERVES|observation:3|${it}`,
      `SUPPLIES|${it}|enterprise:battery`,
      `SUPPLIES|enterprise:weizhi|${it}`,
    ]);
  });
});

test("a total may be asked for under several names, beside a page or alone", async () => {
  const { enterprises, certifications } = await data<Record<string, Record<string, number>>>(`{
    enterprises(first: 1) { totalCount nodes { id } all: totalCount }
    certifications { one: totalCount ... on CertificationConnection { two: totalCount } }
  }`);
  expect(enterprises?.all).toBe(enterprises?.totalCount);
  expect(enterprises?.totalCount).toBe(byName.length);
  expect(certifications?.two).toBe(certifications?.one);
});
