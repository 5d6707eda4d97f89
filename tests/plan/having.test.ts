// Groups kept and ordered by what they come to: as the rows of all groups say, and what cannot be judged is counted.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data, ask } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

interface Group {
  readonly keys: readonly { readonly id: string | null; readonly name: string | null }[];
  readonly count: number;
  readonly sum?: { readonly value: number | null };
  readonly average?: { readonly value: number | null };
  readonly least?: { readonly value: number | null };
  readonly most?: { readonly value: number | null };
}

interface Groups {
  readonly totalCount: number;
  readonly undecided: number;
  readonly nodes: readonly Group[];
}

async function groupsOf(list: string, args: string, numbers = ""): Promise<Groups> {
  const answer = await data<Record<string, { aggregate: { groups: Groups } }>>(
    `{ ${list} { aggregate { groups(${args}) { totalCount undecided nodes { keys { id name } count ${numbers} } } } } }`,
  );
  const [found] = Object.values(answer);
  if (found === undefined) throw new Error("there is no answer");
  return found.aggregate.groups;
}

const numbersOf = (value: string): string =>
  ["sum", "average", "least", "most"].map((name) => `${name}(of: ${value}) { value }`).join(" ");

describe("groups whose numbers are within bounds", () => {
  const lists: readonly [list: string, by: string, value: string, bound: number][] = [
    ["measures", "{by: MEASURE_TYPE}", "AMOUNT", 300_000],
    ["measures", "{by: POLICIES}", "AMOUNT", 100_000],
    ["projects", "{by: STAGE}", "INVESTMENT", 1_000_000_000],
    ["observations(filter: {status: STATED})", "{by: METRIC}", "VALUE", 100],
  ];
  const functions = ["sum", "average", "least", "most"] as const;
  const bounds: readonly [string, (value: number, bound: number) => boolean][] = [
    ["atLeast", (value, bound) => value >= bound],
    ["atMost", (value, bound) => value <= bound],
    ["moreThan", (value, bound) => value > bound],
    ["lessThan", (value, bound) => value < bound],
  ];

  test.each(lists)("of %s by %s over %s are those of all groups", async (list, by, value, bound) => {
    const all = await groupsOf(list, `by: [${by}], first: 1000`, numbersOf(value));
    expect(all.undecided).toBe(0);
    for (const name of functions) {
      const unknown = all.nodes.filter((group) => group[name]?.value == null).length;
      for (const [word, holds] of bounds) {
        const own = await groupsOf(
          list,
          `by: [${by}], first: 1000, having: {${name}: {of: ${value}, ${word}: ${bound}}}`,
          numbersOf(value),
        );
        const wanted = all.nodes.filter((group) => {
          const told = group[name]?.value;
          return typeof told === "number" && holds(told, bound);
        });
        expect([name, word, own.nodes]).toEqual([name, word, wanted]);
        expect([own.totalCount, own.undecided]).toEqual([wanted.length, unknown]);
      }
    }
  });

  test("are cut after they are judged, and told in all", async () => {
    const args = `by: [{by: MEASURE_TYPE}], having: {sum: {of: AMOUNT, atLeast: 1}}`;
    const all = await groupsOf("measures", `${args}, first: 1000`);
    const cut = await groupsOf("measures", `${args}, first: 1`);
    expect(cut.nodes).toEqual(all.nodes.slice(0, 1));
    expect(cut.totalCount).toBe(all.nodes.length);
  });

  test("may be asked for how many they hold, of how many it is known and how many values they have", async () => {
    const all = await groupsOf("enterprises", "by: [{by: CERTIFICATIONS}], first: 1000");
    const some = await groupsOf(
      "enterprises",
      "by: [{by: CERTIFICATIONS}], first: 1000, having: {count: {moreThan: 2, lessThan: 12}}",
    );
    expect(some.nodes).toEqual(all.nodes.filter(({ count }) => count > 2 && count < 12));
    const known = await groupsOf(
      "measures",
      "by: [{by: MEASURE_TYPE}], first: 1000, having: {known: {of: AMOUNT, atLeast: 1}}",
    );
    expect(known.nodes.length).toBeGreaterThan(0);
    expect(known.undecided).toBe(0);
    const [distinct] = (
      await groupsOf("measures", "by: [{by: AMOUNT_KIND}], having: {distinct: {of: AMOUNT, moreThan: 1000}}")
    ).nodes;
    expect(distinct).toBeUndefined();
  });

  test("several bounds all hold", async () => {
    const all = await groupsOf("measures", "by: [{by: POLICIES}], first: 1000", numbersOf("AMOUNT"));
    const own = await groupsOf(
      "measures",
      `by: [{by: POLICIES}], first: 1000, having: {count: {atLeast: 2}, sum: [{of: AMOUNT, atLeast: 100000}, {of: AMOUNT, lessThan: 1000000000}], least: {of: AMOUNT, moreThan: 0}}`,
      numbersOf("AMOUNT"),
    );
    expect(own.nodes).toEqual(
      all.nodes.filter(
        ({ count, sum, least }) => count >= 2 && (sum?.value ?? 0) >= 100_000 && (least?.value ?? 0) > 0,
      ),
    );
  });
});

