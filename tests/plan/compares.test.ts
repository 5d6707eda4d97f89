// What of a filter is compared: formulas are made only of filters in which something may stand against something else.
import { type GraphQLInputObjectType, isInputObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { fieldMapOf } from "../../src/api/field-map.ts";
import { buildSchema } from "../../src/api/schema.ts";
import { areInOrder, type Compares, comparesIn } from "../../src/plan/compares.ts";
import type { Given } from "../../src/plan/filter-place.ts";
import type { Formula } from "../../src/plan/formula.ts";
import { formulaOf } from "../../src/plan/formula-of.ts";

const schema = buildSchema();
const { filters } = fieldMapOf(schema);

function typeOf(name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input object`);
  return type;
}

const ofEnterprises = (given: Given) => comparesIn({ filters, type: typeOf("EnterpriseFilter"), given });

describe("a filter", () => {
  const nothing = { itself: false, ends: false };
  const all = { itself: true, ends: true };
  const within = { bounds: [{ least: "capitalAtLeast", most: "capitalAtMost" }] };
  test.each<[Given, Compares]>([
    [{}, nothing],
    [{ region: "region:a", certifiedAs: "certification:b", name: null }, nothing],
    [{ and: [{ region: "region:a" }, { certifiedAs: "certification:b" }] }, nothing],
    [
      { capitalAtLeast: 1, capitalAtMost: 2 },
      { itself: true, ends: false, ...within },
    ],
    [
      { capitalAtMost: 2, capitalAtLeast: 1, region: "region:a" },
      { itself: true, ends: false, ...within },
    ],
    [
      { capitalAtLeast: 1, capitalAtMost: 2, capital: 3 },
      { itself: true, ends: false },
    ],
    [
      { capitalAtLeast: 1, and: [{ capitalAtMost: 2 }] },
      { itself: true, ends: false },
    ],
    [{ and: [{ capitalAtLeast: 1, capitalAtMost: 2 }] }, { itself: true, ends: false }],
    [{ and: [{ region: "region:a" }, { region: "region:b" }] }, { itself: true, ends: false }],
    [{ certifiedAs: "certification:b", certificationLevel: "NATIONAL" }, all],
    [{ id: "enterprise:a" }, nothing],
    [
      { id: "enterprise:a", region: "region:b" },
      { itself: false, ends: true },
    ],
    [{ not: { region: "region:a" } }, all],
    [{ or: [{ region: "region:a" }, { region: "region:b" }] }, all],
    [{ and: [{ region: "region:a" }, { not: { region: "region:a" } }] }, all],
    [{ certifications: { some: { node: { id: "certification:b" } } } }, all],
  ])("%j is compared as far as it says several things of one", (given, expected) => {
    expect(ofEnterprises(given)).toEqual(expected);
  });
});

test("bounds are taken to be in order where that is plain to see", () => {
  const bounds = { least: "from", most: "to" };
  const inOrder = ([from, to]: readonly [unknown, unknown]): boolean => areInOrder(bounds, { from, to });
  expect(
    [
      [1, 2],
      [2, 2],
      ["2021", "2022"],
      ["2021-05-01", "2021-05-01"],
    ].map((pair) => inOrder(pair as never)),
  ).toEqual([true, true, true, true]);
  expect(
    [
      [2, 1],
      ["2022", "2021"],
      ["2021", "2021-05"],
      [1, "2"],
    ].map((pair) => inOrder(pair as never)),
  ).toEqual([false, false, false, false]);
});

/** What the parts of a formula speak of: a property of the entity, or the relations of a sort. */
function spokenOf(formula: Formula): string[] {
  if (formula.is === "and") return formula.of.flatMap(spokenOf);
  if (formula.is === "said") return [formula.about];
  return formula.is === "counted" ? [JSON.stringify(formula.of)] : ["?"];
}

test("no two fields of any filter that speak of one thing are passed over", () => {
  const complex = new Set(["and", "or", "not", "figure", "relation", "as", "part", "direct"]);
  const passed: string[] = [];
  let pairs = 0;
  for (const [name, specs] of Object.entries(filters)) {
    const type = typeOf(name);
    const simple = Object.keys(specs).filter((field) => !complex.has(String(specs[field]?.is)));
    for (const [at, one] of simple.entries())
      for (const other of simple.slice(at + 1)) {
        const given = { [one]: "a", [other]: "b" };
        const spoken = spokenOf(formulaOf({ filters, type, given, path: [] }));
        // What is said of one relation beside each other is one part of the formula.
        const isOne = spoken.length < 2 || new Set(spoken).size < spoken.length;
        if (!isOne) continue;
        pairs += 1;
        const { itself, ends } = comparesIn({ filters, type, given });
        if (!itself || (spoken.length < 2 && !ends)) passed.push(`${name}: ${one}, ${other}`);
      }
  }
  expect(passed).toEqual([]);
  expect(pairs).toBeGreaterThan(100);
});
