// What relations can never lead to, and texts that none of them has, are refused; an empty list holds for none.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask, data } = loadedEngines("seed");

describe("is refused:", () => {
  const unreachable: readonly [what: string, query: string, told: RegExp][] = [
    [
      "relations of an id's kind that it never has",
      `{ node(id: "enterprise:xinhongye") { related(type: FOCUSES_ON) { totalCount } } }`,
      /type asks for FOCUSES_ON, and no such relation .* ENTERPRISE \(enterprise\)/,
    ],
    [
      "the same by name, as a list of types",
      `{ node(id: "鑫宏业") { relations(types: [REACHED]) { totalCount } } }`,
      /types asks for REACHED/,
    ],
    [
      "the same of all of several ids",
      `{ nodes(ids: ["enterprise:xinhongye", "certification:srdi-enterprise"]) { relations(types: [OFFERS]) { totalCount } } }`,
      /any of the kinds ENTERPRISE, CERTIFICATION/,
    ],
    [
      "a kind at the far end of an id's relations, in the filter",
      `{ node(id: "enterprise:xinhongye") { related(type: LOCATED_IN, filter: { kind: PLATFORM }) { totalCount } } }`,
      /LOCATED_IN has none at this end: only PARK, REGION/,
    ],
    [
      "relations that none of the kinds in a list has",
      `{ region(name: "锡山区") { hosted(filter: { kind: PLATFORM }) { nodes { related(type: REACHED) { totalCount } } } } }`,
      /type asks for REACHED, and no such relation .* PLATFORM/,
    ],
    [
      "a path along what connects nothing",
      `{ path(from: "鑫宏业", to: "光大银行", types: [OBSERVES, CONCERNS]) { length } }`,
      /types asks for OBSERVES, CONCERNS, which connect nothing/,
    ],
    [
      "a path along what its beginning never has",
      `{ path(from: "鑫宏业", to: "光大银行", types: [ISSUED_BY]) { length } }`,
      /no ISSUED_BY begins or ends at .* ENTERPRISE\. There can be LOCATED_IN, .*GRANTED_CREDIT/,
    ],
    [
      "a path along what its end never has",
      `{ paths(from: "鑫宏业", to: "光大银行", types: [SUPPLIES]) { length } }`,
      /no SUPPLIES begins or ends at .* INSTITUTION/,
    ],
    [
      "a path in fewer steps than there can be",
      `{ path(from: "鑫宏业", to: "光大银行", types: [LOCATED_IN], maxHops: 1) { length } }`,
      /No chain of LOCATED_IN leads from ENTERPRISE to INSTITUTION within maxHops 1\. It can lead to PARK, REGION/,
    ],
    [
      "a path to a metric",
      `{ path(from: "鑫宏业", to: "metric:industrial-output") { length } }`,
      /METRIC\. Nothing connects it with others/,
    ],
    [
      "metrics around an enterprise",
      `{ neighbourhood(id: "鑫宏业", kinds: [METRIC]) { nodes { id } } }`,
      /leads from ENTERPRISE to METRIC within hops 1/,
    ],
    [
      "figures that two have in common",
      `{ commonNeighbours(ids: ["鑫宏业", "光大银行"], kinds: [OBSERVATION]) { count } }`,
      /leads from ENTERPRISE, INSTITUTION to OBSERVATION/,
    ],
    [
      "what more than those named have in common",
      `{ commonNeighbours(ids: ["鑫宏业", "光大银行"], atLeast: 3) { count } }`,
      /atLeast is 3, and ids names 2/,
    ],
    [
      "a text of a relation that none has",
      `{ enterprises(filter: { exchanges: { some: { ordinal: "全球首家" } } }) { totalCount } }`,
      /no relation LISTED_ON with the ordinal "全球首家"\. Near it: .*"无锡首家"/,
    ],
    [
      "the same among several, where it is named as what entities are elsewhere",
      `{ enterprises(filter: { partners: { none: { subjectIn: ["系统对接", "登月"] } } }) { totalCount } }`,
      /no relation COOPERATES_WITH with the subject "登月"\. Near it: .*"系统对接"/,
    ],
    [
      "a name in a list of any kind that nothing has",
      `{ region(name: "锡山区") { hosted(filter: { name: "没有的平台" }) { totalCount } } }`,
      /no entity with the name "没有的平台"/,
    ],
    [
      "a note that no relation has",
      `{ enterprise(name: "鑫宏业") { relations(filter: { noteIn: ["没有这句话"] }) { totalCount } } }`,
      /no relation with the note "没有这句话"/,
    ],
    [
      "figures of two metrics in a unit that one of them never has",
      `{ observations(filter: { metricIn: ["规上工业总产值", "专精特新企业数"], unit: "亿元" }) { totalCount } }`,
      /no figure of "srdi-count" can be in/,
    ],
    [
      "figures of two metrics in a month that one of them never has",
      `{ observations(filter: { metricIn: ["签约总投资", "规上工业总产值"], period: "2021-01" }) { totalCount } }`,
      /no figure of "industrial-output" can lie in "2021-01"/,
    ],
    [
      "what is not known and is",
      'enterprises(filter: { foundedIsNull: true, foundedAtLeast: "2000" }) { totalCount }',
      /foundedIsNull is true and filter.foundedAtLeast is "2000": nothing is both/,
    ],
    [
      "a sum outside of its bounds",
      "measures(filter: { or: [{ amount: 300000, amountAtLeast: 400000 }] }) { totalCount }",
      /or.0.amountAtLeast is 400000 and filter.or.0.amount is 300000/,
    ],
    [
      "none of several within them",
      "measures(filter: { amountIn: [300000, 200000], amountAtMost: 100000 }) { totalCount }",
      /amountAtMost is 100000 and filter.amountIn is/,
    ],
    [
      "a value that is not among others",
      "certifications(filter: { level: NATIONAL, levelIn: [PROVINCIAL] }) { totalCount }",
      /levelIn is \["PROVINCIAL"\] and filter.level is "NATIONAL"/,
    ],
    [
      "two metrics of one figure, by name",
      `observations(filter: { metric: "规上工业总产值", metricIn: ["工业投资"] }) { totalCount }`,
      /metricIn is .* and filter.metric is "industrial-output"/,
    ],
    [
      "a name without its part",
      `enterprises(filter: { name: "安曼", nameContains: "鑫" }) { totalCount }`,
      /nameContains is "鑫" and filter.name is "安曼"/,
    ],
    [
      "a period and another that have no day in common",
      `observations(filter: { period: "2021", overlaps: "2023" }) { totalCount }`,
      /overlaps is "2023" and filter.period is "2021": no figure's period meets both/,
    ],
    [
      "a period before its beginning",
      `observations(filter: { period: "2021", from: "2022" }) { totalCount }`,
      /from is "2022" and filter.period is "2021"/,
    ],
    [
      "the same as arguments",
      `series(metric: "工业投资", subjects: ["吴中区"], period: "2021", to: "2019") { points { id } }`,
      /to is "2019" and period is "2021"/,
    ],
  ];
  test.each(unreachable)("%s", async (_, query, told) => {
    const answer = await ask(query.startsWith("{") ? query : `{ ${query} }`);
    expect(answer.errors).toHaveLength(1);
    expect(answer.messages.join()).toMatch(told);
  });
});

