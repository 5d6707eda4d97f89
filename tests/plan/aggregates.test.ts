// Aggregates are what the rows of all pages come to: counts, sums, groups, and what must not be added.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data, ask } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** All rows of a list. */
async function rowsOf(list: string, filter: string, fields: string): Promise<Row[]> {
  const narrowed = filter === "" ? "" : `, filter: {${filter}}`;
  const answer = await data<Record<string, { nodes: Row[] }>>(
    `{ ${list}(first: 1000${narrowed}) { nodes { id ${fields} } } }`,
  );
  return answer[list]?.nodes ?? [];
}

async function aggregate<T>(list: string, filter: string, fields: string): Promise<T> {
  const narrowed = filter === "" ? "" : `(filter: {${filter}})`;
  const answer = await data<Record<string, { aggregate: T }>>(
    `{ ${list}${narrowed} { aggregate { ${fields} } } }`,
  );
  const found = answer[list]?.aggregate;
  if (found === undefined) throw new Error("there is no answer");
  return found;
}

const numbers = (values: readonly unknown[]): number[] =>
  values.filter((one): one is number => typeof one === "number");

/** The value below which a share lies, between the two nearest where it lies between them. */
function percentileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

const all = "value unit known unknown reasons";

describe("an aggregate", () => {
  const cases: readonly [string, string, string, string][] = [
    ["measures", "", "amount", "AMOUNT"],
    ["measures", `measureType: REWARD`, "amount", "AMOUNT"],
    ["enterprises", "", "capital", "CAPITAL"],
    ["parks", "", "area", "AREA"],
    ["projects", `region: "region:xishan"`, "investment", "INVESTMENT"],
  ];
  test.each(cases)("of %s {%s} over %s is that of all rows", async (list, filter, field, value) => {
    const rows = await rowsOf(list, filter, field);
    const known = numbers(rows.map((row) => row[field]));
    const answer = await aggregate<
      Record<string, { value: number | null; known: number; unknown: number }> & {
        count: number;
        distinct: number;
        known: number;
      }
    >(
      list,
      filter,
      `count distinct(of: ${value}) known(of: ${value}) sum(of: ${value}) { ${all} } average(of: ${value}) { ${all} } least(of: ${value}) { ${all} } most(of: ${value}) { ${all} } median: percentile(of: ${value}, at: 0.5) { ${all} } tenth: percentile(of: ${value}, at: 0.1) { ${all} }`,
    );
    expect(answer.count).toBe(rows.length);
    expect(answer.known).toBe(known.length);
    expect(answer.distinct).toBe(new Set(known).size);
    const sum = known.reduce((total, one) => total + one, 0);
    const expected: Record<string, number> = {
      sum,
      average: sum / known.length,
      least: Math.min(...known),
      most: Math.max(...known),
      median: percentileOf(known, 0.5),
      tenth: percentileOf(known, 0.1),
    };
    for (const [name, own] of Object.entries(expected)) {
      const told = answer[name];
      expect([name, told?.known, told?.unknown]).toEqual([name, known.length, rows.length - known.length]);
      if (known.length === 0) expect([name, told?.value]).toEqual([name, null]);
      else expect(told?.value ?? Number.NaN).toBeCloseTo(own, 6);
    }
  });

  test("says in which unit it is", async () => {
    const answer = await aggregate<{ sum: { unit: string } }>("measures", "", `sum(of: AMOUNT) { unit }`);
    expect(answer.sum.unit).toBe("yuan");
  });

  test("stands on lists within an entity, and is not narrowed by the page", async () => {
    const answer = await data<{
      region: { enterprises: { totalCount: number; nodes: Row[]; aggregate: { count: number } } };
    }>(
      `{ region(id: "region:xishan") { enterprises(first: 1) { totalCount nodes { id } aggregate { count } } } }`,
    );
    const { totalCount, nodes, aggregate: counted } = answer.region.enterprises;
    expect(nodes).toHaveLength(1);
    expect(counted.count).toBe(totalCount);
  });

  test("of nothing is 0 of nothing", async () => {
    const answer = await aggregate<{ count: number; sum: object; groups: object }>(
      "enterprises",
      "idIn: []",
      `count sum(of: CAPITAL) { ${all} } groups(by: [{by: PARK}]) { totalCount nodes { count } }`,
    );
    expect(answer).toEqual({
      count: 0,
      sum: { value: null, unit: "yuan", known: 0, unknown: 0, reasons: [] },
      groups: { totalCount: 0, nodes: [] },
    });
  });
});

