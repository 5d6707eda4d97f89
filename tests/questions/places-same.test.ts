// Places mean the same everywhere: answers worked out by hand from the five reports, and each list of a region or park
// against the root list whose filter names it.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines("seed");

interface Nodes {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
}
const page = "(first: 100) { totalCount nodes { id name } }";
const names = (list: Nodes): string => list.nodes.map((one) => one.name).join(" ");

describe("places of the five reports", () => {
  test("扬州市 has eight parks, four of them in 高邮, 广陵 and the eco town (004:6, 11, 14-15, 18, 22, 27-28)", async () => {
    const { region } = await data<{ region: { parks: Nodes; own: Nodes } }>(
      `{ region(name: "扬州市") { parks${page} own: parks(direct: true, first: 100) { totalCount nodes { id name } } } }`,
    );
    expect(region.parks.totalCount).toBe(8);
    expect(new Set(region.parks.nodes.map((park) => park.name))).toEqual(
      new Set([
        "生物健康产业园",
        "高邮经济开发区",
        "高邮高新区",
        "广陵经济开发区",
        "杭集高新区",
        "维扬经济开发区",
        "扬州经济技术开发区",
        "扬州高新技术产业开发区",
      ]),
    );
    expect(region.own.totalCount).toBe(4);
    expect(names(region.own)).not.toMatch(/高邮|广陵|杭集/);
  });

  test("a park that is in a place twice is listed once, by the relation nearest the place", async () => {
    const { region } = await data<{ region: { parks: { edges: unknown[] } } }>(
      `{ region(name: "高邮市") { parks(first: 9) { edges { status node { name } relation { to { name } } sources { line } } } } }`,
    );
    expect(region.parks.edges).toHaveLength(2);
    expect(region.parks.edges).toContainEqual({
      status: "IMPLIED",
      node: { name: "高邮高新区" },
      relation: { to: { name: "高邮市" } },
      sources: [{ line: 27 }],
    });
  });

  test("锡山区 has 28 platforms: 19 of its own, three in each of two parks, three within the trade network", async () => {
    const { region } = await data<{ region: { platforms: Nodes; own: Nodes } }>(
      `{ region(name: "锡山区") { platforms${page} own: platforms(direct: true, first: 100) { totalCount nodes { id name } } } }`,
    );
    expect(region.platforms.totalCount).toBe(28);
    expect(region.own.totalCount).toBe(19);
    for (const name of ["蜂巢能源全球锂电创新中心", "鑫宏业国家CNAS认证实验室", "区级功能性服务平台"])
      expect([name, names(region.platforms).includes(name), names(region.own).includes(name)]).toEqual([
        name,
        true,
        false,
      ]);
  });

  test("锡山经济技术开发区 has the three platforms that name it as their park, with the line that says so", async () => {
    const { park } = await data(
      `{ park(name: "锡山经济技术开发区") { platforms { totalCount edges { node { id } relation { type } sources { line } } } } }`,
    );
    expect(park).toEqual({
      platforms: {
        totalCount: 3,
        edges: ["tuv-laboratory", "cnas-laboratory", "cable-centre"].map((id) => ({
          node: { id: `platform:xinhongye-${id}` },
          relation: { type: "LOCATED_IN" },
          sources: [{ line: 22 }],
        })),
      },
    });
  });

  test("宛山湖科技城 hosts three innovation platforms that are in it as well: each once (003:19)", async () => {
    const { park } = await data<{ park: { platforms: Nodes; hosted: Nodes } }>(
      `{ park(name: "宛山湖科技城") { platforms${page} hosted${page} } }`,
    );
    expect(park.platforms.totalCount).toBe(3);
    expect(park.hosted.totalCount).toBe(3);
  });

  test("锡山区 issued eight policies; the issuer of the plan for little giants is the district (002:34)", async () => {
    const { policies, policy, region } = await data<{
      policies: Nodes;
      policy: { issuers: unknown };
      region: { issued: Nodes };
    }>(
      `{ policies(filter: { issuer: "region:xishan" }, first: 50) { totalCount nodes { id name } }
         policy(id: "policy:xishan-srdi-plan") { issuers { nodes { kind name } edges { sources { line } } } }
         region(name: "锡山区") { issued${page} } }`,
    );
    expect(policies.totalCount).toBe(8);
    expect(policy.issuers).toEqual({
      nodes: [{ kind: "REGION", name: "锡山区" }],
      edges: [{ sources: [{ line: 34 }] }],
    });
    expect(region.issued.totalCount).toBe(8);
  });

  test("measures in force in 吴中区 are its own three and the interest subsidy of 苏州市 (001:3, 6, 9, 12)", async () => {
    const { region, measures, park } = await data<{
      region: { measures: Nodes; own: Nodes };
      measures: Nodes;
      park: { measures: Nodes };
    }>(
      `{ region(name: "吴中区") { measures${page} own: measures(direct: true) { totalCount nodes { id name } } }
         measures(filter: { region: "region:wuzhong" }, first: 100) { totalCount nodes { id name } }
         park(id: "park:suzhou-taihu-software") { measures${page} } }`,
    );
    expect(region.measures.nodes.map((one) => one.id)).toContain("measure:suzhou-loan-interest");
    expect([region.measures.totalCount, region.own.totalCount]).toEqual([4, 3]);
    expect(measures).toEqual(region.measures);
    expect(park.measures).toEqual(region.measures);
  });

  test("conflicts of 吴中区 are those of its figures and of what lies in it; none is about the district itself", async () => {
    const { region, conflicts } = await data<{ region: { conflicts: Nodes; own: Nodes }; conflicts: Nodes }>(
      `{ region(name: "吴中区") { conflicts${page} own: conflicts(direct: true) { totalCount nodes { id name } } }
         conflicts(filter: { within: "region:wuzhong" }, first: 100) { totalCount nodes { id name } } }`,
    );
    const ids = region.conflicts.nodes.map((one) => one.id.replace("conflict:", ""));
    // Of figures: investment, output, support, technology; of what lies in it: a loan's platform, an enterprise's name.
    for (const id of ["investment-target", "output-growth", "support-funds-status", "dongshan-name"])
      expect(ids).toContain(id);
    expect(region.own.totalCount).toBe(0);
    expect(conflicts).toEqual(region.conflicts);
    expect(ids).not.toContain("srdi-times");
  });
});

