// What came of targets and forecasts: each outcome with the figure that decides it, as loaded and after a correction.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import type { CsvRecord, FolderContent } from "../support/folder.ts";

const sources = "doc:1";
const figure = (id: string, metric: string, period: string, value: number, more: CsvRecord = {}) => ({
  id: `observation:${id}`,
  subject: "region:city",
  metric,
  value,
  unit: "万元",
  period,
  bound: "",
  status: "",
  sources,
  ...more,
});
const target = (id: string, metric: string, value: number, more: CsvRecord = {}) =>
  figure(id, metric, "2022", value, { status: "TARGET", ...more });
const metric = (code: string): CsvRecord => ({ id: `metric:${code}`, name: code, sources });

const metrics = [
  "reached",
  "missed",
  "late",
  "differing",
  "bounded",
  "floor",
  "ceiling",
  "none",
  "half",
  "dateless",
];
const world: FolderContent = {
  entities: {
    Document: [{ id: "document:doc", name: "报告", stem: "doc", lines: 9, sources: "" }],
    Region: [
      { id: "region:city", name: "市", sources },
      { id: "region:other", name: "别市", sources },
    ],
    Metric: metrics.map(metric),
  },
  observations: [
    target("reached", "reached", 10),
    figure("reached-fact", "reached", "2022", 12),
    target("missed", "missed", 20),
    figure("missed-fact", "missed", "2022", 15),
    // Of another place, and of the year before: neither answers.
    figure("missed-other", "missed", "2022", 99, { subject: "region:other" }),
    figure("missed-before", "missed", "2021", 99),
    target("late", "late", 10),
    figure("late-next", "late", "2023", 8),
    figure("late-after", "late", "2024", 30),
    target("differing", "differing", 10),
    figure("differing-a", "differing", "2022", 9),
    figure("differing-b", "differing", "2022", 11),
    target("bounded", "bounded", 10),
    figure("bounded-fact", "bounded", "2022", 9, { bound: "ABOUT" }),
    // Not less than eight may be ten; not less than eleven is.
    target("floor-low", "floor", 10),
    target("floor-high", "floor", 7),
    figure("floor-fact", "floor", "2022", 8, { bound: "AT_LEAST" }),
    // Where at most so much is aimed at, less is better.
    target("ceiling-kept", "ceiling", 10, { bound: "AT_MOST" }),
    target("ceiling-broken", "ceiling", 8, { bound: "AT_MOST" }),
    figure("ceiling-fact", "ceiling", "2022", 9),
    target("none", "none", 10),
    target("half", "half", 10),
    figure("half-fact", "half", "2022-H2", 12),
    figure("dateless", "dateless", "", 10, { status: "FORECAST" }),
  ],
};

describe("targets of an invented city", () => {
  const { data } = loadedEngines(world);
  type Page = { readonly totalCount: number; readonly edges: readonly unknown[] };

  /** Each row: target, due, late, the figure that decides it, gap, percent, reasons. */
  async function cameTo(outcome: string): Promise<unknown[]> {
    const { targets } = await data<{ targets: Page }>(
      `{ targets(outcome: ${outcome}, asOf: "2023-06") { totalCount
        edges { node { id } outcome due late actual { id } gap percent reasons } } }`,
    );
    expect(targets.totalCount).toBe(targets.edges.length);
    return (targets.edges as Record<string, { id: string } | null>[]).map((edge) => {
      expect(edge.outcome).toBe(outcome);
      const short = (one: { id: string } | null | undefined) => one?.id.replace("observation:", "") ?? null;
      return [
        short(edge.node),
        edge.due,
        edge.late,
        short(edge.actual),
        edge.gap,
        edge.percent,
        edge.reasons,
      ];
    });
  }

  test("are missed where the figure of the period, or the next after it, falls short", async () => {
    expect(await cameTo("MISSED")).toEqual([
      ["ceiling-broken", true, false, "ceiling-fact", 10_000, 112.5, []],
      ["late", true, true, "late-next", -20_000, 80, []],
      ["missed", true, false, "missed-fact", -50_000, 75, []],
    ]);
  });

  test("are undecided where figures differ, or their bounds leave it open", async () => {
    expect(await cameTo("UNDECIDED")).toEqual([
      ["bounded", true, false, "bounded-fact", -10_000, 90, ["BOUND"]],
      ["differing", true, false, "differing-a", -10_000, 90, ["SEVERAL"]],
      ["floor-low", true, false, "floor-fact", -20_000, 80, ["BOUND"]],
    ]);
  });

  test("are reached where it is as much, or where a bound shows that it is", async () => {
    const rows = await cameTo("REACHED");
    expect(rows.map((row) => (row as unknown[])[0])).toEqual(["ceiling-kept", "floor-high", "reached"]);
  });

  test("are open where nothing that compares was stated, or they have no date", async () => {
    expect(await cameTo("OPEN")).toEqual([
      ["half", true, null, "half-fact", null, null, ["PERIOD_LENGTH"]],
      ["none", true, null, null, null, null, ["NO_FIGURE"]],
      ["dateless", null, null, null, null, null, ["UNDATED"]],
    ]);
  });
});
