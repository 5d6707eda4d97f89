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
