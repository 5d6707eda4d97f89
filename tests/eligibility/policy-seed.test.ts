// Policies on the real data: answers worked out by hand from the reports (002:34 and 38, 001:2, 000:13).
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
    "what is lacking is told in both languages, in Chinese where none is asked for",
    async () => {
      const { enterprise } = await data<{
        enterprise: { policyMatches: { edges: { node: { id: string } }[] } };
      }>(
        `{ enterprise(id: "enterprise:weichuang") { policyMatches(status: [INELIGIBLE], first: 100) { edges {
          node { id } zh: lacks(lang: ZH) en: lacks(lang: EN) missing { toFind en: toFind(lang: EN) change(lang: EN) } } } } }`,
      );
      const { edges } = enterprise.policyMatches;
      expect(edges.find(({ node }) => node.id === "measure:xishan-service-commissioner")).toMatchObject({
        zh: "不符合：位于锡山区；图中无据，需核实：是否获评、何时获评省级专精特新企业（或更高级别）",
        en: "not met: to be in Xishan District; not in the graph, to be looked into: whether and when it was recognised as provincial SRDI enterprise (or a higher one)",
        missing: [
          { toFind: null, en: null, change: null },
          {
            toFind: "是否获评、何时获评省级专精特新企业（或更高级别）",
            en: "whether and when it was recognised as provincial SRDI enterprise (or a higher one)",
            change: null,
          },
        ],
      });
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
