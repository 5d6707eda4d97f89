// Planners' questions on the real data about connections, with answers worked out by hand from the five reports. The
// lines are named where an answer rests on one.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

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
