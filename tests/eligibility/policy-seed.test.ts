// Policies and ladders on the real data: answers worked out by hand from the reports (002:34 and 38, 001:2, 000:13).
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));
const patient = 600_000;
const rewards = ["national-first", "provincial-first", "national-renewal", "provincial-renewal"];
const offered = [...rewards, "municipal-first", "municipal-renewal"].map(
  (name) => `measure:xishan-srdi-${name}`,
);

interface Edge {
  readonly status: string;
  readonly amount: number | null;
  readonly amountKind: string | null;
  readonly lacks: string;
  readonly node: { readonly id: string };
  readonly conditions: readonly {
    readonly text: string;
    readonly clause: string;
    readonly status: string;
    readonly fact: { readonly to: { readonly id: string } } | null;
    readonly sources: readonly { readonly line: number; readonly document: { readonly stem: string } }[];
  }[];
}
const conditions = "conditions { text clause status fact { to { id } } sources { line document { stem } } }";
const matchQuery = `query ($id: ID!, $status: [MatchStatus!]) { enterprise(id: $id) { policyMatches(status: $status, first: 100) {
  edges { status amount amountKind lacks node { id } ${conditions} } } } }`;
const candidateQuery = `query ($id: ID!, $status: [MatchStatus!], $park: ID) { measure(id: $id) { candidates(status: $status, park: $park, first: 100) {
  totalCount edges { status lacks node { id } } } } }`;
const ladderQuery = `query ($id: ID!, $all: Boolean) { enterprise(id: $id) { ladder(all: $all) {
  track rung since due dueUnknown certification { id } next { id } pays { amount amountKind status measure { id } sources { line } } } } }`;

async function matches(id: string, status: readonly string[]): Promise<readonly Edge[]> {
  const answer = await data<{ enterprise: { policyMatches: { edges: Edge[] } } }>(matchQuery, { id, status });
  return answer.enterprise.policyMatches.edges;
}
async function candidates(id: string, variables: Record<string, unknown> = {}) {
  interface Answer {
    readonly measure: {
      readonly candidates: { readonly totalCount: number; readonly edges: readonly Edge[] };
    };
  }
  const defaults = { status: ["ELIGIBLE", "NEARLY", "UNKNOWN"] };
  return (await data<Answer>(candidateQuery, { id, ...defaults, ...variables })).measure.candidates;
}
const ladder = async (id: string, all = false) =>
  (await data<{ enterprise: { ladder: readonly Record<string, unknown>[] } }>(ladderQuery, { id, all }))
    .enterprise.ladder;

