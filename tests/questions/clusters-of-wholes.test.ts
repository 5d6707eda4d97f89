// What a region or park focuses on is not in the focus of its parts, nor is a part of a project in the cluster that the
// project belongs to: only clusters go on to what they are part of. Small data are invented; the numbers of the five
// reports were counted from the CSV files.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const sources = "doc:1";
const named = (kind: string, names: readonly string[]) =>
  names.map((name) => ({ id: `${kind}:${name}`, name, sources }));
const relation = (from: string, to: string, since?: string) => ({
  from,
  to,
  ...(since === undefined ? {} : { since }),
  sources,
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string }[];
}
const told = ({ nodes }: Page): string[] => nodes.map(({ name }) => name);

describe("with parts on both sides", () => {
  const { data } = loadedEngines({
    entities: {
      Document: [{ id: "document:doc", name: "文献", stem: "doc", sources }],
      Region: named("region", ["city", "east", "west"]),
      Park: named("park", ["big", "inner"]),
      Cluster: named("cluster", ["field", "link", "other"]),
      Enterprise: named("enterprise", ["maker"]),
      Stage: [{ id: "stage:signed", name: "签约", code: "SIGNED", rank: 1, sources }],
      Project: named("project", ["plant", "hall"]),
      Platform: named("platform", ["lab", "bench"]),
    },
    relations: {
      LOCATED_IN: [relation("enterprise:maker", "region:east", "2019")],
      PART_OF: [
        relation("region:east", "region:city"),
        relation("region:west", "region:city"),
        relation("park:inner", "park:big"),
        relation("cluster:link", "cluster:field"),
        relation("project:hall", "project:plant"),
        relation("platform:bench", "platform:lab"),
      ],
      FOCUSES_ON: [
        relation("region:city", "cluster:link", "2020"),
        relation("region:west", "cluster:field", "2022"),
        relation("region:west", "cluster:other"),
        relation("park:big", "cluster:link"),
      ],
      REACHED: [
        relation("project:plant", "stage:signed", "2021"),
        relation("project:hall", "stage:signed", "2021"),
      ],
      BELONGS_TO: [
        relation("enterprise:maker", "cluster:link", "2021"),
        relation("project:plant", "cluster:link"),
        relation("platform:lab", "cluster:link"),
      ],
    },
  });

  /** The lists whose filter has a cluster, and what is in the field as a whole. */
  const lists: readonly (readonly [list: string, inField: readonly string[], others: readonly string[]])[] = [
    ["regions", ["city", "west"], ["east"]],
    ["parks", ["big"], ["inner"]],
    ["projects", ["plant"], ["hall"]],
    ["platforms", ["lab"], ["bench"]],
    ["enterprises", ["maker"], []],
  ];

  test.each(lists)(
    "%s of a cluster by its filter, alone and within others",
    async (list, inField, others) => {
      const page = "{ totalCount nodes { name } }";
      const answer = await data<Record<"own" | "either" | "beside" | "not" | "top", Page>>(
        `{ own: ${list}(filter: { cluster: "cluster:field" }) ${page}
         either: ${list}(filter: { or: [{ cluster: "cluster:field" }] }) ${page}
         beside: ${list}(filter: { idContains: ":", and: [{ cluster: "cluster:field" }] }) ${page}
         not: ${list}(filter: { not: { cluster: "cluster:field" } }) ${page}
         top: ${list}(filter: { cluster: "cluster:link" }) ${page} }`,
      );
      for (const one of [answer.own, answer.either, answer.beside]) {
        expect(told(one)).toEqual(inField);
        expect(one.totalCount).toBe(inField.length);
      }
      expect(told(answer.not)).toEqual(others);
      expect(told(answer.top)).toEqual(inField.filter((name) => name !== "west"));
    },
  );

  test("lists of a cluster, through its parts and directly", async () => {
    const { cluster } = await data<{ cluster: Record<string, Page> }>(
      `{ cluster(id: "cluster:field") {
           regions { totalCount nodes { name } } own: regions(direct: true) { totalCount nodes { name } }
           parks { totalCount nodes { name } } projects { totalCount nodes { name } }
           platforms { totalCount nodes { name } } } }`,
    );
    const names = Object.fromEntries(Object.entries(cluster).map(([key, page]) => [key, told(page)]));
    expect(names).toEqual({
      regions: ["city", "west"],
      own: ["west"],
      parks: ["big"],
      projects: ["plant"],
      platforms: ["lab"],
    });
    expect(cluster.regions?.totalCount).toBe(2);
  });

  test("groups by cluster, as the first key or after another, with parts or without", async () => {
    const groups = (by: string): string =>
      `aggregate { groups(by: [${by}], first: 50) { nodes { keys { name } count } } }`;
    type Groups = {
      aggregate: { groups: { nodes: { keys: { name: string | null }[]; count: number }[] } };
    };
    const answer = await data<Record<string, Groups>>(
      `{ regions: regions { ${groups("{ by: CLUSTER }")} }
         parks: parks { ${groups("{ by: CLUSTER }")} }
         direct: regions { ${groups("{ by: CLUSTER, withParts: false }")} }
         second: regions { ${groups("{ by: WITHIN, withParts: false }, { by: CLUSTER }")} }
         projects: projects { ${groups("{ by: STAGE }, { by: CLUSTER }")} } }`,
    );
    const counts = (key: string): Record<string, number> =>
      Object.fromEntries(
        (answer[key]?.aggregate.groups.nodes ?? []).map(({ keys, count }) => [
          keys.map(({ name }) => name ?? "none").join(" "),
          count,
        ]),
      );
    expect(counts("regions")).toEqual({ field: 2, link: 1, other: 1, none: 1 });
    expect(counts("parks")).toEqual({ field: 1, link: 1, none: 1 });
    expect(counts("direct")).toEqual({ field: 1, link: 1, other: 1, none: 1 });
    expect(counts("second")).toEqual({
      "none field": 1,
      "none link": 1,
      "city field": 1,
      "city other": 1,
      "city none": 1,
    });
    expect(counts("projects")).toEqual({ "SIGNED field": 1, "SIGNED link": 1, "SIGNED none": 1 });
  });

  test("as of a date, whether the list begins at the cluster or is narrowed by it", async () => {
    const page = "{ totalCount nodes { name } }";
    const answer = await data<Record<string, Page>>(
      `{ early: enterprises(filter: { cluster: "cluster:field" }, asOf: "2020") ${page}
         members: enterprises(filter: { cluster: "cluster:field" }, asOf: "2021") ${page}
         certain: enterprises(filter: { cluster: "cluster:field" }, asOf: "2022", certain: true) ${page}
         early2: enterprises(filter: { region: "region:city", cluster: "cluster:field" }, asOf: "2020") ${page}
         narrowed: enterprises(filter: { region: "region:city", cluster: "cluster:field" }, asOf: "2022", certain: true) ${page} }`,
    );
    const names = Object.fromEntries(Object.entries(answer).map(([key, one]) => [key, told(one)]));
    expect(names).toEqual({
      early: [],
      members: ["maker"],
      certain: ["maker"],
      early2: [],
      narrowed: ["maker"],
    });
  });

  test("the pipeline of a cluster has the same projects as the list", async () => {
    const { projectPipeline, projectPipelineBy } = await data<{
      projectPipeline: { stages: { stage: string; reached: number; projects: { name: string }[] }[] };
      projectPipelineBy: { projects: number }[];
    }>(
      `{ projectPipeline(cluster: "cluster:field") { stages { stage reached projects { name } } }
         projectPipelineBy(by: PARK, cluster: "cluster:field") { projects } }`,
    );
    expect(projectPipeline.stages).toEqual([{ stage: "SIGNED", reached: 1, projects: [{ name: "plant" }] }]);
    expect(projectPipelineBy).toEqual([{ projects: 1 }]);
  });
});

