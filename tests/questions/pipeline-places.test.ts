// Groups of the pipeline by place: a project counts where it belongs, by itself, by who has it or by its whole, and each
// region's group has the projects that the pipeline of the region alone has.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { pipelineWorld } from "../support/pipeline-world.ts";

const sources = "doc:1";
const world = pipelineWorld;
const { data } = loadedEngines({
  ...world,
  entities: {
    ...world.entities,
    Project: [
      ...(world.entities?.Project ?? []),
      ...["whole", "part", "far", "undertaken"].map((id) => ({
        id: `project:${id}`,
        name: `项目${id}`,
        sources,
      })),
    ],
  },
  relations: {
    ...world.relations,
    HOSTS: [{ from: "park:inner", to: "project:f", sources }],
    UNDERTAKES: [{ from: "region:west", to: "project:undertaken", sources }],
    LOCATED_IN: [
      ...(world.relations?.LOCATED_IN ?? []),
      { from: "project:whole", to: "region:city", sources },
      { from: "project:part", to: "region:west", sources },
    ],
    PART_OF: [
      ...(world.relations?.PART_OF ?? []),
      { from: "project:part", to: "project:whole", sources },
      { from: "project:far", to: "project:whole", sources },
    ],
    REACHED: [
      ...(world.relations?.REACHED ?? []),
      ...["whole", "part", "far", "undertaken"].map((id) => ({
        from: `project:${id}`,
        to: "stage:signed",
        since: "2022",
        status: "",
        sources,
      })),
    ],
  },
});

interface Group {
  readonly key: string | null;
  readonly projects: number;
}

const groups = async (args: string): Promise<(readonly [string | null, number])[]> => {
  const { list } = await data<{ list: readonly Group[] }>(
    `{ list: projectPipelineBy(${args}) { key projects } }`,
  );
  return list.map(({ key, projects }) => [key, projects] as const);
};

test("by region: the smallest of those that it belongs to", async () => {
  // f is the park's, which lies in the east; the part lies in the west, and its whole in the city around it.
  expect(await groups("by: REGION")).toEqual([
    ["region:east", 4],
    ["region:west", 4],
    ["region:city", 2],
  ]);
});

test("by park: whose projects they are, too", async () => {
  expect(await groups("by: PARK")).toEqual([
    ["park:inner", 2],
    [null, 8],
  ]);
});

test("a region that nothing else is part of has the same by its group and alone", async () => {
  const asked = ["east", "west"].map(
    (id) => `${id}: projectPipeline(region: "region:${id}") { stages { projects { id } } }`,
  );
  const answer = await data<Record<string, { stages: readonly { projects: readonly { id: string }[] }[] }>>(
    `{ ${asked.join(" ")} }`,
  );
  const alone = Object.values(answer).map(
    ({ stages }) => new Set(stages.flatMap(({ projects }) => projects.map(({ id }) => id))).size,
  );
  expect(alone).toEqual([4, 4]);
});
