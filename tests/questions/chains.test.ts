// Clusters and chains: members with parts, gaps of a region, single suppliers.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { chainsWorld } from "../support/chains-world.ts";

const { ask, data } = loadedEngines(chainsWorld);
const ids = (list: readonly { readonly id: string }[]): string =>
  list.map(({ id }) => id.split(":")[1]).join(" ");

describe("members of a cluster with its parts", () => {
  test("are each counted once, those of parts of parts too", async () => {
    const members = async (id: string) => {
      const { cluster } = await data<{
        cluster: {
          members: { totalCount: number };
          allMembers: {
            totalCount: number;
            nodes: { id: string }[];
            facets: { parks: { key: string; count: number }[] };
          };
        };
      }>(
        `{ cluster(id: "cluster:${id}") { members { totalCount } allMembers { totalCount nodes { id } facets { parks { key count } } } } }`,
      );
      return [cluster.members.totalCount, cluster.allMembers.totalCount, ids(cluster.allMembers.nodes)];
    };
    expect(await members("chain")).toEqual([0, 5, "a b c e f"]);
    expect(await members("cell")).toEqual([1, 1, "a"]);
    expect(await members("cathode")).toEqual([1, 1, "a"]);
    expect(await members("other")).toEqual([0, 0, ""]);
  });

  test("are filtered, ordered and paged as any list", async () => {
    const { cluster } = await data<{
      cluster: { allMembers: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
    }>(
      `{ cluster(id: "cluster:chain") { allMembers(first: 2, filter: { region: "region:west" }) { nodes { id } pageInfo { endCursor } } } }`,
    );
    expect(ids(cluster.allMembers.nodes)).toBe("a c");
    const next = await data<{ cluster: { allMembers: { nodes: { id: string }[] } } }>(
      `query($after: String) { cluster(id: "cluster:chain") { allMembers(first: 2, filter: { region: "region:west" }, after: $after) { nodes { id } } } }`,
      { after: cluster.allMembers.pageInfo.endCursor },
    );
    expect(ids(next.cluster.allMembers.nodes)).toBe("f");
  });
});

interface Gaps {
  readonly compared: string;
  readonly missing: number;
  readonly single: number;
  readonly neighbours: readonly { readonly id: string }[];
  readonly parts: readonly {
    readonly part: { readonly id: string };
    readonly depth: number;
    readonly count: number;
    readonly verdict: string;
    readonly why: string;
    readonly enterprises: readonly { readonly id: string }[];
    readonly elsewhere: readonly { region: { id: string }; count: number; enterprises: { id: string }[] }[];
    readonly wanted: readonly { readonly id: string }[];
    readonly sources: readonly { readonly line: number }[];
  }[];
}

async function gaps(cluster: string, region: string): Promise<Gaps | null> {
  const answer = await data<{ cluster: { gaps: Gaps | null } }>(
    `query($cluster: ID!, $region: ID!) { cluster(id: $cluster) { gaps(region: $region) { compared missing single neighbours { id }
      parts { part { id } depth count verdict why enterprises { id } elsewhere { region { id } count enterprises { id } } wanted { id } sources { line } } } } }`,
    { cluster: `cluster:${cluster}`, region: `region:${region}` },
  );
  return answer.cluster.gaps;
}

describe("gaps of a chain in a region", () => {
  test("tell for each part who is there, who next door, who wants it, and where it was said to be a part", async () => {
    const found = await gaps("chain", "east");
    expect([found?.compared, found && ids(found.neighbours), found?.missing, found?.single]).toEqual([
      "SIBLINGS",
      "west",
      1,
      3,
    ]);
    expect(
      found?.parts.map((one) => [
        ids([one.part]),
        one.depth,
        one.verdict,
        ids(one.enterprises),
        one.elsewhere.map((other) => [ids([other.region]), other.count, ids(other.enterprises)]),
        one.wanted.map(({ id }) => id),
        one.sources.map(({ line }) => line),
      ]),
    ).toEqual([
      ["pack", 1, "SINGLE", "b", [["west", 1, "c"]], [], [1]],
      ["cell", 1, "SINGLE", "a", [["west", 1, "a"]], [], [1]],
      ["recycling", 1, "NONE", "", [["west", 1, "f"]], ["FOCUSES_ON|region:east|cluster:recycling"], [2, 3]],
      ["cathode", 2, "SINGLE", "a", [["west", 1, "a"]], [], [1]],
    ]);
    expect(found?.parts.map((one) => one.why)).toEqual([
      "Only 企业b in 东区 is known to belong to 电池包.",
      "Only 企业a in 东区 is known to belong to 电芯.",
      "No enterprise named in 东区 belongs to 回收; see elsewhere.",
      "Only 企业a in 东区 is known to belong to 正极.",
    ]);
  });

  test("of the whole city count both districts, an enterprise in two parks once", async () => {
    const found = await gaps("chain", "city");
    expect(found?.parts.map((one) => [ids([one.part]), one.count, ids(one.enterprises)])).toEqual([
      ["pack", 2, "b c"],
      ["cell", 1, "a"],
      ["recycling", 1, "f"],
      ["cathode", 1, "a"],
    ]);
    expect([found?.compared, found?.neighbours]).toEqual(["OTHER_REGIONS", []]);
  });

  test("without known neighbours compare other regions of the level, and clusters of the same name there", async () => {
    const found = await gaps("drug-east", "far");
    expect([found?.compared, found && ids(found.neighbours)]).toEqual(["OTHER_REGIONS", "east west"]);
    const east = await gaps("drug-east", "east");
    expect(east?.parts.map((one) => [one.depth, one.verdict, one.elsewhere])).toEqual([[0, "NONE", []]]);
    const far = await gaps("drug-far", "far");
    expect(far?.parts.map((one) => [one.depth, one.verdict, ids(one.enterprises)])).toEqual([
      [0, "SINGLE", "d"],
    ]);
    const county = await gaps("drug-east", "county");
    expect(county?.neighbours).toEqual([]);
  });

  test("of an unknown region are refused", async () => {
    const { messages } = await ask(
      `{ cluster(id: "cluster:chain") { gaps(region: "region:nowhere") { missing } singleSuppliers(region: "region:nowhere") { product } } }`,
    );
    expect(messages).toEqual(['"region:nowhere" is the id or name of no Region here.']);
  });
});

describe("single suppliers", () => {
  const single = async (args: string) => {
    const { cluster } = await data<{
      cluster: {
        singleSuppliers: {
          supplier: { id: string };
          customer: { id: string };
          product: string | null;
          relation: { type: string; status: string };
          sources: unknown[];
        }[];
      };
    }>(
      `{ cluster(id: "cluster:chain") { singleSuppliers${args} { supplier { id } customer { id } product relation { type status } sources { line } } } }`,
    );
    return cluster.singleSuppliers.map(({ supplier, customer, product, relation: link, sources: said }) => {
      expect([link, said]).toEqual([{ type: "SUPPLIES", status: "STATED" }, [{ line: 1 }]]);
      return `${ids([supplier])} ${ids([customer])} ${product}`;
    });
  };

  test("are those without a known or possible rival for the same product", async () => {
    expect(await single("")).toEqual(["a b 正极", "b e null", "b f 电池包"]);
  });

  test("in a region, and as many as asked for", async () => {
    expect(await single(`(region: "region:west")`)).toEqual(["a b 正极"]);
    expect(await single("(first: 1)")).toEqual(["a b 正极"]);
  });
});
