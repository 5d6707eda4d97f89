// How entities connect: paths with alternatives, what several have in common, what is alike, and hubs in between.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { connections } from "../support/connections-fixture.ts";

const { ask, data } = loadedEngines(connections);

interface Way {
  readonly length: number;
  readonly avoided: readonly string[];
  readonly nodes: readonly { readonly id: string }[];
  readonly relations: readonly { readonly id: string; readonly sources: readonly unknown[] }[];
}

async function ways(from: string, to: string, more = ""): Promise<(readonly [string, ...unknown[]])[]> {
  const { paths } = await data<{ paths: readonly Way[] }>(
    `query($from: ID!, $to: ID!) { paths(from: $from, to: $to ${more}) { length avoided nodes { id } relations { id sources { line } } } }`,
    { from, to },
  );
  for (const way of paths) {
    expect(way.nodes).toHaveLength(way.length + 1);
    expect(way.relations.map((relation) => relation.sources)).toEqual(way.relations.map(() => [{ line: 1 }]));
  }
  return paths.map((way) => [way.nodes.map((node) => node.id.split(":")[1]).join(" "), ...way.avoided]);
}

describe("a path", () => {
  test("goes round regions where it can, and alternatives share no step with it", async () => {
    expect(await ways("enterprise:a", "enterprise:b")).toEqual([
      ["a cable b", "REGION", "DOCUMENT"],
      ["a west b", "REGION", "DOCUMENT"],
      ["a c title b", "REGION", "DOCUMENT"],
    ]);
  });

  test("gives as many as are asked for, the first being the path", async () => {
    const asked = `query { path(from: "enterprise:a", to: "enterprise:b") { nodes { id } } }`;
    const { path } = await data<{ path: Way }>(asked);
    expect(path.nodes.map((node) => node.id)).toEqual(["enterprise:a", "cluster:cable", "enterprise:b"]);
    expect(await ways("enterprise:a", "enterprise:b", "first: 1")).toEqual([
      ["a cable b", "REGION", "DOCUMENT"],
    ]);
    expect(await ways("enterprise:a", "enterprise:b", "first: 0")).toEqual([]);
  });

  test("goes through a region where nothing else connects, and says that nothing was avoided", async () => {
    expect(await ways("enterprise:a", "enterprise:far")).toEqual([["a c city far"]]);
  });

  test("does not, where regions were to be avoided expressly", async () => {
    expect(await ways("enterprise:a", "enterprise:far", "avoid: [REGION]")).toEqual([]);
    expect(await ways("enterprise:a", "region:city", "avoid: [REGION]")).toEqual([
      ["a c city", "REGION"],
      ["a west city", "REGION"],
    ]);
  });

  test("avoids nothing where the list is empty", async () => {
    expect(await ways("enterprise:c", "enterprise:far", "avoid: []")).toEqual([["c city far"]]);
  });

  test("keeps off every kind that is named, and to the types that are named", async () => {
    expect(await ways("enterprise:a", "enterprise:b", "avoid: [REGION, PARK, CLUSTER]")).toEqual([
      ["a c title b", "REGION", "PARK", "CLUSTER"],
    ]);
    expect(await ways("enterprise:a", "enterprise:b", "types: [LOCATED_IN]")).toEqual([
      ["a west b", "REGION", "DOCUMENT"],
    ]);
    expect(await ways("enterprise:a", "enterprise:b", "types: []")).toEqual([]);
  });

  test("of one step is not repeated, another relation between the same two counts as another way", async () => {
    expect(await ways("enterprise:a", "enterprise:c")).toEqual([
      ["a c", "REGION", "DOCUMENT"],
      ["a c", "REGION", "DOCUMENT"],
      ["a cable b title c", "REGION", "DOCUMENT"],
    ]);
  });
});

