// Policies look for enterprises: each predicate, groups, negation, bounds, near misses and time.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { all, named, patient, policyAsking } from "../support/policy-asking.ts";
import { policyWorld } from "../support/policy-world.ts";

const { matches, statusOf, candidates } = policyAsking(loadedEngines(policyWorld));

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
      expect([either?.status, either?.lacks]).toEqual([
        "NEARLY",
        "以下满足其一：（1）尚缺：达到：条件capital；（2）尚缺：达到：条件rd",
      ]);
      expect(either?.missing).toHaveLength(1);
      expect(either?.alternatives).toEqual([
        { alternative: 1, status: "NEARLY", lacks: "尚缺：达到：条件capital" },
        { alternative: 2, status: "NEARLY", lacks: "尚缺：达到：条件rd" },
      ]);
      // Where one way is open, what the others lack is not in the way, though it is told.
      const { either: open } = await matches("tech");
      expect(open?.lacks).toBe("条件均已满足");
      expect(open?.alternatives.map(({ status }) => status)).toEqual(["ELIGIBLE", expect.any(String)]);
      const { first } = await matches("tech-low");
      expect(first?.alternatives ?? []).toEqual([]);
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