describe("policies look for enterprises, on the real data", () => {
  test(
    "鑫宏业 of Xishan may get each of the six rewards; which level it holds is not said, so each is to be checked",
    async () => {
      const edges = await matches("enterprise:xinhongye", ["ELIGIBLE", "NEARLY", "UNKNOWN"]);
      expect(edges.every((edge) => edge.status === "UNKNOWN")).toBe(true);
      const amounts = Object.fromEntries(
        edges
          .filter((edge) => edge.amount !== null)
          .map((edge) => [edge.node.id, [edge.amount, edge.amountKind]]),
      );
      expect(amounts).toEqual({
        "measure:xishan-srdi-national-first": [500000, "CEILING"],
        "measure:xishan-srdi-provincial-first": [300000, "CEILING"],
        "measure:xishan-srdi-municipal-first": [100000, "CEILING"],
        "measure:xishan-srdi-national-renewal": [150000, "FLAT"],
        "measure:xishan-srdi-provincial-renewal": [100000, "FLAT"],
        "measure:xishan-srdi-municipal-renewal": [50000, "FLAT"],
      });
    },
    patient,
  );

  test(
    "each condition cites its line, and shows the park that puts 鑫宏业 into the district",
    async () => {
      const edges = await matches("enterprise:xinhongye", ["ELIGIBLE", "NEARLY", "UNKNOWN"]);
      const national = edges.find((edge) => edge.node.id === "measure:xishan-srdi-national-first");
      const sources = [{ line: 34, document: { stem: "002_9915ebdee877c537" } }];
      expect(national?.conditions).toMatchObject([
        { text: "位于锡山区", status: "MET", fact: { to: { id: "park:xishan-development-zone" } }, sources },
        {
          text: "获评国家级专精特新“小巨人”企业（首次认定）",
          clause: "获评，最高50万元",
          status: "UNKNOWN",
          sources,
        },
      ]);
      expect(national?.lacks).toBe("图中无据，需核实：是否获评、何时获评国家级专精特新“小巨人”企业");
    },
    patient,
  );

  test(
    "伟创电气, a little giant of Wuzhong, is not offered Xishan's money",
    async () => {
      const edges = await matches("enterprise:weichuang", ["ELIGIBLE", "NEARLY", "UNKNOWN"]);
      expect(edges.map((edge) => edge.node.id).filter((id) => id.startsWith("measure:xishan"))).toEqual([]);
      expect(edges.map((edge) => edge.node.id)).toContain("measure:wuzhong-smart-loan");
      const refused = await matches("enterprise:weichuang", ["INELIGIBLE"]);
      expect(refused.map((edge) => edge.node.id)).toEqual(expect.arrayContaining(offered));
      const national = refused.find((edge) => edge.node.id === "measure:xishan-srdi-national-first");
      expect(national?.lacks).toBe(
        "不符合：位于锡山区；图中无据，需核实：是否获评、何时获评国家级专精特新“小巨人”企业",
      );
    },
    patient,
  );

  test(
    "of whom no place is known it is unknown, and the place is what to find out",
    async () => {
      const edges = await matches("enterprise:baidu", ["UNKNOWN"]);
      const national = edges.find((edge) => edge.node.id === "measure:xishan-srdi-national-first");
      expect(national?.lacks).toContain("注册或经营地点：是否在锡山区");
    },
    patient,
  );

  test(
    "a measure whose conditions no report states is open to its own district, and nobody is called eligible",
    async () => {
      const { edges } = await candidates("measure:wuzhong-smart-loan");
      expect(edges.map((edge) => edge.node.id)).toContain("enterprise:weichuang");
      expect(edges.map((edge) => edge.node.id)).not.toContain("enterprise:xinhongye");
      expect(new Set(edges.map((edge) => edge.status))).toEqual(new Set(["UNKNOWN"]));
    },
    patient,
  );

  test(
    "which enterprises of 锡山经开区 could still get the little giant reward, and what each lacks",
    async () => {
      const { edges } = await candidates("measure:xishan-srdi-national-first", {
        park: "park:xishan-development-zone",
      });
      expect(edges.find((edge) => edge.node.id === "enterprise:xinhongye")).toMatchObject({
        status: "UNKNOWN",
        lacks: "图中无据，需核实：是否获评、何时获评国家级专精特新“小巨人”企业",
      });
    },
    patient,
  );

  test(
    "were Xishan's reward Wuzhong's, two of its little giants would get up to 500,000 yuan each; the term of the third is over",
    async () => {
      const query = `query ($target: ID, $drop: Boolean) { measure(id: "measure:xishan-srdi-national-first") {
      whatIf(condition: "condition:in-xishan", target: $target, drop: $drop) { before { eligible cost } after { eligible cost } costKind } } }`;
      const answer = await data(query, { target: "region:wuzhong", drop: false });
      const changed = {
        before: { eligible: 0, cost: 0 },
        after: { eligible: 2, cost: 1000000 },
        costKind: "CEILING",
      };
      expect(answer).toEqual({ measure: { whatIf: changed } });
      expect(await data(query, { target: null, drop: true })).toEqual({ measure: { whatIf: changed } });
    },
    patient,
  );
});

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
    "the first rung is that of innovative SMEs: one of eight ways suffices, and the shortest is told with the fact to find",
    async () => {
      const query = `query ($id: ID!) { enterprise(id: $id) { ladder(all: true) { track next { id } pays { amount } lacks
        conditions { text status sources { line document { stem url } } } } } }`;
      interface Answer {
        readonly enterprise: { readonly ladder: readonly Record<string, unknown>[] };
      }
      const { enterprise } = await data<Answer>(query, { id: "enterprise:jiguang" });
      const first = enterprise.ladder.find((position) => position.track === "srdi");
      expect(first).toMatchObject({
        next: { id: "certification:innovative-sme" },
        pays: [],
        lacks: "图中无据，需核实：最近一期数据：近三年获国家级或省级科技奖励",
      });
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
