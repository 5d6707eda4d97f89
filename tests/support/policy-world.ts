// A small world for tests of conditions and ladders: two districts of a city, certifications with terms, figures with
// bounds, measures with groups of conditions. Its facts are invented.
import type { CsvRecord, FolderContent } from "./folder.ts";

const sources = "law:1";

const enterprise = (id: string, more: CsvRecord = {}): CsvRecord => ({
  id: `enterprise:${id}`,
  name: `企业${id}`,
  founded: "",
  capital: "",
  listed: "",
  sources,
  ...more,
});
const relation = (from: string, to: string, more: CsvRecord = {}): CsvRecord => ({
  from,
  to,
  status: "",
  sources,
  ...more,
});
const located = (id: string, place: string): CsvRecord => relation(`enterprise:${id}`, place);
const certified = (id: string, certification: string, more: CsvRecord = {}): CsvRecord =>
  relation(`enterprise:${id}`, `certification:${certification}`, {
    year: "",
    renewedIn: "",
    since: "",
    until: "",
    ...more,
  });
const certification = (id: string, track: string, rung: number | "", more: CsvRecord = {}): CsvRecord => ({
  id: `certification:${id}`,
  name: `资质${id}`,
  track,
  rung,
  validYears: "",
  complete: "",
  sources,
  ...more,
});
const condition = (id: string, predicate: string, more: CsvRecord = {}): CsvRecord => ({
  id: `condition:${id}`,
  name: `条件${id}`,
  predicate,
  negated: "",
  orHigher: "",
  metric: "",
  atLeast: "",
  atMost: "",
  unit: "",
  latest: "",
  sources,
  ...more,
});
const measure = (id: string, amount: number, amountKind = "FLAT"): CsvRecord => ({
  id: `measure:${id}`,
  name: `措施${id}`,
  amount,
  amountKind,
  sources,
});
const demands = (id: string, conditions: readonly (readonly [string, number?])[]): CsvRecord[] =>
  conditions.map(([name, alternative]) =>
    relation(`measure:${id}`, `condition:${name}`, {
      alternative: alternative ?? "",
      clause: `第${id}条`,
      sources: "law:7",
    }),
  );
let figures = 0;
const figure = (id: string, value: number, more: CsvRecord = {}): CsvRecord => ({
  id: `observation:${++figures}`,
  subject: `enterprise:${id}`,
  metric: "rd-share",
  value,
  unit: "%",
  period: "2022",
  bound: "",
  normalisedValue: value,
  normalisedUnit: "per cent",
  status: "",
  sources,
  ...more,
});

const inEast = [
  ...["fresh", "renewed", "lower", "implied-lower", "lost", "giant", "bare", "poor", "rich", "tech"],
  ...["tech-low", "at-least-4", "at-least-10", "about", "disagree", "forecast", "two-tracks"],
];

/** A city of a province with an east and a west. */
export const twoDistricts: readonly CsvRecord[] = [
  { id: "region:province", name: "省", regionLevel: "PROVINCE", sources },
  { id: "region:city", name: "市", regionLevel: "CITY", sources },
  { id: "region:east", name: "东区", regionLevel: "DISTRICT", sources },
  { id: "region:west", name: "西区", regionLevel: "DISTRICT", sources },
];

