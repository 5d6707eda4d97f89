// Findings about the quality of data: an invented world with every fault once.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { type Findings, fields, rows } from "../support/findings.ts";
import type { CsvRecord, FolderContent } from "../support/folder.ts";

const sources = "doc-a:1";
let count = 0;

function figure(subject: string, metric: string, period: string, more: CsvRecord = {}): CsvRecord {
  count += 1;
  return {
    id: `observation:${String(count).padStart(2, "0")}`,
    subject,
    metric,
    value: 10,
    unit: "亿元",
    period,
    status: "",
    bound: "",
    counts: "",
    sources,
    ...more,
  };
}

const named = (prefix: string, ids: readonly string[], more: CsvRecord = {}): CsvRecord[] =>
  ids.map((id) => ({ id: `${prefix}:${id}`, name: id, sources, ...more }));

const faulty: FolderContent = {
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", lines: 9, sources: "" }],
    Region: named("region", ["city", "east"]),
    Park: named("park", ["placed", "floating"]),
    Cluster: named("cluster", ["energy"]),
    Policy: named("policy", ["alone"]),
    Metric: named("metric", ["output", "plain"]),
    Certification: [
      { id: "certification:full", name: "full", level: "NATIONAL", track: "srdi", rung: 3, sources },
      { id: "certification:no-rung", name: "no-rung", level: "PROVINCIAL", track: "srdi", rung: "", sources },
      { id: "certification:nothing", name: "nothing", level: "", track: "srdi", rung: "", sources },
      // Its track has no rungs: none is missing.
      { id: "certification:single", name: "single", level: "NATIONAL", track: "award", rung: "", sources },
    ],
    Check: [{ id: "check:part", name: "part", checkType: "PART_OF_WHOLE", sources }],
    Conflict: [
      { id: "conflict:a", name: "a", conflictType: "CONTRADICTION", reason: "r", sources },
      { id: "conflict:b", name: "b", conflictType: "CONTRADICTION", reason: "r", sources },
      { id: "conflict:c", name: "c", conflictType: "UNDATED", reason: "r", sources },
    ],
    Enterprise: [
      { id: "enterprise:whole", name: "东方锂电有限公司", sources },
      { id: "enterprise:twice", name: "东方锂电", sources },
      { id: "enterprise:floating", name: "漂浮企业", sources },
      { id: "enterprise:direct", name: "直属企业", sources },
      { id: "enterprise:lonely", name: "孤立企业", status: "IMPLIED", sources },
    ],
  },
  relations: {
    PART_OF: [{ from: "region:east", to: "region:city", sources }],
    LOCATED_IN: [
      { from: "park:placed", to: "region:east", sources },
      { from: "enterprise:whole", to: "park:placed", sources },
      { from: "enterprise:twice", to: "park:placed", status: "IMPLIED", sources },
      { from: "enterprise:floating", to: "park:floating", sources },
      { from: "enterprise:direct", to: "region:city", sources },
    ],
    BELONGS_TO: [{ from: "enterprise:whole", to: "cluster:energy", status: "", sources }],
    CERTIFIED_AS: [
      { from: "enterprise:whole", to: "certification:full", sources },
      { from: "enterprise:whole", to: "certification:no-rung", sources },
      { from: "enterprise:whole", to: "certification:nothing", sources },
      { from: "enterprise:whole", to: "certification:single", status: "TARGET", sources },
    ],
    CHECKS: [
      { from: "check:part", to: "observation:04", checkRole: "WHOLE", sources },
      { from: "check:part", to: "observation:05", checkRole: "PART", sources },
    ],
    CONCERNS: ["a", "b", "c"].map((id) => ({ from: `conflict:${id}`, to: "region:city", sources })),
  },
  observations: [
    figure("region:city", "output", "2019"),
    figure("region:city", "output", "2020-H1"),
    figure("region:city", "output", "2021", { status: "TARGET", value: 20 }),
    figure("region:east", "output", "2021", { status: "TARGET", value: 10 }),
    figure("region:east", "output", "2021", { value: 12 }),
    figure("region:east", "output", "2022-H1", { status: "FORECAST" }),
    figure("park:placed", "plain", "2018"),
    figure("park:placed", "output", ""),
  ],
};

