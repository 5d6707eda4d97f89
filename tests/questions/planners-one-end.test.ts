// Planners' questions about what a project reached and what a place or cluster is part of: what an entity has one of
// is filtered by too. Answers are counted from the CSV files.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines("seed");

type Row = Readonly<Record<string, string>>;

const seed = (file: string): Row[] =>
  parse(readFileSync(new URL(`../../seed/${file}`, import.meta.url)), { columns: true });

const from = (file: string, isMeant: (row: Row) => boolean = () => true): Set<string> =>
  new Set(
    seed(`relations/${file}.csv`)
      .filter(isMeant)
      .map((row) => row.from ?? ""),
  );

const within = (ids: Iterable<string>, kind: string): number =>
  [...ids].filter((id) => id.startsWith(`${kind}:`)).length;

const signed = from("REACHED", ({ to }) => to === "stage:signed");
const started = from("REACHED", ({ to }) => to === "stage:started");
const cases: readonly (readonly [question: string, list: string, filter: string, answer: number])[] = [
  ["签约过的项目", "projects", `stages: {some: {node: {id: "签约"}}}`, signed.size],
  [
    "签约过而未记载开工的项目",
    "projects",
    `stages: {some: {node: {id: "签约"}}, none: {node: {id: "开工"}}}`,
    [...signed].filter((id) => !started.has(id)).length,
  ],
  [
    "2022年到达某阶段的项目",
    "projects",
    `stages: {some: {since: "2022"}}`,
    from("REACHED", ({ since = "" }) => since.startsWith("2022")).size,
  ],
  [
    "没有记载任何阶段的项目",
    "projects",
    "stages: {none: {}}",
    seed("entities/Project.csv").length - from("REACHED").size,
  ],
  ["属于上级地区的地区", "regions", "partOf: {some: {}}", within(from("PART_OF"), "region")],
  [
    "直接属于江苏省的地区",
    "regions",
    `partOf: {some: {node: {id: "江苏省"}}}`,
    within(
      from("PART_OF", ({ to }) => to === "region:jiangsu"),
      "region",
    ),
  ],
  ["是另一集群的一部分的集群", "clusters", "partOf: {some: {}}", within(from("PART_OF"), "cluster")],
];

test.each(cases)("%s", async (_, list, filter, answer) => {
  expect(await data(`{ ${list}(filter: {${filter}}) { totalCount } }`)).toEqual({
    [list]: { totalCount: answer },
  });
});

test("projects by the stages that they reached", async () => {
  const answer = await data<{
    projects: {
      aggregate: { groups: { nodes: { keys: { id: string | null }[]; count: number }[] } };
    };
  }>(
    "{ projects { aggregate { groups(by: [{ by: STAGES }], first: 20) { nodes { keys { id } count } } } } }",
  );
  const found = answer.projects.aggregate.groups.nodes.map(({ keys, count }) => [keys[0]?.id ?? null, count]);
  const stages = [...new Set(seed("relations/REACHED.csv").map(({ to }) => to))];
  const expected = stages.map((stage) => [stage, from("REACHED", ({ to }) => to === stage).size]);
  const without = seed("entities/Project.csv").length - from("REACHED").size;
  expect(new Map(found as [string | null, number][])).toEqual(
    new Map([...(without === 0 ? [] : [[null, without] as const]), ...(expected as [string, number][])]),
  );
});
