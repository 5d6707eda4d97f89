// The pipeline of projects: stages as dated events, conversion and dwell, events out of order, totals kept apart.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { pipelineWorld } from "../support/pipeline-world.ts";

const { ask, data } = loadedEngines(pipelineWorld);

interface Stage {
  readonly stage: string;
  readonly reached: number;
  readonly now: number;
  readonly uncertain: number;
  readonly planned: number;
  readonly investment: number | null;
  readonly investmentUnknown: number;
  readonly projects: readonly { readonly id: string }[];
}

async function pipeline(args = ""): Promise<Record<string, unknown>> {
  const { projectPipeline } = await data<{
    projectPipeline: { projects: number; unstaged: number; stages: readonly Stage[] };
  }>(
    `{ projectPipeline${args} { projects unstaged stages { stage reached now uncertain planned investment investmentUnknown projects { id } } } }`,
  );
  const told = projectPipeline.stages
    .filter((one) => one.reached + one.uncertain + one.planned > 0)
    .map((one) => [
      one.stage,
      [one.reached, one.now, one.uncertain, one.planned, one.investment, one.investmentUnknown],
      one.projects.map(({ id }) => id.split(":")[1]).join(""),
    ]);
  expect(projectPipeline.stages).toHaveLength(7);
  return { projects: projectPipeline.projects, unstaged: projectPipeline.unstaged, told };
}

describe("stages", () => {
  test("of a project are the highest it reached, plans left out, or what its row says where it has no events", async () => {
    const { projects } = await data<{
      projects: { nodes: { id: string; stage: string; stageAt: string }[] };
    }>("{ projects { nodes { id stage stageAt } } }");
    expect(projects.nodes.map(({ id, stage, stageAt }) => [id, stage, stageAt])).toEqual([
      ["project:a", "STARTED", "2021-09-15"],
      ["project:b", "STARTED", "2022-01"],
      ["project:c", "STARTED", "2022-05"],
      ["project:d", "COMPLETED", "2021-05"],
      ["project:e", "COMPLETED", "2020-06"],
      ["project:f", "UNDER_CONSTRUCTION", "2023"],
      ["project:g", null, null],
    ]);
    expect(
      await data(
        "{ projects(filter: { stage: STARTED }) { totalCount } stage(code: SIGNED) { name rank projects { nodes { id } } } }",
      ),
    ).toEqual({
      projects: { totalCount: 3 },
      stage: {
        name: "签约",
        rank: 2,
        projects: { nodes: ["a", "b", "c", "d"].map((id) => ({ id: `project:${id}` })) },
      },
    });
  });

  test("are counted with the investment known and how often it is not", async () => {
    expect(await pipeline()).toEqual({
      projects: 7,
      unstaged: 1,
      told: [
        ["SIGNED", [4, 0, 0, 0, 400, 2], "abcd"],
        ["STARTED", [4, 3, 0, 0, 400, 2], "abcd"],
        ["UNDER_CONSTRUCTION", [1, 1, 0, 0, null, 1], "f"],
        ["COMPLETED", [2, 2, 0, 0, null, 2], "de"],
        ["IN_PRODUCTION", [0, 0, 0, 1, null, 0], ""],
      ],
    });
  });

  test("in a region with its parts, in a park, of a cluster with its parts, and all at once", async () => {
    expect(await pipeline(`(region: "region:east")`)).toMatchObject({ projects: 3 });
    expect(await pipeline(`(region: "region:city")`)).toMatchObject({ projects: 5 });
    expect(await pipeline(`(park: "park:inner")`)).toMatchObject({ projects: 1 });
    expect(await pipeline(`(cluster: "cluster:energy")`)).toMatchObject({ projects: 2 });
    expect(await pipeline(`(cluster: "cluster:energy", park: "park:inner", region: "region:city")`)).toEqual({
      projects: 1,
      unstaged: 0,
      told: [
        ["SIGNED", [1, 0, 0, 0, 100, 0], "a"],
        ["STARTED", [1, 1, 0, 0, 100, 0], "a"],
      ],
    });
    const unknown = await ask('{ projectPipeline(region: "region:nowhere") { projects } }');
    expect(unknown.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["projectPipeline"] }]);
  });

  test("within a time count where the date surely lies there; others that may are uncertain", async () => {
    expect(await pipeline(`(from: "2021-02", to: "2021")`)).toMatchObject({
      told: [
        ["SIGNED", [1, 0, 2, 0, 100, 0], "a"],
        ["STARTED", [1, 1, 0, 0, 100, 0], "a"],
        ["COMPLETED", [1, 1, 0, 0, null, 1], "d"],
        ["IN_PRODUCTION", [0, 0, 0, 1, null, 0], ""],
      ],
    });
  });
});

describe("conversion", () => {
  test("tells how many went on, how long it took, and of how many that is not known", async () => {
    const answer = await data<{ projectPipeline: { conversions: Record<string, unknown>[] } }>(
      "{ projectPipeline { conversions { from to reached converted share months monthsUnknown median } } }",
    );
    const row = (
      from: string,
      to: string,
      [reached, converted, monthsUnknown]: [number, number, number],
      months: number[],
    ) => ({
      from,
      to,
      reached,
      converted,
      share: converted / reached,
      months,
      monthsUnknown,
      median: months.length === 0 ? null : months.reduce((sum, one) => sum + one, 0) / months.length,
    });
    expect(answer.projectPipeline.conversions).toEqual([
      row("SIGNED", "STARTED", [4, 4, 2], [6, 12]),
      row("SIGNED", "UNDER_CONSTRUCTION", [4, 1, 1], []),
      row("SIGNED", "COMPLETED", [4, 1, 1], []),
      row("STARTED", "UNDER_CONSTRUCTION", [4, 1, 1], []),
      row("STARTED", "COMPLETED", [4, 1, 1], []),
      row("UNDER_CONSTRUCTION", "COMPLETED", [1, 0, 0], []),
      row("COMPLETED", "IN_PRODUCTION", [2, 0, 0], []),
    ]);
  });
});

