// A condition beside its own contrary can never hold: it is refused, with what leaves out what. What is only narrower,
// or speaks of another far end, is asked.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask, data } = loadedEngines("seed");

const seed = (file: string): Readonly<Record<string, string>>[] =>
  parse(readFileSync(new URL(`../../seed/${file}`, import.meta.url)), { columns: true });

describe("is refused:", () => {
  const refused: readonly [what: string, list: string, told: RegExp][] = [
    [
      "one that is named and all in its district",
      `enterprises(filter: { id: "鑫宏业", not: { region: "锡山区" } })`,
      /^filter.not.region leaves out what is in region:xishan, and what filter.id names is so: leave one of them out\.$/,
    ],
    [
      "one that is named and what it is known to be",
      `enterprises(filter: { id: "鑫宏业", not: { listed: true } })`,
      /^filter.not.listed leaves out true, and what filter.id names is so/,
    ],
    [
      "the same of a far end",
      `enterprises(filter: { certifications: { some: { node: { id: "专精特新小巨人", not: { level: NATIONAL } } } } })`,
      /^filter.certifications.some.node.not.level leaves out "NATIONAL"/,
    ],
    [
      "a district and all but it",
      `enterprises(filter: { region: "锡山区", not: { region: "锡山区" } })`,
      /^filter.not leaves out all that filter.region asks for: nothing is both; leave one of them out\.$/,
    ],
    [
      "what two conditions ask together",
      `enterprises(filter: { region: "锡山区", listed: true, not: { and: [{ listed: true }, { region: "锡山区" }] } })`,
      /not leaves out all that filter.listed and filter.region ask for/,
    ],
    [
      "what is only narrower",
      "enterprises(filter: { capitalAtLeast: 5000, not: { capitalAtLeast: 3000 } })",
      /not leaves out all that filter.capitalAtLeast asks for/,
    ],
    [
      "one of several",
      "measures(filter: { measureType: REWARD, not: { measureTypeIn: [REWARD, SUBSIDY] } })",
      /not leaves out all that filter.measureType asks for/,
    ],
    [
      "a contrary in an alternative",
      `enterprises(filter: { listed: true, or: [{ region: "锡山区" }, { not: { or: [{ listed: true }] } }] })`,
      /or.1.not leaves out all that filter.listed asks for/,
    ],
    [
      "a place without its parts and none of all of it",
      `enterprises(filter: { region: "锡山区", direct: true, not: { region: "锡山区" } })`,
      /not leaves out all that filter.region asks for/,
    ],
    ["the contrary of nothing", "enterprises(filter: { not: {} })", /not leaves out everything/],
    [
      "two values by and",
      "enterprises(filter: { and: [{ listed: true }, { listed: false }] })",
      /and.1.listed is false and filter.and.0.listed is true: nothing is both/,
    ],
    [
      "bounds by and",
      "measures(filter: { and: [{ amountAtLeast: 500000 }, { or: [{ amountAtMost: 400000 }] }] })",
      /and.0.amountAtLeast is 500000 and filter.and.1.or.0.amountAtMost is 400000/,
    ],
    [
      "some and none",
      "enterprises(filter: { certifications: { some: { year: 2021 }, none: {} } })",
      /certifications.none leaves out all that filter.certifications.some asks for/,
    ],
    [
      "some and at most none",
      "enterprises(filter: { certifications: { some: {}, count: { atMost: 0 } } })",
      /certifications.count leaves out all that filter.certifications.some/,
    ],
    [
      "none and at least one",
      "enterprises(filter: { certifications: { none: {}, count: { atLeast: 1, where: { year: 2021 } } } })",
      /certifications.none leaves out all that filter.certifications.count/,
    ],
    [
      "three of some and at most two of all",
      "enterprises(filter: { and: [{ parks: { count: { atLeast: 3, where: { node: { level: NATIONAL } } } } }, { parks: { count: { atMost: 2 } } }] })",
      /and.1.parks.count leaves out all that filter.and.0.parks.count/,
    ],
    [
      "what all are and one is not",
      "enterprises(filter: { certifications: { every: { year: 2021 }, some: { year: 2022 } } })",
      /every.year is 2021 and filter.certifications.some.year is 2022/,
    ],
    [
      "who holds a title and none",
      `enterprises(filter: { certifiedAs: "专精特新小巨人", not: { certifications: { some: {} } } })`,
      /not leaves out all that filter.certifiedAs asks for/,
    ],
    [
      "a figure and none of it",
      `regions(filter: { figure: { metric: "规上工业总产值", atLeast: 3, unit: "亿元" }, not: { figure: { metric: "规上工业总产值" } } })`,
      /not leaves out all that filter.figure asks for/,
    ],
    [
      "a place and all of a larger one",
      `enterprises(filter: { region: "锡山区", not: { within: "江苏省" } })`,
      /not leaves out all that filter.region asks for/,
    ],
    [
      "a park by its relation and all of its district",
      `enterprises(filter: { parks: { some: { node: { id: "锡山经济技术开发区" } } }, not: { region: "锡山区" } })`,
      /not leaves out all that filter.parks.some asks for/,
    ],
    [
      "a park without parts and none in it, by their relation",
      `enterprises(filter: { park: "宛山湖科技城", parks: { none: { node: { id: "宛山湖科技城" } } } })`,
      /parks.none leaves out all that filter.park asks for/,
    ],
    [
      "a cluster, and no relation to it",
      `enterprises(filter: { cluster: "锡山生物医药", clusters: { none: { node: { id: "锡山生物医药" } } } })`,
      /clusters.none leaves out all that filter.cluster asks for/,
    ],
    [
      "makers and none of any kind",
      `products(filter: { maker: "鑫宏业", makers: { none: {} } })`,
      /makers.none leaves out all that filter.maker asks for/,
    ],
    [
      "a kind and all but it",
      'relations(filter: { kind: PARK, node: { nameContains: "开发区", not: { nameContains: "开发区" } } })',
      /node.not leaves out all that filter.node.nameContains asks for/,
    ],
  ];
  test.each(refused)("%s", async (_, list, told) => {
    const answer = await ask(`{ ${list} { totalCount } }`);
    expect(answer.errors.map(({ code }) => code)).toEqual(["BAD_ARGUMENT"]);
    expect(answer.messages.join()).toMatch(told);
  });

  const lists: readonly [what: string, query: string, told: RegExp][] = [
    [
      "holders of a title who do not hold it",
      `certification(name: "专精特新小巨人") { holders(filter: { not: { certifiedAs: "专精特新小巨人" } }) { totalCount } }`,
      /^filter.not leaves out all that the list certification.holders holds: leave it out\.$/,
    ],
    [
      "of each title those who hold none",
      "certifications { nodes { holders(filter: { certifications: { none: {} } }) { totalCount } } }",
      /certifications.none leaves out all that the list holders holds/,
    ],
    [
      "customers whom the enterprise does not supply",
      `enterprise(name: "鑫宏业") { customers(filter: { suppliers: { none: { node: { id: "鑫宏业" } } } }) { totalCount } }`,
      /suppliers.none leaves out all that the list enterprise.customers holds/,
    ],
    [
      "a district's enterprises outside of its province",
      `region(name: "锡山区") { enterprises(filter: { not: { within: "江苏省" } }) { totalCount } }`,
      /not leaves out all that the list region.enterprises holds/,
    ],
    [
      "its platforms, of none of its places",
      `region(name: "锡山区") { platforms(filter: { or: [{ not: { region: "锡山区" } }] }) { totalCount } }`,
      /not leaves out all that the list region.platforms holds/,
    ],
    [
      "measures in force there, and not in force there",
      `region(name: "锡山区") { measures(filter: { not: { region: "锡山区" } }) { totalCount } }`,
      /not leaves out all that the list region.measures holds/,
    ],
    [
      "members of a cluster but those of the cluster",
      `node(id: "cluster:xishan-biomedicine") { ... on Cluster { members(filter: { not: { cluster: "锡山生物医药" } }) { totalCount } } }`,
      /not leaves out all that the list node.members holds/,
    ],
    [
      "figures of a metric but those of it",
      `metric(name: "规上工业总产值") { figures(filter: { not: { metric: "规上工业总产值" } }) { totalCount } }`,
      /not leaves out all that the list metric.figures holds/,
    ],
  ];
  test.each(lists)("%s", async (_, query, told) => {
    const answer = await ask(`{ ${query} }`);
    expect(answer.errors.map(({ code }) => code)).toEqual(["BAD_ARGUMENT"]);
    expect(answer.messages.join()).toMatch(told);
  });

  test("by the values that variables have in each request", async () => {
    const query = `query ($one: ID!, $other: ID!) { enterprises(filter: { region: $one, not: { region: $other } }) { totalCount } }`;
    expect((await ask(query, { one: "锡山区", other: "region:xishan" })).errors).toHaveLength(1);
    expect(await data(query, { one: "锡山区", other: "吴中区" })).toEqual({
      enterprises: { totalCount: 24 },
    });
  });
});

