// The ladder: the rung on each track, what the next one pays and lacks, when re-examination is due, and who stands below.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { policyWorld } from "../support/policy-world.ts";

const { data } = loadedEngines(policyWorld);
const patient = 600_000;

interface Position {
  readonly track: string;
  readonly certification: { readonly id: string } | null;
  readonly next: { readonly id: string } | null;
  readonly [field: string]: unknown;
}
const ladderQuery = `query ($id: ID!, $asOf: Date, $all: Boolean) { enterprise(id: $id) { ladder(asOf: $asOf, all: $all) {
  track rung since validity due dueUnknown lacks certification { id } next { id }
  fact { status sources { line } } pays { amount amountKind status measure { id } sources { line } }
  conditions { status condition { id } } missing { toFind } } } }`;
const candidateQuery = `query ($id: ID!, $asOf: Date, $park: ID, $region: ID) { certification(id: $id) { candidates(asOf: $asOf, park: $park, region: $region) {
  totalCount edges { rung lacks current { id } fact { status } node { id } missing { condition { id } status } } } } }`;

async function ladder(id: string, variables: Record<string, unknown> = {}): Promise<readonly Position[]> {
  const answer = await data<{ enterprise: { ladder: Position[] } }>(ladderQuery, {
    id: `enterprise:${id}`,
    asOf: "2023",
    ...variables,
  });
  return answer.enterprise.ladder;
}

describe("the ladder of an enterprise", () => {
  test(
    "two tracks stand side by side, each with its rung, since when, and the next one",
    async () => {
      expect(await ladder("two-tracks")).toMatchObject([
        {
          track: "high-tech",
          rung: 1,
          since: "2020",
          validity: "VALID",
          certification: { id: "certification:tech-sme" },
          next: { id: "certification:high-tech" },
          pays: [],
        },
        {
          track: "srdi",
          rung: 2,
          since: "2021",
          certification: { id: "certification:municipal" },
          next: { id: "certification:provincial" },
        },
      ]);
    },
    patient,
  );

  test(
    "the next rung says what it pays where the enterprise is, and which fact is missing for it",
    async () => {
      const [position] = await ladder("lower");
      expect(position).toMatchObject({
        due: null,
        dueUnknown: "有效期未知",
        pays: [
          {
            amount: 300000,
            amountKind: "CEILING",
            status: "MET",
            measure: { id: "measure:first" },
            sources: [{ line: 1 }],
          },
        ],
        conditions: [{ status: "UNKNOWN", condition: { id: "condition:rd" } }],
        missing: [{ toFind: "最近一期数据：条件rd" }],
        lacks: "图中无据，需核实：最近一期数据：条件rd",
      });
    },
    patient,
  );

  test(
    "re-examination is due a term after the recognition or the last re-examination known by the date",
    async () => {
      expect(await ladder("fresh")).toMatchObject([{ rung: 3, due: 2025, dueUnknown: null }]);
      expect(await ladder("renewed")).toMatchObject([{ rung: 3, due: 2025 }]);
      expect(await ladder("renewed", { asOf: "2020" })).toMatchObject([{ rung: 3, due: 2022 }]);
    },
    patient,
  );

  test(
    "a certification that was lost is a rung before its end and none after",
    async () => {
      expect(await ladder("lost", { asOf: "2020" })).toMatchObject([
        { certification: { id: "certification:provincial" } },
      ]);
      expect(await ladder("lost")).toEqual([]);
    },
    patient,
  );

  test(
    "the top of a track has no next rung; tracks without a known rung come on demand",
    async () => {
      expect(await ladder("giant")).toMatchObject([{ rung: 4, next: null, pays: [], lacks: null }]);
      const all = await ladder("bare", { all: true });
      expect(all.map(({ track, certification, next }) => [track, certification, next?.id])).toEqual([
        ["high-tech", null, "certification:tech-sme"],
        ["srdi", null, "certification:municipal"],
      ]);
      expect(await ladder("west")).toMatchObject([{ next: { id: "certification:giant" }, pays: [] }]);
    },
    patient,
  );
});

describe("candidates for a rung", () => {
  interface Answer {
    readonly certification: {
      readonly candidates: {
        readonly totalCount: number;
        readonly edges: readonly {
          readonly node: { readonly id: string };
          readonly rung: number | null;
          readonly [field: string]: unknown;
        }[];
      };
    };
  }
  const candidates = async (id: string, variables: Record<string, unknown> = {}) =>
    (await data<Answer>(candidateQuery, { id: `certification:${id}`, asOf: "2023", ...variables }))
      .certification.candidates;

  test(
    "are those known on a lower rung, the nearest first, with what each lacks",
    async () => {
      const { edges, totalCount } = await candidates("giant");
      expect(totalCount).toBe(edges.length);
      expect(edges.map((edge) => [edge.node.id.replace("enterprise:", ""), edge.rung])).toEqual([
        ...["city", "fresh", "nowhere", "renewed", "two", "west"].map((id) => [id, 3]),
        ...["implied-lower", "lower", "two-tracks"].map((id) => [id, 2]),
      ]);
      expect(edges[0]).toMatchObject({ lacks: "条件尚未录入，需查阅原文", missing: [] });
      const provincial = await candidates("provincial");
      expect(provincial.edges).toMatchObject([
        {
          node: { id: "enterprise:implied-lower" },
          fact: { status: "IMPLIED" },
          missing: [{ condition: { id: "condition:rd" }, status: "UNKNOWN" }],
        },
        { node: { id: "enterprise:lower" } },
        { node: { id: "enterprise:two-tracks" } },
      ]);
    },
    patient,
  );

  test(
    "of a park also those of whom no rung is known",
    async () => {
      const { edges } = await candidates("giant", { park: "park:a" });
      expect(edges.map((edge) => [edge.node.id, edge.rung])).toEqual([
        ["enterprise:two", 3],
        ["enterprise:old", null],
        ["enterprise:vague", null],
        ["enterprise:young", null],
      ]);
    },
    patient,
  );
});
