// Filters that follow from the ontology: what a list gives under `and`, `or` and `not` is what sets of its pages give.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data, ask } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

/** Filters of lists, each written as GraphQL. */
const atoms: Readonly<Record<string, readonly string[]>> = {
  enterprises: [
    `region: "region:xishan"`,
    `cluster: "cluster:xishan-new-energy"`,
    `certifiedAs: "certification:srdi-little-giant-national"`,
    `certificationLevel: NATIONAL`,
    `text: "精密"`,
    `listed: true`,
    `listedIsNull: true`,
    `nameContains: "科技"`,
    `industryIsNull: false`,
    `industryContains: "电"`,
    `aliasesIsNull: false`,
    `idIn: ["enterprise:xinhongye", "enterprise:anman"]`,
    `status: IMPLIED`,
    `certifications: {some: {year: 2021}}`,
    `certifications: {some: {yearAtLeast: 2021, node: {level: NATIONAL}}}`,
    `certifications: {none: {}}`,
    `certifications: {every: {node: {trackIsNull: false}}}`,
    `certifications: {count: {atLeast: 2}}`,
    `parks: {count: {atMost: 0}}`,
    `parks: {some: {node: {region: "region:xishan"}}}`,
    `customers: {some: {}}`,
    `clusters: {some: {node: {clusterType: CHAIN}}}`,
    `figure: {metric: "enterprise-output", atLeast: 1, unit: "亿元"}`,
    `figure: {metric: "enterprise-output", isNull: true}`,
  ],
  parks: [
    `region: "region:yangzhou"`,
    `level: NATIONAL`,
    `parkType: HIGH_TECH_ZONE`,
    `clusters: {some: {}}`,
    `enterprises: {count: {atLeast: 2}}`,
    `areaIsNull: true`,
    `nameContains: "高新"`,
  ],
  clusters: [
    `clusterType: CHAIN`,
    `members: {some: {}}`,
    `parks: {none: {}}`,
    `within: "cluster:wuzhong-3-3-3"`,
    `nameIn: ["新材料", "智慧照明"]`,
  ],
  observations: [
    `within: "region:wuzhong"`,
    `status: TARGET`,
    `bound: AT_LEAST`,
    `metric: "industrial-output"`,
    `valueAtLeast: 100`,
    `yearOnYearIsNull: false`,
    `unitIn: ["亿元", "家"]`,
  ],
  measures: [
    `measureType: REWARD`,
    `amountAtLeast: 200000`,
    `amountIsNull: true`,
    `requires: "certification:srdi-municipal"`,
    `conditions: {count: {atLeast: 2}}`,
  ],
  projects: [
    `region: "region:xishan"`,
    `stageIn: [SIGNED, STARTED]`,
    `undertakers: {some: {}}`,
    `investmentIsNull: false`,
  ],
  checks: [`outcome: HOLDS`, `subject: "region:xishan"`, `explained: true`, `toleranceIsNull: true`],
};

type Ids = ReadonlySet<string>;

const isRefused =
  /^filter\.and\.[01].* (is|leaves out) .*nothing is both|^filter\.(?:(?:and|or)\.\d\.)?\w+: \w+ is known of no \w+ here/;

/** The ids that filters find. What can never hold, at once or by what is known, may be refused, and then finds nothing. */
async function idsOf(list: string, filters: readonly string[]): Promise<Ids[]> {
  const fields = filters.map(
    (filter, index) =>
      `f${index}: ${list}(first: 1000${filter === "" ? "" : `, filter: {${filter}}`}) { totalCount nodes { id } }`,
  );
  const first = await ask(`{ ${fields.join("\n")} }`);
  expect(first.messages.filter((one) => !isRefused.test(one))).toEqual([]);
  // An error leaves no data of the others: they are asked again without those that are refused.
  const refused = new Set(first.errors.map(({ path = [] }) => String(path[0])));
  const rest = fields.filter((_, index) => !refused.has(`f${index}`));
  const again = refused.size > 0 && rest.length > 0 ? await ask(`{ ${rest.join("\n")} }`) : first;
  if (again !== first) expect(again.messages).toEqual([]);
  const found = (again.data ?? {}) as Record<string, { totalCount: number; nodes: { id: string }[] }>;
  return filters.map((filter, index) => {
    const { totalCount = 0, nodes = [] } = found[`f${index}`] ?? {};
    const ids = new Set(nodes.map(({ id }) => id));
    expect([filter, ids.size, nodes.length]).toEqual([filter, totalCount, totalCount]);
    return ids;
  });
}

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