describe("each list of a place is what the filter of the root list gives", () => {
  const lists = ["platforms", "projects", "programmes", "institutions", "funds", "enterprises"] as const;
  const all = "(first: 200) { totalCount nodes { id name } }";

  test.each(["region", "park"] as const)("of every %s", async (kind) => {
    const places = await data<Record<string, Nodes>>(
      `{ places: ${kind}s(first: 100) { totalCount nodes { id name } } }`,
    );
    const own = kind === "region" ? [...lists, "parks"] : lists;
    let found = 0;
    for (const { id } of places.places?.nodes ?? []) {
      const answer = await data<{ place: Record<string, Nodes> } & Record<string, Nodes>>(
        `query($id: ID!) { place: ${kind}(id: $id) { ${own.map((list) => `${list}${all}`).join(" ")} }
          ${own.map((list) => `${list}(filter: { ${kind}: $id }, first: 200) { totalCount nodes { id name } }`).join(" ")} }`,
        { id },
      );
      for (const list of own) {
        expect([id, list, answer.place[list]]).toEqual([id, list, answer[list]]);
        found += answer[list]?.totalCount ?? 0;
        expect(answer[list]?.nodes).toHaveLength(answer[list]?.totalCount ?? -1);
      }
    }
    expect(found).toBeGreaterThan(40);
  });

  test("pages follow each other without a gap, and the total is their length", async () => {
    const got: string[] = [];
    let after: string | null = null;
    do {
      const {
        region,
      }: {
        region: {
          platforms: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
        };
      } = await data(
        `query($after: String) { region(name: "锡山区") { platforms(first: 5, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } } }`,
        { after },
      );
      got.push(...region.platforms.nodes.map((one) => one.id));
      after = region.platforms.pageInfo.hasNextPage ? region.platforms.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(got).size).toBe(28);
    expect(got).toHaveLength(28);
  });
});
