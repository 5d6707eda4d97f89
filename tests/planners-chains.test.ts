// Planners' questions on the real data about chains, projects and connections, with answers worked out by hand from
// the five reports. The lines are named where an answer rests on one.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "./support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../seed", import.meta.url)));

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

describe("the project pipeline", () => {
  const stages = async (args: string) => {
    const { projectPipeline } = await data<{
      projectPipeline: {
        stages: {
          stage: string;
          reached: number;
          now: number;
          uncertain: number;
          planned: number;
          projects: { id: string }[];
        }[];
      };
    }>(
      `{ projectPipeline(${args}) { stages { stage reached now uncertain planned investment projects { id } } } }`,
    );
    return projectPipeline.stages
      .filter((one) => one.reached + one.uncertain + one.planned > 0)
      .map((one) => [
        one.stage,
        one.reached,
        one.now,
        one.uncertain,
        one.planned,
        ...one.projects.map(({ id }) => id.split(":")[1]),
      ]);
  };

  test("of Xishan has three named projects signed and two started (003:10, 003:23)", async () => {
    expect(await stages(`region: "region:xishan"`)).toEqual([
      ["SIGNED", 3, 2, 0, 0, "pangu-sodium", "jiefang-envision", "yueke-drive"],
      ["STARTED", 2, 2, 0, 0, "junshi-runjia", "jiefang-envision"],
    ]);
  });

  test("of Wuzhong has Baidu signed in 2021 and CATL at no known date, whose production is a plan (001:2, 001:11-12)", async () => {
    expect(await stages(`region: "region:wuzhong"`)).toEqual([
      ["SIGNED", 2, 2, 0, 0, "baidu-icv", "catl-wuzhong"],
      ["IN_PRODUCTION", 0, 0, 0, 1],
    ]);
    expect(await stages(`region: "region:wuzhong", from: "2021", to: "2021"`)).toEqual([
      ["SIGNED", 1, 1, 1, 0, "baidu-icv"],
      ["IN_PRODUCTION", 0, 0, 0, 1],
    ]);
  });

  test("one of the three signed in Xishan has been started; how long it took is not known (003:23)", async () => {
    expect(
      await data(
        `{ projectPipeline(region: "region:xishan") { conversions { from to reached converted months monthsUnknown median } outOfOrder { stage } } }`,
      ),
    ).toEqual({
      projectPipeline: {
        conversions: [
          {
            from: "SIGNED",
            to: "STARTED",
            reached: 3,
            converted: 1,
            months: [],
            monthsUnknown: 1,
            median: null,
          },
          {
            from: "STARTED",
            to: "UNDER_CONSTRUCTION",
            reached: 2,
            converted: 0,
            months: [],
            monthsUnknown: 0,
            median: null,
          },
        ],
        outOfOrder: [],
      },
    });
  });

  test("in new energy are three projects, all of Xishan (003:23)", async () => {
    const { projectPipelineBy } = await data<{
      projectPipelineBy: {
        key: string | null;
        projects: number;
        stages: { stage: string; reached: number }[];
      }[];
    }>(
      `{ projectPipelineBy(by: CLUSTER, region: "region:xishan") { key projects stages { stage reached } } }`,
    );
    expect(projectPipelineBy[0]).toEqual({
      key: "cluster:xishan-new-energy",
      projects: 3,
      stages: [
        { stage: "SIGNED", reached: 3 },
        { stage: "STARTED", reached: 1 },
      ],
    });
  });

  test("by year has one event of 2021 and four of 2023; two are not dated", async () => {
    const { projectPipelineBy } = await data<{
      projectPipelineBy: { key: string | null; stages: { stage: string; reached: number }[] }[];
    }>("{ projectPipelineBy(by: YEAR) { key stages { stage reached } } }");
    expect(projectPipelineBy.map(({ key, stages: told }) => [key, ...told.flatMap(Object.values)])).toEqual([
      ["2021", "SIGNED", 1],
      ["2023", "SIGNED", 3, "STARTED", 1],
      [null, "SIGNED", 1, "STARTED", 1],
    ]);
  });

  test("of the 35 signed three are named, of the 26 started one, of the 34 completed and the 43 signed at the meeting none (003:7, 003:23, 003:26)", async () => {
    const { projectTotals } = await data<{
      projectTotals: {
        figure: { metric: string; subject: { id: string } };
        stated: number;
        unit: string;
        named: number | null;
        difference: number | null;
        caveats: string[];
      }[];
    }>(
      `{ projectTotals(region: "region:xishan") { figure { metric subject { id } } stated unit named difference caveats } }`,
    );
    const counts = projectTotals.filter(({ unit }) => unit === "count");
    expect(
      counts.map(({ figure, stated, named, difference, caveats }) => [
        figure.subject.id,
        figure.metric,
        stated,
        named,
        difference,
        ...caveats,
      ]),
    ).toEqual([
      ["region:xishan", "signed-projects", 35, 3, 32, "DATES_UNCERTAIN"],
      ["programme:autumn-meeting-2023", "signed-projects", 43, 0, 43],
      ["programme:autumn-month-2023", "projects-completed", 34, 0, 34],
      ["programme:autumn-month-2023", "projects-started", 26, 1, 25],
    ]);
    const signed = projectTotals.find(({ stated }) => stated === 41_300_000_000);
    expect([signed?.named, signed?.difference]).toEqual([null, null]);
    expect(signed?.caveats).toContain("INVESTMENT_UNKNOWN");
  });
});