/** The folder. Everything that has a site in the east is in `region:east` directly unless said otherwise. */
export const policyWorld: FolderContent = {
  entities: {
    Document: [{ id: "document:law", name: "办法", stem: "law", lines: 20, sources: "" }],
    Region: twoDistricts,
    Park: [
      { id: "park:a", name: "甲园", sources },
      { id: "park:a-inner", name: "甲园内园", sources },
      { id: "park:b", name: "乙园", sources },
    ],
    Cluster: [
      { id: "cluster:new", name: "新能源", sources },
      { id: "cluster:battery", name: "电池", sources },
    ],
    Certification: [
      certification("municipal", "srdi", 2),
      certification("provincial", "srdi", 3, { validYears: 3 }),
      certification("giant", "srdi", 4),
      certification("tech-sme", "high-tech", 1),
      certification("high-tech", "high-tech", 2),
      certification("green", "", "", { complete: true }),
    ],
    Metric: [
      { id: "metric:rd-share", name: "研发占比", normalUnit: "per cent", sources },
      { id: "metric:revenue", name: "营业收入", normalUnit: "yuan", sources },
    ],
    Condition: [
      condition("east", "IN_REGION"),
      condition("first", "FIRST_RECOGNITION"),
      condition("renewal", "RE_EXAMINATION"),
      condition("giant-not", "HOLDS", { negated: true }),
      condition("high-tech", "HOLDS"),
      condition("green", "HOLDS"),
      condition("rd", "FIGURE", { metric: "rd-share", atLeast: 5, unit: "per cent" }),
      condition("revenue", "FIGURE", { metric: "revenue", atLeast: 1, unit: "yuan" }),
      condition("capital", "CAPITAL", { atLeast: 50000000, unit: "yuan" }),
      condition("listed", "LISTED"),
      condition("old", "FOUNDED", { latest: "2010-06" }),
      condition("cluster", "IN_CLUSTER"),
      condition("park", "IN_PARK"),
      condition("municipal-up", "HOLDS", { orHigher: true }),
    ],
    Measure: [
      measure("first", 300000, "CEILING"),
      measure("renewal", 100000),
      measure("either", 20000),
      measure("not", 10000),
      measure("many", 5000),
      measure("secret", 4000),
      measure("none", 3000),
      measure("old", 2000),
      measure("up", 1000),
    ],
    Enterprise: [
      ...inEast
        .filter((id) => !["rich", "tech", "tech-low", "poor"].includes(id))
        .map((id) => enterprise(id)),
      enterprise("rich", { capital: 60000000 }),
      enterprise("tech", { capital: 10000000 }),
      enterprise("tech-low", { capital: 10000000 }),
      enterprise("poor", { capital: 10000000, listed: false }),
      enterprise("west"),
      enterprise("nowhere"),
      enterprise("city"),
      enterprise("two"),
      enterprise("old", { founded: "2004" }),
      enterprise("vague", { founded: "2010" }),
      enterprise("young", { founded: "2015" }),
    ],
  },
  relations: {
    PART_OF: [
      relation("region:city", "region:province"),
      relation("region:east", "region:city"),
      relation("region:west", "region:city"),
      relation("park:a-inner", "park:a"),
      relation("cluster:battery", "cluster:new"),
    ],
    LOCATED_IN: [
      relation("park:a", "region:east"),
      relation("park:b", "region:west"),
      ...inEast.map((id) => located(id, "region:east")),
      located("west", "region:west"),
      located("city", "region:city"),
      located("two", "park:b"),
      located("two", "park:a-inner"),
      located("old", "park:a-inner"),
      located("vague", "park:a"),
      located("young", "park:a"),
    ],
    BELONGS_TO: ["old", "vague", "young"].map((id) => relation(`enterprise:${id}`, "cluster:battery")),
    CERTIFIED_AS: [
      ...["fresh", "west", "nowhere", "city", "two"].map((id) => certified(id, "provincial", { year: 2022 })),
      certified("renewed", "provincial", { year: 2019, renewedIn: 2022 }),
      certified("lower", "municipal", { year: 2021 }),
      certified("implied-lower", "municipal", { year: 2021, status: "IMPLIED" }),
      certified("lost", "provincial", { since: "2018", until: "2021-06" }),
      certified("giant", "giant", { year: 2023 }),
      certified("two-tracks", "municipal", { year: 2021 }),
      certified("two-tracks", "tech-sme", { year: 2020 }),
      ...["tech", "tech-low", "at-least-4", "at-least-10", "about", "disagree", "forecast"].map((id) =>
        certified(id, "high-tech", { year: 2022 }),
      ),
    ],
    TESTS: [
      relation("condition:east", "region:east"),
      relation("condition:first", "certification:provincial"),
      relation("condition:renewal", "certification:provincial"),
      relation("condition:giant-not", "certification:giant"),
      relation("condition:high-tech", "certification:high-tech"),
      relation("condition:green", "certification:green"),
      relation("condition:cluster", "cluster:new"),
      relation("condition:park", "park:a"),
      relation("condition:municipal-up", "certification:municipal"),
    ],
    HAS_CONDITION: [
      ...demands("first", [["east"], ["first"]]),
      ...demands("renewal", [["east"], ["renewal"]]),
      ...demands("either", [["east"], ["capital", 1], ["high-tech", 2], ["rd", 2]]),
      ...demands("not", [["east"], ["giant-not"]]),
      ...demands("many", [["east"], ["listed"], ["green"], ["capital"]]),
      ...demands("secret", [["revenue"]]),
      ...demands("old", [["old"], ["cluster"], ["park"]]),
      ...demands("up", [["east"], ["municipal-up"]]),
      relation("certification:provincial", "condition:rd", { alternative: "", clause: "第九条" }),
    ],
    APPLIES_TO: [relation("measure:none", "region:east")],
  },
  observations: [
    figure("tech", 5.2),
    figure("tech-low", 4),
    figure("tech-low", 6, { period: "2021" }),
    figure("at-least-4", 4, { bound: "AT_LEAST" }),
    figure("at-least-10", 10, { bound: "AT_LEAST" }),
    figure("about", 5.2, { bound: "ABOUT" }),
    figure("disagree", 4.5),
    figure("disagree", 5.5),
    figure("forecast", 9, { status: "FORECAST" }),
  ],
};
