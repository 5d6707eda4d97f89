// A condition that nothing in the data can meet is told where a list is empty: a text that no value holds, a bound on what
// is known of nothing, a figure's subject that figures are about otherwise. What could be so is 0.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../../support/answers.ts";

const { ask, data } = loadedEngines("seed");

describe("is refused:", () => {
  const refused: readonly [what: string, query: string, code: string, told: RegExp][] = [
    [
      "a text that no name contains",
      `{ enterprises(filter: { nameContains: "火箭" }) { totalCount } }`,
      "UNKNOWN_NAME",
      /^filter.nameContains: there is no Enterprise whose name contains "火箭"\. search\(text:\) looks through all that is told\.$/,
    ],
    [
      "one that is written a little otherwise, with what is near",
      `{ enterprises(filter: { nameContains: "鑫宏叶" }) { nodes { id } } }`,
      "UNKNOWN_NAME",
      /whose name contains "鑫宏叶"\. Near it: "无锡鑫宏业线缆科技股份有限公司"/,
    ],
    [
      "the same of all names",
      `{ enterprises(filter: { text: "火箭" }) { aggregate { count } } }`,
      "UNKNOWN_NAME",
      /^filter.text: there is no Enterprise whose names contain "火箭"/,
    ],
    [
      "a text that its Chinese form has",
      `{ enterprises(filter: { summaryContains: "锂离子" }) { totalCount } }`,
      "UNKNOWN_NAME",
      /no Enterprise whose summary contains "锂离子"\. summaryZh does: ask summaryZhContains\.$/,
    ],
    [
      "a function, with those near it",
      `{ platforms(filter: { functionsContains: "政策推送服务" }) { totalCount } }`,
      "UNKNOWN_NAME",
      /no Platform whose functions contains "政策推送服务"\. Near it: "政策/,
    ],
    [
      "each alternative",
      `{ enterprises(filter: { or: [{ nameContains: "火箭" }, { nameContains: "飞船" }] }) { totalCount } }`,
      "UNKNOWN_NAME",
      /^filter.or.0.nameContains/,
    ],
    [
      "a far end",
      `{ enterprises(filter: { certifications: { some: { node: { nameContains: "诺贝尔" } } } }) { totalCount } }`,
      "UNKNOWN_NAME",
      /^filter.certifications.some.node.nameContains: there is no Certification/,
    ],
    [
      "a list of what is looked up",
      `{ region(name: "锡山区") { enterprises(filter: { nameContains: "火箭" }) { totalCount } } }`,
      "UNKNOWN_NAME",
      /^filter.nameContains: there is no Enterprise/,
    ],
    [
      "a bound on what is known of none",
      `{ parks(filter: { region: "锡山区", areaAtLeast: 100 }) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter.areaAtLeast: area is known of no Park here/,
    ],
    [
      "the same of a relation",
      `{ enterprises(filter: { certifications: { some: { batchContains: "第九" } } }) { totalCount } }`,
      "BAD_ARGUMENT",
      /batch is known of no relation CERTIFIED_AS here/,
    ],
    [
      "what is only known to be so",
      "{ enterprises(filter: { listed: false }) { totalCount } }",
      "BAD_ARGUMENT",
      /^filter.listed: listed is known to be false of no Enterprise here; it is true or not known\. .* ask not: \{listed: true\}/,
    ],
    [
      "a title of no stated level, which nobody is known to hold",
      `{ enterprises(filter: { certifiedAs: "绿色工厂", region: "吴中区" }) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter.certifiedAs is 绿色工厂 .* no Enterprise is known to have CERTIFIED_AS with it: there is 省级绿色工厂 \(certification:green-factory-provincial\), with which some have/,
    ],
    [
      "the same by its relation",
      `{ enterprises(filter: { certifications: { some: { node: { id: "绿色工厂" } } } }) { totalCount } }`,
      "BAD_ARGUMENT",
      /there is 省级绿色工厂/,
    ],
    [
      "policies issued by a district's government, where the district is known as the issuer",
      `{ policies(filter: { issuer: "锡山区政府" }) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter.issuer is 锡山区政府 .* no Policy is known to have ISSUED_BY with it: there is 锡山区 \(region:xishan\)/,
    ],
    [
      "checks within a park of which nothing has been checked",
      `{ checks(filter: { within: "宛山湖科技城" }) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter.within is 宛山湖科技城 .* nothing there has been checked\. There are checks of .*吴中区/,
    ],
    [
      "a figure in a year of which there is none",
      `{ regions(filter: { figure: { metric: "规上工业总产值", period: "2019年" } }) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter.figure.period: no figure of "industrial-output" lies in "2019": there are some of 2022, 2021/,
    ],
    [
      "a figure of which there are forecasts and targets alone",
      `{ regions(filter: { within: "苏州市", figure: { metric: "工业投资", atLeast: 1, unit: "亿元" } }) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter.figure.status: no figure of "industrial-investment" is a fact, .* some that are FORECAST, TARGET: give that as status/,
    ],
    [
      "a target of which there are facts alone",
      `{ enterprises(filter: { figure: { metric: "企业营业收入", status: TARGET } }) { totalCount } }`,
      "BAD_ARGUMENT",
      /is TARGET; there are some that are STATED/,
    ],
    [
      "figures about what is their subject",
      `{ observations(filter: { about: "锡山区" }) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter.about is 锡山区 \(region:xishan\): there is no figure about it beside another subject, but 36 with it as the subject\. Ask subject instead\.$/,
    ],
    [
      "a subject that figures are about beside theirs",
      `{ observations(filter: { subject: "专精特新小巨人" }) { nodes { id } } }`,
      "BAD_ARGUMENT",
      /but 9 about it beside another subject\. Ask about instead\.$/,
    ],
  ];
  test.each(refused)("%s", async (_, query, code, told) => {
    const answer = await ask(query);
    expect(answer.errors.map((error) => error.code)).toEqual([code]);
    expect(answer.messages.join()).toMatch(told);
  });
});

test("what could be so is 0, and so is of how many something is known", async () => {
  const answer = await data<Record<string, { totalCount: number }>>(`{
    known: parks(filter: { foundedIsNull: false }) { totalCount }
    later: enterprises(filter: { foundedAtLeast: "2030" }) { totalCount }
    elsewhere: enterprises(filter: { region: "吴中区", nameContains: "鑫宏业" }) { totalCount }
    either: enterprises(filter: { or: [{ nameContains: "火箭" }, { id: "鑫宏业" }] }) { totalCount }
    neither: enterprises(filter: { id: "鑫宏业", not: { nameContains: "火箭" } }) { totalCount }
    more: regions(filter: { figure: { metric: "规上工业总产值", atLeast: 99999, unit: "亿元" } }) { totalCount }
    forecast: regions(filter: { figure: { metric: "工业投资", status: FORECAST } }) { totalCount }
    level: enterprises(filter: { certifiedAs: "省级绿色工厂", region: "锡山区" }) { totalCount }
    title: enterprises(filter: { certifiedAs: "单项冠军" }) { totalCount }
    none: enterprises(filter: { certifications: { none: { node: { id: "绿色工厂" } } } }) { totalCount } }`);
  const totals = Object.values(answer).map(({ totalCount }) => totalCount);
  expect(totals).toEqual([0, 0, 0, 1, 1, 0, 1, 0, 0, 57]);
});