interface Group {
  readonly keys: readonly { readonly id: string | null; readonly name: string | null }[];
  readonly count: number;
}

async function groupsOf(
  list: string,
  filter: string,
  args: string,
  more = "",
): Promise<{ totalCount: number; nodes: Group[] }> {
  const { groups } = await aggregate<{ groups: { totalCount: number; nodes: Group[] } }>(
    list,
    filter,
    `groups(${args}) { totalCount nodes { keys { id name } count ${more} } }`,
  );
  return groups;
}

/** How many rows are under each key, by the keys that a function gives. */
function tallied(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const key of new Set(keysOf(row))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

const byKey = (groups: readonly Group[]): [string, number][] =>
  groups
    .map(({ keys, count }): [string, number] => [
      keys.map(({ id, name }) => id ?? name ?? "none").join(" | "),
      count,
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1));

const or = (keys: readonly string[]): readonly string[] => (keys.length === 0 ? ["none"] : keys);

describe("groups", () => {
  test("by a property are what the rows have of it, those without one apart", async () => {
    const rows = await rowsOf("measures", "", "measureType");
    const groups = await groupsOf("measures", "", "by: [{by: MEASURE_TYPE}], first: 1000");
    expect(byKey(groups.nodes)).toEqual(
      tallied(rows, (row) => or(row.measureType ? [String(row.measureType)] : [])),
    );
  });

  test("by a list are under each of its values", async () => {
    const rows = await rowsOf("enterprises", "", "products");
    const groups = await groupsOf("enterprises", "", "by: [{by: PRODUCTS}], first: 1000");
    expect(byKey(groups.nodes)).toEqual(tallied(rows, (row) => or((row.products ?? []) as string[])));
  });

  test("by what is related are under each, once", async () => {
    const rows = await rowsOf(
      "enterprises",
      `region: "region:xishan"`,
      "certifications(first: 1000) { nodes { id } }",
    );
    const groups = await groupsOf(
      "enterprises",
      `region: "region:xishan"`,
      "by: [{by: CERTIFICATIONS}], first: 1000",
    );
    const ids = (row: Row) => (row.certifications as { nodes: Row[] }).nodes.map(({ id }) => id);
    expect(byKey(groups.nodes)).toEqual(tallied(rows, (row) => or(ids(row))));
    expect(groups.totalCount).toBe(groups.nodes.length);
  });

  test("by two keys of one relation are of the same relation", async () => {
    const rows = await rowsOf(
      "enterprises",
      "",
      "certifications(first: 1000) { edges { year node { id } } }",
    );
    const groups = await groupsOf(
      "enterprises",
      "",
      "by: [{by: CERTIFICATIONS}, {by: CERTIFICATIONS_YEAR}], first: 1000",
    );
    const pairs = (row: Row) =>
      (row.certifications as { edges: { year: number | null; node: Row }[] }).edges.map(
        ({ year, node }) => `${node.id} | ${year ?? "none"}`,
      );
    expect(byKey(groups.nodes)).toEqual(
      tallied(rows, (row) => (pairs(row).length === 0 ? ["none | none"] : pairs(row))),
    );
  });

  test("by region count what lies in its parts, at one level where that is asked for", async () => {
    const groups = await groupsOf("enterprises", "", "by: [{by: REGION, level: DISTRICT}], first: 1000");
    for (const { keys, count } of groups.nodes) {
      const [key] = keys;
      if (key?.id == null) continue;
      const answer = await data<{ enterprises: { totalCount: number } }>(
        `{ enterprises(filter: {region: "${key.id}"}) { totalCount } }`,
      );
      expect([key.id, count]).toEqual([key.id, answer.enterprises.totalCount]);
    }
    const everywhere = await groupsOf("enterprises", "", "by: [{by: REGION}], first: 1000");
    expect(everywhere.nodes.some(({ keys }) => keys[0]?.id === "region:jiangsu")).toBe(true);
  });

  test("leave out small ones, come in the order asked for, and as many as asked for", async () => {
    const wide = await groupsOf("enterprises", "", "by: [{by: CERTIFICATIONS}], first: 1000");
    const narrow = await groupsOf("enterprises", "", "by: [{by: CERTIFICATIONS}], atLeast: 3, first: 2");
    expect(narrow.totalCount).toBe(wide.nodes.filter(({ count }) => count >= 3).length);
    expect(narrow.nodes).toEqual(wide.nodes.filter(({ count }) => count >= 3).slice(0, 2));
    const counts = wide.nodes.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
    const named = await groupsOf("enterprises", "", "by: [{by: CERTIFICATIONS}], orderBy: KEY, first: 1000");
    expect(byKey(named.nodes)).toEqual(byKey(wide.nodes));
  });

  test("have sums of their own", async () => {
    const rows = await rowsOf("measures", "", "measureType amount");
    const { nodes } = await groupsOf(
      "measures",
      "",
      "by: [{by: MEASURE_TYPE}], first: 1000",
      "sum(of: AMOUNT) { value known unknown }",
    );
    for (const group of nodes as (Group & { sum: { value: number | null; known: number } })[]) {
      const own = rows.filter(({ measureType }) => (measureType ?? null) === group.keys[0]?.name);
      const amounts = numbers(own.map(({ amount }) => amount));
      expect([group.keys[0]?.name, group.sum.known, group.sum.value]).toEqual([
        group.keys[0]?.name,
        amounts.length,
        amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0),
      ]);
    }
  });
});

