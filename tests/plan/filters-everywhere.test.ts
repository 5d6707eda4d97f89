// Every list takes the filter of what it lists: those of one kind its kind's, those of several the one of any entity,
// relations one of their own.
import { fileURLToPath } from "node:url";
import { getNamedType, isInterfaceType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { fields } from "../../src/api/fields.ts";
import { buildSchema } from "../../src/api/schema.ts";
import { isKind } from "../../src/ontology/model.ts";
import type { FieldSpec } from "../../src/plan/spec.ts";
import { loadedEngines } from "../support/answers.ts";

const schema = buildSchema();

/** Every list field: where it stands, what it lists, and the type of its filter. */
const lists = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const connection = getNamedType(field.type);
    if (!isObjectType(connection) || !connection.name.endsWith("Connection")) return [];
    const nodes = connection.getFields().nodes;
    const item = nodes === undefined ? "" : getNamedType(nodes.type).name;
    if (!isKind(item) && item !== "Entity" && item !== "Relation") return [];
    const filter = field.args.find(({ name }) => name === "filter")?.type;
    return [{ where: `${type.name}.${field.name}`, type: type.name, field: field.name, item, filter }];
  });
});

const specOf = (type: string, field: string): FieldSpec | undefined =>
  (fields as Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>)[type]?.[field];

describe("every list", () => {
  test("takes the filter of what it lists, but for those that code finds", () => {
    const wrong = lists.filter(
      ({ type, field, item, filter }) =>
        specOf(type, field)?.is !== "deferred" && String(filter) !== `${item}Filter`,
    );
    expect(wrong.map(({ where }) => where)).toEqual([]);
    const byCode = lists.filter(({ filter }) => filter === undefined).map(({ where }) => where);
    expect(byCode.sort()).toEqual(["Certification.candidates", "Measure.candidates"]);
  });
});

const { data, ask } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly __typename: string }[];
}

async function pages(holder: string, list: string, filters: readonly string[]): Promise<Page[]> {
  const asked = filters.map(
    (filter, index) =>
      `l${index}: ${list.includes("(") ? list.replace(")", `, filter: {${filter}}, first: 1000)`) : `${list}(filter: {${filter}}, first: 1000)`} { totalCount nodes { id __typename } }`,
  );
  const answer = await data<{ holder: Record<string, Page> }>(`{ holder: ${holder} { ${asked.join(" ")} } }`);
  return filters.map((_, index) => answer.holder[`l${index}`] ?? { totalCount: 0, nodes: [] });
}

const ids = (page: Page | undefined): string[] => (page?.nodes ?? []).map(({ id }) => id).sort();

describe("a list of entities of any kind", () => {
  const cases: readonly [holder: string, list: string][] = [
    [`region(name: "锡山区")`, "hosted"],
    [`region(name: "锡山区")`, "related(type: LOCATED_IN)"],
    [`cluster(id: "cluster:xishan-new-energy")`, "belonging"],
    [`region(name: "锡山区")`, "undertakings"],
  ];
  test.each(cases)("of %s.%s is parted by kind", async (holder, list) => {
    const [all] = await pages(holder, list, [""]);
    const kinds = [...new Set(all?.nodes.map(({ __typename }) => __typename))];
    expect(all?.nodes.length).toBe(all?.totalCount);
    const enumNamed = (kind: string): string => kind.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
    for (const kind of kinds) {
      const own = all?.nodes.filter(({ __typename }) => __typename === kind).map(({ id }) => id);
      const [byKind, byFilter, others, either] = await pages(holder, list, [
        `kind: ${enumNamed(kind)}`,
        `as${kind}: {}`,
        `not: {kind: ${enumNamed(kind)}}`,
        `or: [{kind: ${enumNamed(kind)}}, {not: {kindIn: [${enumNamed(kind)}]}}]`,
      ]);
      expect([kind, ids(byKind)]).toEqual([kind, [...(own ?? [])].sort()]);
      expect(ids(byFilter)).toEqual(ids(byKind));
      expect([...ids(others), ...ids(byKind)].sort()).toEqual(ids(all));
      expect(ids(either)).toEqual(ids(all));
    }
  });

  test.each(cases)("of %s.%s is counted by kind", async (holder, list) => {
    const [all] = await pages(holder, list, [""]);
    const counts = new Map<string, number>();
    for (const { __typename } of all?.nodes ?? []) counts.set(__typename, (counts.get(__typename) ?? 0) + 1);
    const called = list.includes("(") ? list : `${list}(first: 1)`;
    const answer = await data<{
      holder: {
        list: {
          aggregate: { count: number; groups: { nodes: { keys: { name: string }[]; count: number }[] } };
        };
      };
    }>(
      `{ holder: ${holder} { list: ${called} { aggregate { count distinct(of: NAME) groups(by: [{by: KIND}]) { nodes { keys { name } count } } } } } }`,
    );
    const { count, groups } = answer.holder.list.aggregate;
    expect(count).toBe(all?.totalCount);
    const told = groups.nodes.map((one): [string, number] => [one.keys[0]?.name ?? "", one.count]);
    expect(told.sort()).toEqual(
      [...counts].map(([kind, many]): [string, number] => [kind.toUpperCase(), many]).sort(),
    );
  });

  test("takes what a kind's own filter asks, of that kind alone", async () => {
    const [own, some] = await pages(`region(name: "锡山区")`, "related(type: LOCATED_IN)", [
      `asEnterprise: {certifications: {some: {}}}`,
      `or: [{asEnterprise: {certifications: {some: {}}}}, {asPark: {}}]`,
    ]);
    expect(own?.nodes.every(({ __typename }) => __typename === "Enterprise")).toBe(true);
    const parks = some?.nodes.filter(({ __typename }) => __typename === "Park") ?? [];
    expect(parks.length).toBeGreaterThan(0);
    expect(some?.totalCount).toBe(parks.length + (own?.totalCount ?? 0));
  });
});