describe("filters compose as sets do", () => {
  test.each(Object.entries(atoms))("of %s", async (list, filters) => {
    const [all = new Set<string>(), ...sets] = await idsOf(list, ["", ...filters]);
    const pairs = filters.flatMap((one, first) =>
      filters.slice(first + 1).map((other, at) => ({ one, other, first, second: first + 1 + at })),
    );
    for (const [index, filter] of filters.entries()) {
      const [complement = new Set<string>()] = await idsOf(list, [`not: {${filter}}`]);
      const own = sets[index] ?? new Set();
      expect([filter, sorted(complement)]).toEqual([filter, sorted([...all].filter((id) => !own.has(id)))]);
    }
    for (let from = 0; from < pairs.length; from += 12) {
      const some = pairs.slice(from, from + 12);
      const asked = some.flatMap(({ one, other }) => [
        `and: [{${one}}, {${other}}]`,
        `or: [{${one}}, {${other}}]`,
        `not: {or: [{${one}}, {${other}}]}`,
      ]);
      const answers = await idsOf(list, asked);
      for (const [index, { one, other, first, second }] of some.entries()) {
        const [a, b] = [sets[first] ?? new Set<string>(), sets[second] ?? new Set<string>()];
        const [and, or, neither] = answers.slice(index * 3, index * 3 + 3);
        const name = `${one} / ${other}`;
        expect([name, sorted(and ?? [])]).toEqual([name, sorted([...a].filter((id) => b.has(id)))]);
        expect([name, sorted(or ?? [])]).toEqual([name, sorted(new Set([...a, ...b]))]);
        expect([name, sorted(neither ?? [])]).toEqual([
          name,
          sorted([...all].filter((id) => !a.has(id) && !b.has(id))),
        ]);
      }
    }
  });
});

describe("a filter", () => {
  const counts: readonly [string, string, number][] = [];
  test.each(counts)("of %s {%s} finds %i", async (list, filter, count) => {
    const answer = await data<Record<string, { totalCount: number }>>(
      `{ ${list}(filter: {${filter}}) { totalCount } }`,
    );
    expect(answer[list]?.totalCount).toBe(count);
  });

  const wrong: readonly [string, string, RegExp][] = [
    ["enterprises", `certifications: {}`, /filter\.certifications needs some, none, every or count/],
    ["enterprises", `parks: {count: {}}`, /filter\.parks\.count needs atLeast or atMost/],
    ["enterprises", `nameContains: ""`, /filter\.nameContains is empty/],
    [
      "enterprises",
      `figure: {metric: "enterprise-output", atLeast: 1, unit: "斗"}`,
      /filter\.figure\.unit: "斗" is no unit/,
    ],
    ["enterprises", `figure: {metric: "enterprise-output", isNull: true, atLeast: 1}`, /has no bounds/],
  ];
  test.each(wrong)("of %s {%s} is refused", async (list, filter, message) => {
    const answer = await ask(`{ ${list}(filter: {${filter}}) { totalCount } }`);
    expect(answer.messages.join("\n")).toMatch(message);
  });

  test("with or, not or relations cannot be asked as of a date", async () => {
    const answer = await ask(`{ enterprises(asOf: "2021", filter: {or: [{listed: true}]}) { totalCount } }`);
    expect(answer.messages.join("\n")).toMatch(/filter\.or cannot be asked as of a date/);
  });

  test("takes its values from variables, of whatever shape", async () => {
    const document =
      "query Q($f: EnterpriseFilter) { enterprises(filter: $f, first: 1000) { totalCount nodes { id } } }";
    const shapes = [
      { or: [{ listed: true }, { certifications: { count: { atLeast: 2 } } }] },
      { or: [{ listed: true }] },
      { not: { listedIsNull: true } },
      { certifications: { some: { yearIn: [2021, 2022], node: { levelIn: ["NATIONAL", "PROVINCIAL"] } } } },
    ];
    for (const f of shapes) {
      const byVariable = await data<{ enterprises: unknown }>(document, { f });
      const text = JSON.stringify(f)
        .replace(/"(\w+)":/g, "$1:")
        .replace(/"(NATIONAL|PROVINCIAL)"/g, "$1");
      expect(byVariable).toEqual(
        await data(`{ enterprises(filter: ${text}, first: 1000) { totalCount nodes { id } } }`),
      );
    }
  });
});
