// Stages that a project is said to have reached more than once: it counts once, with the shortest time it may have taken.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { repeatedWorld } from "../support/pipeline-world.ts";

const { data } = loadedEngines(repeatedWorld);

async function pipeline(args = ""): Promise<readonly unknown[]> {
  const { projectPipeline } = await data<{
    projectPipeline: {
      stages: { stage: string; reached: number; projects: { id: string }[] }[];
      conversions: { reached: number; converted: number; months: number[]; median: number }[];
      outOfOrder: { project: { id: string }; at: string; laterAt: string }[];
    };
  }>(`{ projectPipeline${args} { stages { stage reached projects { id } } conversions { reached converted months median }
    outOfOrder { project { id } at laterAt } } }`);
  const { stages, conversions, outOfOrder } = projectPipeline;
  return [
    stages
      .filter(({ reached }) => reached > 0)
      .map((one) => [one.stage, one.reached, ...one.projects.map(({ id }) => id)]),
    conversions.slice(0, 1),
    outOfOrder.map((one) => [one.project.id, one.at, one.laterAt]),
  ];
}

test("a project counts once at each, and the shortest time from the one to the other is told", async () => {
  expect(await pipeline()).toEqual([
    [
      ["SIGNED", 2, "project:a", "project:b"],
      ["STARTED", 2, "project:a", "project:b"],
    ],
    [{ reached: 2, converted: 2, months: [2, 3], median: 2.5 }],
    // Started in May, signed in June.
    [["project:a", "2021-06", "2021-05"]],
  ]);
});

test("within a time it counts by the event that lies there", async () => {
  expect(await pipeline('(from: "2021-06")')).toMatchObject([
    [
      ["SIGNED", 1, "project:a"],
      ["STARTED", 1, "project:a"],
    ],
    [{ reached: 1, converted: 1, months: [3], median: 3 }],
    [["project:a", "2021-06", "2021-05"]],
  ]);
});