test("what can be reached in one way is asked for, and what is there is found", async () => {
  const answer = await data(`{
    a: path(from: "鑫宏业", to: "锡山区", types: [LOCATED_IN, ISSUED_BY]) { length }
    b: path(from: "鑫宏业", to: "鑫宏业", types: [SUPPLIES]) { length }
    nodes(ids: ["enterprise:xinhongye", "region:xishan"]) { relations(types: [FOCUSES_ON]) { totalCount } }
    enterprises(filter: { exchanges: { some: { ordinal: "锡山首家" } } }) { totalCount }
    region(name: "锡山区") { hosted { nodes { related(type: REACHED) { totalCount } } } }
    shares(subject: "锡山区", metric: "规上工业总产值", period: "2022", metrics: ["工业投资"]) { whole { value } parts { reasons } } }`);
  expect(answer).toEqual({
    a: { length: 2 },
    b: { length: 0 },
    nodes: [{ relations: { totalCount: 0 } }, { relations: { totalCount: 15 } }],
    enterprises: { totalCount: 1 },
    region: { hosted: { nodes: [] } },
    shares: { whole: { value: 2194 }, parts: [] },
  });
});

test("an empty list holds for none, wherever it stands, but that a calculation and groups need one", async () => {
  const totals = await data<Record<string, unknown>>(`{
    a: enterprises(filter: { idIn: [] }) { totalCount } b: enterprises(filter: { nameIn: [] }) { totalCount }
    c: enterprises(filter: { or: [] }) { totalCount } d: observations(filter: { metricIn: [] }) { totalCount }
    e: relations(types: []) { totalCount } f: dataQuality { orphans(kinds: []) { totalCount } } }`);
  const { f, ...lists } = totals;
  expect([...Object.values(lists), (f as { orphans: unknown }).orphans]).toEqual(
    Array.from({ length: 6 }, () => ({ totalCount: 0 })),
  );
  expect(
    await data(`{ nodes(ids: []) { id } commonNeighbours(ids: []) { count } relationsAmong(ids: []) { id }
      search(text: "锡山", kinds: []) { score } path(from: "鑫宏业", to: "光大银行", types: []) { length }
      series(metric: "工业投资", subjects: []) { points { id } } comparison(metrics: [], subjects: ["锡山区"]) { periodStart }
      shares(subject: "锡山区", metric: "规上工业总产值", period: "2022", parts: []) { parts { reasons } } }`),
  ).toEqual({
    ...{ nodes: [], commonNeighbours: [], relationsAmong: [], search: [], path: null, series: [] },
    ...{ comparison: [], shares: { parts: [] } },
  });
  const { messages } =
    await ask(`{ a: sum(figures: []) { value } b: sum(subjects: [], metrics: ["工业投资"]) { value }
    c: enterprises { aggregate { groups(by: []) { totalCount } } } }`);
  expect([...messages].sort()).toEqual([
    "by takes one to 3 keys, not 0.",
    "sum needs at least one figure.",
    "sum needs at least one figure.",
  ]);
});
