// Relations by type and direction, figures, paths and neighbourhoods; equal on both engines.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";

const { ask, data } = loadedEngines(fixture);

describe("relations of an entity", () => {
  test.each<[string, number]>([
    ["", 13],
    ["direction: OUT", 8],
    ["direction: IN", 5],
    ["direction: BOTH", 13],
    ["direction: null", 13],
    ["types: null", 13],
    ["types: []", 0],
    ["types: [CERTIFIED_AS]", 3],
    ["types: [CERTIFIED_AS, LOCATED_IN]", 5],
    ["types: [SUPPLIES], direction: IN", 1],
    ["types: [SUPPLIES], direction: BOTH", 2],
    ["types: [OBSERVES], direction: IN", 3],
    ["types: [CONCERNS]", 0],
  ])("%s", async (args, count) => {
    const given = args === "" ? "" : `(${args})`;
    const answer = await data<{ node: { relations: { totalCount: number; nodes: unknown[] } } }>(
      `{ node(id: "enterprise:xinhongye") { relations${given} { totalCount nodes { id type properties } } } }`,
    );
    expect(answer.node.relations.totalCount).toBe(count);
    expect(answer.node.relations.nodes).toHaveLength(count);
  });

  test.each(["OUT", "IN", "BOTH"])(
    "a relation of an entity with itself appears once, seen %s",
    async (direction) => {
      const loop = {
        id: "SUPPLIES|enterprise:self|enterprise:self",
        from: { id: "enterprise:self" },
        to: { id: "enterprise:self" },
        properties: { product: "自用" },
      };
      expect(
        await data(
          `{ enterprise(id: "enterprise:self") { relations(direction: ${direction}) { totalCount nodes { id from { id } to { id } properties } edges { node { id } } } } }`,
        ),
      ).toEqual({
        enterprise: { relations: { totalCount: 1, nodes: [loop], edges: [{ node: { id: loop.id } }] } },
      });
    },
  );

  test("a relation without direction in meaning is seen from both of its ends", async () => {
    expect(
      await data(`{ a: enterprise(id: "enterprise:xinhongye") { partners { nodes { id } } institutions { nodes { id } } }
        b: enterprise(id: "enterprise:weizhi") { partners { nodes { id } } institutions { nodes { id } } } }`),
    ).toEqual({
      a: { partners: { nodes: [{ id: "enterprise:weizhi" }] }, institutions: { nodes: [] } },
      b: {
        partners: { nodes: [{ id: "enterprise:xinhongye" }] },
        institutions: { nodes: [{ id: "institution:uni" }] },
      },
    });
  });

  test("the properties of a relation are those of its type, figures as they were given", async () => {
    expect(
      await data(`{ institution(id: "institution:bank") { relations { nodes { properties status since sources { line } } } }
        enterprise(id: "enterprise:xinhongye") { relations(types: [CERTIFIED_AS]) { nodes { properties } } } }`),
    ).toEqual({
      institution: {
        relations: {
          nodes: [
            {
              properties: { amount: 10000000.5, year: 2022 },
              status: "STATED",
              since: null,
              sources: [{ line: 1 }],
            },
          ],
        },
      },
      enterprise: {
        relations: {
          nodes: [
            { properties: { year: 2021 } },
            { properties: { year: 2016 } },
            { properties: { year: 2019, renewedIn: 2022 } },
          ],
        },
      },
    });
  });
});

describe("figures", () => {
  test("observations of an entity, by metric and period, the latest first", async () => {
    expect(
      await data(`{ enterprise(id: "enterprise:xinhongye") {
        observations { totalCount nodes { metric period value unit bound yearOnYear status normalisedValue normalisedUnit definition { name } subject { id } } }
        y: observations(period: "2021") { totalCount } none: observations(metric: "output", period: "1999") { totalCount nodes { id } }
      } }`),
    ).toEqual({
      enterprise: {
        observations: {
          totalCount: 3,
          nodes: [
            ["output", "2022", 12.5, "亿元", "EXACT", 6.5, "STATED", 1250000000, "yuan", "产值"],
            ["output", "2021", 10, "亿元", "AT_LEAST", null, "FORECAST", 1000000000, "yuan", "产值"],
            ["patents", null, 59, "项", "EXACT", null, "STATED", 59, "count", "专利数"],
          ].map(
            ([
              metric,
              period,
              value,
              unit,
              bound,
              yearOnYear,
              status,
              normalisedValue,
              normalisedUnit,
              name,
            ]) => ({
              metric,
              period,
              value,
              unit,
              bound,
              yearOnYear,
              status,
              normalisedValue,
              normalisedUnit,
              definition: { name },
              subject: { id: "enterprise:xinhongye" },
            }),
          ),
        },
        y: { totalCount: 1 },
        none: { totalCount: 0, nodes: [] },
      },
    });
  });

  test.each<[string, number]>([
    ["{}", 4],
    [`{ subject: "region:east" }`, 1],
    [`{ metric: "output" }`, 3],
    // The first half of 2022 lies in 2022.
    [`{ metric: "output", period: "2022" }`, 2],
    [`{ status: FORECAST }`, 1],
    [`{ subject: "enterprise:xinhongye", status: STATED }`, 2],
    [`{ subject: "enterprise:xinhongye", metric: "output", period: "2021", status: FORECAST }`, 1],
    [`{ period: "2022-H1", status: FORECAST }`, 0],
  ])("observations of all by %s", async (filter, totalCount) => {
    expect(await data(`{ observations(filter: ${filter}) { totalCount } }`)).toEqual({
      observations: { totalCount },
    });
  });
});

