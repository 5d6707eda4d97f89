// No row is lost, whatever is asked for: lists, totals, facets and findings over more rows than an engine takes at
// once, paged through to the end. MANY_ROWS is how many there are of each sort; more than one with commas.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { manyWorld } from "../support/many-world.ts";

const sizes = (process.env.MANY_ROWS ?? "2049").split(",").map(Number);

/** Fields that are connections of `size` rows, and how many of the small world are among them. */
const lists: readonly (readonly [string, string, string])[] = [
  ["figures of a region", 'region(id: "region:many")', "observations(ARGS)"],
  ["figures by metric", "", 'observations(filter: {subject: "region:many", metric: "output"}, ARGS)'],
  ["figures within", 'region(id: "region:many")', "observations(withParts: true, ARGS)"],
  ["a region's enterprises", 'region(id: "region:many")', "enterprises(ARGS)"],
  ["a park's enterprises", 'park(id: "park:many")', "enterprises(ARGS)"],
  [
    "a park's enterprises by capital",
    'park(id: "park:many")',
    "enterprises(orderBy: [{field: CAPITAL, direction: DESC}], ARGS)",
  ],
  [
    "a park's certified enterprises",
    'park(id: "park:many")',
    'enterprises(filter: {certifiedAs: "certification:nat"}, ARGS)',
  ],
  ["a cluster's enterprises", 'cluster(id: "cluster:many")', "members(ARGS)"],
  ["a cluster's members at any depth", 'cluster(id: "cluster:many")', "allMembers(ARGS)"],
  ["those certified", 'certification(id: "certification:nat")', 'holders(filter: {park: "park:many"}, ARGS)'],
  ["a hub's customers", 'enterprise(id: "enterprise:hub")', "customers(ARGS)"],
  ["a hub's relations", 'enterprise(id: "enterprise:hub")', "relations(ARGS)"],
  ["a list by region", "", 'enterprises(filter: {region: "region:many"}, ARGS)'],
  ["a list by park", "", 'enterprises(filter: {park: "park:many"}, ARGS)'],
  ["a list by cluster", "", 'enterprises(filter: {cluster: "cluster:many"}, ARGS)'],
  [
    "a list by certification and region",
    "",
    'enterprises(filter: {certifiedAs: "certification:nat", region: "region:many"}, ARGS)',
  ],
  [
    "a list by everything",
    "",
    'enterprises(filter: {region: "region:many", park: "park:many", cluster: "cluster:many", certifiedAs: "certification:nat", text: "众企"}, ARGS)',
  ],
  ["a list by text", "", 'enterprises(filter: {text: "散企"}, ARGS)'],
  ["a list as of a date", "", 'enterprises(filter: {park: "park:many"}, asOf: "2024", ARGS)'],
];

const findings = [
  "enterprisesWithoutRegion",
  "enterprisesWithoutPark",
  "enterprisesWithoutCluster",
  "orphans",
];

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const selection = "{ totalCount edges { node { id } } pageInfo { hasNextPage endCursor } }";

describe.each(sizes)("%i rows of each sort", (size) => {
  const { ask } = loadedEngines(manyWorld(size));

  /** All rows of a connection, page after page; each page must tell the same total. */
  async function everyRow(around: string, field: string): Promise<readonly [string[], number]> {
    const ids: string[] = [];
    const totals = new Set<number>();
    for (let after = "null"; ; ) {
      const args = `first: 700, after: ${after}`;
      const own = `one: ${field.replace("ARGS", args)} ${selection}`;
      const { data, messages } = await ask(`{ ${around === "" ? own : `around: ${around} { ${own} }`} }`);
      expect(messages).toEqual([]);
      const top = data as { one?: Connection; around?: { one: Connection } };
      const page = top.one ?? top.around?.one;
      if (page === undefined) throw new Error("there is no page");
      totals.add(page.totalCount);
      ids.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = JSON.stringify(page.pageInfo.endCursor);
    }
    const [total, another] = totals;
    expect(another).toBeUndefined();
    return [ids, total ?? 0];
  }

  test.each(lists)("%s: all of them, each once, and the total", async (_, around, field) => {
    const [ids, total] = await everyRow(around, field);
    expect(total).toBe(size);
    expect(new Set(ids).size).toBe(size);
    expect(ids).toHaveLength(size);
  });

  test("an enterprise's neighbours are all others of its park", async () => {
    const [ids, total] = await everyRow('enterprise(id: "enterprise:m0")', "neighbours(ARGS)");
    expect(total).toBe(size - 1);
    expect(new Set(ids).size).toBe(size - 1);
  });

  test.each(findings)("dataQuality.%s", async (finding) => {
    const [ids, total] = await everyRow("dataQuality", `${finding}(ARGS)`);
    expect(new Set(ids).size).toBe(total);
    expect(ids).toHaveLength(total);
    expect(ids.filter((id) => /^enterprise:l\d+$/.test(id))).toHaveLength(size);
  });

  test("facets of lists and of connections", async () => {
    const facets =
      "facets { parks { key count } clusters { key count } certifications { key count } regions { key count } }";
    const { data, messages } = await ask(
      `{ enterprises(filter: {park: "park:many"}) { ${facets} } park(id: "park:many") { enterprises { ${facets} } } }`,
    );
    expect(messages).toEqual([]);
    const { enterprises, park } = data as Record<string, { facets: Record<string, unknown[]> }> & {
      park: { enterprises: { facets: Record<string, unknown[]> } };
    };
    for (const own of [enterprises?.facets, park.enterprises.facets]) {
      expect(own?.parks).toContainEqual({ key: "park:many", count: size });
      expect(own?.clusters).toContainEqual({ key: "cluster:many", count: size });
      expect(own?.certifications).toContainEqual({ key: "certification:nat", count: size });
      expect(own?.regions).toContainEqual({ key: "region:many", count: size });
    }
  });

  test("several of them in one request", async () => {
    const { data, messages } = await ask(`{
      region(id: "region:many") { observations { totalCount } enterprises(filter: {certifiedAs: "certification:nat"}) { totalCount } }
      dataQuality { enterprisesWithoutRegion { totalCount } }
      cluster(id: "cluster:system") { allMembers { totalCount } }
    }`);
    expect(messages).toEqual([]);
    expect(data).toMatchObject({
      region: { observations: { totalCount: size }, enterprises: { totalCount: size } },
    });
    const { cluster, dataQuality } = data as Record<string, Record<string, { totalCount: number }>>;
    expect(cluster?.allMembers?.totalCount).toBeGreaterThanOrEqual(size);
    expect(dataQuality?.enterprisesWithoutRegion?.totalCount).toBeGreaterThanOrEqual(size);
  });

  test("what is searched for is found among them", async () => {
    const { data } = await ask(
      `{ search(text: "众企${size - 1}") { entity { id } } park: search(text: "众", kinds: [PARK]) { entity { id } } }`,
    );
    const { search, park } = data as Record<string, { entity: { id: string } }[]>;
    expect(search?.[0]).toEqual({ entity: { id: `enterprise:m${size - 1}` } });
    expect(park?.[0]).toEqual({ entity: { id: "park:many" } });
  });
});
