// What is named beside each other and excludes each other is refused by what the data say: places without a part in
// common, figures about what lies elsewhere, metrics of other kinds, measures for another place.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask, data } = loadedEngines("seed");

describe("is refused:", () => {
  const apart: readonly [what: string, query: string, told: RegExp][] = [
    [
      "two districts at once",
      `{ enterprises(filter: { within: "锡山区", region: "吴中区" }) { totalCount } }`,
      /within is 锡山区 .* and filter.region is 吴中区 .*: no place is in both, so that no enterprise is/,
    ],
    [
      "a district with a park of another, in an alternative",
      `{ enterprises(filter: { region: "吴中区", or: [{ listed: true }, { park: "锡山经济技术开发区" }] }) { totalCount } }`,
      /filter.or.1.park is 锡山经济技术开发区 .* and filter.region is 吴中区/,
    ],
    [
      "a district with the place of its park, by a relation",
      `{ enterprises(filter: { region: "锡山区", parks: { some: { node: { region: "吴中区" } } } }) { totalCount } }`,
      /parks.some.node.region is 吴中区 .* and filter.region is 锡山区/,
    ],
    [
      "two relations that place one enterprise",
      `{ enterprises(filter: { and: [{ parks: { some: { node: { id: "锡山经济技术开发区" } } } }, { parks: { some: { node: { idIn: ["扬州经济技术开发区"] } } } }] }) { totalCount } }`,
      /and.1.parks.some.node.idIn is 扬州经济技术开发区 .* and filter.and.0.parks.some.node.id/,
    ],
    [
      "the same of far ends, of some or of none",
      `{ clusters(filter: { members: { none: { node: { region: "锡山区", within: "扬州市" } } } }) { totalCount } }`,
      /members.none.node.within is 扬州市 .* and filter.members.none.node.region is 锡山区/,
    ],
    [
      "the same in a list within a list",
      `{ certifications { nodes { holders(filter: { region: "锡山区", within: "扬州市" }) { totalCount } } } }`,
      /no place is in both, so that no enterprise is/,
    ],
    [
      "a district and not none of the parks of another",
      `{ enterprises(filter: { region: "吴中区", not: { parks: { none: { node: { id: "锡山经济技术开发区" } } } } }) { totalCount } }`,
      /filter.not.parks.none.node.id is 锡山经济技术开发区 .* and filter.region is 吴中区/,
    ],
    [
      "a district and not all but another",
      `{ enterprises(filter: { region: "吴中区", not: { not: { region: "锡山区", listed: true } } }) { totalCount } }`,
      /filter.not.not.region is 锡山区 .* and filter.region is 吴中区/,
    ],
    [
      "an enterprise's own parks in another district",
      `{ enterprise(name: "鑫宏业") { parks(filter: { region: "吴中区" }) { totalCount } } }`,
      /filter.region is 吴中区 .* and enterprise is 锡山经济技术开发区 .*: no place is in both/,
    ],
    [
      "a period that is not known",
      `{ observations(filter: { periodIsNull: true, period: "2022" }) { totalCount } }`,
      /periodIsNull is true and filter.period asks for a period: nothing is both/,
    ],
    [
      "figures about an enterprise within another district",
      `{ observations(filter: { subject: "鑫宏业", within: "吴中区" }) { totalCount } }`,
      /subject is 无锡鑫宏业线缆科技股份有限公司 .* not within 吴中区/,
    ],
    [
      "checks over figures of another district",
      `{ checks(filter: { subject: "锡山区", within: "吴中区" }) { totalCount } }`,
      /filter.subject is 锡山区 .*, which is not within 吴中区 .* that filter.within names, nor is what is known about it/,
    ],
    [
      "conflicts that concern another district, in an alternative",
      `{ conflicts(filter: { within: "吴中区", or: [{ concerns: "锡山区" }, { conflictType: NAMES_DIFFER }] }) { totalCount } }`,
      /filter.or.0.concerns is 锡山区 .* not within 吴中区/,
    ],
    [
      "figures within two districts",
      `{ observations(filter: { and: [{ within: "锡山区" }, { within: "吴中区" }] }) { totalCount } }`,
      /filter.and.1.within is 吴中区 .* and filter.and.0.within is 锡山区 .*: no observation is within both/,
    ],
    [
      "checks within two districts",
      `{ checks(filter: { within: "扬州市", and: [{ within: "吴中区" }] }) { totalCount } }`,
      /no check is within both/,
    ],
    [
      "output of regions, of enterprises",
      `{ enterprises(filter: { figure: { metric: "规上工业总产值", atLeast: 1 } }) { totalCount } }`,
      /no figure of "industrial-output" is about an entity of the kind ENTERPRISE .* there are some about REGION/,
    ],
    [
      "the same of those who supply",
      `{ enterprises(filter: { suppliers: { some: { node: { figure: { metric: "规上工业总产值" } } } } }) { totalCount } }`,
      /suppliers.some.node.figure.metric: no figure of "industrial-output"/,
    ],
    [
      "output of regions, of one enterprise",
      `{ observations(filter: { subject: "鑫宏业", metric: "规上工业总产值" }) { totalCount } }`,
      /filter.metric: no figure of "industrial-output" is about an entity of the kind ENTERPRISE/,
    ],
    [
      "the same over time",
      `{ series(metric: "规上工业总产值", subjects: ["吴中区", "鑫宏业"]) { points { id } } }`,
      /metric: no figure of "industrial-output" is about an entity of the kind ENTERPRISE/,
    ],
    [
      "a ranking of enterprises by it",
      `{ ranking(metric: "规上工业总产值", period: "2022", kind: ENTERPRISE) { ranked { rank } } }`,
      /no figure of "industrial-output" is about an entity of the kind ENTERPRISE/,
    ],
    [
      "a district's enterprises of another district",
      `{ region(name: "锡山区") { enterprises(filter: { region: "吴中区" }) { totalCount } } }`,
      /filter.region is 吴中区 .* and region is 锡山区 .*: no place is in both, so that no enterprise is/,
    ],
    [
      "its parks there, in an alternative",
      `{ region(id: "region:xishan") { parks(filter: { or: [{ level: NATIONAL }, { region: "吴中区" }] }) { totalCount } } }`,
      /filter.or.0?1.region is 吴中区 .* and region is 锡山区 .*so that no park is/,
    ],
    [
      "a park's enterprises of another park",
      `{ park(name: "锡山经济技术开发区") { enterprises(filter: { park: "扬州经济技术开发区" }) { totalCount } } }`,
      /filter.park is 扬州经济技术开发区 .* and park is 锡山经济技术开发区/,
    ],
    [
      "the same of a node of any kind",
      `{ node(id: "region:xishan") { ... on Region { enterprises(filter: { region: "吴中区" }) { totalCount } } } }`,
      /filter.region is 吴中区 .* and node is 锡山区/,
    ],
    [
      "a district's platforms of another district",
      `{ region(name: "吴中区") { platforms(filter: { within: "锡山区" }) { totalCount } } }`,
      /filter.within is 锡山区 .* and region is 吴中区 .*so that no platform is/,
    ],
    [
      "a park's projects of another park",
      `{ park(name: "扬州高新区") { projects(filter: { park: "锡山经济技术开发区" }) { totalCount } } }`,
      /filter.park is 锡山经济技术开发区 .* and park is 扬州高新技术产业开发区 .*so that no project is/,
    ],
    [
      "institutions of two districts",
      `{ institutions(filter: { region: "吴中区", and: [{ within: "锡山区" }] }) { totalCount } }`,
      /so that no institution is/,
    ],
    [
      "figures of a metric in another",
      `{ metric(name: "规上工业总产值") { figures(filter: { metric: "发明专利" }) { totalCount } } }`,
      /filter.metric is "invention-patents" and metric.figures is "industrial-output"/,
    ],
    [
      "output of regions in an enterprise's own figures",
      `{ enterprise(name: "鑫宏业") { observations(metric: "规上工业总产值") { totalCount } } }`,
      /metric: no figure of "industrial-output" is about an entity of the kind ENTERPRISE/,
    ],
    [
      "the same of each of a list",
      `{ parks(first: 2) { nodes { observations(metric: "规上工业总产值") { totalCount } } } }`,
      /of the kind PARK \(park\)/,
    ],
    [
      "a title of the state as one of a city",
      `{ enterprises(filter: { certifiedAs: "专精特新小巨人", certificationLevel: MUNICIPAL }) { totalCount } }`,
      /certificationLevel is "MUNICIPAL", and of what filter.certifiedAs names 国家级专精特新“小巨人”企业 \S+ has "NATIONAL"/,
    ],
    [
      "a listed supplier as one that is not",
      `{ enterprises(filter: { suppliers: { none: { node: { id: "鑫宏业", listed: false } } } }) { totalCount } }`,
      /none.node.listed is false, and of what filter.suppliers.none.node.id names 无锡鑫宏业/,
    ],
    [
      "one enterprise, in another district",
      `{ enterprises(filter: { id: "鑫宏业", region: "吴中区" }) { totalCount } }`,
      /filter.region is "region:wuzhong", and what filter.id names is not there: 无锡鑫宏业线缆科技股份有限公司/,
    ],
    [
      "one park, of another city, and one that is not listed",
      `{ parks(filter: { and: [{ id: "宛山湖科技城" }, { within: "扬州市" }] }) { totalCount } }`,
      /filter.and.1.within is "region:yangzhou", and what filter.and.0.id names is not there/,
    ],
    [
      "a listed enterprise as one that is not",
      `{ enterprises(filter: { id: "鑫宏业", listed: false }) { totalCount } }`,
      /filter.listed is false, and of what filter.id names 无锡鑫宏业/,
    ],
    [
      "a supplier by name, in another district",
      `{ enterprises(filter: { suppliers: { some: { node: { id: "鑫宏业", within: "吴中区" } } } }) { totalCount } }`,
      /node.within is "region:wuzhong", and what filter.suppliers.some.node.id names is not there/,
    ],
    [
      "what one alone has in common",
      `{ commonNeighbours(ids: ["鑫宏业"]) { count } }`,
      /ids names one, and what is in common is of two or more/,
    ],
    [
      "who of another district can have a district's measure",
      `{ measure(id: "measure:xishan-srdi-finance") { candidates(region: "吴中区") { totalCount } } }`,
      /region: "measure:xishan-srdi-finance" is for "region:xishan", and nobody in "region:wuzhong" is there/,
    ],
    [
      "the same of a park where nobody is known",
      `{ measure(id: "measure:xishan-srdi-finance") { candidates(park: "扬州经济技术开发区") { totalCount } } }`,
      /park: "measure:xishan-srdi-finance" is for "region:xishan", and nobody in "park:yangzhou-development-zone"/,
    ],
    [
      "the same of several measures",
      `{ region(name: "锡山区") { measures(filter: { nameContains: "锡山区" }) { nodes { candidates(region: "吴中区") { totalCount } } } } }`,
      /is for "region:xishan", and nobody in "region:wuzhong" is there/,
    ],
  ];
  test.each(apart)("%s", async (_, query, told) => {
    const answer = await ask(query);
    expect(answer.errors).toHaveLength(1);
    expect(answer.messages.join()).toMatch(told);
  });
});

