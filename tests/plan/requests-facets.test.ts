// Totals and facets, counted by hand from the fixture, equal on both engines.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";

const { data } = loadedEngines(fixture);

async function total(filter: string): Promise<number> {
  const answer = await data<{ enterprises: { totalCount: number } }>(
    `{ enterprises(filter: {${filter}}) { totalCount } }`,
  );
  return answer.enterprises.totalCount;
}

describe("totals and facets", () => {
  test("facets count each enterprise once under each key, as the filter by that key does", async () => {
    const answer = await data<{
      enterprises: { facets: Record<string, { key: string; count: number }[]> };
    }>(`{ enterprises(first: 1) { totalCount facets {
      parks { key name count } regions { key count } clusters { key count } certifications { key name count }
    } } }`);
    const facets = (answer.enterprises as { facets: Record<string, { key: string; count: number }[]> })
      .facets;
    expect(facets.parks).toEqual([
      { key: "park:big", name: "东方开发区", count: 4 },
      { key: "park:west", name: "西部科技城", count: 3 },
      { key: "park:inner", name: "车联网产业园", count: 1 },
    ]);
    expect(facets.regions?.map(({ key, count }) => [key, count])).toEqual([
      ["region:city", 8],
      ["region:province", 8],
      ["region:east", 5],
      ["region:west", 3],
    ]);
    expect(facets.clusters?.map(({ key, count }) => [key, count])).toEqual([
      ["cluster:energy", 2],
      ["cluster:system", 2],
      ["cluster:battery", 1],
      ["cluster:drug", 1],
    ]);
    expect(facets.certifications).toEqual([
      { key: "certification:nat", name: "国家级小巨人", count: 2 },
      { key: "certification:prov", name: "省级专精特新", count: 2 },
      { key: "certification:champ", name: "单项冠军", count: 1 },
    ]);
    for (const [facet, filter] of [
      ["parks", "park"],
      ["regions", "region"],
      ["clusters", "cluster"],
      ["certifications", "certifiedAs"],
    ] as const)
      for (const { key, count } of facets[facet] ?? [])
        expect([key, await total(`${filter}: "${key}"`)]).toEqual([key, count]);
  });

  test("facets and totals of a filtered list are of all it has, not of the page", async () => {
    const answer =
      await data(`{ enterprises(first: 1, filter: { region: "region:east", certificationLevel: NATIONAL }) {
      totalCount nodes { id } facets { parks(first: 2) { key count } certifications { key count } regions(first: 1) { key count } clusters(first: 0) { key } }
    } }`);
    expect(answer).toEqual({
      enterprises: {
        totalCount: 2,
        nodes: [{ id: "enterprise:battery" }],
        facets: {
          parks: [
            { key: "park:big", count: 2 },
            { key: "park:inner", count: 1 },
          ],
          certifications: [
            { key: "certification:champ", count: 1 },
            { key: "certification:nat", count: 1 },
            { key: "certification:prov", count: 1 },
          ],
          regions: [{ key: "region:city", count: 2 }],
          clusters: [],
        },
      },
    });
  });

  test("a list along a relation counts relations; its facets count enterprises once", async () => {
    const answer = await data(`{ certification(id: "certification:prov") {
      holders { totalCount nodes { id } edges { year renewedIn ordinal } facets { parks { key count } } }
    } }`);
    expect(answer).toEqual({
      certification: {
        holders: {
          totalCount: 3,
          nodes: [
            { id: "enterprise:xinhongye" },
            { id: "enterprise:xinhongye" },
            { id: "enterprise:weizhi" },
          ],
          edges: [
            { year: 2016, renewedIn: null, ordinal: null },
            { year: 2019, renewedIn: 2022, ordinal: null },
            { year: null, renewedIn: null, ordinal: "锡山首家" },
          ],
          facets: {
            parks: [
              { key: "park:big", count: 2 },
              { key: "park:west", count: 1 },
            ],
          },
        },
      },
    });
  });
});
