// What held when: at each precision of a relation's dates and of the date asked, on every engine.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { cases, certified } from "../support/dated-relations.ts";
import type { CsvRecord } from "../support/folder.ts";

const sources = "doc-a:1";

const ids = [...cases, ...certified].map(([id]) => id);
const relation =
  (to: string) =>
  ([id, dates]: (typeof cases)[number]): CsvRecord => ({
    from: `enterprise:${id}`,
    to,
    since: "",
    until: "",
    status: "",
    sources,
    ...dates,
  });

const engines = loadedEngines({
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
    Region: [
      { id: "region:city", name: "无锡市", sources },
      { id: "region:east", name: "东区", sources },
    ],
    Park: [{ id: "park:one", name: "一园", sources }],
    Certification: [{ id: "certification:title", name: "小巨人", level: "NATIONAL", validYears: 3, sources }],
    Enterprise: [
      ...ids.map((id) => ({ id: `enterprise:${id}`, name: id, founded: "", sources })),
      { id: "enterprise:founded", name: "founded", founded: "2018-05", sources },
    ],
  },
  relations: {
    PART_OF: [{ from: "region:east", to: "region:city", sources }],
    LOCATED_IN: [
      { from: "park:one", to: "region:east", since: "2012", sources },
      ...cases.map(relation("park:one")),
    ],
    CERTIFIED_AS: certified.map(relation("certification:title")),
  },
});

interface Edges {
  readonly totalCount: number;
  readonly edges: readonly { readonly validity: string; readonly node: { readonly name: string } }[];
}

const named = (list: Edges): Record<string, string> =>
  Object.fromEntries(list.edges.map((edge) => [edge.node.name, edge.validity]));

const dates = [...new Set([...cases, ...certified].flatMap(([, , expected]) => Object.keys(expected)))];

test.each([...cases, ...certified])(
  "a relation with dates %s, %o holds as they say",
  async (id, _dates, expected) => {
    const field = certified.some(([one]) => one === id) ? "certifications" : "parks";
    const asked = dates
      .map(
        (date, index) =>
          `d${index}: ${field}(asOf: "${date}") { edges { validity relation { validity(asOf: "${date}") } } }`,
      )
      .join("\n");
    const { enterprise } = await engines.data<{
      enterprise: Record<string, { edges: { validity: string; relation: { validity: string } }[] }>;
    }>(`{ enterprise(id: "enterprise:${id}") { ${asked} } }`);
    for (const [date, validity] of Object.entries(expected)) {
      const edges = enterprise[`d${dates.indexOf(date)}`]?.edges;
      const shown =
        validity === "ENDED" || validity === "NOT_YET" ? [] : [{ validity, relation: { validity } }];
      expect({ date, edges }).toEqual({ date, edges: shown });
    }
  },
);