describe("relations of an entity", () => {
  interface Relations {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly type: string;
      readonly status: string;
      readonly from: { readonly id: string; readonly __typename: string };
      readonly to: { readonly id: string; readonly __typename: string };
    }[];
  }
  const relations = async (holder: string, filter: string): Promise<Relations> =>
    (
      await data<{ holder: { relations: Relations } }>(
        `{ holder: ${holder} { relations(first: 1000, filter: {${filter}}) { totalCount nodes { id type status from { __typename id } to { __typename id } } } } }`,
      )
    ).holder.relations;

  test.each([
    [`region(name: "锡山区")`, "region:xishan"],
    [`enterprise(name: "鑫宏业")`, "enterprise:xinhongye"],
  ])("of %s are parted by the kind at the other end", async (holder, id) => {
    const all = await relations(holder, "");
    const farOf = ({ from, to }: Relations["nodes"][number]) => (from.id === id ? to : from);
    const kinds = [...new Set(all.nodes.map((one) => farOf(one).__typename))];
    expect(kinds.length).toBeGreaterThan(2);
    for (const kind of kinds) {
      const word = kind.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
      const own = await relations(holder, `kind: ${word}`);
      const wanted = all.nodes.filter((one) => farOf(one).__typename === kind);
      expect([kind, own.nodes]).toEqual([kind, wanted]);
      expect(own.totalCount).toBe(wanted.length);
    }
    const none = await relations(holder, "kindIn: []");
    expect(none.totalCount).toBe(0);
  });

  test("are found by what all relations have, and by what the far end is", async () => {
    const holder = `region(name: "锡山区")`;
    const all = await relations(holder, "");
    const implied = await relations(holder, "status: IMPLIED");
    expect(implied.nodes).toEqual(all.nodes.filter(({ status }) => status === "IMPLIED"));
    const title = `certification(name: "专精特新企业")`;
    const held = await relations(title, "");
    const certified = await relations(title, `node: {asEnterprise: {region: "锡山区"}}`);
    const { enterprises } = await data<{ enterprises: { nodes: { id: string }[] } }>(
      `{ enterprises(first: 1000, filter: {region: "锡山区"}) { nodes { id } } }`,
    );
    const own = new Set(enterprises.nodes.map(({ id }) => id));
    expect(certified.nodes).toEqual(held.nodes.filter(({ from }) => own.has(from.id)));
    expect(certified.totalCount).toBeGreaterThan(0);
  });

  test("at a date are told by kind, and refused by what the far end was", async () => {
    const asOf = (filter: string) =>
      ask(`{ region(name: "锡山区") { relations(asOf: "2022", filter: {${filter}}) { totalCount } } }`);
    expect((await asOf("kind: PARK")).messages).toEqual([]);
    expect((await asOf("node: {asPark: {}}")).messages.join()).toMatch(/cannot be asked as of a date/);
  });
});

describe("lists within an entity", () => {
  test("are filtered as those of the root are", async () => {
    const answer = await data<{
      region: { platforms: Page; parks: Page; observations: Page };
      platforms: Page;
      parks: Page;
      observations: Page;
    }>(`{
      region(name: "锡山区") {
        platforms(first: 1000, filter: {nameContains: "平台"}) { totalCount nodes { id __typename } }
        parks(first: 1000, filter: {nameContains: "开发区"}) { totalCount nodes { id __typename } }
        observations(first: 1000, filter: {unitIn: ["亿元"], status: STATED}) { totalCount nodes { id __typename } }
      }
      platforms(first: 1000, filter: {region: "锡山区", nameContains: "平台"}) { totalCount nodes { id __typename } }
      parks(first: 1000, filter: {region: "锡山区", nameContains: "开发区"}) { totalCount nodes { id __typename } }
      observations(first: 1000, filter: {unitIn: ["亿元"], status: STATED, or: [{subject: "锡山区"}, {about: "锡山区"}]}) { totalCount nodes { id __typename } }
    }`);
    for (const list of ["platforms", "parks", "observations"] as const) {
      expect([list, ids(answer.region[list])]).toEqual([list, ids(answer[list])]);
      expect(answer[list].totalCount).toBeGreaterThan(0);
    }
  });

  test("may be conditions of filters where they hold several kinds", async () => {
    const answer = await data<{ regions: Page }>(
      `{ regions(first: 1000, filter: {hosted: {some: {node: {kind: PLATFORM}}}}) { totalCount nodes { id __typename } } }`,
    );
    const all = await data<{ regions: { nodes: { id: string; hosted: Page }[] } }>(
      `{ regions(first: 1000) { nodes { id hosted(first: 1, filter: {kind: PLATFORM}) { totalCount nodes { id __typename } } } } }`,
    );
    const wanted = all.regions.nodes.filter(({ hosted }) => hosted.totalCount > 0).map(({ id }) => id);
    expect(ids(answer.regions)).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(0);
  });
});
