// A small world for tests of the project pipeline. Its facts are invented.
import type { CsvRecord, FolderContent } from "./folder.ts";

const sources = "doc:1";
const stages = [
  ["negotiating", "在谈"],
  ["signed", "签约"],
  ["started", "开工"],
  ["under-construction", "在建"],
  ["completed", "竣工"],
  ["in-production", "投产"],
  ["at-capacity", "达产"],
].map(([id = "", name = ""], index) => ({
  id: `stage:${id}`,
  name,
  code: id.replace("-", "_").toUpperCase(),
  rank: index + 1,
  sources,
}));
const project = (id: string, more: CsvRecord = {}): CsvRecord => ({
  id: `project:${id}`,
  name: `项目${id}`,
  stage: "",
  stageAt: "",
  investment: "",
  sources,
  ...more,
});
const reached = (id: string, stage: string, since = "", status = ""): CsvRecord => ({
  from: `project:${id}`,
  to: `stage:${stage}`,
  since,
  status,
  sources,
});
const relation = (from: string, to: string): CsvRecord => ({ from, to, sources });
const figure = (id: string, more: CsvRecord): CsvRecord => ({
  id: `observation:${id}`,
  metric: "signed",
  unit: "个",
  period: "",
  bound: "",
  normalisedValue: "",
  normalisedUnit: "",
  status: "",
  sources,
  ...more,
});

export const pipelineWorld: FolderContent = {
  entities: {
    Document: [{ id: "document:doc", name: "报告", stem: "doc", lines: 9, sources: "" }],
    Stage: stages,
    Region: [
      { id: "region:city", name: "市", sources },
      { id: "region:east", name: "东区", sources },
      { id: "region:west", name: "西区", sources },
    ],
    Park: [{ id: "park:inner", name: "园", sources }],
    Cluster: [
      { id: "cluster:energy", name: "能源", sources },
      { id: "cluster:battery", name: "电池", sources },
    ],
    Metric: [
      { id: "metric:signed", name: "签约数", normalUnit: "count", sources },
      { id: "metric:money", name: "签约额", normalUnit: "yuan", sources },
    ],
    Project: [
      project("a", { investment: 100 }),
      project("b", { investment: 300 }),
      project("c"),
      project("d"),
      project("e", { stage: "COMPLETED", stageAt: "2020-06" }),
      project("f", { stage: "SIGNED", stageAt: "2019" }),
      project("g"),
    ],
  },
  relations: {
    PART_OF: [
      relation("region:east", "region:city"),
      relation("region:west", "region:city"),
      relation("cluster:battery", "cluster:energy"),
    ],
    LOCATED_IN: [
      relation("park:inner", "region:east"),
      relation("project:a", "park:inner"),
      relation("project:b", "region:east"),
      relation("project:c", "region:west"),
      relation("project:d", "region:west"),
      relation("project:e", "region:east"),
    ],
    BELONGS_TO: [relation("project:a", "cluster:battery"), relation("project:b", "cluster:energy")],
    REACHED: [
      reached("a", "signed", "2021-03"),
      reached("a", "started", "2021-09-15"),
      reached("b", "signed", "2021-01"),
      reached("b", "started", "2022-01"),
      reached("b", "in-production", "", "TARGET"),
      reached("c", "signed", "2021"),
      reached("c", "started", "2022-05"),
      reached("d", "started", "2022-03"),
      reached("d", "completed", "2021-05"),
      reached("d", "signed"),
      reached("f", "under-construction", "2023"),
    ],
    TALLIES: [relation("metric:signed", "stage:signed"), relation("metric:money", "stage:signed")],
  },
  observations: [
    figure("east", { subject: "region:east", value: 5, period: "2021" }),
    figure("city", { subject: "region:city", value: 9, period: "2021-02/2021-12", bound: "AT_LEAST" }),
    figure("money", {
      subject: "region:east",
      metric: "money",
      value: 0.1,
      unit: "万元",
      period: "2021",
      normalisedValue: 1000,
      normalisedUnit: "yuan",
    }),
    figure("plan", { subject: "region:west", value: 20, status: "TARGET" }),
  ],
};

/** The same world with other events: one project is said to have reached two stages more than once. */
export const repeatedWorld: FolderContent = {
  ...pipelineWorld,
  entities: {
    ...pipelineWorld.entities,
    Project: (pipelineWorld.entities?.Project ?? []).map((row) => ({ ...row, stage: "", stageAt: "" })),
  },
  relations: {
    ...pipelineWorld.relations,
    REACHED: [
      { ...reached("a", "signed", "2021-03"), key: "" },
      { ...reached("a", "signed", "2021-06"), key: "second" },
      { ...reached("a", "started", "2021-05"), key: "" },
      { ...reached("a", "started", "2021-09"), key: "second" },
      { ...reached("b", "signed", "2021-01"), key: "" },
      { ...reached("b", "started", "2021-04"), key: "" },
    ],
  },
};