describe("a project with stages out of order", () => {
  test("is reported with both events and their sources, and its events say so", async () => {
    const answer =
      await data(`{ projectPipeline { outOfOrder { project { id } stage at later laterAt sources { line } } }
      project(id: "project:d") { events { stage at status outOfOrder contradicts { id } sources { line } event { to { name } } } } }`);
    const event = (stage: string, at: string | null, name: string, contradicts: string[] = []) => ({
      stage,
      at,
      status: "STATED",
      outOfOrder: contradicts.length > 0,
      contradicts: contradicts.map((id) => ({ id })),
      sources: [{ line: 1 }],
      event: { to: { name } },
    });
    expect(answer).toEqual({
      projectPipeline: {
        outOfOrder: [
          {
            project: { id: "project:d" },
            stage: "STARTED",
            at: "2022-03",
            later: "COMPLETED",
            laterAt: "2021-05",
            sources: [{ line: 1 }, { line: 1 }],
          },
        ],
      },
      project: {
        events: [
          event("SIGNED", null, "签约"),
          event("STARTED", "2022-03", "开工", ["REACHED|project:d|stage:completed"]),
          event("COMPLETED", "2021-05", "竣工"),
        ],
      },
    });
  });
});

test("a project with stages out of order is a finding of the data's quality", async () => {
  expect(
    await data(
      "{ dataQuality { projectsOutOfOrder { totalCount edges { detail node { id } related { id } } } } }",
    ),
  ).toEqual({
    dataQuality: {
      projectsOutOfOrder: {
        totalCount: 1,
        edges: [
          {
            detail: "开工 2022-03, 竣工 2021-05",
            node: { id: "project:d" },
            related: [{ id: "stage:started" }],
          },
        ],
      },
    },
  });
});

describe("the pipeline by", () => {
  const by = async (grouping: string, more = "") => {
    const { groups } = await data<{
      groups: { key: string | null; projects: number; stages: { stage: string; reached: number }[] }[];
    }>(
      `{ groups: projectPipelineBy(by: ${grouping}${more}) { key projects stages { stage reached investment investmentUnknown } } }`,
    );
    return groups.map(({ key, projects, stages: told }) => [
      key,
      projects,
      told.map(({ stage, reached: count }) => `${stage} ${count}`).join(", "),
    ]);
  };

  test("region counts a project in the smallest one, also through its park; the unplaced come last", async () => {
    expect(await by("REGION")).toEqual([
      ["region:east", 3, "SIGNED 2, STARTED 2, COMPLETED 1"],
      ["region:west", 2, "SIGNED 2, STARTED 2, COMPLETED 1"],
      [null, 1, "UNDER_CONSTRUCTION 1"],
    ]);
  });

  test("park and cluster", async () => {
    expect(await by("PARK")).toEqual([
      ["park:inner", 1, "SIGNED 1, STARTED 1"],
      [null, 5, "SIGNED 3, STARTED 3, UNDER_CONSTRUCTION 1, COMPLETED 2"],
    ]);
    expect(await by("CLUSTER", `, region: "region:east"`)).toEqual([
      ["cluster:battery", 1, "SIGNED 1, STARTED 1"],
      ["cluster:energy", 1, "SIGNED 1, STARTED 1"],
      [null, 1, "COMPLETED 1"],
    ]);
  });

  test("year counts events by the year they surely lie in, in order", async () => {
    expect(await by("YEAR", `, region: "region:city"`)).toEqual([
      ["2020", 1, "COMPLETED 1"],
      ["2021", 4, "SIGNED 3, STARTED 1, COMPLETED 1"],
      ["2022", 3, "STARTED 3"],
      [null, 1, "SIGNED 1"],
    ]);
  });
});

describe("stated totals", () => {
  test("stand beside what the graph can name, with the difference and what makes it doubtful", async () => {
    const { projectTotals } = await data<{ projectTotals: unknown }>(
      `{ projectTotals { figure { id } stage stated unit named surely difference caveats projects { id } } }`,
    );
    const total = (id: string, stated: number, more: Record<string, unknown>) => ({
      figure: { id: `observation:${id}` },
      stage: "SIGNED",
      stated,
      ...more,
    });
    const ids = (...names: string[]) => names.map((name) => ({ id: `project:${name}` }));
    expect(projectTotals).toEqual([
      total("money", 1000, {
        unit: "yuan",
        named: 400,
        surely: 2,
        difference: 600,
        caveats: [],
        projects: ids("a", "b"),
      }),
      total("city", 9, {
        unit: "count",
        named: 3,
        surely: 1,
        difference: 6,
        caveats: ["BOUND", "DATES_UNCERTAIN"],
        projects: ids("a", "c", "d"),
      }),
      total("east", 5, {
        unit: "count",
        named: 2,
        surely: 2,
        difference: 3,
        caveats: [],
        projects: ids("a", "b"),
      }),
      total("plan", 20, {
        unit: "count",
        named: 2,
        surely: 0,
        difference: 18,
        caveats: ["UNDATED", "NOT_YET_A_FACT", "DATES_UNCERTAIN"],
        projects: ids("c", "d"),
      }),
    ]);
  });

  test("of one park or a time are only those", async () => {
    expect(
      await data(
        `{ a: projectTotals(park: "park:inner") { stated } b: projectTotals(from: "2021-02") { stated } }`,
      ),
    ).toEqual({ a: [], b: [{ stated: 9 }] });
  });
});
