// Rules that change over the years: conditions, sums and application windows of a day, and measures that cannot be had
// together.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import type { CsvRecord } from "../support/folder.ts";

const sources = "d:1";
const row = (id: string, more: CsvRecord = {}): CsvRecord => ({
  id,
  name: `名称${id.split(":")[1]}`,
  sources,
  ...more,
});
const dated = (since: string, until: string): CsvRecord => ({ since, until });
const capital = (id: string, atLeast: number): CsvRecord =>
  row(`condition:${id}`, { predicate: "CAPITAL", atLeast, unit: "yuan" });
const has = (from: string, to: string, more: CsvRecord = dated("", "")): CsvRecord => ({
  from: `measure:${from}`,
  to: `condition:${to}`,
  ...more,
  sources,
});
const offers = (to: string, key: string, more: CsvRecord): CsvRecord => ({
  ...{ from: "policy:p", to: `measure:${to}`, key, amount: "", amountKind: "" },
  ...{ opens: "", closes: "", ...dated("", ""), ...more, sources },
});

/** 奖 asked for 10m until 2022 and for 20m from 2023; it paid 300,000, and pays 500,000 from 2023. */
const { data } = loadedEngines({
  entities: {
    Document: [{ id: "document:d", name: "文件", stem: "d", lines: 9 }],
    Policy: [row("policy:p")],
    Certification: [row("certification:c", { track: "t", rung: 1 })],
    Enterprise: [
      row("enterprise:large", { capital: 30_000_000 }),
      row("enterprise:middle", { capital: 15_000_000 }),
      row("enterprise:titled", { capital: 30_000_000 }),
    ],
    Measure: [
      row("measure:award", { amount: 100_000, amountKind: "FLAT" }),
      row("measure:loan", { amount: 400_000, amountKind: "" }),
      row("measure:plain", { amount: 1, amountKind: "" }),
    ],
    Condition: [
      capital("10m", 10_000_000),
      capital("20m", 20_000_000),
      row("condition:first", { predicate: "FIRST_RECOGNITION" }),
    ],
  },
  relations: {
    CERTIFIED_AS: [{ from: "enterprise:titled", to: "certification:c", year: 2023, sources }],
    HAS_CONDITION: [
      has("award", "10m", dated("2021", "2022")),
      has("award", "20m", dated("2023", "")),
      has("loan", "10m"),
      has("plain", "first", dated("2023", "")),
    ],
    TESTS: [{ from: "condition:first", to: "certification:c", sources }],
    OFFERS: [
      offers("award", "2021", {
        amount: 300_000,
        amountKind: "FLAT",
        ...dated("2021", "2022"),
        opens: "2021-03",
        closes: "2021-04-15",
      }),
      offers("award", "2023", {
        amount: 500_000,
        amountKind: "CEILING",
        ...dated("2023", ""),
        opens: "2023-03",
        closes: "2023-04",
      }),
      offers("plain", "2023", { amount: 7, ...dated("2023", "") }),
    ],
    EXCLUDES: [{ from: "measure:loan", to: "measure:award", sources }],
  },
});
const patient = 600_000;

interface Match {
  readonly node: { readonly id: string };
  readonly status: string;
  readonly amount: number | null;
  readonly amountKind: string | null;
  readonly applicationWindow: { status: string; opens: string | null; closes: string | null } | null;
  readonly exclusions: readonly {
    measure: { id: string };
    status: string;
    amount: number;
    better: boolean;
  }[];
  readonly conditions: readonly { readonly status?: string; readonly condition: { readonly id: string } }[];
}

async function matches(id: string, asOf: string | null): Promise<Readonly<Record<string, Match>>> {
  const answer = await data<{ enterprise: { policyMatches: { edges: Match[] } } }>(
    `query ($id: ID!, $asOf: Date) { enterprise(id: $id) { policyMatches(status: [ELIGIBLE, NEARLY, UNKNOWN, INELIGIBLE], asOf: $asOf) { edges {
      node { id } status amount amountKind applicationWindow { status opens closes sources { line } }
      exclusions { measure { id } status amount better sources { line } } conditions { status condition { id } } } } } }`,
    { id: `enterprise:${id}`, asOf },
  );
  return Object.fromEntries(
    answer.enterprise.policyMatches.edges.map((edge) => [edge.node.id.slice("measure:".length), edge]),
  );
}

interface Candidates {
  readonly measure: {
    readonly candidates: { readonly edges: readonly Match[] };
    readonly whatIf: { before: Record<string, number>; costKind: string | null } | null;
  };
}
const candidates = async (asOf: string, condition: string) => {
  const { measure } = await data<Candidates>(
    `query ($asOf: Date, $condition: ID!) { measure(id: "measure:award") {
      candidates(status: [ELIGIBLE, NEARLY, UNKNOWN, INELIGIBLE], asOf: $asOf) { edges { node { id } status amount applicationWindow { status } conditions { condition { id } } } }
      whatIf(condition: $condition, asOf: $asOf, drop: true) { before { eligible nearly cost } costKind } } }`,
    { asOf, condition },
  );
  return {
    edges: measure.candidates.edges.map((edge) => [
      edge.node.id.slice("enterprise:".length),
      edge.status,
      edge.amount,
      edge.applicationWindow?.status,
      edge.conditions.map((one) => one.condition.id),
    ]),
    whatIf: measure.whatIf,
  };
};

