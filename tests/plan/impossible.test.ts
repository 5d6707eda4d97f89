// What can never hold is refused, with what is wrong: its 0 would look as if nothing were known.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask, data } = loadedEngines("seed");

describe("is refused:", () => {
  const impossible: readonly [what: string, query: string, told: RegExp][] = [
    [
      "a sum at least 300,000 and at most 100,000",
      "measures(filter: { amountAtLeast: 300000, amountAtMost: 100000 })",
      /amountAtMost is 100000 and filter.amountAtLeast is 300000/,
    ],
    [
      "a capital so, in the filter's own fields",
      "enterprises(filter: { capitalAtLeast: 2, capitalAtMost: 1 })",
      /nothing lies between them/,
    ],
    [
      "dates in the wrong order",
      `enterprises(filter: { foundedAtLeast: "2020-05", foundedAtMost: "2010" })`,
      /foundedAtMost is "2010"/,
    ],
    [
      "figures from a later to an earlier date",
      `observations(filter: { from: "2022", to: "2021" })`,
      /filter.to is "2021" and filter.from is "2022"/,
    ],
    [
      "bounds of a figure",
      `regions(filter: { figure: { metric: "规上工业总产值", atLeast: 3000, atMost: 1000, unit: "亿元" } })`,
      /figure.atMost is 1000/,
    ],
    [
      "bounds of a count",
      "enterprises(filter: { certifications: { count: { atLeast: 3, atMost: 1 } } })",
      /count.atMost is 1/,
    ],
    [
      "fewer than none",
      "enterprises(filter: { certifications: { count: { atLeast: -1 } } })",
      /0 or more, not -1/,
    ],
    [
      "bounds beneath not and or",
      "measures(filter: { or: [{ not: { amountAtLeast: 3, amountAtMost: 1 } }] })",
      /or.0.not.amountAtMost/,
    ],
  ];
  test.each(impossible)("%s", async (_, list, told) => {
    const answer = await ask(`{ ${list} { totalCount } }`);
    expect(answer.errors.map(({ code }) => code)).toEqual(["BAD_ARGUMENT"]);
    expect(answer.messages.join()).toMatch(told);
  });

  const others: readonly [what: string, query: string, told: RegExp][] = [
    [
      "a cluster among what is undertaken",
      `{ region(name: "锡山区") { undertakings(filter: { kind: CLUSTER }) { totalCount } } }`,
      /UNDERTAKES has none at this end: only PROJECT, PROGRAMME, PLATFORM/,
    ],
    [
      "the same by its own filter",
      `{ region(name: "锡山区") { undertakings(filter: { asCluster: {} }) { totalCount } } }`,
      /CLUSTER/,
    ],
    [
      "a cluster at the end of LOCATED_IN",
      `{ enterprise(name: "鑫宏业") { relations(types: [LOCATED_IN], direction: OUT, filter: { kind: CLUSTER }) { totalCount } } }`,
      /only PARK, REGION/,
    ],
    [
      "a series from a later to an earlier date",
      `{ series(metric: "规上工业总产值", subjects: ["吴中区"], from: "2023", to: "2020") { points { id } } }`,
      /to is "2020" and from is "2023"/,
    ],
    ["a pipeline so", `{ projectPipeline(from: "2023", to: "2020") { projects } }`, /from is "2023"/],
    [
      "clusters among what an entity undertakes",
      `{ region(name: "锡山区") { related(type: UNDERTAKES, direction: OUT, kind: CLUSTER) { totalCount } } }`,
      /kind is CLUSTER, and UNDERTAKES leads to none: only to PROJECT, PROGRAMME, PLATFORM/,
    ],
    [
      "the same of an entity of any kind, either way",
      `{ node(id: "region:xishan") { related(type: LOCATED_IN, kind: CERTIFICATION) { totalCount } } }`,
      /LOCATED_IN leads to none: only to ENTERPRISE, .*REGION/,
    ],
    [
      "relations that no enterprise has",
      `{ enterprise(name: "鑫宏业") { related(type: FOCUSES_ON) { totalCount } } }`,
      /type asks for FOCUSES_ON, and no such relation begins or ends at .* ENTERPRISE \(enterprise\)\. There can be LOCATED_IN, .*SUPPLIES/,
    ],
    [
      "relations that an enterprise has the other way alone",
      `{ enterprise(name: "鑫宏业") { related(type: GRANTED_CREDIT, direction: OUT) { totalCount } } }`,
      /no such relation begins at .* GRANTED_CREDIT ends there: ask direction: IN\. There can be LOCATED_IN/,
    ],
    [
      "types of which an enterprise has none",
      `{ enterprise(name: "鑫宏业") { relations(types: [REACHED, ISSUED_BY]) { totalCount } } }`,
      /types asks for REACHED, ISSUED_BY, and no such relation/,
    ],
    [
      "the same where entities are of any kind and some are meant",
      `{ nodes(ids: ["enterprise:xinhongye"]) { ... on Enterprise { relations(types: [REACHED]) { totalCount } } } }`,
      /types asks for REACHED/,
    ],
    [
      "a kind that relations of enterprises never lead to",
      `{ enterprise(name: "鑫宏业") { relations(filter: { kind: METRIC }) { totalCount } } }`,
      /filter asks for METRIC, and a relation of ENTERPRISE has none/,
    ],
    [
      "a kind that a type leads to, though not from there",
      `{ enterprise(name: "鑫宏业") { related(type: LOCATED_IN, kind: PLATFORM) { totalCount } } }`,
      /LOCATED_IN leads to none: only to PARK, REGION/,
    ],
    [
      "the same in the list's filter",
      `{ enterprise(name: "鑫宏业") { related(type: LOCATED_IN, filter: { or: [{ kind: PLATFORM }, { asFund: {} }] }) { totalCount } } }`,
      /filter asks for PLATFORM or FUND, and LOCATED_IN has none at this end: only PARK, REGION/,
    ],
    [
      "relations of the graph that begin at no such entity",
      "{ relations(types: [LOCATED_IN], from: { kind: POLICY }) { totalCount } }",
      /from asks for POLICY, and LOCATED_IN has none at this end/,
    ],
    [
      "relations of the graph that never lead from one kind to another",
      "{ relations(from: { kind: ENTERPRISE }, filter: { kind: METRIC }) { totalCount } }",
      /filter asks for METRIC/,
    ],
    [
      "two kinds at once",
      `{ region(name: "锡山区") { hosted(filter: { kind: PLATFORM, asProject: {} }) { totalCount } } }`,
      /filter asks for PLATFORM and PROJECT at once, and nothing is both/,
    ],
    [
      "a far end of a filter's relations that is never so",
      "{ regions(filter: { hosted: { some: { node: { kind: CLUSTER } } } }) { totalCount } }",
      /filter.hosted.some.node asks for CLUSTER, and HOSTS has none at this end/,
    ],
    [
      "the same of those that are counted",
      "{ regions(filter: { hosted: { count: { atLeast: 1, where: { node: { asMetric: {} } } } } }) { totalCount } }",
      /filter.hosted.count.where.node asks for METRIC/,
    ],
    [
      "a ranking of figures about metrics",
      `{ ranking(metric: "规上工业总产值", period: "2021", kind: METRIC) { total } }`,
      /kind is METRIC, and OBSERVES leads to none: only to ENTERPRISE/,
    ],
    [
      "a year of two digits",
      "{ enterprises(filter: { certifications: { some: { year: 21 } } }) { totalCount } }",
      /some.year is 21, which it can never be: write 1000 or more/,
    ],
    [
      "the same among others",
      "{ enterprises(filter: { certifications: { some: { yearIn: [2021, 22] } } }) { totalCount } }",
      /some.yearIn is 22/,
    ],
    [
      "the same as a bound",
      "{ enterprises(filter: { certifications: { some: { renewedInAtMost: 23 } } }) { totalCount } }",
      /some.renewedInAtMost is 23/,
    ],
    [
      "a rung below the lowest",
      "{ certifications(filter: { rung: 0 }) { totalCount } }",
      /rung is 0, which it can never be: write 1 or more/,
    ],
    [
      "a unit that is none",
      `{ observations(filter: { unit: "公里里" }) { totalCount } }`,
      /no unit that is known/,
    ],
  ];
  test.each(others)("%s", async (_, query, told) => {
    const answer = await ask(query);
    expect(answer.errors).toHaveLength(1);
    expect(answer.messages.join()).toMatch(told);
  });
});