describe("an invented world with faults", () => {
  const { data } = loadedEngines(faulty);
  async function found(field: string): Promise<unknown> {
    const { dataQuality } = await data<{ dataQuality: { one: Findings } }>(
      `{ dataQuality { one: ${field} ${fields} } }`,
    );
    expect(dataQuality.one.totalCount).toBe(dataQuality.one.edges.length);
    return rows(dataQuality.one);
  }

  test("orphans are entities without any relation; figures and documents are none", async () => {
    expect(await found("orphans")).toEqual([
      ["policy:alone", "no relation"],
      ["enterprise:lonely", "no relation"],
    ]);
    expect(await found("orphans(kinds: [ENTERPRISE])")).toEqual([["enterprise:lonely", "no relation"]]);
  });

  test("enterprises without park, region and cluster: a park without a region places none", async () => {
    expect(await found("enterprisesWithoutPark")).toEqual([
      ["enterprise:lonely", "in no park"],
      ["enterprise:direct", "in no park"],
    ]);
    expect(await found("enterprisesWithoutRegion")).toEqual([
      ["enterprise:lonely", "in no region"],
      ["enterprise:floating", "in no region"],
    ]);
    expect(await found("enterprisesWithoutCluster")).toEqual([
      ["enterprise:twice", "in no cluster"],
      ["enterprise:lonely", "in no cluster"],
      ["enterprise:floating", "in no cluster"],
      ["enterprise:direct", "in no cluster"],
    ]);
  });

  test("certifications of unknown level or rung: a track without rungs misses none", async () => {
    expect(await found("certificationsUnplaced")).toEqual([
      ["certification:no-rung", "rung unknown"],
      ["certification:nothing", "level and rung unknown"],
    ]);
  });

  test("one name twice once the legal form is left off", async () => {
    expect(await found("duplicates")).toEqual([
      ["enterprise:twice", "also named 东方锂电", "enterprise:whole"],
      ["enterprise:whole", "also named 东方锂电", "enterprise:twice"],
    ]);
    expect(await found("duplicates(kinds: [PARK])")).toEqual([]);
  });

  test("a part larger than its whole, and nothing that explains it; eight lines of nine that nobody accounts for", async () => {
    expect(await found("failingChecks(explained: false)")).toEqual([
      ["check:part", expect.stringMatching(/\w/), "observation:04", "observation:05"],
    ]);
    expect(await found("failingChecks(explained: true)")).toEqual([]);
    expect(await found("uncoveredSources")).toEqual([["document:a", "8 of 9 lines open"]]);
  });

  test("figures without period, with their subject", async () => {
    expect(await found("undatedFigures")).toEqual([["observation:08", "no period", "park:placed"]]);
  });

  test("stale figures: the newest of a subject and metric with a target, or of any; counted back from the date asked", async () => {
    const city = ["region:city", "output: nothing newer than 2021-12-31", "metric:output"];
    const east = ["region:east", "output: nothing newer than 2022-06-30", "metric:output"];
    const park = ["park:placed", "plain: nothing newer than 2018-12-31", "metric:plain"];
    expect(await found(`staleFigures(asOf: "2023-12-30")`)).toEqual([]);
    // Two years before 2024 is the end of 2022.
    expect(await found(`staleFigures(asOf: "2024")`)).toEqual([city, east]);
    expect(await found(`staleFigures(asOf: "2023-12-30", onlyTargeted: false)`)).toEqual([park]);
    expect(await found(`staleFigures(asOf: "2023", years: 1, onlyTargeted: false)`)).toEqual([
      park,
      city,
      east,
    ]);
  });

  test("stale figures keep their order where only what they are of is asked", async () => {
    const { dataQuality } = await data<{
      dataQuality: { staleFigures: { totalCount: number; nodes: { id: string }[] } };
    }>(
      `{ dataQuality { staleFigures(asOf: "2023", years: 1, onlyTargeted: false, first: 2) { totalCount nodes { id } } } }`,
    );
    expect(dataQuality.staleFigures).toEqual({
      totalCount: 3,
      nodes: [{ id: "park:placed" }, { id: "region:city" }],
    });
  });

  test("targets that are due and have no figure: one that was reached is none, a half year is no answer to a year", async () => {
    const { dataQuality } = await data<{
      dataQuality: Record<string, { totalCount: number; edges: unknown[] }>;
    }>(
      `{ dataQuality {
        early: overdueTargets(asOf: "2021") { totalCount edges { node { id } } }
        late: overdueTargets(asOf: "2022-06-30") { totalCount edges { outcome due node { id } reasons } }
        all: overdueTargets(asOf: "2023") { totalCount edges { node { id } } }
      } }`,
    );
    expect(dataQuality.early?.totalCount).toBe(0);
    expect(dataQuality.late?.edges).toEqual([
      { outcome: "OPEN", due: true, node: { id: "observation:03" }, reasons: ["NO_FIGURE"] },
    ]);
    expect(dataQuality.all?.edges).toEqual([
      { node: { id: "observation:03" } },
      { node: { id: "observation:06" } },
    ]);
  });

  test("conflicts by type, and facts by firmness", async () => {
    const { dataQuality } = await data<{ dataQuality: unknown }>(
      `{ dataQuality { conflicts(limit: 1) { conflictType total conflicts { id } } firmness { kind total stated implied target forecast } } }`,
    );
    expect(dataQuality).toEqual({
      conflicts: [
        { conflictType: "CONTRADICTION", total: 2, conflicts: [{ id: "conflict:a" }] },
        { conflictType: "UNDATED", total: 1, conflicts: [{ id: "conflict:c" }] },
      ],
      firmness: [
        { kind: "ENTITY", total: 22, stated: 21, implied: 1, target: 0, forecast: 0 },
        { kind: "OBSERVATION", total: 8, stated: 5, implied: 0, target: 2, forecast: 1 },
        { kind: "RELATION", total: 16, stated: 14, implied: 1, target: 1, forecast: 0 },
      ],
    });
  });

  test("findings page to the end, under any name", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        dataQuality: {
          it: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { id: string }[] };
        };
      } = await data(
        `query ($after: String) { dataQuality { it: enterprisesWithoutCluster(first: 3, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } } }`,
        { after },
      );
      const { it } = page.dataQuality;
      seen.push(...it.nodes.map((node) => node.id));
      after = it.pageInfo.hasNextPage ? it.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([
      "enterprise:twice",
      "enterprise:lonely",
      "enterprise:floating",
      "enterprise:direct",
    ]);
  });
});
