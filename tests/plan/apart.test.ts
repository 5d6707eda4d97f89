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
      "what one alone has in common",
      `{ commonNeighbours(ids: ["鑫宏业"]) { count } }`,
      /ids names one, and what is in common is of two or more/,
    ],
    [
      "who of another district can have a district's measure",
      `{ measure(id: "measure:xishan-srdi-finance") { candidates(region: "吴中区") { totalCount } } }`,
      /region: "measure:xishan-srdi-finance" is for "region:xishan", and nobody in "region:wuzhong" is there/,
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
    focused: clusters(filter: { region: "锡山区", within: "吴中区" }) { totalCount }
    own: observations(filter: { subject: "鑫宏业", within: "锡山区" }) { totalCount }
    unknown: enterprises(filter: { figure: { metric: "规上工业总产值", isNull: true } }) { totalCount }
  }`);
  expect(Object.values(answer)).toEqual([24, 1, 39, 24, 0, 2, 57].map((totalCount) => ({ totalCount })));
});

test("those of a place who cannot have a measure are told where they are asked for", async () => {
  expect(
    await data(`{ measure(id: "measure:xishan-srdi-finance") {
      a: candidates(region: "吴中区", status: [INELIGIBLE]) { totalCount } b: candidates(region: "锡山区") { totalCount }
      c: candidates(region: "吴中区", status: [ELIGIBLE]) { totalCount } } }`),
  ).toEqual({ measure: { a: { totalCount: 15 }, b: { totalCount: 24 }, c: { totalCount: 0 } } });
});