test("relations that a kind may have are asked for among others, and either way", async () => {
  const answer = await data<{
    enterprise: Record<string, { totalCount: number }>;
  }>(`{ enterprise(name: "鑫宏业") {
    some: relations(types: [REACHED, LOCATED_IN]) { totalCount } own: relations(types: [LOCATED_IN]) { totalCount }
    either: related(type: LOCATED_IN, filter: { kindIn: [PARK, FUND] }) { totalCount } no: related(type: HOSTS) { totalCount }
    none: relations(types: []) { totalCount } } }`);
  expect(answer.enterprise.own?.totalCount).toBeGreaterThan(0);
  const totals = Object.values(answer.enterprise).map(({ totalCount }) => totalCount);
  expect(totals).toEqual([totals[1], totals[1], totals[1], 0, 0]);
});

test("bounds that touch are none of these, nor is a month in its year", async () => {
  const answer =
    await data(`{ measures(filter: { amountAtLeast: 100000, amountAtMost: 100000 }) { totalCount }
    policies(filter: { issuedAtLeast: "2022-06", issuedAtMost: "2022" }) { totalCount }
    region(name: "锡山区") { undertakings(filter: { kindIn: [CLUSTER, PLATFORM] }) { totalCount } related(type: HOSTS, kind: PLATFORM) { totalCount } }
    enterprises(filter: { certifications: { some: { year: 2021 } } }) { totalCount } }`);
  expect(answer).toMatchObject({ measures: { totalCount: 2 }, policies: { totalCount: 1 } });
});

test("units of figures and metrics in lists are taken as they are written", async () => {
  const count = (filter: string) =>
    `observations(filter: { subject: "吴中区", period: "2021", ${filter} }) { totalCount }`;
  const answer = await data<
    Record<string, { totalCount: number }>
  >(`{ a: ${count('unit: "亿元"')} b: ${count('unit: "yuan"')}
    c: ${count('unit: "家"')} d: ${count('unit: "count"')} e: ${count('metricIn: ["工业投资", "规上工业总产值"]')} }`);
  expect(answer.a?.totalCount).toBeGreaterThan(0);
  expect([answer.a, answer.c, answer.e?.totalCount]).toEqual([answer.b, answer.d, 2]);
});
