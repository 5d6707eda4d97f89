// Policies look for enterprises: each predicate, groups, negation, bounds, near misses and time, both ways.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "./support/answers.ts";
import { policyWorld } from "./support/policy-world.ts";

const { data, ask } = loadedEngines(policyWorld);
const patient = 600_000;
const all = ["ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE"];

interface Condition {
  readonly condition: { readonly id: string };
  readonly status: string;
  readonly clause: string;
  readonly implied: boolean;
  readonly change: string | null;
  readonly toFind: string | null;
  readonly fact: { readonly status: string; readonly to: { readonly id: string } } | null;
  readonly figure: { readonly value: number } | null;
}
interface Match {
  readonly status: string;
  readonly amount: number;
  readonly amountKind: string;
  readonly lacks: string;
  readonly node: { readonly id: string };
  readonly conditions: readonly Condition[];
  readonly missing: readonly Condition[];
}

const condition =
  "condition { id } status clause implied change toFind fact { status to { id } } figure { value }";
const matchQuery = `query ($id: ID!, $asOf: Date, $status: [MatchStatus!]) { enterprise(id: $id) {
  policyMatches(asOf: $asOf, status: $status, first: 100) { totalCount edges {
    status amount amountKind lacks node { id } conditions { ${condition} } missing { ${condition} } } } } }`;
const candidateQuery = `query ($id: ID!, $asOf: Date, $status: [MatchStatus!], $region: ID, $park: ID, $first: Int, $after: String) { measure(id: $id) {
  candidates(asOf: $asOf, status: $status, region: $region, park: $park, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges {
    status amount amountKind lacks node { id } missing { ${condition} } } } } }`;

async function matches(id: string, asOf: string | null = "2023"): Promise<Record<string, Match>> {
  const answer = await data<{ enterprise: { policyMatches: { totalCount: number; edges: Match[] } } }>(
    matchQuery,
    { id: `enterprise:${id}`, asOf, status: all },
  );
  const { edges, totalCount } = answer.enterprise.policyMatches;
  expect(totalCount).toBe(edges.length);
  return Object.fromEntries(edges.map((edge) => [edge.node.id.replace("measure:", ""), edge]));
}

const statusOf = async (id: string, measure: string, asOf: string | null = "2023") =>
  (await matches(id, asOf))[measure]?.status;

interface Candidates {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly Match[];
}
async function candidates(id: string, variables: Record<string, unknown> = {}): Promise<Candidates> {
  const answer = await data<{ measure: { candidates: Candidates } }>(candidateQuery, {
    id: `measure:${id}`,
    first: 100,
    asOf: "2023",
    ...variables,
  });
  return answer.measure.candidates;
}
const named = ({ edges }: Candidates): Record<string, string> =>
  Object.fromEntries(edges.map((edge) => [edge.node.id.replace("enterprise:", ""), edge.status]));

describe("a measure for first recognition in a district", () => {
  test(
    "each enterprise stands where its facts put it, and unknown is never unmet",
    async () => {
      expect(named(await candidates("first", { status: all }))).toMatchObject({
        fresh: "ELIGIBLE",
        two: "ELIGIBLE",
        renewed: "INELIGIBLE",
        lower: "NEARLY",
        lost: "NEARLY",
        "two-tracks": "NEARLY",
        "implied-lower": "UNKNOWN",
        giant: "UNKNOWN",
        bare: "UNKNOWN",
        nowhere: "UNKNOWN",
        city: "UNKNOWN",
        west: "INELIGIBLE",
        old: "UNKNOWN",
      });
    },
    patient,
  );

  test(
    "says why, with the clause, the fact and what it lacks",
    async () => {
      const { first, renewal } = await matches("lower");
      expect(first).toMatchObject({ status: "NEARLY", amount: 300000, amountKind: "CEILING" });
      expect(first?.lacks).toBe("尚缺：获评资质provincial");
      expect(
        first?.conditions.map((one) => [one.condition.id, one.status, one.clause, one.fact?.to.id]),
      ).toEqual([
        ["condition:east", "MET", "第first条", "region:east"],
        ["condition:first", "UNMET", "第first条", "certification:municipal"],
      ]);
      expect(first?.missing.map((one) => [one.condition.id, one.change, one.toFind])).toEqual([
        ["condition:first", "获评资质provincial", null],
      ]);
      expect(renewal?.status).toBe("NEARLY");
    },
    patient,
  );

  test(
    "an implied fact does not rule out a higher rung, and is shown as implied",
    async () => {
      const { first, up } = await matches("implied-lower");
      expect(first?.missing).toMatchObject([
        {
          status: "UNKNOWN",
          implied: true,
          toFind: "是否获评、何时获评资质provincial",
          fact: { status: "IMPLIED" },
        },
      ]);
      expect(first?.lacks).toBe("图中无据，需核实：是否获评、何时获评资质provincial");
      expect(up?.status).toBe("ELIGIBLE");
    },
    patient,
  );

  test(
    "who passed re-examination gets the one for that instead, and before that year the first one",
    async () => {
      const now = await matches("renewed");
      expect([now.first?.status, now.renewal?.status]).toEqual(["INELIGIBLE", "ELIGIBLE"]);
      const before = await matches("renewed", "2020");
      expect([before.first?.status, before.renewal?.status]).toEqual(["ELIGIBLE", "NEARLY"]);
    },
    patient,
  );

  test(
    "a certification that was lost counts before its end and not after",
    async () => {
      expect(await statusOf("lost", "first", "2020")).toBe("ELIGIBLE");
      expect(await statusOf("lost", "first", "2021-06-10")).toBe("UNKNOWN");
      expect(await statusOf("lost", "first", "2023")).toBe("NEARLY");
      expect(await statusOf("lost", "first", "2017")).toBe("NEARLY");
    },
    patient,
  );

  test(
    "a term that is over leaves it open whether the certification still holds",
    async () => {
      expect(await statusOf("fresh", "first", "2026-01-01")).toBe("UNKNOWN");
    },
    patient,
  );
});