describe("figures", () => {
  test("are added where they fit, and refused with the reason where they do not", async () => {
    const sum = async (filter: string) =>
      (
        await aggregate<{ sum: { value: number | null; reasons: string[] } }>(
          "observations",
          filter,
          `sum(of: VALUE) { ${all} }`,
        )
      ).sum;
    const mixed = await sum(`within: "region:xishan"`);
    expect(mixed.value).toBeNull();
    expect(mixed.reasons).toEqual(expect.arrayContaining(["METRIC", "UNIT", "STATUS"]));
    const one = await rowsOf("observations", `metric: "industrial-output"`, "value unit status period");
    expect(one.length).toBeGreaterThan(1);
    const overlapping = await sum(`metric: "industrial-output"`);
    expect(overlapping.value).toBeNull();
    expect(overlapping.reasons.length).toBeGreaterThan(0);
  });
});

describe("what cannot be worked out", () => {
  const wrong: readonly [string, RegExp][] = [
    [`{ enterprises { aggregate { groups(by: []) { totalCount } } } }`, /by takes one to 3 keys, not 0/],
    [
      `{ enterprises { aggregate { groups(by: [{by: PARK}, {by: REGION}, {by: CLUSTER}, {by: STATUS}]) { totalCount } } } }`,
      /by takes one to 3 keys, not 4/,
    ],
    [
      `{ enterprises { aggregate { groups(by: [{by: PARK, level: CITY}]) { totalCount } } } }`,
      /level goes with regions only/,
    ],
    [
      `{ enterprises { aggregate { percentile(of: CAPITAL, at: 1.5) { value } } } }`,
      /at is a share from 0 to 1/,
    ],
  ];
  test.each(wrong)("%s is refused", async (query, message) => {
    expect((await ask(query)).messages.join("\n")).toMatch(message);
  });
});