describe("rules of a day", () => {
  test(
    "conditions and sums are those in force on it",
    async () => {
      const then = (await matches("middle", "2022-06-30")).award;
      expect([then?.status, then?.amount, then?.amountKind]).toEqual(["ELIGIBLE", 300_000, "FLAT"]);
      expect(then?.conditions.map((one) => one.condition.id)).toEqual(["condition:10m"]);
      const later = (await matches("middle", "2023-06-30")).award;
      expect([later?.status, later?.amount, later?.amountKind]).toEqual(["NEARLY", 500_000, "CEILING"]);
      expect(later?.conditions.map((one) => one.condition.id)).toEqual(["condition:20m"]);
      expect((await matches("large", "2023-06-30")).award?.status).toBe("ELIGIBLE");
    },
    patient,
  );

  test(
    "before any of them the measure has no conditions that are known, and pays what it says itself",
    async () => {
      const early = (await matches("large", "2019")).award;
      expect([early?.status, early?.amount, early?.conditions]).toEqual(["UNKNOWN", 100_000, []]);
    },
    patient,
  );

  test(
    "a window is open, to open, or closed; the next to open comes before the last that closed",
    async () => {
      const windowOn = async (asOf: string) => (await matches("large", asOf)).award?.applicationWindow;
      expect(await windowOn("2021-03-01")).toMatchObject({
        status: "ACCEPTING",
        opens: "2021-03",
        closes: "2021-04-15",
      });
      expect(await windowOn("2023-04-30")).toMatchObject({ status: "ACCEPTING", closes: "2023-04" });
      expect(await windowOn("2022-06-30")).toMatchObject({ status: "UPCOMING", opens: "2023-03" });
      expect(await windowOn("2020")).toMatchObject({ status: "UPCOMING", opens: "2021-03" });
      expect(await windowOn("2023-05-01")).toMatchObject({ status: "CLOSED", closes: "2023-04" });
      expect((await matches("large", "2023")).loan?.applicationWindow).toBeNull();
    },
    patient,
  );

  test(
    "of measures that cannot be had together each names the other, and which is better on that day",
    async () => {
      const told = async (id: string, asOf: string) => {
        const all = await matches(id, asOf);
        return [all.award, all.loan].map((one) =>
          one?.exclusions.map(({ measure, status, amount, better }) => [measure.id, status, amount, better]),
        );
      };
      expect(await told("large", "2023-06-30")).toEqual([
        [["measure:loan", "ELIGIBLE", 400_000, false]],
        [["measure:award", "ELIGIBLE", 500_000, true]],
      ]);
      // A year before it paid less.
      expect(await told("large", "2022-06-30")).toEqual([
        [["measure:loan", "ELIGIBLE", 400_000, true]],
        [["measure:award", "ELIGIBLE", 300_000, false]],
      ]);
      // It pays more, but is not to be had.
      expect(await told("middle", "2023-06-30")).toEqual([
        [["measure:loan", "ELIGIBLE", 400_000, true]],
        [["measure:award", "NEARLY", 500_000, false]],
      ]);
      const { measure } = await data<{ measure: { excludes: { nodes: unknown[] } } }>(
        `{ measure(id: "measure:award") { excludes { nodes { id } } } }`,
      );
      expect(measure.excludes.nodes).toEqual([{ id: "measure:loan" }]);
    },
    patient,
  );

  test(
    "candidates and what-if are asked by the same rules",
    async () => {
      expect(await candidates("2022-06-30", "condition:10m")).toEqual({
        edges: [
          ["large", "ELIGIBLE", 300_000, "UPCOMING", ["condition:10m"]],
          ["middle", "ELIGIBLE", 300_000, "UPCOMING", ["condition:10m"]],
          ["titled", "ELIGIBLE", 300_000, "UPCOMING", ["condition:10m"]],
        ],
        whatIf: { before: { eligible: 3, nearly: 0, cost: 900_000 }, costKind: "FLAT" },
      });
      expect(await candidates("2023-04-01", "condition:20m")).toEqual({
        edges: [
          ["large", "ELIGIBLE", 500_000, "ACCEPTING", ["condition:20m"]],
          ["titled", "ELIGIBLE", 500_000, "ACCEPTING", ["condition:20m"]],
          ["middle", "NEARLY", 500_000, "ACCEPTING", ["condition:20m"]],
        ],
        whatIf: { before: { eligible: 2, nearly: 1, cost: 1_000_000 }, costKind: "CEILING" },
      });
    },
    patient,
  );

  test(
    "a ladder tells what the next rung pays on that day",
    async () => {
      const pays = async (asOf: string) =>
        (
          await data<{ enterprise: { ladder: { pays: { amount: number; measure: { id: string } }[] }[] } }>(
            `query ($asOf: Date) { enterprise(id: "enterprise:large") { ladder(all: true, asOf: $asOf) { pays { amount measure { id } } } } }`,
            { asOf },
          )
        ).enterprise.ladder.flatMap((one) => one.pays);
      expect(await pays("2023-06-30")).toEqual([{ amount: 7, measure: { id: "measure:plain" } }]);
      expect(await pays("2022-06-30")).toEqual([]);
    },
    patient,
  );

  test(
    "each condition's own status agrees with how the enterprise stands",
    async () => {
      const { plain } = await matches("titled", "2024");
      expect([plain?.status, plain?.conditions]).toEqual([
        "ELIGIBLE",
        [{ status: "MET", condition: { id: "condition:first" } }],
      ]);
    },
    patient,
  );

  test(
    "what follows from a dated condition holds as long as it does",
    async () => {
      const { measure } = await data<{ measure: { requires: { edges: unknown[] } } }>(
        `{ measure(id: "measure:plain") { requires { edges { since until node { id } } } } }`,
      );
      expect(measure.requires.edges).toEqual([
        { since: "2023", until: null, node: { id: "certification:c" } },
      ]);
    },
    patient,
  );
});