// 57 enterprises, 24 of them in Xishan, 15 in Wuzhong, one in Xishan's development zone: by the paths of LOCATED_IN.csv
// and PART_OF.csv.
test("what may be met is asked: a part and its whole, either of two, neither, what has several places", async () => {
  const answer = await data(`{
    whole: enterprises(filter: { region: "江苏省", within: "锡山区" }) { totalCount }
    part: enterprises(filter: { within: "锡山区", park: "锡山经济技术开发区" }) { totalCount }
    either: enterprises(filter: { or: [{ region: "锡山区" }, { region: "吴中区" }] }) { totalCount }
    neither: enterprises(filter: { region: "锡山区", not: { region: "吴中区" } }) { totalCount }
    none: enterprises(filter: { region: "吴中区", not: { parks: { some: { node: { region: "锡山区" } } } } }) { totalCount }
    not: enterprises(filter: { region: "吴中区", not: { id: "科沃斯", not: { region: "锡山区" } } }) { totalCount }
    named: enterprises(filter: { id: "鑫宏业", not: { region: "锡山区", listed: false } }) { totalCount }
    hosted: platforms(filter: { region: "扬州市", park: "扬州高新区" }) { totalCount }
    focused: clusters(filter: { region: "锡山区", within: "吴中区" }) { totalCount }
    own: observations(filter: { subject: "鑫宏业", within: "锡山区" }) { totalCount }
    both: observations(filter: { and: [{ within: "锡山区" }, { within: "无锡市" }] }) { totalCount }
    shared: conflicts(filter: { and: [{ within: "锡山区" }, { within: "扬州市" }] }) { totalCount }
    unknown: enterprises(filter: { figure: { metric: "规上工业总产值", isNull: true } }) { totalCount }
    title: enterprises(filter: { certifications: { some: { node: { id: "专精特新小巨人", levelIn: [MUNICIPAL, NATIONAL] } } } }) { totalCount }
  }`);
  expect(Object.values(answer)).toEqual(
    [24, 1, 39, 24, 15, 14, 1, 1, 0, 2, 80, 1, 57, 3].map((totalCount) => ({ totalCount })),
  );
});

