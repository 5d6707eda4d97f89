// Aliases, variables with defaults and nulls, directives, and what a request with mistakes answers.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";

const { ask, data } = loadedEngines(fixture);

describe("aliases, variables and directives", () => {
  test("one field twice with other arguments", async () => {
    expect(
      await data(`{
        a: enterprises(filter: { listed: true }) { totalCount } b: enterprises(filter: { listed: false }) { totalCount }
        enterprise(id: "enterprise:xinhongye") {
          out: observations(metric: "output") { totalCount } patents: observations(metric: "patents") { totalCount nodes { value unit period } }
          first: certifications(first: 1) { nodes { id } } second: certifications(first: 2) { nodes { id } }
        }
      }`),
    ).toEqual({
      a: { totalCount: 3 },
      b: { totalCount: 2 },
      enterprise: {
        out: { totalCount: 2 },
        patents: { totalCount: 1, nodes: [{ value: 59, unit: "项", period: null }] },
        first: { nodes: [{ id: "certification:nat" }] },
        second: { nodes: [{ id: "certification:nat" }, { id: "certification:prov" }] },
      },
    });
  });

  const page = `query($region: ID = "region:east", $first: Int = 2, $filter: EnterpriseFilter, $level: CertificationLevel, $by: EnterpriseOrderField = CAPITAL) {
    named: enterprises(filter: { region: $region, certificationLevel: $level }, first: $first, orderBy: [{ field: $by }]) { totalCount nodes { id } }
    given: enterprises(filter: $filter) { totalCount }
  }`;
  const of = (...ids: string[]) => ids.map((id) => ({ id: `enterprise:${id}` }));
  test.each<[string, Record<string, unknown>, unknown, number]>([
    ["left out: the defaults", {}, { totalCount: 5, nodes: of("battery", "direct") }, 10],
    [
      "given",
      { region: "region:west", first: 3, level: "NATIONAL", filter: { listed: true } },
      { totalCount: 2, nodes: of("xinhongye", "drug") },
      3,
    ],
    [
      "null: not filtered, and the field's own default",
      { region: null, first: null, level: null, filter: null, by: "NAME" },
      {
        totalCount: 10,
        nodes: of(
          "latin",
          "battery",
          "same-a",
          "same-b",
          "xinhongye",
          "lonely",
          "drug",
          "direct",
          "weizhi",
          "self",
        ),
      },
      10,
    ],
    [
      "null within an input",
      { filter: { region: null, listed: false } },
      { totalCount: 5, nodes: of("battery", "direct") },
      2,
    ],
  ])("variables %s", async (_, variables, named, given) => {
    expect(await data(page, variables)).toEqual({ named, given: { totalCount: given } });
  });

  test("one document with other shapes of its variables gives each its own answer, whatever came before", async () => {
    const query =
      "query($f: EnterpriseFilter, $o: [EnterpriseOrder!]) { enterprises(filter: $f, orderBy: $o, first: 1) { totalCount nodes { id } } }";
    const expected: [Record<string, unknown>, number, string][] = [
      [{}, 10, "latin"],
      [{ f: { listed: true } }, 3, "xinhongye"],
      [{ f: { listed: false } }, 2, "battery"],
      [{ f: { region: "region:west" } }, 3, "same-b"],
      [{ f: { region: "region:west" }, o: [{ field: "CAPITAL" }] }, 3, "xinhongye"],
      [{ f: { region: "region:west" }, o: [{ field: "CAPITAL", direction: "DESC" }] }, 3, "xinhongye"],
      [{ o: [{ field: "CAPITAL" }] }, 10, "self"],
      [{ o: [] }, 10, "latin"],
      [{ f: {} }, 10, "latin"],
    ];
    for (const [variables, totalCount, id] of [...expected, ...expected.reverse()])
      expect(await data(query, variables)).toEqual({
        enterprises: { totalCount, nodes: [{ id: `enterprise:${id}` }] },
      });
  });

  test("@include and @skip on fields and fragments", async () => {
    const query = `query($yes: Boolean!, $no: Boolean = false) { enterprise(id: "enterprise:battery") {
      name @include(if: $yes) capital @skip(if: $yes) listed @include(if: true) @skip(if: false)
      ... @include(if: $yes) { founded } ...Place @skip(if: $no) ... on Entity @include(if: $no) { kind }
    } parks @include(if: $no) { totalCount } }
    fragment Place on Enterprise { park { name @skip(if: $no) id @include(if: $no) } }`;
    expect(await data(query, { yes: true })).toEqual({
      enterprise: {
        name: "东方锂电有限公司",
        listed: false,
        founded: "2019-01-31",
        park: { name: "车联网产业园" },
      },
    });
    expect(await data(query, { yes: false, no: true })).toEqual({
      enterprise: { capital: 50000000, listed: false, kind: "ENTERPRISE" },
      parks: { totalCount: 3 },
    });
  });

  test("where everything is skipped nothing is asked of the graph", async () => {
    const answer = await ask(`{ parks @skip(if: true) { totalCount } }`);
    expect(answer).toEqual({ data: {}, errors: [], messages: [], statements: 0, later: 0 });
  });
});

