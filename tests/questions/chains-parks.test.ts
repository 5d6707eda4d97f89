// Clusters and parks: what fits a park, and where the foci of parks overlap.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { chainsWorld } from "../support/chains-world.ts";

const { ask, data } = loadedEngines(chainsWorld);
const ids = (list: readonly { readonly id: string }[]): string =>
  list.map(({ id }) => id.split(":")[1]).join(" ");

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
      "",
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
  });

  test("of a cluster that is not there is refused", async () => {
    const { messages } = await ask(
      `{ park(id: "park:east") { fit(cluster: "cluster:nothing") { verdict } } }`,
    );
    expect(messages).toEqual(['"cluster:nothing" is the id or name of no Cluster here.']);
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
