// What pages of entities work out themselves: the fact that decides most, figures as series, sums in words.
import { describe, expect, test } from "vitest";
import { seriesOf } from "../../web/src/entity/chart.tsx";
import type { FigureRow } from "../../web/src/entity/documents.ts";
import type { PolicyMatch } from "../../web/src/entity/sections/documents.ts";
import { stageWords } from "../../web/src/entity/sections/overview.tsx";
import { decidingFact } from "../../web/src/entity/sections/policies.tsx";
import { togetherBy } from "../../web/src/policies/candidates.tsx";
import type { CandidateRow, MatchRow, MeasureRow } from "../../web/src/policies/documents.ts";
import { groupsOfMeasures } from "../../web/src/policies/measures.tsx";
import { amountOf } from "../../web/src/text/amount.ts";
import { speechOf } from "../../web/src/text/language.ts";
import { demand } from "./demands.ts";

const [zh, en] = [speechOf("zh"), speechOf("en")];

const unknown = (toFind: string): MatchRow => ({
  condition: demand("LISTED"),
  status: "UNKNOWN",
  text: toFind,
  clause: null,
  change: null,
  toFind,
  implied: false,
  fact: null,
  figure: null,
  sources: [],
});
const match = (amount: number | null, ...missing: MatchRow[]): PolicyMatch => ({
  status: "UNKNOWN",
  amount,
  amountKind: "FLAT",
  lacks: "",
  applicationWindow: null,
  exclusions: [],
  node: { id: `measure:${amount}`, kind: "MEASURE", name: "" },
  conditions: missing,
  missing,
});

describe("the fact that would decide the most money", () => {
  test("is the one that most is missing for, each measure counting once", () => {
    const [title, output] = [unknown("是否获评"), unknown("年产值")];
    expect(
      decidingFact([
        match(300_000, title),
        match(200_000, output, output),
        match(250_000, output),
        match(null, title),
      ]),
    ).toEqual({ fact: "年产值", amount: 450_000 });
  });

  test("is none where nothing is unknown or nothing is paid", () => {
    expect(decidingFact([match(100), match(null, unknown("x"))])).toBeUndefined();
  });
});

describe("stages", () => {
  test("tell what is known of them, and nothing of what is none", () => {
    expect(stageWords({ reached: 3, now: 2, planned: 0 }, zh)).toBe("已到达 3，现处于 2");
    expect(stageWords({ reached: 0, now: 0, planned: 1 }, zh)).toBe("计划 1");
    expect(stageWords({ reached: 0, now: 0, planned: 1_200 }, en)).toBe("planned by 1,200");
    expect(stageWords({ reached: 4, now: 0, planned: 1 }, en)).toBe("reached by 4, planned by 1");
  });
});

describe("candidates", () => {
  const row = (id: string, lacks: string): CandidateRow => ({
    status: "UNKNOWN",
    lacks,
    conditions: [],
    missing: [],
    node: { id, kind: "ENTERPRISE", name: id, certifications: { totalCount: 0, nodes: [] } },
  });
  const told = (...rows: CandidateRow[]) =>
    togetherBy(rows, ({ lacks }) => lacks).map(({ lacks, rows: some }) => [
      lacks ?? null,
      some.map(({ node }) => node.id).join(""),
    ]);

  test("who lack the same are told of together, others each by itself, in the order of the first of them", () => {
    expect(told(row("a", "x"), row("b", "x"), row("c", "x"), row("d", "y"))).toEqual([
      ["x", "abc"],
      [null, "d"],
    ]);
    expect(told(row("a", "x"), row("b", "y"), row("c", "x"), row("d", "x"))).toEqual([
      ["x", "acd"],
      [null, "b"],
    ]);
    expect(told(row("a", "x"), row("b", "y"), row("c", "x"))).toEqual([[null, "acb"]]);
    expect(
      told(row("a", "w"), row("b", "x"), row("c", "x"), row("d", "x"), row("e", "y"), row("f", "y")),
    ).toEqual([
      [null, "a"],
      ["x", "bcd"],
      [null, "ef"],
    ]);
    expect(told()).toEqual([]);
  });
});