describe("errors", () => {
  test("a root field that may be null fails alone", async () => {
    const answer = await ask(`{
      same: enterprise(name: "同名企业") { id }
      empty: park(name: "！") { id }
      bare: enterprise { id }
      far: path(from: "park:big", to: "park:west", maxHops: 11) { length }
      nobody: path(from: "park:big", to: "b") { length }
      good: park(name: "西部科技城") { id }
    }`);
    expect(answer.data).toEqual({
      same: null,
      empty: null,
      bare: null,
      far: null,
      nobody: null,
      good: { id: "park:west" },
    });
    expect(answer.errors).toHaveLength(5);
    expect(answer.errors).toEqual(
      expect.arrayContaining([
        { code: "AMBIGUOUS_NAME", path: ["same"] },
        { code: "BAD_ARGUMENT", path: ["empty"] },
        { code: "BAD_ARGUMENT", path: ["bare"] },
        { code: "BAD_ARGUMENT", path: ["far"] },
        { code: "UNKNOWN_NAME", path: ["nobody"] },
      ]),
    );
    expect(answer.messages.join("\n")).toContain(
      "enterprise:same-a (同名企业), enterprise:same-b (同名企业)",
    );
    expect(answer.statements).toBe(1);
  });

  test("a root field that may not be null takes the whole data with it", async () => {
    const answer = await ask(
      `{ good: park(name: "西部科技城") { id } bad: enterprises(after: "x") { totalCount } }`,
    );
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([{ code: "BAD_CURSOR", path: ["bad"] }]);
  });

  test("a bad cursor far down is told with the path of its root field", async () => {
    const answer = await ask(
      `{ park(id: "park:big") { enterprises { nodes { certifications(after: "x") { totalCount } } } } parks { totalCount } }`,
    );
    expect(answer.errors.map((error) => [error.code, error.path?.[0]])).toEqual([["BAD_CURSOR", "park"]]);
    expect(answer.data).toEqual({ park: null, parks: { totalCount: 3 } });
  });

  test("a root field that proves wrong halfway through leaves nothing of itself behind", async () => {
    const answer = await ask(`{
      list: enterprise(name: "鑫宏业") { id certifications(first: 1, after: "x") { nodes { holders { totalCount } } } }
      facets: region(id: "region:east") { enterprises(orderBy: [{ field: NAME }, { field: NAME }]) { facets { parks { key } } } }
      node(id: "park:big") { name }
    }`);
    expect(answer.data).toEqual({ list: null, facets: null, node: { name: "东方开发区" } });
    expect(answer.errors.map((error) => error.code).sort()).toEqual(["BAD_ARGUMENT", "BAD_CURSOR"]);
  });

  test("variables of the wrong type are refused before anything is asked", async () => {
    const answer = await ask("query($first: Int) { parks(first: $first) { totalCount } }", { first: "many" });
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
    expect(answer.statements).toBe(0);
  });
});