describe("lists as of a date", () => {
  test("a park's enterprises: without what had ended or not begun, with what is not known, and without it", async () => {
    const { park } = await engines.data<{ park: { all: Edges; certain: Edges } }>(`{ park(id: "park:one") {
      all: enterprises(asOf: "2021-06", first: 100) { totalCount edges { validity node { name } } }
      certain: enterprises(asOf: "2021-06", certain: true, first: 100) { totalCount edges { validity node { name } } }
    } }`);
    expect(named(park.all)).toEqual({
      undated: "UNKNOWN",
      "since-year": "UNKNOWN",
      "since-month": "VALID",
      "since-day": "VALID",
      "until-year": "UNKNOWN",
      "until-month": "UNKNOWN",
      "only-until": "UNKNOWN",
      target: "UNKNOWN",
      forecast: "UNKNOWN",
      implied: "UNKNOWN",
    });
    expect(park.all.totalCount).toBe(10);
    expect(named(park.certain)).toEqual({ "since-month": "VALID", "since-day": "VALID" });
    expect(park.certain.totalCount).toBe(2);
  });

  test("enterprises of a region, through a park and an undated part: the worst of the chain counts", async () => {
    const list = (asOf: string, more = "") =>
      `enterprises(filter: { region: "region:city" }, asOf: "${asOf}"${more}, first: 100) { totalCount edges { validity node { name } } }`;
    const { early, late, certain } = await engines.data<Record<string, Edges>>(
      `{ early: ${list("2011")} late: ${list("2021")} certain: ${list("2021", ", certain: true")} }`,
    );
    expect(early && named(early)).toEqual({});
    expect(late && named(late)).toMatchObject({
      "since-year": "VALID",
      undated: "UNKNOWN",
      "until-year": "UNKNOWN",
    });
    expect(late && Object.keys(named(late))).not.toContain("until-day");
    expect(certain && named(certain)).toEqual({
      "since-year": "VALID",
      "since-month": "VALID",
      "since-day": "VALID",
      implied: "VALID",
    });
    expect(certain?.totalCount).toBe(4);
  });

  test("enterprises by certification: a term that has run out without re-examination is not known to hold", async () => {
    const list = (asOf: string) =>
      `enterprises(filter: { certificationLevel: NATIONAL }, asOf: "${asOf}") { totalCount edges { validity node { name } } }`;
    const { a, b } = await engines.data<Record<string, Edges>>(`{ a: ${list("2018")} b: ${list("2023")} }`);
    expect(a && named(a)).toEqual({ "renewed-only": "UNKNOWN" });
    expect(b && named(b)).toEqual({
      "year-only": "UNKNOWN",
      renewed: "VALID",
      "renewed-only": "VALID",
      "since-wins": "UNKNOWN",
    });
  });

  test("without filters an enterprise is there from its founding, unknown where that is", async () => {
    const list = (asOf: string) =>
      `enterprises(asOf: "${asOf}", first: 100) { edges { validity node { name } } }`;
    const { a, b, c } = await engines.data<Record<string, Edges>>(
      `{ a: ${list("2018-04")} b: ${list("2018-05-03")} c: ${list("2018-05")} }`,
    );
    expect(a && named(a).founded).toBeUndefined();
    expect(b && named(b).founded).toBe("UNKNOWN");
    expect(c && named(c).founded).toBe("VALID");
    expect(c && named(c).undated).toBe("UNKNOWN");
  });

  test("relations as of a date page to the end", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        node: {
          relations: {
            totalCount: number;
            pageInfo: { endCursor: string; hasNextPage: boolean };
            edges: { validity: string; node: { from: { name: string } } }[];
          };
        };
      } = await engines.data(
        `query ($after: String) { node(id: "park:one") { relations(asOf: "2021", direction: IN, first: 4, after: $after) {
            totalCount pageInfo { endCursor hasNextPage } edges { validity node { from { name } } } } } }`,
        { after },
      );
      const { relations } = page.node;
      expect(relations.totalCount).toBe(9);
      seen.push(...relations.edges.map((edge) => `${edge.node.from.name} ${edge.validity}`));
      after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.sort()).toEqual([
      "forecast UNKNOWN",
      "implied VALID",
      "only-until UNKNOWN",
      "since-day VALID",
      "since-month VALID",
      "since-year VALID",
      "target UNKNOWN",
      "undated UNKNOWN",
      "until-year UNKNOWN",
    ]);
  });

  test("of enterprises alone is a page of the same list that tells validity", async () => {
    for (const args of ['asOf: "2021-06"', 'asOf: "2021-06", filter: { region: "region:city" }']) {
      const { told, alone } = await engines.data<
        Record<string, { totalCount: number; nodes: { id: string }[]; edges: { node: { id: string } }[] }>
      >(`{ told: enterprises(${args}, first: 3) { totalCount edges { validity node { id } } }
        alone: enterprises(${args}, first: 3) { totalCount nodes { id } } }`);
      expect(alone?.nodes).toHaveLength(3);
      expect(alone?.nodes).toEqual(told?.edges.map(({ node }) => node));
      expect(alone?.totalCount).toBe(told?.totalCount);
      expect(alone?.totalCount).toBeGreaterThan(3);
    }
  });

  test("what is no date, and certain without a date, are refused", async () => {
    const wrong = await engines.ask(`query ($d: Date) { enterprises(asOf: $d) { totalCount } }`, {
      d: "2021-13",
    });
    expect(wrong.messages.join()).toContain("write 2021, 2021-12 or 2021-12-03");
    await expect(engines.ask(`{ enterprises(asOf: "last year") { totalCount } }`)).rejects.toThrow(
      "is no date",
    );
    const { errors } = await engines.ask(`{ enterprises(certain: true) { totalCount } }`);
    expect(errors).toEqual([{ code: "BAD_ARGUMENT", path: ["enterprises"] }]);
  });
});
