// Ladders on the real data: answers worked out by hand from the reports (002:34 and 38, 001:2, 000:13).
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));
const patient = 600_000;
const ladderQuery = `query ($id: ID!, $all: Boolean) { enterprise(id: $id) { ladder(all: $all) {
  track rung since due dueUnknown certification { id } next { id } pays { amount amountKind status measure { id } sources { line } } } } }`;

const ladder = async (id: string, all = false) =>
  (await data<{ enterprise: { ladder: readonly Record<string, unknown>[] } }>(ladderQuery, { id, all }))
    .enterprise.ladder;

describe("the ladder, on the real data", () => {
  test(
    "伟创电气 stands on the top rung since 2021, for three years by the rules of 2022: re-examination is due in 2024",
    async () => {
      expect(await ladder("enterprise:weichuang")).toEqual([
        {
          track: "srdi",
          rung: 4,
          since: "2021",
          due: 2024,
          dueUnknown: null,
          certification: { id: "certification:srdi-little-giant-national" },
          next: null,
          pays: [],
        },
      ]);
    },
    patient,
  );

  test(
    "瑞可达's recognition has no year either",
    async () => {
      expect(await ladder("enterprise:ruikeda")).toMatchObject([
        { rung: 4, since: null, dueUnknown: "认定年份未知" },
      ]);
    },
    patient,
  );

  test(
    "the first rung is that of innovative SMEs: one of eight ways suffices, and each is told with the facts to find",
    async () => {
      const query = `query ($id: ID!) { enterprise(id: $id) { ladder(all: true) { track next { id } pays { amount } lacks missing { text } alternatives { alternative status lacks }
        conditions { text status sources { line document { stem url } } } } } }`;
      interface Answer {
        readonly enterprise: { readonly ladder: readonly Record<string, unknown>[] };
      }
      const { enterprise } = await data<Answer>(query, { id: "enterprise:jiguang" });
      const first = enterprise.ladder.find((position) => position.track === "srdi");
      expect(first).toMatchObject({
        next: { id: "certification:innovative-sme" },
        pays: [],
        missing: [{ text: "近三年获国家级或省级科技奖励" }],
      });
      const ways = first?.alternatives as { alternative: number; status: string; lacks: string }[];
      expect(ways.map(({ alternative }) => alternative)).toEqual([2, 3, 4, 5, 6, 7, 8, 1]);
      expect(ways[0]).toEqual({
        ...{ alternative: 2, status: "UNKNOWN" },
        lacks: "图中无据，需核实：最近一期数据：近三年获国家级或省级科技奖励",
      });
      expect(ways[1]?.lacks).toBe("图中无据，需核实：是否获评、何时获评高新技术企业");
      expect(first?.lacks).toBe(
        `以下满足其一：${ways.map((one) => `（${one.alternative}）${one.lacks}`).join("；")}`,
      );
      const url = "https://m.cq.bendibao.com/job/137287.shtm";
      const cited = { document: { stem: "web-bendibao-137287", url } };
      const score = { text: "创新型中小企业评价得分60分以上", status: "UNKNOWN" };
      expect(first?.conditions).toContainEqual({ ...score, sources: [{ line: 2, ...cited }] });
      expect(first?.conditions).toHaveLength(11);
    },
    patient,
  );

  test(
    "each clause on little giants that was read is a condition, in five ways: by revenue, or by innovation alone",
    async () => {
      const query = `{ certification(id: "certification:srdi-little-giant-national") { validYears conditions(first: 50) {
        edges { alternative clause sources { line } node { metric atLeast atMost unit target { id } } } } } }`;
      interface Answer {
        readonly certification: {
          readonly validYears: number;
          readonly conditions: {
            readonly edges: readonly {
              readonly alternative: number | null;
              readonly sources: readonly { readonly line: number }[];
              readonly node: Readonly<Record<string, unknown>>;
            }[];
          };
        };
      }
      const { certification } = await data<Answer>(query);
      expect(certification.validYears).toBe(3);
      const { edges } = certification.conditions;
      const ofWay = (way: number | null) =>
        edges
          .filter((edge) => edge.alternative === way)
          .map(({ node }) => [
            node.metric ?? (node.target as { id: string }).id,
            node.atLeast ?? null,
            node.atMost ?? null,
          ])
          .sort();
      expect(ofWay(null)).toEqual([
        ["certification:srdi-provincial", null, null],
        ["debt-ratio", null, 70],
        ["it-core-businesses", 1, null],
        ["main-revenue-growth", 5, null],
        ["main-revenue-share", 70, null],
        ["management-certificates", 1, null],
        ["market-share", 10, null],
        ["own-brands", 1, null],
        ["years-in-segment", 3, null],
      ]);
      expect(ofWay(1)).toEqual([
        ["class-i-ip", 2, null],
        ["enterprise-revenue", 100_000_000, null],
        ["own-rd-bodies", 1, null],
        ["rd-intensity", 3, null],
      ]);
      expect(ofWay(2)).toContainEqual(["rd-intensity", 6, null]);
      expect(ofWay(2)).toContainEqual(["enterprise-revenue", 50_000_000, 100_000_000]);
      expect(ofWay(3)).toContainEqual(["rd-staff-share", 50, null]);
      expect(ofWay(4)).toEqual([["science-award-rank", null, 3]]);
      expect(ofWay(5)).toEqual([["certification:maker-china-50", null, null]]);
    },
    patient,
  );

  test(
    "the provincial rung asks of an enterprise of Xishan that it is an innovative SME, and where it stands is met",
    async () => {
      const query = `{ certification(id: "certification:srdi-provincial") { candidates(region: "region:xishan", first: 100) {
        edges { node { id } lacks conditions { text status } } } } }`;
      interface Answer {
        readonly certification: {
          readonly candidates: {
            readonly edges: readonly {
              readonly node: { readonly id: string };
              readonly lacks: string;
              readonly conditions: readonly { readonly text: string; readonly status: string }[];
            }[];
          };
        };
      }
      const { certification } = await data<Answer>(query);
      const one = certification.candidates.edges.find((edge) => edge.node.id === "enterprise:xinhongye");
      expect(one?.conditions).toContainEqual({ text: "在江苏省境内注册", status: "MET" });
      expect(one?.lacks).toContain("是否获评、何时获评创新型中小企业");
      expect(one?.lacks).toContain("从事特定细分市场2年以上");
    },
    patient,
  );

  test(
    "no enterprise is named on a rung below the little giants; of Wuzhong's others the rung is not known",
    async () => {
      const query = `query ($region: ID) { certification(id: "certification:srdi-little-giant-national") {
      holders { nodes { id } } candidates(region: $region, first: 100) { edges { rung node { id } } } } }`;
      const holders = ["enterprise:jinglai", "enterprise:ruikeda", "enterprise:weichuang"];
      const answer = await data<{
        certification: {
          holders: { nodes: { id: string }[] };
          candidates: { edges: { rung: number | null; node: { id: string } }[] };
        };
      }>(query, { region: "region:wuzhong" });
      expect(answer.certification.holders.nodes.map((node) => node.id).sort()).toEqual(holders);
      const { edges } = answer.certification.candidates;
      expect(edges.map((edge) => edge.node.id)).toEqual(
        expect.arrayContaining(["enterprise:ecovacs", "enterprise:dongshan"]),
      );
      expect(edges.filter((edge) => edge.rung !== null || holders.includes(edge.node.id))).toEqual([]);
    },
    patient,
  );

  test(
    "the rungs of SRDI and of high-tech stand in their order",
    async () => {
      const rungs = async (track: string) => {
        const answer = await data<{ certifications: { nodes: { id: string; rung: number | null }[] } }>(
          "query ($track: String!) { certifications(filter: { track: $track }, orderBy: [{ field: RUNG }]) { nodes { id rung } } }",
          { track },
        );
        return answer.certifications.nodes
          .filter((node) => node.rung !== null)
          .map((node) => node.id.slice(14));
      };
      expect(await rungs("srdi")).toEqual([
        "innovative-sme",
        "srdi-municipal",
        "srdi-provincial",
        "srdi-little-giant-national",
      ]);
      expect(await rungs("high-tech")).toEqual(["tech-sme", "high-tech-enterprise"]);
    },
    patient,
  );
});
