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