describe("measures to choose from", () => {
  const row = (id: string, regions: readonly string[], conditions: number): MeasureRow => ({
    id,
    kind: "MEASURE",
    name: id,
    amount: null,
    amountKind: null,
    conditions: { totalCount: conditions },
    regions: { nodes: regions.map((name) => ({ id: name, kind: "REGION", name })) },
  });
  const nodes = [
    row("far", ["a"], 1),
    row("near", ["b"], 1),
    row("any", [], 2),
    row("x", ["a"], 0),
    row("y", ["b"], 0),
  ];
  const choices = {
    measures: { totalCount: nodes.length, nodes },
    enterprises: { facets: { regions: [], parks: [] } },
  };
  const ids = (rows: readonly MeasureRow[]): string[] => rows.map(({ id }) => id);

  test("are those in force at the place chosen, or at no place known; then the others", () => {
    const { here, elsewhere, untold } = groupsOfMeasures({
      ...choices,
      there: { nodes: [{ id: "near" }, { id: "y" }] },
    });
    expect([ids(here), ids(elsewhere), ids(untold)]).toEqual([["near", "any"], ["far"], ["y", "x"]]);
  });

  test("are all where no place is chosen", () => {
    const { here, elsewhere } = groupsOfMeasures(choices);
    expect([ids(here), ids(elsewhere)]).toEqual([["far", "near", "any"], []]);
  });
});

describe("figures as series", () => {
  const figure = (period: string | null, value: number, more: Partial<FigureRow> = {}): FigureRow => ({
    id: `observation:${period}-${value}`,
    name: "",
    metric: "output",
    value,
    unit: "亿元",
    period,
    periodEnd: period === null ? null : `${period}-12-31`,
    bound: "EXACT",
    counts: null,
    status: "STATED",
    yearOnYear: null,
    normalisedValue: null,
    normalisedUnit: null,
    definition: { id: "metric:output", name: "产值", nameEn: "Output" },
    subject: { id: "region:a", kind: "REGION", name: "甲区" },
    sources: [],
    ...more,
  });

  test("hold one metric in one unit, in order of time, where there are two periods", () => {
    const [series, ...others] = seriesOf([
      figure("2023", 3),
      figure("2021", 1),
      figure("2022", 2),
      figure(null, 9),
      figure("2023", 300, { unit: "%" }),
      figure("2023", 5, { metric: "other" }),
      figure("2023", 6, { metric: "other" }),
    ]);
    expect(others).toEqual([]);
    expect([series?.metric, series?.unit, series?.points.map(({ value }) => value)]).toEqual([
      "output",
      "亿元",
      [1, 2, 3],
    ]);
  });

  test("hold figures of one subject: of two there are two", () => {
    const other = { subject: { id: "region:b", kind: "REGION", name: "乙区" } };
    const mixed = [
      figure("2021", 1),
      figure("2022", 20, other),
      figure("2022", 2),
      figure("2021", 10, other),
    ];
    const values = seriesOf(mixed).map(({ points }) => points.map(({ value }) => value));
    expect(values).toEqual([
      [1, 2],
      [10, 20],
    ]);
  });
});

describe("sums", () => {
  test.each([
    [500_000, "yuan", "50万元", "500,000 yuan"],
    [2_300_000_000, "yuan", "23亿元", "2,300 million yuan"],
    [2022, "year", "2022年", "2022"],
    [3, "year", "3年", "3 years"],
    [1, "year", "1年", "1 year"],
    [1500.5, "mu", "1,500.5亩", "1,500.5 mu"],
    [7, null, "7", "7"],
  ])("%s %s", (value, unit, zh, en) => {
    expect([amountOf(value, unit, speechOf("zh")), amountOf(value, unit, speechOf("en"))]).toEqual([zh, en]);
  });
});
