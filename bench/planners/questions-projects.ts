// Group 4: the pipeline of projects, by what it is grouped, stated totals, and lists of projects.

import { projectId } from "../../scripts/synthetic/world.ts";
import type { Fields } from "../compare/work.ts";
import { each, type Group, largest } from "./question.ts";

const scopes: Readonly<Record<string, Fields>> = {
  "all projects": {},
  "a province": { region: largest.province },
  "a city": { region: largest.city },
  "a district": { region: largest.district },
  "largest park": { park: largest.park },
  "largest cluster": { cluster: largest.cluster },
  "all, 2022 to 2023": { from: "2022", to: "2023" },
};

const scoped = "$region: ID, $park: ID, $cluster: ID, $from: Date, $to: Date";
const given = "region: $region, park: $park, cluster: $cluster, from: $from, to: $to";

export const projects: Group = {
  title: "4. Project pipeline",
  questions: () => [
    {
      name: "projectPipeline",
      query: `query Pipeline(${scoped}) { projectPipeline(${given}) { projects unstaged
        stages { stage name reached now uncertain planned investment investmentUnknown projects { id name } }
        conversions { from to reached converted share median monthsUnknown }
        outOfOrder { stage at later laterAt project { id name } } } }`,
      cases: each(scopes),
    },
    {
      name: "projectPipelineBy",
      query: `query By($by: PipelineGrouping!, ${scoped}) { projectPipelineBy(by: $by, ${given}, first: 50) { key name projects
        stages { stage reached investment investmentUnknown } } }`,
      cases: ["REGION", "PARK", "CLUSTER", "YEAR"].flatMap((by) =>
        each({
          [`${by}, all projects`]: { by },
          [`${by}, a province`]: { by, region: largest.province },
        }),
      ),
    },
    {
      name: "projectTotals",
      query: `query Totals(${scoped}) { projectTotals(${given}, first: 20) { stage stated unit named surely difference caveats
        figure { id period subject { id name } } projects { id name } } }`,
      cases: each(scopes),
    },
    {
      name: "projects",
      query: `query Projects($filter: ProjectFilter, $orderBy: [ProjectOrder!]) {
        projects(filter: $filter, orderBy: $orderBy, first: 20) { totalCount nodes { id name stage stageAt investment
          events { stage at outOfOrder } } } }`,
      cases: each({
        "all by name": {},
        "all by investment": { orderBy: [{ field: "INVESTMENT", direction: "DESC" }] },
        "started, by stage date": {
          filter: { stage: "STARTED" },
          orderBy: [{ field: "STAGE_AT", direction: "DESC" }],
        },
        "of a province": { filter: { region: largest.province } },
        "of the largest park": { filter: { park: largest.park } },
        "of the largest cluster": { filter: { cluster: largest.cluster } },
      }),
    },
    {
      name: "Project.events",
      query: `query Events($id: ID!) { project(id: $id) { id events { stage at status outOfOrder contradicts { id } } } }`,
      cases: [
        {
          name: "of 15 projects",
          variables: Array.from({ length: 15 }, (_, index) => ({ id: projectId(index * 3) })),
        },
      ],
    },
  ],
};
