// Clusters and chains: members with parts, gaps of a region, single suppliers, what fits a park, overlapping foci.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "./support/answers.ts";
import type { CsvRecord, FolderContent } from "./support/folder.ts";

const sources = "doc:1";
const named = (id: string, name: string, more: CsvRecord = {}): CsvRecord => ({
  id,
  name,
  aliases: "",
  sources,
  ...more,
});
const relation = (from: string, to: string, more: CsvRecord = {}): CsvRecord => ({
  from,
  to,
  key: "",
  status: "",
  sources,
  ...more,
});

/** A chain with a cycle in its parts, two districts of one city and one elsewhere. Invented. */
const world: FolderContent = {
  entities: {
    Document: [named("document:doc", "报告", { stem: "doc", lines: 9, sources: "" })],
    Region: [
      named("region:city", "市", { regionLevel: "CITY" }),
      named("region:east", "东区", { regionLevel: "DISTRICT" }),
      named("region:west", "西区", { regionLevel: "DISTRICT" }),
      named("region:far", "远区", { regionLevel: "DISTRICT" }),
      named("region:county", "某县", { regionLevel: "COUNTY" }),
    ],
    Park: [
      named("park:east", "东园"),
      named("park:inner", "东园一期"),
      named("park:west", "西园"),
      named("park:blank", "空园"),
    ],
    Cluster: [
      named("cluster:chain", "电池链"),
      named("cluster:cell", "电芯"),
      named("cluster:pack", "电池包"),
      named("cluster:cathode", "正极"),
      named("cluster:recycling", "回收"),
      named("cluster:drug-east", "医药（东区）"),
      named("cluster:drug-far", "医药（远区）"),
      named("cluster:other", "纺织"),
    ],
    Enterprise: ["a", "b", "c", "d", "e", "f", "g"].map((id) => named(`enterprise:${id}`, `企业${id}`)),
  },
  relations: {
    PART_OF: [
      relation("region:east", "region:city"),
      relation("region:west", "region:city"),
      relation("park:inner", "park:east"),
      relation("cluster:cell", "cluster:chain"),
      relation("cluster:pack", "cluster:chain"),
      relation("cluster:recycling", "cluster:chain", { sources: "doc:2|doc:3" }),
      relation("cluster:cathode", "cluster:cell"),
      // Two clusters that each call the other a part, and one that calls itself so.
      relation("cluster:cell", "cluster:cathode"),
      relation("cluster:pack", "cluster:pack"),
    ],
    LOCATED_IN: [
      relation("park:east", "region:east"),
      relation("park:west", "region:west"),
      relation("park:blank", "region:east"),
      relation("enterprise:a", "park:inner"),
      relation("enterprise:a", "park:west"),
      relation("enterprise:b", "region:east"),
      relation("enterprise:c", "park:west"),
      relation("enterprise:d", "region:far"),
      relation("enterprise:e", "region:east"),
      relation("enterprise:f", "region:west"),
    ],
    BELONGS_TO: [
      relation("enterprise:a", "cluster:cathode"),
      relation("enterprise:a", "cluster:cell"),
      relation("enterprise:b", "cluster:pack"),
      relation("enterprise:c", "cluster:pack"),
      relation("enterprise:d", "cluster:drug-far"),
      relation("enterprise:e", "cluster:recycling", { status: "TARGET" }),
      relation("enterprise:f", "cluster:recycling"),
    ],
    FOCUSES_ON: [
      relation("park:east", "cluster:chain"),
      relation("park:west", "cluster:pack"),
      relation("park:west", "cluster:other"),
      relation("park:inner", "cluster:drug-far"),
      relation("region:east", "cluster:recycling", { status: "TARGET" }),
    ],
    SUPPLIES: [
      relation("enterprise:a", "enterprise:b", { product: "正极" }),
      relation("enterprise:a", "enterprise:c", { product: "正极" }),
      relation("enterprise:g", "enterprise:c", { product: "正极" }),
      relation("enterprise:a", "enterprise:d", { product: "正极" }),
      relation("enterprise:g", "enterprise:d", { product: "" }),
      relation("enterprise:b", "enterprise:e", { product: "" }),
      relation("enterprise:b", "enterprise:f", { product: "电池包" }),
      relation("enterprise:g", "enterprise:f", { product: "外壳" }),
      relation("enterprise:c", "enterprise:g", { product: "电池包", status: "TARGET" }),
    ],
  },
};

const { data } = loadedEngines(world);
const ids = (list: readonly { readonly id: string }[]): string =>
  list.map(({ id }) => id.split(":")[1]).join(" ");