test("what may hold is asked: a narrower contrary, other far ends, other values of several, empty lists", async () => {
  const held = seed("relations/CERTIFIED_AS.csv");
  const enterprises = new Set(seed("entities/Enterprise.csv").map(({ id }) => id));
  const holders = (year?: string) =>
    new Set(
      held.filter((row) => enterprises.has(row.from) && (!year || row.year === year)).map(({ from }) => from),
    );
  const of2021 = holders("2021");
  const answer = await data<Record<string, { totalCount: number }>>(`{
    held: enterprises(filter: { certifications: { some: {} } }) { totalCount }
    others: enterprises(filter: { certifications: { some: {}, none: { year: 2021 } } }) { totalCount }
    both: enterprises(filter: { certifications: { some: { year: 2021 } }, not: { certifications: { some: { year: 2020 } } } }) { totalCount }
    listed: enterprises(filter: { region: "锡山区", listed: true }) { totalCount }
    rest: enterprises(filter: { region: "锡山区", not: { region: "锡山区", listed: true } }) { totalCount }
    beyond: enterprises(filter: { region: "锡山区", not: { region: "锡山区", direct: true } }) { totalCount }
    nobody: enterprises(filter: { or: [], not: { or: [] } }) { totalCount }
    all: enterprises(filter: { not: { not: {} } }) { totalCount }
    plans: regions(filter: { figure: { metric: "规上工业总产值" }, not: { figure: { metric: "规上工业总产值", status: TARGET } } }) { totalCount }
  }`);
  const count = (name: string): number => answer[name]?.totalCount ?? -1;
  expect(count("held")).toBe(holders().size);
  expect(count("others")).toBe([...holders()].filter((id) => !of2021.has(id)).length);
  const of2020 = holders("2020");
  expect(count("both")).toBe([...of2021].filter((id) => !of2020.has(id)).length);
  expect(count("rest")).toBe(24 - count("listed"));
  expect(count("beyond")).toBeLessThan(24);
  expect([count("nobody"), count("all")]).toEqual([0, enterprises.size]);
  expect(count("plans")).toBeGreaterThan(0);
});

