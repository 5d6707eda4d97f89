// Why an enterprise does not stand well, in both languages: English sentences are made of what a condition consists of,
// and who is elsewhere is told so where no condition is entered.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import type { CsvRecord } from "../support/folder.ts";
import { patient } from "../support/policy-asking.ts";

const sources = "d:1";
const row = (id: string, name: string, more: CsvRecord = {}): CsvRecord => ({ id, name, sources, ...more });
const columns = { negated: "", orHigher: "", level: "", track: "", metric: "" };
const bounds = { atLeast: "", atMost: "", unit: "", earliest: "", latest: "", summary: "" };
const condition = (id: string, predicate: string, more: CsvRecord = {}): CsvRecord =>
  row(`condition:${id}`, `条件${id}`, { predicate, ...columns, ...bounds, ...more });
const link = (from: string, to: string, more: CsvRecord = {}): CsvRecord => ({ from, to, ...more, sources });
const tests = (id: string, to: string): CsvRecord => link(`condition:${id}`, to);

const conditions = [
  condition("holds", "HOLDS", { orHigher: true }),
  condition("level", "HOLDS_LEVEL", { level: "PROVINCIAL", track: "srdi", orHigher: true }),
  condition("first", "FIRST_RECOGNITION", { earliest: "2020", latest: "2022-06" }),
  condition("again", "RE_EXAMINATION"),
  condition("region", "IN_REGION"),
  condition("park", "IN_PARK"),
  condition("cluster", "IN_CLUSTER"),
  condition("listed", "LISTED"),
  condition("not-listed", "LISTED", { negated: true }),
  condition("share", "FIGURE", { metric: "rd", atLeast: 3, atMost: 70.5, unit: "per cent" }),
  condition("rights", "FIGURE", { metric: "untranslated", atLeast: 2, unit: "count" }),
  condition("capital", "CAPITAL", { atLeast: 150_000_000, unit: "yuan" }),
  condition("founded", "FOUNDED", { latest: "2010-06" }),
  condition("own", "LISTED", { summary: "shares on a main board" }),
];

const { data } = loadedEngines({
  entities: {
    Document: [{ id: "document:d", name: "文件", stem: "d", lines: 9 }],
    Region: [
      row("region:east", "东区", { regionLevel: "DISTRICT", nameEn: "East District" }),
      row("region:west", "西区", { regionLevel: "DISTRICT", nameEn: "" }),
    ],
    Park: [row("park:a", "甲园")],
    Cluster: [row("cluster:a", "新能源", { nameEn: "new energy" })],
    Certification: [
      row("certification:a", "专精特新", { track: "srdi", rung: 1, nameEn: "SRDI enterprise" }),
      row("certification:b", "小巨人", { track: "srdi", rung: 2, nameEn: "" }),
    ],
    Metric: [
      row("metric:rd", "研发占比", { normalUnit: "per cent", nameEn: "R&D intensity" }),
      row("metric:untranslated", "专利数", { normalUnit: "count", nameEn: "" }),
    ],
    Enterprise: [
      row("enterprise:west", "西企业", { founded: 2015, capital: 1, listed: true }),
      row("enterprise:east", "东企业", { founded: "", capital: "", listed: "" }),
    ],
    Condition: conditions,
    Measure: [
      row("measure:all", "全部"),
      row("measure:for-east", "东区措施"),
      row("measure:for-west", "西区措施"),
      row("measure:later", "将来措施"),
      row("measure:open", "未录入"),
    ],
  },
  relations: {
    LOCATED_IN: [
      link("enterprise:west", "region:west"),
      link("enterprise:east", "region:east"),
      link("park:a", "region:east"),
    ],
    APPLIES_TO: [link("measure:for-east", "region:east"), link("measure:for-west", "region:west")],
    TESTS: [
      tests("holds", "certification:a"),
      tests("first", "certification:b"),
      tests("again", "certification:b"),
      tests("region", "region:east"),
      tests("park", "park:a"),
      tests("cluster", "cluster:a"),
    ],
    HAS_CONDITION: [
      ...conditions.map(({ id }) => link("measure:all", String(id), { since: "" })),
      link("measure:later", "condition:listed", { since: "2030" }),
      link("measure:later", "condition:region", { since: "2030" }),
      link("certification:a", "condition:share", { since: "" }),
    ],
  },
});

interface Told {
  readonly en: string | null;
  readonly zh: string | null;
}
interface Row {
  readonly condition: { readonly id: string };
  readonly textEn: string;
  readonly text: string;
  readonly changeEn: string | null;
  readonly toFindEn: string | null;
}
interface Edge extends Told {
  readonly node: { readonly id: string };
  readonly status: string;
  readonly conditions: readonly Row[];
}
const lacks = "en: lacks(lang: EN) zh: lacks(lang: ZH)";
const edges = `edges { node { id } status ${lacks} conditions {
  condition { id } textEn: text(lang: EN) text changeEn: change(lang: EN) toFindEn: toFind(lang: EN) } }`;
const every = "status: [ELIGIBLE, NEARLY, UNKNOWN, INELIGIBLE]";

