// Where an enterprise is decides who is looked at for a measure: the short lists, which begin from its place, must be
// the long one narrowed, and the long one what each enterprise is told. The world is invented.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import type { CsvRecord, FolderContent } from "../support/folder.ts";
import { all, type Candidates, named, patient, policyAsking } from "../support/policy-asking.ts";
import { twoDistricts } from "../support/policy-world.ts";

const sources = "law:1";
const row = (from: string, to: string, more: CsvRecord = {}): CsvRecord => ({
  from,
  to,
  since: "",
  until: "",
  status: "",
  sources,
  ...more,
});
const at = (id: string, place: string, more: CsvRecord = {}): CsvRecord =>
  row(`enterprise:${id}`, place, more);
const places = {
  inner: "park:inner",
  outer: "park:outer",
  within: "park:within",
  elsewhere: "park:elsewhere",
  lost: "park:lost",
  east: "region:east",
  town: "region:town",
  west: "region:west",
  city: "region:city",
};
const conditions = [
  ["east", "IN_REGION", "region:east"],
  ["inner", "IN_PARK", "park:inner"],
  ["city", "IN_REGION", "region:city"],
  ["not-west", "IN_REGION", "region:west"],
] as const;

const world: FolderContent = {
  entities: {
    Document: [{ id: "document:law", name: "办法", stem: "law", lines: 20, sources: "" }],
    Region: [...twoDistricts, { id: "region:town", name: "镇", regionLevel: "TOWN", sources }],
    Park: ["inner", "outer", "within", "elsewhere", "lost"].map((id) => ({
      id: `park:${id}`,
      name: `园${id}`,
      sources,
    })),
    Condition: conditions.map(([id, predicate]) => ({
      id: `condition:${id}`,
      name: `条件${id}`,
      predicate,
      negated: id.startsWith("not") ? "true" : "",
      sources,
    })),
    Measure: conditions.map(([id]) => ({
      id: `measure:${id}`,
      name: `措施${id}`,
      amount: 1000,
      amountKind: "FLAT",
      sources,
    })),
    Enterprise: [...Object.keys(places), "nowhere", "gone", "planned", "moved", "both"].map((id) => ({
      id: `enterprise:${id}`,
      name: `企业${id}`,
      sources,
    })),
  },
  relations: {
    PART_OF: [
      row("region:city", "region:province"),
      row("region:east", "region:city"),
      row("region:west", "region:city"),
      row("region:town", "region:east"),
      row("park:inner", "park:outer"),
    ],
    LOCATED_IN: [
      row("park:outer", "region:east"),
      row("park:within", "park:inner"),
      row("park:elsewhere", "region:west"),
      ...Object.entries(places).map(([id, place]) => at(id, place)),
      at("gone", "region:east", { since: "2010", until: "2019" }),
      at("planned", "region:east", { status: "TARGET" }),
      at("moved", "region:east", { until: "2019" }),
      at("moved", "region:west", { since: "2019" }),
      at("both", "park:elsewhere"),
      at("both", "park:inner"),
    ],
    HAS_CONDITION: conditions.map(([id]) => row(`measure:${id}`, `condition:${id}`)),
    TESTS: conditions.map(([id, , target]) => row(`condition:${id}`, target)),
  },
};

const engines = loadedEngines(world);
const { matches, candidates } = policyAsking(engines);
const only = (whole: Record<string, string>, ...wanted: string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([, status]) => wanted.includes(status)));

describe("places", () => {
  test.each([
    [
      "east",
      {
        ELIGIBLE: ["both", "east", "inner", "outer", "town", "within"],
        UNKNOWN: ["city", "gone", "lost", "nowhere", "planned"],
        INELIGIBLE: ["elsewhere", "moved", "west"],
      },
    ],
    [
      "inner",
      {
        ELIGIBLE: ["both", "inner", "within"],
        UNKNOWN: ["city", "east", "gone", "nowhere", "outer", "planned", "town"],
        INELIGIBLE: ["elsewhere", "lost", "moved", "west"],
      },
    ],
  ])(
    "where each enterprise stands to what %s demands, worked out by hand",
    async (measure, expected) => {
      const whole = named(await candidates(measure, { status: all }));
      const found = Object.fromEntries(
        Object.keys(expected).map((status) => [status, Object.keys(only(whole, status)).sort()]),
      );
      expect(found).toEqual(expected);
    },
    patient,
  );

  test.each(conditions.map(([id]) => id))(
    "the short lists of %s are the long one narrowed, and the long one is what each enterprise is told",
    async (measure) => {
      for (const asOf of ["2023", "2015"]) {
        const whole = named(await candidates(measure, { status: all, asOf }));
        expect(Object.keys(whole)).toHaveLength(14);
        for (const id of Object.keys(whole))
          expect([id, whole[id]]).toEqual([id, (await matches(id, asOf))[measure]?.status]);
        const short = await candidates(measure, { asOf });
        expect(named(short)).toEqual(only(whole, "ELIGIBLE", "NEARLY", "UNKNOWN"));
        expect(short.totalCount).toBe(short.edges.length);
        for (const status of all)
          expect(named(await candidates(measure, { status: [status], asOf }))).toEqual(only(whole, status));
      }
    },
    patient,
  );

  test(
    "a page has the total of all pages, and pages follow one another",
    async () => {
      const whole = await candidates("city", { status: all });
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const page: Candidates = await candidates("city", { status: all, first: 4, after });
        expect(page.totalCount).toBe(whole.totalCount);
        ids.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(ids).toEqual(whole.edges.map(({ node }) => node.id));
    },
    patient,
  );
});