describe("members of a cluster with its parts", () => {
  test("are each counted once, and a cycle of parts ends", async () => {
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

  test("of an unknown region are null", async () => {
    expect(await gaps("chain", "nowhere")).toBeNull();
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
    expect(await single(`(region: "region:nowhere")`)).toEqual([]);
  });
});

describe("what fits a park", () => {
  const fitted = async (park: string, cluster: string) => {
    const answer = await data<{
      park: {
        fit: {
          verdict: string;
          why: string;
          focus: { how: string; cluster: { id: string }; relation: { id: string }; sources: unknown[] }[];
          members: { id: string }[];
          memberCount: number;
          covered: { id: string }[];
          missing: { id: string }[];
        } | null;
      };
    }>(
      `query($park: ID!, $cluster: ID!) { park(id: $park) { fit(cluster: $cluster) { verdict why members { id } memberCount covered { id } missing { id }
        focus { how cluster { id } relation { id } sources { line } } } } }`,
      { park: `park:${park}`, cluster: `cluster:${cluster}` },
    );
    const found = answer.park.fit;
    if (found === null) return null;
    for (const one of found.focus) {
      expect(one.relation.id).toBe(`FOCUSES_ON|park:${park}|${one.cluster.id}`);
      expect(one.sources).toEqual([{ line: 1 }]);
    }
    return [
      found.verdict,
      found.focus.map((one) => `${one.how} ${ids([one.cluster])}`),
      ids(found.members),
      found.memberCount,
      ids(found.covered),
      ids(found.missing),
    ];
  };

  test("is what it focuses on, with its members there, parts covered and parts missing", async () => {
    expect(await fitted("east", "chain")).toEqual([
      "IN_FOCUS",
      ["IN_FOCUS chain"],
      "a",
      1,
      "cell cathode",
      "pack recycling",
    ]);
  });

  test("a part of its focus, a whole of it, something near, something else, and without focus unknown", async () => {
    expect(await fitted("east", "cathode")).toEqual([
      "PART_OF_FOCUS",
      ["PART_OF_FOCUS chain"],
      "a",
      1,
      "cell",
      "",
    ]);
    expect(await fitted("west", "chain")).toEqual([
      "FOCUS_IS_PART",
      ["FOCUS_IS_PART pack", "OUTSIDE other"],
      "a c",
      2,
      "pack cell cathode",
      "recycling",
    ]);
    expect(await fitted("west", "recycling")).toEqual([
      "RELATED",
      ["RELATED pack", "OUTSIDE other"],
      "",
      0,
      "",
      "",
    ]);
    expect(await fitted("inner", "drug-east")).toEqual(["RELATED", ["RELATED drug-far"], "", 0, "", ""]);
    expect(await fitted("inner", "other")).toEqual(["OUTSIDE", ["OUTSIDE drug-far"], "", 0, "", ""]);
    expect(await fitted("blank", "chain")).toEqual(["UNKNOWN", [], "", 0, "", "pack cell recycling cathode"]);
    expect(await fitted("east", "nothing")).toBeNull();
  });

  test("an enterprise fits by the best of its clusters, and it is told whether it is there already", async () => {
    const { east, west, blank, none } = await data<Record<string, { fitFor: unknown }>>(`{
      east: park(id: "park:east") { fitFor(enterprise: "enterprise:a") { verdict why present clusters { id } focus { how cluster { id } relation { id } } } }
      west: park(id: "park:west") { fitFor(enterprise: "enterprise:d") { verdict why present clusters { id } } }
      blank: park(id: "park:blank") { fitFor(enterprise: "enterprise:a") { verdict why } }
      none: park(id: "park:east") { fitFor(enterprise: "enterprise:g") { verdict why present } } }`);
    expect(east?.fitFor).toEqual({
      verdict: "PART_OF_FOCUS",
      why: "东园 focuses on 电池链, to which a cluster of 企业a belongs or is close.",
      present: true,
      clusters: [{ id: "cluster:cell" }, { id: "cluster:cathode" }],
      focus: [
        {
          how: "PART_OF_FOCUS",
          cluster: { id: "cluster:chain" },
          relation: { id: "FOCUSES_ON|park:east|cluster:chain" },
        },
      ],
    });
    expect(west?.fitFor).toEqual({
      verdict: "OUTSIDE",
      why: "No cluster of 企业d is in the focus that 西园 declares.",
      present: false,
      clusters: [{ id: "cluster:drug-far" }],
    });
    expect(blank?.fitFor).toEqual({ verdict: "UNKNOWN", why: "No focus of 空园 is known." });
    expect(none?.fitFor).toEqual({
      verdict: "UNKNOWN",
      why: "It is not known which cluster 企业g belongs to.",
      present: false,
    });
  });
});

describe("overlapping foci", () => {
  test("are the clusters that two parks focus on, themselves or with a whole of them", async () => {
    const overlap = (region: string) =>
      data(
        `query($region: ID!) { focusOverlap(region: $region) { count one { id } other { id } shared { cluster { id } byOne { id } byOther { id } } } }`,
        { region },
      );
    expect(await overlap("region:city")).toEqual({
      focusOverlap: [
        {
          count: 1,
          one: { id: "park:east" },
          other: { id: "park:west" },
          shared: [
            {
              cluster: { id: "cluster:pack" },
              byOne: [{ id: "FOCUSES_ON|park:east|cluster:chain" }],
              byOther: [{ id: "FOCUSES_ON|park:west|cluster:pack" }],
            },
          ],
        },
      ],
    });
    expect(await overlap("region:east")).toEqual({ focusOverlap: [] });
  });
});
