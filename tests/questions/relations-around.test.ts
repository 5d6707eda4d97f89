// What the explorer asks before and while it opens a neighbourhood: counts, neighbours by name, relations among many.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";

const { ask, data } = loadedEngines(fixture);

interface Ends {
  readonly id: string;
  readonly type: string;
  readonly from: { readonly id: string; readonly kind: string };
  readonly to: { readonly id: string; readonly kind: string };
}

const everything = "id type from { id kind } to { id kind }";
const ids = ["enterprise:xinhongye", "park:big", "region:east", "cluster:energy", "certification:nat"];

describe("relations around an entity", () => {
  test.each(ids)("counts of %s are those of its relations, by type, direction and kind", async (id) => {
    const { node } = await data<{
      node: {
        relations: { nodes: Ends[] };
        relationCounts: { type: string; direction: string; kind: string; count: number }[];
      };
    }>(
      `query($id: ID!) { node(id: $id) { relations(first: 1000) { nodes { ${everything} } } relationCounts { type direction kind count } } }`,
      { id },
    );
    const counted = new Map<string, number>();
    for (const { type, from, to } of node.relations.nodes) {
      const ways = from.id === to.id ? ["OUT", "IN"] : [from.id === id ? "OUT" : "IN"];
      for (const way of ways) {
        const key = `${type} ${way} ${way === "OUT" ? to.kind : from.kind}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    }
    expect(counted.size).toBeGreaterThan(0);
    expect(
      new Map(node.relationCounts.map((row) => [`${row.type} ${row.direction} ${row.kind}`, row.count])),
    ).toEqual(counted);
  });

  test("neighbours of a type come by name, page by page, as many as were counted", async () => {
    const { node } = await data<{
      node: { relationCounts: { type: string; direction: string; kind: string; count: number }[] };
    }>(`{ node(id: "region:east") { relationCounts { type direction kind count } } }`);
    for (const { type, direction, kind, count } of node.relationCounts) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: {
          node: {
            related: {
              totalCount: number;
              edges: { relation: { id: string; type: string } }[];
              pageInfo: { endCursor: string; hasNextPage: boolean };
            };
          };
        } = await data(
          `query($type: RelationType!, $direction: Direction!, $kind: EntityKind, $after: String) { node(id: "region:east") {
            related(type: $type, direction: $direction, kind: $kind, first: 2, after: $after) {
              totalCount edges { relation { id type } node { id } } pageInfo { endCursor hasNextPage } } } }`,
          { type, direction, kind, after },
        );
        expect(page.node.related.totalCount).toBe(count);
        seen.push(...page.node.related.edges.map(({ relation }) => relation.id));
        after = page.node.related.pageInfo.hasNextPage ? page.node.related.pageInfo.endCursor : null;
      } while (after !== null);
      expect([type, direction, kind, new Set(seen).size]).toEqual([type, direction, kind, count]);
    }
  });

  test.each(["东方", "東方", "dongfang", "DFKF"])("a neighbour is picked by the text %s", async (text) => {
    const answer = await data<{ node: { related: { nodes: { name: string }[] } } }>(
      `query($text: String) { node(id: "region:east") { related(type: LOCATED_IN, direction: IN, text: $text) { nodes { name } } } }`,
      { text },
    );
    expect(answer.node.related.nodes.map(({ name }) => name)).toEqual(["东方开发区"]);
  });

  test("a text without a letter is refused, naming the argument", async () => {
    const { messages } = await ask(
      `{ node(id: "region:east") { related(type: LOCATED_IN, text: "——") { totalCount } } }`,
    );
    expect(messages.join()).toMatch(/text holds no letter/);
  });

  test("relations among entities are those of which both ends are given, each once", async () => {
    const { nodes, relationsAmong } = await data<{
      nodes: { relations: { nodes: Ends[] } }[];
      relationsAmong: Ends[];
    }>(
      `query($ids: [ID!]!) { nodes(ids: $ids) { relations(first: 500) { nodes { ${everything} } } } relationsAmong(ids: $ids) { ${everything} } }`,
      { ids: [...ids, "park:inner", "park:inner"] },
    );
    const wanted = new Map<string, Ends>();
    const among = new Set([...ids, "park:inner"]);
    for (const node of nodes)
      for (const one of node?.relations.nodes ?? [])
        if (among.has(one.from.id) && among.has(one.to.id)) wanted.set(one.id, one);
    expect(wanted.size).toBeGreaterThan(2);
    expect(relationsAmong.map(({ id }) => id).sort()).toEqual([...wanted.keys()].sort());
  });
});
