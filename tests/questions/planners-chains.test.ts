// Planners' questions on the real data about clusters and chains, with answers worked out by hand from the five reports. The
// lines are named where an answer rests on one.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

describe("clusters and chains", () => {
  test("Xishan's new energy is borne by nine enterprises that the reports name (002:22, 003:17-19)", async () => {
    expect(
      await data(
        `{ cluster(id: "cluster:xishan-new-energy") { allMembers(orderBy: [{ field: NAME }]) { totalCount } gaps(region: "region:xishan") { missing single parts { depth verdict count enterprises { id } } } } }`,
      ),
    ).toEqual({
      cluster: {
        allMembers: { totalCount: 9 },
        gaps: {
          missing: 0,
          single: 0,
          parts: [
            {
              depth: 0,
              verdict: "SEVERAL",
              count: 9,
              enterprises: [
                "anpuruisi",
                "aowei",
                "delijia",
                "enjie",
                "huasheng",
                "jidian",
                "pangu",
                "sakete",
                "xinhongye",
              ].map((id) => ({ id: `enterprise:${id}` })),
            },
          ],
        },
      },
    });
  });

  test("its high-end equipment rests on Zhongke Weizhi alone, on whom five customers depend (002:12, 002:14)", async () => {
    const { cluster } = await data<{
      cluster: {
        gaps: { single: number; parts: { verdict: string; enterprises: { id: string }[] }[] };
        singleSuppliers: {
          supplier: { id: string };
          customer: { id: string };
          sources: { line: number }[];
        }[];
      };
    }>(
      `{ cluster(id: "cluster:xishan-equipment") { gaps(region: "region:xishan") { single parts { verdict enterprises { id } } } singleSuppliers { supplier { id } customer { id } sources { line } } } }`,
    );
    expect(cluster.gaps).toEqual({
      single: 1,
      parts: [{ verdict: "SINGLE", enterprises: [{ id: "enterprise:zhongke-weizhi" }] }],
    });
    expect(cluster.singleSuppliers.map(({ supplier }) => supplier.id)).toEqual(
      Array.from({ length: 5 }, () => "enterprise:zhongke-weizhi"),
    );
    expect(cluster.singleSuppliers.map(({ customer }) => customer.id).sort()).toEqual(
      ["china-post", "jingdong", "jitu", "shunfeng", "zhongtong"].map((id) => `enterprise:${id}`),
    );
    for (const { sources } of cluster.singleSuppliers) expect(sources.map(({ line }) => line)).toContain(14);
  });

  test("no enterprise is named for any of the three leading industries of Wuzhong; Xishan has one in biomedicine (001:1, 002:26)", async () => {
    const { cluster } = await data<{
      cluster: {
        gaps: {
          single: number;
          parts: {
            part: { id: string };
            verdict: string;
            elsewhere: { region: { id: string }; enterprises: { id: string }[] }[];
            wanted: { from: { id: string } }[];
            sources: unknown[];
          }[];
        };
      };
    }>(
      `{ cluster(id: "cluster:wuzhong-three-leading") { gaps(region: "region:wuzhong") { single parts { part { id } verdict elsewhere { region { id } enterprises { id } } wanted { from { id } } sources { line } } } } }`,
    );
    expect(cluster.gaps.single).toBe(0);
    expect(cluster.gaps.parts.map(({ verdict }) => verdict)).toEqual(cluster.gaps.parts.map(() => "NONE"));
    for (const part of cluster.gaps.parts) expect(part.sources).not.toEqual([]);
    const biomedicine = cluster.gaps.parts.find(({ part }) => part.id === "cluster:wuzhong-biomedicine");
    expect(biomedicine?.elsewhere).toEqual([
      { region: { id: "region:xishan" }, enterprises: [{ id: "enterprise:jinghai" }] },
    ]);
    expect(biomedicine?.wanted.map(({ from }) => from.id)).toEqual([
      "park:wuzhong-biomedicine",
      "region:wuzhong",
    ]);
  });

  test("Wanshanhu Science City focuses on new energy and has six of its enterprises (003:19)", async () => {
    expect(
      await data(
        `{ park(id: "park:wanshanhu-science-city") { fit(cluster: "cluster:xishan-new-energy") { verdict memberCount members { id } focus { how sources { line } } } } }`,
      ),
    ).toEqual({
      park: {
        fit: {
          verdict: "IN_FOCUS",
          memberCount: 6,
          members: ["aowei", "delijia", "enjie", "huasheng", "jidian", "pangu"].map((id) => ({
            id: `enterprise:${id}`,
          })),
          focus: [{ how: "IN_FOCUS", sources: [{ line: 19 }] }],
        },
      },
    });
  });

  test("Anpuruisi would fit there and is not there, Zhongke Weizhi would not", async () => {
    expect(
      await data(`{ park(id: "park:wanshanhu-science-city") {
        good: fitFor(enterprise: "enterprise:anpuruisi") { verdict present } other: fitFor(enterprise: "enterprise:zhongke-weizhi") { verdict present } } }`),
    ).toEqual({
      park: {
        good: { verdict: "IN_FOCUS", present: false },
        other: { verdict: "OUTSIDE", present: false },
      },
    });
  });

  test("smart lighting belongs to Gaoyou's high-tech zone, not to its development zone; Weiyang declares no focus (004:19, 004:27-28)", async () => {
    expect(
      await data(`{ a: park(id: "park:gaoyou-high-tech") { fit(cluster: "cluster:gaoyou-smart-lighting") { verdict } }
        b: park(id: "park:gaoyou-development-zone") { fit(cluster: "cluster:gaoyou-smart-lighting") { verdict } }
        c: park(id: "park:weiyang-development-zone") { fit(cluster: "cluster:gaoyou-smart-lighting") { verdict focus { how } } } }`),
    ).toEqual({
      a: { fit: { verdict: "IN_FOCUS" } },
      b: { fit: { verdict: "OUTSIDE" } },
      c: { fit: { verdict: "UNKNOWN", focus: [] } },
    });
  });

  test("in Yangzhou only the high-tech zone and its health park want the same: biomedicine (004:15)", async () => {
    expect(
      await data(
        `{ focusOverlap(region: "region:yangzhou") { count one { id } other { id } shared { cluster { id } } } }`,
      ),
    ).toEqual({
      focusOverlap: [
        {
          count: 1,
          one: { id: "park:bio-health" },
          other: { id: "park:yangzhou-high-tech" },
          shared: [{ cluster: { id: "cluster:yangzhou-biomedicine" } }],
        },
      ],
    });
  });
});