describe("common neighbours", () => {
  const common = (args: string) =>
    data<{ commonNeighbours: unknown }>(
      `{ commonNeighbours(${args}) { count entity { id } of { id } relations { id } } }`,
    ).then((answer) => answer.commonNeighbours);

  test("are what all have a relation with, and by which", async () => {
    expect(await common(`ids: ["enterprise:a", "enterprise:b"]`)).toEqual([
      {
        count: 2,
        entity: { id: "park:west" },
        of: [{ id: "enterprise:a" }, { id: "enterprise:b" }],
        relations: [{ id: "LOCATED_IN|enterprise:a|park:west" }, { id: "LOCATED_IN|enterprise:b|park:west" }],
      },
      {
        count: 2,
        entity: { id: "cluster:cable" },
        of: [{ id: "enterprise:a" }, { id: "enterprise:b" }],
        relations: [
          { id: "BELONGS_TO|enterprise:a|cluster:cable" },
          { id: "BELONGS_TO|enterprise:b|cluster:cable" },
        ],
      },
    ]);
  });

  test("or what at least so many of them have, those of most first, of the kinds asked", async () => {
    const three = `ids: ["enterprise:a", "enterprise:b", "enterprise:c", "enterprise:a"]`;
    expect(await common(three)).toEqual([]);
    // Who is named twice is one: two have the park and the cluster in common as before.
    expect(await common(`ids: ["enterprise:a", "enterprise:b", "enterprise:a"]`)).toHaveLength(2);
    expect(await common(`${three}, atLeast: 2, kinds: [CERTIFICATION]`)).toEqual([
      {
        count: 2,
        entity: { id: "certification:title" },
        of: [{ id: "enterprise:b" }, { id: "enterprise:c" }],
        relations: [
          { id: "CERTIFIED_AS|enterprise:b|certification:title|2019" },
          { id: "CERTIFIED_AS|enterprise:b|certification:title|2022" },
          { id: "CERTIFIED_AS|enterprise:c|certification:title" },
        ],
      },
    ]);
  });

  test("of none there are none; an unknown id is an error", async () => {
    const unknown = await ask(
      '{ commonNeighbours(ids: ["enterprise:a", "enterprise:nobody"]) { entity { id } } }',
    );
    expect(unknown.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["commonNeighbours"] }]);
    expect(await common("ids: []")).toEqual([]);
  });
});

describe("similar enterprises", () => {
  test("come with what is shared, each thing once and with its points", async () => {
    const answer = await data<{ enterprise: unknown }>(`{ enterprise(id: "enterprise:a") { similar {
      score words enterprise { id } shared { how points entity { id } sources { line } } } } }`);
    const thing = (how: string, points: number, id: string) => ({
      how,
      points,
      entity: { id },
      sources: [{ line: 1 }, { line: 1 }],
    });
    expect(answer.enterprise).toEqual({
      similar: [
        {
          score: 8,
          words: ["电缆", "线缆"],
          enterprise: { id: "enterprise:b" },
          shared: [thing("CLUSTER", 3, "cluster:cable"), thing("PARK", 2, "park:west")],
        },
        {
          score: 3,
          words: [],
          enterprise: { id: "enterprise:d" },
          shared: [thing("CUSTOMER", 3, "enterprise:c")],
        },
      ],
    });
  });

  test("a title held twice counts once, and nobody is similar to itself", async () => {
    const answer = await data(`{ enterprise(id: "enterprise:c") { similar { score enterprise { id } } }
      far: enterprise(id: "enterprise:far") { similar { score } } }`);
    expect(answer).toEqual({
      enterprise: { similar: [{ score: 1, enterprise: { id: "enterprise:b" } }] },
      far: { similar: [] },
    });
  });
});

describe("a hub", () => {
  const around = async (args: string) => {
    const { neighbourhood } = await data<{
      neighbourhood: { nodes: readonly { id: string; kind: string }[]; truncated: boolean };
    }>(`{ neighbourhood(${args}) { nodes { id kind } truncated } }`);
    const kinds = new Map<string, number>();
    for (const { kind } of neighbourhood.nodes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return { ...Object.fromEntries(kinds), truncated: neighbourhood.truncated };
  };

  test("is shown, and leads no further", async () => {
    expect(await around(`id: "enterprise:hub-1", hops: 4, limit: 1000`)).toEqual({
      ENTERPRISE: 1,
      REGION: 1,
      truncated: false,
    });
  });

  test("in the centre shows as much as is asked for, of all or of each kind", async () => {
    expect(await around(`id: "region:hub", limit: 50`)).toEqual({
      REGION: 1,
      PARK: 1,
      ENTERPRISE: 49,
      truncated: true,
    });
    expect(await around(`id: "region:hub", limit: 50, perKind: 3`)).toEqual({
      REGION: 1,
      PARK: 2,
      ENTERPRISE: 3,
      truncated: true,
    });
    expect(await around(`id: "region:hub", kinds: [PARK]`)).toEqual({ REGION: 1, PARK: 2, truncated: false });
  });

  test("does not stand between two that have something else in common", async () => {
    expect(await ways("enterprise:hub-1", "enterprise:hub-2")).toEqual([["hub-1 hub hub-2"]]);
    expect(await ways("enterprise:hub-3", "enterprise:hub-4")).toEqual([
      ["hub-3 fund hub-4", "REGION", "DOCUMENT"],
    ]);
  });

  test("counts limits of each kind over all hops, nearest first", async () => {
    expect(await around(`id: "park:hub-a", hops: 3, perKind: 1`)).toEqual({
      PARK: 1,
      REGION: 1,
      truncated: false,
    });
  });
});