describe("paths", () => {
  const path = (from: string, to: string, more = "") =>
    data<{ path: { length: number; nodes: { id: string }[]; relations: { id: string }[] } | null }>(
      `query($from: ID!, $to: ID!) { path(from: $from, to: $to ${more}) { length nodes { id } relations { id } } }`,
      { from, to },
    );

  test("from an entity to itself has no relation", async () => {
    expect(await path("enterprise:self", "enterprise:self")).toEqual({
      path: { length: 0, nodes: [{ id: "enterprise:self" }], relations: [] },
    });
  });

  test("of several shortest the one with the first ids, in the direction asked", async () => {
    const { path: there } = await path("enterprise:drug", "enterprise:xinhongye");
    expect(there?.nodes.map((node) => node.id)).toEqual([
      "enterprise:drug",
      "certification:nat",
      "enterprise:xinhongye",
    ]);
    expect(there?.relations.map((relation) => relation.id)).toEqual([
      "CERTIFIED_AS|enterprise:drug|certification:nat",
      "CERTIFIED_AS|enterprise:xinhongye|certification:nat|2021",
    ]);
    const { path: back } = await path("enterprise:xinhongye", "enterprise:drug");
    expect(back?.nodes).toEqual([...(there?.nodes ?? [])].reverse());
  });

  test("of several relations between the same entities it takes the first by id", async () => {
    const { path: found } = await path("certification:prov", "enterprise:xinhongye");
    expect(found?.relations).toEqual([{ id: "CERTIFIED_AS|enterprise:xinhongye|certification:prov|2016" }]);
  });

  test("between unconnected entities and beyond maxHops there is none; an unknown end is an error", async () => {
    expect(await path("enterprise:self", "enterprise:lonely")).toEqual({ path: null });
    for (const from of ["enterprise:xinhongye", "enterprise:nobody"])
      expect(await ask(`{ path(from: "${from}", to: "enterprise:nobody") { length } }`)).toMatchObject({
        errors: [{ code: "UNKNOWN_NAME", path: ["path"] }],
        messages: ['"enterprise:nobody" is the id or name of nothing here.'],
      });
    expect(await path("enterprise:battery", "region:province", "maxHops: 2")).toEqual({ path: null });
    expect((await path("enterprise:battery", "region:province", "maxHops: 10")).path?.length).toBe(5);
  });

  test.each([0, -1, 11, 100])("maxHops %i is refused", async (maxHops) => {
    const answer = await ask(
      'query($m: Int) { path(from: "park:big", to: "park:west", maxHops: $m) { length } }',
      { m: maxHops },
    );
    expect(answer.errors).toEqual([{ code: "BAD_ARGUMENT", path: ["path"] }]);
  });
});

describe("neighbourhoods", () => {
  interface Subgraph {
    readonly nodes: readonly { readonly id: string }[];
    readonly relations: readonly {
      readonly id: string;
      readonly from: { readonly id: string };
      readonly to: { readonly id: string };
    }[];
    readonly truncated: boolean;
  }
  const around = async (id: string, more = ""): Promise<Subgraph> =>
    (
      await data<{ neighbourhood: Subgraph }>(
        `query($id: ID!) { neighbourhood(id: $id ${more}) { nodes { id } relations { id from { id } to { id } } truncated } }`,
        { id },
      )
    ).neighbourhood;

  test("has the entity first, then what is next to it, and every relation among them", async () => {
    const found = await around("enterprise:drug");
    expect(found.nodes.map((node) => node.id)).toEqual([
      "enterprise:drug",
      "certification:nat",
      "cluster:drug",
      "park:west",
      "project:drug",
    ]);
    expect(found.relations).toHaveLength(4);
    expect(found.truncated).toBe(false);
  });

  test.each([0, 1, 3, 5, 6, 7, 1000])(
    "of limit %i has at most so many others, and says whether there are more",
    async (limit) => {
      const whole = await around("enterprise:battery");
      const found = await around("enterprise:battery", `limit: ${limit}`);
      expect(found.nodes).toEqual(whole.nodes.slice(0, limit + 1));
      expect(found.truncated).toBe(limit < whole.nodes.length - 1);
      const members = new Set(found.nodes.map((node) => node.id));
      for (const { from, to } of found.relations)
        expect([members.has(from.id), members.has(to.id)]).toEqual([true, true]);
    },
  );

  test("hops widen it, kinds narrow it, an unknown id is an error", async () => {
    const near = await around("region:empty");
    const far = await around("region:empty", "hops: 3");
    expect(near.nodes.map((node) => node.id)).toEqual(["region:empty", "region:city"]);
    expect(far.nodes.length).toBeGreaterThan(near.nodes.length);
    expect((await around("region:empty", "hops: 2, kinds: [REGION]")).nodes.map((node) => node.id)).toEqual([
      "region:empty",
      "region:city",
      "region:east",
      "region:province",
      "region:west",
    ]);
    const unknown = await ask('{ neighbourhood(id: "enterprise:nobody", hops: 2) { truncated } }');
    expect(unknown.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["neighbourhood"] }]);
    expect((await around("enterprise:lonely")).nodes).toEqual([{ id: "enterprise:lonely" }]);
    expect(
      (await around("enterprise:self", "hops: null, limit: null, kinds: null")).relations.map(
        (relation) => relation.id,
      ),
    ).toEqual(["SUPPLIES|enterprise:self|enterprise:self"]);
  });

  test.each(["hops: 0", "hops: 5", "hops: -1"])("%s is refused", async (args) => {
    const answer = await ask(`{ neighbourhood(id: "park:big", ${args}) { truncated } }`);
    expect(answer.errors).toEqual([{ code: "BAD_ARGUMENT", path: ["neighbourhood"] }]);
  });
});