describe("connections", () => {
  const nodes = (way: { nodes: readonly { id: string }[] } | null | undefined) =>
    way?.nodes.map(({ id }) => id.split(":")[1]);

  test("Xinhongye and Anman have a title, a bank and a programme in common (000:13)", async () => {
    const answer = await data<{
      paths: { nodes: { id: string }[]; relations: { sources: { line: number }[] }[] }[];
      commonNeighbours: { entity: { id: string } }[];
    }>(`{ paths(from: "enterprise:xinhongye", to: "enterprise:anman") { nodes { id } relations { sources { line document { stem } } } }
      commonNeighbours(ids: ["enterprise:xinhongye", "enterprise:anman"]) { entity { id } } }`);
    const between = answer.paths.map((way) => nodes(way)?.[1]);
    expect(between).toHaveLength(3);
    expect(between).toEqual(expect.arrayContaining(["everbright", "srdi-empowerment"]));
    const common = answer.commonNeighbours.map(({ entity }) => entity.id.split(":")[1]);
    expect(common).toEqual(expect.arrayContaining(between));
    for (const { relations } of answer.paths)
      for (const { sources } of relations) expect(sources.map(({ line }) => line)).toContain(13);
  });

  test("Xinhongye reaches Wanshanhu by its industry, not by its district (002:22, 003:19)", async () => {
    const { path } = await data<{ path: { length: number; nodes: { id: string }[] } }>(
      `{ path(from: "enterprise:xinhongye", to: "park:wanshanhu-science-city") { length nodes { id } } }`,
    );
    expect(nodes(path)).toEqual(["xinhongye", "xishan-new-energy", "wanshanhu-science-city"]);
  });

  test("Junshi Runjia and Pangu meet in the autumn month, if regions do not count (003:7, 003:10)", async () => {
    const { strict, through } = await data<Record<string, { nodes: { id: string }[] }>>(
      `{ strict: path(from: "enterprise:junshi-runjia", to: "enterprise:pangu") { nodes { id } } through: path(from: "enterprise:junshi-runjia", to: "enterprise:pangu", avoid: []) { nodes { id } } }`,
    );
    expect(nodes(strict)).toEqual([
      "junshi-runjia",
      "junshi-runjia",
      "autumn-month-2023",
      "xishan-new-energy",
      "pangu",
    ]);
    expect(nodes(through)).toContain("xishan");
  });

  test("Pangu, Aowei and Delijia share a park and an industry (003:19)", async () => {
    const { commonNeighbours } = await data<{
      commonNeighbours: { count: number; entity: { id: string } }[];
    }>(
      `{ commonNeighbours(ids: ["enterprise:pangu", "enterprise:aowei", "enterprise:delijia"]) { count entity { id } } }`,
    );
    expect(commonNeighbours).toEqual([
      { count: 3, entity: { id: "park:wanshanhu-science-city" } },
      { count: 3, entity: { id: "cluster:xishan-new-energy" } },
    ]);
  });

  test("around Zhongke Weizhi are five enterprises, all of them customers (002:12, 002:14)", async () => {
    const { neighbourhood } = await data<{
      neighbourhood: { nodes: { id: string }[]; relations: { type: string }[]; truncated: boolean };
    }>(
      `{ neighbourhood(id: "enterprise:zhongke-weizhi", kinds: [ENTERPRISE]) { nodes { id } relations { type } truncated } }`,
    );
    expect(neighbourhood.nodes.map(({ id }) => id.split(":")[1]).sort()).toEqual([
      "china-post",
      "jingdong",
      "jitu",
      "shunfeng",
      "zhongke-weizhi",
      "zhongtong",
    ]);
    expect(neighbourhood.relations.map(({ type }) => type)).toEqual(
      Array.from({ length: 5 }, () => "SUPPLIES"),
    );
    expect(neighbourhood.truncated).toBe(false);
  });

  test("Sakete is like the six of Wanshanhu by cluster and line of business, not by park (003:17, 003:19)", async () => {
    const { enterprise } = await data<{
      enterprise: { similar: { score: number; enterprise: { id: string }; shared: { how: string }[] }[] };
    }>(`{ enterprise(name: "萨科特") { similar(first: 6) { score enterprise { id } shared { how } } } }`);
    expect(enterprise.similar.map((one) => one.enterprise.id.split(":")[1]).sort()).toEqual([
      "aowei",
      "delijia",
      "enjie",
      "huasheng",
      "jidian",
      "pangu",
    ]);
    for (const one of enterprise.similar) expect([one.score, one.shared]).toEqual([5, [{ how: "CLUSTER" }]]);
  });

  test("those of Wanshanhu are like each other by park and industry: five points", async () => {
    const { enterprise } = await data<{
      enterprise: {
        similar: {
          score: number;
          words: string[];
          enterprise: { id: string };
          shared: { how: string; entity: { id: string } }[];
        }[];
      };
    }>(
      `{ enterprise(id: "enterprise:pangu") { similar(first: 5) { score words enterprise { id } shared { how entity { id } } } } }`,
    );
    expect(enterprise.similar.map((one) => one.enterprise.id.split(":")[1]).sort()).toEqual([
      "aowei",
      "delijia",
      "enjie",
      "huasheng",
      "jidian",
    ]);
    for (const one of enterprise.similar) {
      expect(one.shared).toEqual([
        { how: "CLUSTER", entity: { id: "cluster:xishan-new-energy" } },
        { how: "PARK", entity: { id: "park:wanshanhu-science-city" } },
      ]);
      expect(one.score).toBe(5 + 2 * one.words.length);
    }
  });
});