test("the same of what is looked up: a part, all but another place, each of several, figures of parts", async () => {
  const answer = await data(`{
    whole: region(name: "锡山区") { enterprises(filter: { region: "江苏省" }) { totalCount } }
    one: enterprises(filter: { id: "鑫宏业", region: "锡山区", listed: true }) { totalCount }
    which: enterprises(filter: { idIn: ["鑫宏业", "科沃斯"], region: "吴中区" }) { totalCount }
    these: enterprises(filter: { idIn: ["鑫宏业"], region: "吴中区" }) { totalCount }
    part: region(name: "江苏省") { enterprises(filter: { region: "锡山区" }) { totalCount } }
    rest: region(name: "锡山区") { enterprises(filter: { not: { region: "吴中区" } }) { totalCount } }
    each: nodes(ids: ["region:xishan", "region:wuzhong"]) { ... on Region { enterprises(filter: { region: "吴中区" }) { totalCount } } }
    kinds: nodes(ids: ["enterprise:xinhongye", "region:xishan"]) { observations(metric: "规上工业总产值") { totalCount } }
    parts: cluster(name: "锡山生物医药") { observations(metric: "规上工业总产值", withParts: true) { totalCount } }
  }`);
  const of = (totalCount: number) => ({ enterprises: { totalCount } });
  const [one, which, these] = [1, 1, 0].map((totalCount) => ({ totalCount }));
  expect(answer).toMatchObject({ one, which, these });
  expect(answer).toMatchObject({ whole: of(24), part: of(24), rest: of(24), each: [of(0), of(15)] });
  expect(answer.kinds).toEqual([0, 1].map((totalCount) => ({ observations: { totalCount } })));
});

test("those of a place who cannot have a measure are told where they are asked for", async () => {
  expect(
    await data(`{ measure(id: "measure:xishan-srdi-finance") {
      a: candidates(region: "吴中区", status: [INELIGIBLE]) { totalCount } b: candidates(region: "锡山区") { totalCount }
      c: candidates(region: "吴中区", status: [ELIGIBLE]) { totalCount } } }`),
  ).toEqual({ measure: { a: { totalCount: 15 }, b: { totalCount: 24 }, c: { totalCount: 0 } } });
});
