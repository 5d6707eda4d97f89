// What one of a count is called, in code and in the question file that divides by it.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { peopleUnit, peopleWords } from "../../src/calculate/people.ts";

test("values per unit name what calculations name: each Chinese measure word of one is in the other", () => {
  const file = readFileSync(new URL("../../cypher/per-unit.cypher", import.meta.url), "utf8");
  const cases = [...file.matchAll(/WHEN lower\.unit (?:IN \[(.+?)\]|= '(.+?)') THEN '(\w+)'/g)];
  const named = cases.flatMap(([, list, one, unit]) =>
    [...(list ?? `'${one}'`).matchAll(/'(.+?)'/g)].map(([, word]) => [word, unit] as const),
  );
  expect(named.length).toBeGreaterThan(5);
  for (const [word, unit] of named) expect([word, peopleUnit(word ?? "")]).toEqual([word, unit]);
  const chinese = Object.entries(peopleWords).filter(
    ([word]) => /[一-鿿]/.test(word) && !["亩", "项目"].includes(word),
  );
  expect(new Set(chinese.map(([word]) => word))).toEqual(new Set(named.map(([word]) => word)));
});