test("what is in a whole may be outside of a part, of another relation, of another of several", async () => {
  const answer = await data<Record<string, { totalCount: number }>>(`{
    province: enterprises(filter: { region: "江苏省" }) { totalCount }
    elsewhere: enterprises(filter: { region: "江苏省", not: { within: "锡山区" } }) { totalCount }
    deeper: enterprises(filter: { park: "锡山经济技术开发区", parks: { none: { node: { id: "锡山经济技术开发区" } } } }) { totalCount }
    direct: enterprises(filter: { within: "江苏省", not: { within: "江苏省", direct: true } }) { totalCount }
  }`);
  const count = (name: string): number => answer[name]?.totalCount ?? -1;
  expect(count("elsewhere")).toBe(count("province") - 24);
  // The zone has a park in it, where somebody might be.
  expect(count("deeper")).toBe(0);
  expect(count("direct")).toBe(count("province"));
  expect(
    await data(`{
      holders: certification(name: "专精特新小巨人") { all: holders { totalCount }
        others: holders(filter: { not: { certifiedAs: "高新技术企业" } }) { totalCount } }
      each: nodes(ids: ["region:xishan", "region:wuzhong"]) { ... on Region { enterprises(filter: { not: { region: "吴中区" } }) { totalCount } } }
    }`),
  ).toMatchObject({ each: [{ enterprises: { totalCount: 24 } }, { enterprises: { totalCount: 0 } }] });
});