describe("groups, negation, figures", () => {
  test(
    "one group suffices, and the smaller change is proposed",
    async () => {
      expect(await statusOf("rich", "either")).toBe("ELIGIBLE");
      expect(await statusOf("tech", "either")).toBe("ELIGIBLE");
      const { either } = await matches("tech-low");
      expect([either?.status, either?.lacks]).toEqual(["NEARLY", "尚缺：达到：条件capital"]);
    },
    patient,
  );

  test(
    "a figure's bound, disagreement, approximation and forecast are respected; the latest period counts",
    async () => {
      const rd = async (id: string) =>
        (await matches(id)).either?.conditions.find((one) => one.condition.id === "condition:rd");
      expect((await rd("tech"))?.status).toBe("MET");
      expect(await rd("tech-low")).toMatchObject({ status: "UNMET", figure: { value: 4 } });
      expect((await rd("at-least-4"))?.status).toBe("UNKNOWN");
      expect((await rd("at-least-10"))?.status).toBe("MET");
      expect((await rd("about"))?.status).toBe("UNKNOWN");
      expect((await rd("disagree"))?.status).toBe("UNKNOWN");
      expect(await rd("forecast")).toMatchObject({ status: "UNKNOWN", figure: null });
    },
    patient,
  );

  test(
    "a figure of a later period does not count as of an earlier date",
    async () => {
      const { either } = await matches("tech-low", "2021");
      expect(either?.conditions.find((one) => one.condition.id === "condition:rd")).toMatchObject({
        status: "MET",
        figure: { value: 6 },
      });
    },
    patient,
  );

  test(
    "negation turns met and unmet, and leaves unknown",
    async () => {
      expect(await statusOf("lower", "not")).toBe("ELIGIBLE");
      expect(await statusOf("giant", "not")).toBe("INELIGIBLE");
      expect(await statusOf("bare", "not")).toBe("UNKNOWN");
    },
    patient,
  );

  test(
    "more than two changes are no near miss; a complete list tells who does not hold a certification",
    async () => {
      const { many } = await matches("poor", null);
      expect(many?.status).toBe("INELIGIBLE");
      expect(many?.missing.map((one) => [one.condition.id, one.status])).toEqual([
        ["condition:capital", "UNMET"],
        ["condition:green", "UNMET"],
        ["condition:listed", "UNMET"],
      ]);
    },
    patient,
  );

  test(
    "park with its parts, cluster with its parts, founding as precise as known",
    async () => {
      expect(await statusOf("old", "old")).toBe("ELIGIBLE");
      expect(await statusOf("vague", "old")).toBe("UNKNOWN");
      expect(await statusOf("young", "old")).toBe("INELIGIBLE");
      expect(await statusOf("two", "old")).toBe("UNKNOWN");
    },
    patient,
  );

  test(
    "a fact that no enterprise has leaves all unknown, and says which fact to collect",
    async () => {
      const { edges, totalCount } = await candidates("secret", { status: all });
      expect(new Set(edges.map((edge) => `${edge.status} ${edge.lacks}`))).toEqual(
        new Set(["UNKNOWN 图中无据，需核实：最近一期数据：条件revenue"]),
      );
      expect(totalCount).toBe(24);
    },
    patient,
  );

  test(
    "without conditions nobody is eligible, and who is elsewhere is not offered it",
    async () => {
      const answer = named(await candidates("none", { status: all }));
      expect(answer).toMatchObject({ bare: "UNKNOWN", city: "UNKNOWN", west: "INELIGIBLE" });
      expect(Object.values(answer)).not.toContain("ELIGIBLE");
    },
    patient,
  );
});

