// Planners' questions on the real data about what a second reading had missed: what platforms do, whom measures are for and
// how many they reached, what a figure is about beside its subject. Answers worked out by hand; lines are named.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

describe("platforms and names", () => {
  test("the enterprise platform of Wuzhong offers subscription, matching and pushing of policies (001:6)", async () => {
    expect(await data(`{ platform(id: "platform:qiyetong") { functions sources { line } } }`)).toEqual({
      platform: { functions: ["政策订阅", "政策匹配", "多渠道精准推送"], sources: [{ line: 6 }] },
    });
  });

  test("Xishan is found as the eastern gate of Wuxi (003:2)", async () => {
    expect(await data(`{ region(name: "无锡东大门") { id } }`)).toEqual({ region: { id: "region:xishan" } });
  });
});

describe("measures: what they ask and how many they reached", () => {
  test("the free diagnosis is for larger enterprises and reached 400 (000:21)", async () => {
    expect(
      await data(
        `{ measure(id: "measure:xishan-free-diagnosis") { beneficiaries requires { nodes { name } } observations { nodes { value unit period subject { id } sources { line } } } } }`,
      ),
    ).toEqual({
      measure: {
        beneficiaries: "规上企业，逐步覆盖面广量大的中小企业",
        requires: { nodes: [{ name: "规上企业" }] },
        observations: {
          nodes: [
            {
              value: 400,
              unit: "家",
              period: "2022",
              subject: { id: "region:xishan" },
              sources: [{ line: 21 }],
            },
          ],
        },
      },
    });
  });

  test("the industrial policy funds of Wuzhong are for 521 projects with more than 1.7 hundred million (001:6)", async () => {
    expect(
      await data(
        `{ measure(id: "measure:wuzhong-policy-funds") { observations { nodes { metric value unit bound status } } } }`,
      ),
    ).toEqual({
      measure: {
        observations: {
          nodes: [
            { metric: "support-funds", value: 1.7, unit: "亿元", bound: "AT_LEAST", status: "TARGET" },
            { metric: "supported-projects", value: 521, unit: "个", bound: "EXACT", status: "TARGET" },
          ],
        },
      },
    });
  });

  test("each reward to SRDI enterprises tells the sum of all six (002:34)", async () => {
    const { observations } = await data<{
      observations: { nodes: { about: { totalCount: number; nodes: { id: string }[] } }[] };
    }>(
      `{ observations(filter: { metric: "reward-total" }) { nodes { about(first: 10) { totalCount nodes { id } } } } }`,
    );
    expect(
      observations.nodes.map(
        ({ about }) => about.nodes.filter((one) => one.id.startsWith("measure:")).length,
      ),
    ).toEqual([6]);
  });
});

describe("figures and what they are about", () => {
  test("the targets of Wuzhong for strategic industries are those of that chain too (001:1, 001:7)", async () => {
    expect(
      await data(
        `{ targets(subject: "cluster:wuzhong-strategic") { nodes { metric value period subject { id } } } }`,
      ),
    ).toEqual({
      targets: {
        nodes: [
          { metric: "strategic-share", value: 37.5, period: "2021", subject: { id: "region:wuzhong" } },
          { metric: "strategic-growth", value: 23, period: "2022", subject: { id: "region:wuzhong" } },
          { metric: "strategic-share", value: 40, period: "2022", subject: { id: "region:wuzhong" } },
          {
            metric: "leading-output-growth-target",
            value: 15,
            period: null,
            subject: { id: "cluster:wuzhong-strategic" },
          },
          {
            metric: "output-multiple-target",
            value: 2,
            period: null,
            subject: { id: "cluster:wuzhong-strategic" },
          },
        ],
      },
    });
  });

  test("what is known of national little giants: counted, shared, researched, patented (000:13, 002:28, 003:15)", async () => {
    const { observations } = await data<{ observations: { nodes: { metric: string; value: number }[] } }>(
      `{ observations(filter: { about: "certification:srdi-little-giant-national", within: "region:xishan" }) { nodes { metric value } } }`,
    );
    expect(Object.fromEntries(observations.nodes.map(({ metric, value }) => [metric, value]))).toEqual({
      "invention-patents": 289,
      "rank-in-city": 2,
      "rd-intensity": 5.14,
      "research-bodies": 46,
      "srdi-national-share": 14.2,
      "srdi-national-total": 33,
      "srdi-recognised-national": 12,
      standards: 47,
    });
  });

  test("growth by 20 high-tech enterprises (新增, 004:7) and 30 that pass recognition (通过认定, 004:16) are two metrics", async () => {
    const { observations } = await data<{
      observations: { nodes: { metric: string; value: number; conflicts: { nodes: { id: string }[] } }[] };
    }>(
      `{ observations(filter: { about: "certification:high-tech-enterprise" }) { nodes { metric value conflicts { nodes { id } } } } }`,
    );
    const conflicts = { nodes: [{ id: "conflict:new-against-recognised" }] };
    expect(observations.nodes.filter((one) => one.conflicts.nodes.length > 0)).toEqual(
      expect.arrayContaining([
        { metric: "high-tech-new", value: 20, conflicts },
        { metric: "high-tech-recognised", value: 30, conflicts },
      ]),
    );
  });

  test("titles that Xishan wants for its internet of vehicles are those of the chain (003:8)", async () => {
    const { cluster } = await data<{ cluster: { certifications: { nodes: { id: string }[] } } }>(
      `{ cluster(id: "cluster:iov-chain") { certifications { nodes { id } } } }`,
    );
    expect(cluster.certifications.nodes.map(({ id }) => id).sort()).toEqual([
      "certification:dual-smart-pilot",
      "certification:icv-zone-provincial",
      "certification:iov-pilot-national",
    ]);
  });
});