const matchesOf = async (id: string, asOf: string | null = "2024"): Promise<Edge[]> =>
  (
    await data<{ enterprise: { policyMatches: { edges: Edge[] } } }>(
      `query ($id: ID!, $asOf: Date) { enterprise(id: $id) { policyMatches(${every}, asOf: $asOf) { ${edges} } } }`,
      { id: `enterprise:${id}`, asOf },
    )
  ).enterprise.policyMatches.edges;
const candidatesOf = async (id: string): Promise<Edge[]> =>
  (
    await data<{ measure: { candidates: { edges: Edge[] } } }>(
      `query ($id: ID!) { measure(id: $id) { candidates(${every}, asOf: "2024") { ${edges} } } }`,
      { id: `measure:${id}` },
    )
  ).measure.candidates.edges;

describe("why an enterprise is ruled out", () => {
  test(
    "is the region, where a measure without conditions is for another; from both sides and in both languages",
    async () => {
      const told = { en: "outside the region it is for: East District", zh: "不在适用地区：东区" };
      const west = await matchesOf("west");
      expect(west.find(({ node }) => node.id === "measure:for-east")).toMatchObject({
        status: "INELIGIBLE",
        ...told,
      });
      const candidates = await candidatesOf("for-east");
      expect(candidates.find(({ node }) => node.id === "enterprise:west")).toMatchObject({
        status: "INELIGIBLE",
        ...told,
      });
      expect(candidates.find(({ node }) => node.id === "enterprise:east")).toMatchObject({
        status: "UNKNOWN",
        en: "conditions are not entered yet: look into the document",
        zh: "条件尚未录入，需查阅原文",
      });
      expect(
        (await candidatesOf("for-west")).find(({ node }) => node.id === "enterprise:east"),
      ).toMatchObject({
        status: "INELIGIBLE",
        en: "outside the region it is for: “西区”",
      });
    },
    patient,
  );

  test(
    "conditions of other days are no conditions that are not entered",
    async () => {
      const east = await matchesOf("east");
      expect(east.find(({ node }) => node.id === "measure:later")).toMatchObject({
        status: "UNKNOWN",
        en: "none of its conditions is in force on 2024-12-31: look into the document",
        zh: "2024-12-31没有生效的条件，需查阅原文",
      });
      expect((await matchesOf("west")).find(({ node }) => node.id === "measure:later")).toMatchObject({
        status: "INELIGIBLE",
        zh: "不在适用地区：东区",
      });
      expect((await matchesOf("east")).find(({ node }) => node.id === "measure:open")).toMatchObject({
        en: "conditions are not entered yet: look into the document",
      });
    },
    patient,
  );

  test(
    "is told in English of what each condition consists of; its name stands only where nothing else does",
    async () => {
      const all = (await matchesOf("west")).find(({ node }) => node.id === "measure:all");
      const said = Object.fromEntries(
        (all?.conditions ?? []).map((one) => [one.condition.id.slice("condition:".length), one]),
      );
      expect(Object.fromEntries(Object.entries(said).map(([id, one]) => [id, one.textEn]))).toEqual({
        holds: "to be recognised as SRDI enterprise (or a higher one)",
        level: "to have a certification of the provincial level or a higher one on the track srdi",
        first: "to be recognised as “小巨人” for the first time in or after 2020 and in or before 2022-06",
        again: "to be re-examined as “小巨人”",
        region: "to be in East District",
        park: "to be in “甲园”",
        cluster: "to be part of new energy",
        listed: "to be listed",
        "not-listed": "not to be listed",
        share: "to have R&D intensity (at least 3 per cent and at most 70.5 per cent)",
        rights: "to have “专利数” (at least 2)",
        capital: "to have registered capital (at least 150 million yuan)",
        founded: "to be founded in or before 2010-06",
        own: "shares on a main board",
      });
      expect(said.share).toMatchObject({
        text: "条件share",
        toFindEn: "its latest figure: R&D intensity (at least 3 per cent and at most 70.5 per cent)",
      });
      expect(said.capital?.changeEn).toBe("to reach: registered capital (at least 150 million yuan)");
      expect(all?.en).toContain("not met: ");
      expect(all?.en).toContain("to be in East District");
      expect(all?.en).not.toMatch(/条件/);
      expect(all?.zh).toContain("条件region");
    },
    patient,
  );

  test(
    "of a rung likewise, for the enterprise and among its candidates",
    async () => {
      const { enterprise, certification } = await data<{
        enterprise: { ladder: Told[] };
        certification: { candidates: { edges: Told[] } };
      }>(`{ enterprise(id: "enterprise:east") { ladder(all: true) { ${lacks} } }
        certification(id: "certification:a") { candidates(region: "region:east") { edges { ${lacks} } } } }`);
      const told = {
        en: "not in the graph, to be looked into: its latest figure: R&D intensity (at least 3 per cent and at most 70.5 per cent)",
        zh: "图中无据，需核实：最近一期数据：条件share",
      };
      expect(enterprise.ladder).toEqual([told]);
      expect(certification.candidates.edges).toEqual([told]);
    },
    patient,
  );
});