describe("in the five reports", () => {
  const { data } = loadedEngines("seed");
  workedOut(data)([
    [
      "重点发展新一代信息技术的是吴中区，不是区内的太湖生态岛和渡村",
      `{ cluster(id: "cluster:wuzhong-it") { regions { totalCount nodes { id } } }
         regions(filter: { cluster: "cluster:wuzhong-it" }) { nodes { id } } }`,
      {
        cluster: { regions: { totalCount: 1, nodes: [{ id: "region:wuzhong" }] } },
        regions: { nodes: [{ id: "region:wuzhong" }] },
      },
    ],
    [
      "英文读者看到集群的英文名，也能以此找到它",
      `{ cluster(name: "智慧照明") { nameEn }
         clusters(filter: { nameEnContains: "smart lighting" }) { nodes { name } }
         search(text: "smart lighting", kinds: [CLUSTER], first: 1) { entity { name } } }`,
      {
        cluster: { nameEn: "smart lighting" },
        clusters: { nodes: [{ name: "智慧照明" }] },
        search: [{ entity: { name: "智慧照明" } }],
      },
    ],
    [
      "重点发展数字经济（扬州）的地区1个，装备制造（扬州高新区）的园区1个",
      `{ a: regions(filter: { cluster: "cluster:yangzhou-digital" }) { totalCount }
         b: parks(filter: { cluster: "cluster:yangzhou-equipment" }) { totalCount }
         c: regions(filter: { or: [{ cluster: "cluster:yangzhou-digital" }] }) { totalCount } }`,
      { a: { totalCount: 1 }, b: { totalCount: 1 }, c: { totalCount: 1 } },
    ],
  ]);
});
