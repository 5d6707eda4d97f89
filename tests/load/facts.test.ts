// What a document is cited for, line by line, and how its lines are covered; figures by subject, period and bound.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { ledgerFolder } from "../support/ledger-folder.ts";

const { ask, data } = loadedEngines(ledgerFolder);

interface Fact {
  readonly line: number;
  readonly kind: string;
  readonly id: string;
}

interface Facts {
  readonly document: {
    readonly facts: {
      readonly totalCount: number;
      readonly nodes: readonly Fact[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

async function factsOf(id: string, args: string): Promise<Facts["document"]["facts"]> {
  const answer = await data<Facts>(
    `{ document(id: "${id}") { facts(${args}) { totalCount nodes { line kind id } pageInfo { hasNextPage endCursor } } } }`,
  );
  return answer.document.facts;
}

const told = (facts: readonly Fact[]): string[] => facts.map(({ line, kind, id }) => `${line} ${kind} ${id}`);

describe("facts of a document", () => {
  test("are the entities, figures and relations of a line", async () => {
    const answer =
      await data(`{ document(id: "document:a") { facts(line: 12) { totalCount edges { cursor node {
      line kind id
      entity { id name kind ... on Observation { value unit subject { id } } }
      relation { id type status from { id } to { name } sources { line } }
    } } } } }`);
    const fact = (kind: string, id: string, rest: object) => ({
      cursor: expect.any(String),
      node: { line: 12, kind, id, entity: null, relation: null, ...rest },
    });
    expect(answer).toEqual({
      document: {
        facts: {
          totalCount: 4,
          edges: [
            fact("ENTITY", "check:partners", {
              entity: { id: "check:partners", name: "校验partners", kind: "CHECK" },
            }),
            fact("ENTITY", "conflict:list", {
              entity: { id: "conflict:list", name: "合作伙伴未列全", kind: "CONFLICT" },
            }),
            fact("OBSERVATION", "observation:partners", {
              entity: {
                id: "observation:partners",
                name: "中科微至科技股份有限公司 · 专利数",
                kind: "OBSERVATION",
                value: 3,
                unit: "家",
                subject: { id: "enterprise:weizhi" },
              },
            }),
            fact("RELATION", "CONCERNS|conflict:list|observation:partners", {
              relation: {
                id: "CONCERNS|conflict:list|observation:partners",
                type: "CONCERNS",
                status: "STATED",
                from: { id: "conflict:list" },
                to: { name: "中科微至科技股份有限公司 · 专利数" },
                sources: [{ line: 12 }],
              },
            }),
          ],
        },
      },
    });
  });

  test("of a stem with a colon are those of that document alone, by line", async () => {
    expect(told((await factsOf("document:b", "first: 50")).nodes)).toEqual([
      "3 ENTITY park:inner",
      "4 ENTITY check:wrong",
      "4 ENTITY conflict:list",
      "4 ENTITY conflict:undated",
      "4 RELATION CONCERNS|conflict:undated|observation:all",
      "4 RELATION CONCERNS|conflict:undated|region:east",
      "7 RELATION LOCATED_IN|enterprise:xinhongye|park:big",
    ]);
  });

  test.each<[string, string[]]>([
    [
      "line: 11",
      ["11 ENTITY check:times", "11 OBSERVATION observation:municipal", "11 OBSERVATION observation:times"],
    ],
    ["line: 11, kinds: [ENTITY]", ["11 ENTITY check:times"]],
    ["line: 11, kinds: [RELATION]", []],
    ["line: 22", ["22 OBSERVATION observation:3", "22 RELATION LOCATED_IN|enterprise:xinhongye|park:big"]],
    ["kinds: [OBSERVATION], line: 10, first: 1", ["10 OBSERVATION observation:all"]],
    ["line: 39", []],
    ["kinds: []", []],
  ])("are narrowed by %s", async (args, expected) => {
    const facts = await factsOf("document:a", args);
    expect(told(facts.nodes)).toEqual(expected);
  });

  test("page to the end without a gap or a repetition", async () => {
    const whole = await factsOf("document:a", "first: 1000");
    expect(whole.nodes).toHaveLength(whole.totalCount);
    const paged: Fact[] = [];
    for (let after = ""; ; ) {
      const page = await factsOf("document:a", `first: 17${after}`);
      paged.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: ${JSON.stringify(page.pageInfo.endCursor)}`;
    }
    expect(told(paged)).toEqual(told(whole.nodes));
    expect(new Set(told(whole.nodes)).size).toBe(whole.totalCount);
  });

  test("are counted by its coverage, with the lines that have none", async () => {
    const { document } = await data<{
      document: { coverage: Record<string, unknown>; facts: { totalCount: number } };
    }>(
      `{ document(id: "document:a") { facts { totalCount } coverage { lines linesWithFacts linesOpen openLines entities relations observations withoutFacts { line reason } } } }`,
    );
    const { entities, relations, observations, openLines, ...rest } = document.coverage;
    expect(Number(entities) + Number(relations) + Number(observations)).toBe(document.facts.totalCount);
    expect(rest).toEqual({
      lines: 40,
      linesWithFacts: 6,
      linesOpen: 32,
      withoutFacts: [
        { line: 3, reason: "heading" },
        { line: 40, reason: "notice of the site" },
      ],
    });
    expect((openLines as number[]).slice(0, 8)).toEqual([4, 5, 6, 7, 8, 9, 13, 14]);
  });

  test("have no open lines where the number of lines is not known", async () => {
    expect(
      await data(
        `{ document(id: "document:b") { coverage { lines linesWithFacts linesOpen openLines withoutFacts { line } } } }`,
      ),
    ).toEqual({
      document: {
        coverage: { lines: null, linesWithFacts: 3, linesOpen: 0, openLines: [], withoutFacts: [] },
      },
    });
  });
});

const short = (page: { nodes: readonly { id: string }[] }): string[] =>
  page.nodes.map(({ id }) => id.replace("observation:", "")).sort();

describe("figures", () => {
  const east = ["4", "all", "municipal", "provincial", "times"];
  test.each<[string, string[]]>([
    [`{ subject: "region:east" }`, east],
    [`{ within: "region:east" }`, ["1", "2", "3", ...east, "over", "partners"].sort()],
    [`{ within: "region:east", bound: AT_LEAST }`, ["2", "over"]],
    [`{ within: "park:big", metric: "patents" }`, ["3", "over", "partners"]],
    [`{ within: "enterprise:weizhi" }`, ["partners"]],
    [`{ from: "2022" }`, ["1", "4", "all", "municipal", "over", "provincial", "times"]],
    [`{ from: "2022", to: "2022-06" }`, ["4"]],
    [`{ from: "2022-02" }`, []],
    [`{ to: "2021" }`, ["2", "credit", "loans"]],
    [`{ to: "2021-12-30" }`, []],
    [`{ from: "2021", to: "2022", bound: ABOUT, status: STATED }`, ["4"]],
    [`{ document: "document:b" }`, []],
    [`{ document: "document:a", subject: "institution:bank" }`, ["credit", "loans"]],
  ])("of the root by %s", async (filter, expected) => {
    const { observations } = await data<{ observations: { nodes: { id: string }[]; totalCount: number } }>(
      `{ observations(filter: ${filter}, first: 100) { totalCount nodes { id } } }`,
    );
    expect([short(observations), observations.totalCount]).toEqual([expected, expected.length]);
  });

  test.each<[string, string[]]>([
    ["first: 50", ["4", "all", "municipal", "provincial", "times"]],
    ["withParts: true, bound: AT_LEAST", ["2", "over"]],
    [`withParts: true, metric: "patents", from: "2022", bound: AT_LEAST`, ["over"]],
    [`from: "2022", to: "2022-06"`, ["4"]],
    ["status: FORECAST", []],
    ["status: FORECAST, withParts: true", ["2"]],
    [`period: "2022-H1"`, ["4"]],
  ])("of an entity by %s", async (args, expected) => {
    const { region } = await data<{
      region: { observations: { nodes: { id: string }[]; totalCount: number } };
    }>(`{ region(id: "region:east") { observations(${args}) { totalCount nodes { id } } } }`);
    expect([short(region.observations), region.observations.totalCount]).toEqual([expected, expected.length]);
  });

  test("of a metric are filtered and ordered", async () => {
    expect(
      await data(
        `{ metric(id: "metric:patents") { figures(filter: { subject: "region:east" }, orderBy: [{ field: VALUE, direction: DESC }], first: 3) { totalCount nodes { value normalisedValue normalisedUnit } } } }`,
      ),
    ).toEqual({
      metric: {
        figures: {
          totalCount: 4,
          nodes: [155, 155, 80].map((value) => ({ value, normalisedValue: value, normalisedUnit: "count" })),
        },
      },
    });
  });

  test("are not looked for by what is no date", async () => {
    await expect(ask(`{ observations(filter: { from: "last year" }) { totalCount } }`)).rejects.toThrow(
      /no date/,
    );
  });
});