describe("both ways", () => {
  test(
    "every pair of enterprise and measure gets one answer from either side, at two dates",
    async () => {
      const measures = ["first", "renewal", "either", "not", "many", "secret", "none", "old", "up"];
      for (const asOf of ["2023", "2020"]) {
        const fromMeasures: Record<string, string | undefined> = {};
        const ids = new Set<string>();
        for (const measure of measures) {
          for (const [id, status] of Object.entries(
            named(await candidates(measure, { status: all, asOf })),
          )) {
            fromMeasures[`${id} ${measure}`] = status;
            ids.add(id);
          }
        }
        const fromEnterprises: Record<string, string | undefined> = {};
        for (const id of ids) {
          for (const [measure, match] of Object.entries(await matches(id, asOf)))
            fromEnterprises[`${id} ${measure}`] = match.status;
        }
        expect(fromMeasures).toEqual(fromEnterprises);
      }
    },
    patient,
  );

  test(
    "the narrower lists are those of all, narrowed: by status, region, park and page",
    async () => {
      const whole = named(await candidates("first", { status: all }));
      const only = (status: readonly string[]) =>
        Object.fromEntries(Object.entries(whole).filter(([, one]) => status.includes(one)));
      expect(named(await candidates("first", { status: ["ELIGIBLE"] }))).toEqual(only(["ELIGIBLE"]));
      expect(named(await candidates("first"))).toEqual(only(["ELIGIBLE", "NEARLY", "UNKNOWN"]));
      expect(named(await candidates("first", { status: ["UNKNOWN"] }))).toEqual(only(["UNKNOWN"]));
      expect(named(await candidates("first", { region: "region:west", status: all }))).toEqual({
        two: "ELIGIBLE",
        west: "INELIGIBLE",
      });
      expect(named(await candidates("first", { park: "park:a", status: all }))).toEqual({
        old: "UNKNOWN",
        two: "ELIGIBLE",
        vague: "UNKNOWN",
        young: "UNKNOWN",
      });
      const paged: string[] = [];
      let after: string | null = null;
      for (let more = true; more; ) {
        const page: Candidates = await candidates("first", { first: 3, after });
        paged.push(...page.edges.map((edge) => edge.node.id));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(paged).toEqual((await candidates("first")).edges.map((edge) => edge.node.id));
    },
    patient,
  );
});

describe("what if", () => {
  const query = `query ($id: ID!, $condition: ID!, $atLeast: Float, $drop: Boolean, $target: ID) { measure(id: $id) {
    whatIf(condition: $condition, atLeast: $atLeast, drop: $drop, target: $target, asOf: "2023") {
      before { eligible nearly unknown ineligible cost } after { eligible nearly unknown ineligible cost } costKind } } }`;
  const whatIf = async (id: string, variables: Record<string, unknown>) =>
    (await data<{ measure: { whatIf: unknown } }>(query, { id: `measure:${id}`, ...variables })).measure
      .whatIf;

  test(
    "a lower threshold lets more in; all statuses add up to all enterprises",
    async () => {
      const answer = (await whatIf("either", { condition: "condition:rd", atLeast: 4 })) as {
        before: Record<string, number>;
        after: Record<string, number>;
      };
      expect(answer.before).toMatchObject({ eligible: 3, cost: 60000 });
      expect(answer.after).toMatchObject({ eligible: 7, cost: 140000 });
      for (const { eligible, nearly, unknown, ineligible } of [answer.before, answer.after])
        expect([eligible, nearly, unknown, ineligible].reduce((sum, one) => (sum ?? 0) + (one ?? 0), 0)).toBe(
          24,
        );
    },
    patient,
  );

  test(
    "a condition dropped, and another certification in its place",
    async () => {
      expect(await whatIf("first", { condition: "condition:east", drop: true })).toMatchObject({
        before: { eligible: 2, cost: 600000 },
        after: { eligible: 5, cost: 1500000 },
        costKind: "CEILING",
      });
      expect(
        await whatIf("first", { condition: "condition:first", target: "certification:municipal" }),
      ).toMatchObject({ after: { eligible: 3 } });
    },
    patient,
  );

  test(
    "a condition that the measure does not have gives null",
    async () => {
      const answer = await ask(query, { id: "measure:first", condition: "condition:rd" });
      expect(answer.data).toEqual({ measure: { whatIf: null } });
    },
    patient,
  );
});
