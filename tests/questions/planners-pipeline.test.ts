// Planners' questions on the real data about projects, with answers worked out by hand from the five reports. The
// lines are named where an answer rests on one.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

describe("the project pipeline", () => {
  const stages = async (args: string) => {
    const { projectPipeline } = await data<{
      projectPipeline: {
        stages: {
          stage: string;
          reached: number;
          now: number;
          uncertain: number;
          planned: number;
          projects: { id: string }[];
        }[];
      };
    }>(
      `{ projectPipeline(${args}) { stages { stage reached now uncertain planned investment projects { id } } } }`,
    );
    return projectPipeline.stages
      .filter((one) => one.reached + one.uncertain + one.planned > 0)
      .map((one) => [
        one.stage,
        one.reached,
        one.now,
        one.uncertain,
        one.planned,
        ...one.projects.map(({ id }) => id.split(":")[1]),
      ]);
  };

  test("of Xishan has three named projects signed and two started (003:10, 003:23)", async () => {
    expect(await stages(`region: "region:xishan"`)).toEqual([
      ["SIGNED", 3, 2, 0, 0, "pangu-sodium", "jiefang-envision", "yueke-drive"],
      ["STARTED", 2, 2, 0, 0, "junshi-runjia", "jiefang-envision"],
    ]);
  });

  test("of Wuzhong has Baidu signed in 2021 and CATL at no known date, whose production is a plan (001:2, 001:11-12)", async () => {
    expect(await stages(`region: "region:wuzhong"`)).toEqual([
      ["SIGNED", 2, 2, 0, 0, "baidu-icv", "catl-wuzhong"],
      ["IN_PRODUCTION", 0, 0, 0, 1],
    ]);
    expect(await stages(`region: "region:wuzhong", from: "2021", to: "2021"`)).toEqual([
      ["SIGNED", 1, 1, 1, 0, "baidu-icv"],
      ["IN_PRODUCTION", 0, 0, 0, 1],
    ]);
  });

  test("one of the three signed in Xishan has been started; how long it took is not known (003:23)", async () => {
    expect(
      await data(
        `{ projectPipeline(region: "region:xishan") { conversions { from to reached converted months monthsUnknown median } outOfOrder { stage } } }`,
      ),
    ).toEqual({
      projectPipeline: {
        conversions: [
          {
            from: "SIGNED",
            to: "STARTED",
            reached: 3,
            converted: 1,
            months: [],
            monthsUnknown: 1,
            median: null,
          },
          {
            from: "STARTED",
            to: "UNDER_CONSTRUCTION",
            reached: 2,
            converted: 0,
            months: [],
            monthsUnknown: 0,
            median: null,
          },
        ],
        outOfOrder: [],
      },
    });
  });

  test("in new energy are three projects, all of Xishan (003:23)", async () => {
    const { projectPipelineBy } = await data<{
      projectPipelineBy: {
        key: string | null;
        projects: number;
        stages: { stage: string; reached: number }[];
      }[];
    }>(
      `{ projectPipelineBy(by: CLUSTER, region: "region:xishan") { key projects stages { stage reached } } }`,
    );
    expect(projectPipelineBy[0]).toEqual({
      key: "cluster:xishan-new-energy",
      projects: 3,
      stages: [
        { stage: "SIGNED", reached: 3 },
        { stage: "STARTED", reached: 1 },
      ],
    });
  });

  test("by year has one event of 2021 and four of 2023; two are not dated", async () => {
    const { projectPipelineBy } = await data<{
      projectPipelineBy: { key: string | null; stages: { stage: string; reached: number }[] }[];
    }>("{ projectPipelineBy(by: YEAR) { key stages { stage reached } } }");
    expect(projectPipelineBy.map(({ key, stages: told }) => [key, ...told.flatMap(Object.values)])).toEqual([
      ["2021", "SIGNED", 1],
      ["2023", "SIGNED", 3, "STARTED", 1],
      [null, "SIGNED", 1, "STARTED", 1],
    ]);
  });

  test("of the 35 signed three are named, of the 26 started one, of the 34 completed and the 43 signed at the meeting none (003:7, 003:23, 003:26)", async () => {
    const { projectTotals } = await data<{
      projectTotals: {
        figure: { metric: string; subject: { id: string } };
        stated: number;
        unit: string;
        named: number | null;
        difference: number | null;
        caveats: string[];
      }[];
    }>(
      `{ projectTotals(region: "region:xishan") { figure { metric subject { id } } stated unit named difference caveats } }`,
    );
    const counts = projectTotals.filter(({ unit }) => unit === "count");
    expect(
      counts.map(({ figure, stated, named, difference, caveats }) => [
        figure.subject.id,
        figure.metric,
        stated,
        named,
        difference,
        ...caveats,
      ]),
    ).toEqual([
      ["region:xishan", "signed-projects", 35, 3, 32, "DATES_UNCERTAIN"],
      ["programme:autumn-meeting-2023", "signed-projects", 43, 0, 43],
      ["programme:autumn-month-2023", "projects-completed", 34, 0, 34],
      ["programme:autumn-month-2023", "projects-started", 26, 1, 25],
    ]);
    const signed = projectTotals.find(({ stated }) => stated === 41_300_000_000);
    expect([signed?.named, signed?.difference]).toEqual([null, null]);
    expect(signed?.caveats).toContain("INVESTMENT_UNKNOWN");
  });
});