describe("an order by a number", () => {
  test.each(["DESC", "ASC"])("%s has the unknown last", async (direction) => {
    const { nodes } = await groupsOf(
      "measures",
      `by: [{by: MEASURE_TYPE}], first: 1000, orderByNumber: {of: AMOUNT, direction: ${direction}}`,
      numbersOf("AMOUNT"),
    );
    const values = nodes.map(({ sum }) => sum?.value ?? null);
    const known = values.filter((one) => one !== null);
    expect(values.slice(0, known.length)).toEqual(known);
    const sorted = [...known].sort((one, other) => (direction === "ASC" ? one - other : other - one));
    expect(known).toEqual(sorted);
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(values.length);
  });

  test("by a mean is not that by a sum", async () => {
    const { nodes } = await groupsOf(
      "measures",
      "by: [{by: POLICIES}], first: 1, orderByNumber: {function: MOST, of: AMOUNT}",
      numbersOf("AMOUNT"),
    );
    const all = await groupsOf("measures", "by: [{by: POLICIES}], first: 1000", numbersOf("AMOUNT"));
    expect(nodes[0]?.most?.value).toBe(Math.max(...all.nodes.map(({ most }) => most?.value ?? 0)));
  });
});

describe("groups by a place that hosts and undertakes too", () => {
  test.each(["platforms", "projects", "programmes", "institutions", "funds"])(
    "of %s are what the filter finds, through parts and without",
    async (list) => {
      const groups = await groupsOf(list, "by: [{by: REGION}], first: 1000");
      for (const { keys, count } of groups.nodes) {
        const [key] = keys;
        if (key?.id == null) continue;
        const { found } = await data<{ found: { totalCount: number } }>(
          `{ found: ${list}(filter: {region: "${key.id}"}) { totalCount } }`,
        );
        expect([list, key.id, count]).toEqual([list, key.id, found.totalCount]);
      }
      const answer = await data<Record<string, { totalCount: number }>>(`{ all: ${list} { totalCount } }`);
      const nowhere = groups.nodes.find(({ keys }) => keys[0]?.id === null)?.count ?? 0;
      expect(nowhere).toBeLessThan(answer.all?.totalCount ?? 0);
      const direct = await groupsOf(list, "by: [{by: REGION, withParts: false}], first: 1000");
      for (const { keys, count } of direct.nodes) {
        const whole = groups.nodes.find((one) => one.keys[0]?.id === keys[0]?.id);
        if (keys[0]?.id != null) expect(count).toBeLessThanOrEqual(whole?.count ?? 0);
      }
    },
  );

  test("at one level leave out the others", async () => {
    const { nodes } = await groupsOf("platforms", "by: [{by: REGION, level: DISTRICT}], first: 1000");
    const ids = nodes.flatMap(({ keys }) => (keys[0]?.id == null ? [] : [keys[0].id]));
    const { regions } = await data<{ regions: { nodes: { id: string }[] } }>(
      `{ regions(first: 1000, filter: {regionLevel: DISTRICT}) { nodes { id } } }`,
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(regions.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
});

describe("what cannot be asked", () => {
  test.each([
    ["having: {count: {}}", /having\.count needs one of atLeast, atMost, moreThan, lessThan/],
    ["having: {sum: {of: AMOUNT}}", /having\.sum\.0 needs one of/],
  ])("%s is refused", async (having, message) => {
    const answer = await ask(
      `{ measures { aggregate { groups(by: [{by: STATUS}], ${having}) { totalCount } } } }`,
    );
    expect(answer.messages.join("\n")).toMatch(message);
  });
});

test.each([
  [
    "count: { atLeast: 10, atMost: 5 }",
    "having.count.atMost is 5 and atLeast is 10: nothing lies between them.",
  ],
  [
    "count: { moreThan: 5, lessThan: 5 }",
    "having.count.lessThan is 5 and moreThan is 5: nothing lies between them.",
  ],
  [
    "sum: { of: AMOUNT, atLeast: 3, lessThan: 3 }",
    "having.sum.0.lessThan is 3 and atLeast is 3: nothing lies between them.",
  ],
])("bounds between which nothing lies are refused: %s", async (having, told) => {
  const { messages } = await ask(
    `{ measures { aggregate { groups(by: [{ by: MEASURE_TYPE }], having: { ${having} }) { totalCount } } } }`,
  );
  expect(messages).toEqual([told]);
});
