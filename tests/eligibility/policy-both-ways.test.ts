// Policies and enterprises from both sides: one answer for each pair, narrower lists, and what a change would do.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { all, type Candidates, named, patient, policyAsking } from "../support/policy-asking.ts";
import { policyWorld } from "../support/policy-world.ts";

const engines = loadedEngines(policyWorld);
const { data, ask } = engines;
const { matches, candidates } = policyAsking(engines);

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
