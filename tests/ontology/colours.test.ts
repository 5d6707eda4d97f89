// Kinds are told apart by colour: on the pages, light and dark, and in Neo4j Browser.
import { describe, expect, test } from "vitest";
import { apart, contrast } from "../../scripts/generate/browser/colours.ts";
import { browserStyle } from "../../scripts/generate/browser/style.ts";
import { kindNames, kindOf } from "../../src/ontology/model.ts";

const colours = kindNames.map((kind) => [kind, kindOf(kind).colour] as const);

describe("the colours of kinds", () => {
  test("differ enough to be told apart, each from every other", () => {
    const close = colours.flatMap(([kind, colour], index) =>
      colours.slice(index + 1).flatMap(([other, its]) => {
        const distance = apart(colour, its);
        return distance < 0.09 ? [`${kind} ${colour} and ${other} ${its}: ${distance.toFixed(3)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });

  test("are seen on the pages' light and dark background", () => {
    const faint = colours.flatMap(([kind, colour]) =>
      ["#ffffff", "#14181f"]
        .filter((back) => contrast(colour, back) < 1.5)
        .map((back) => `${kind} ${colour} on ${back}`),
    );
    expect(faint).toEqual([]);
  });

  test("are those of Neo4j Browser, where names stand on them in the colour that is read best", () => {
    const rules = [
      ...browserStyle().matchAll(
        /^node\.(\w+) \{\s+color: (#\w{6});[^}]*text-color-internal: (#\w{6});[^}]*caption: "\{name\}"/gm,
      ),
    ];
    expect(rules.map(([, kind, colour]) => [kind, colour])).toEqual(colours);
    for (const [, kind, colour = "", words = ""] of rules)
      expect([kind, contrast(words, colour) >= 4]).toEqual([kind, true]);
  });

  test("distances are those of the eye: of black and white the longest, of equal ones none", () => {
    expect(apart("#000000", "#FFFFFF")).toBeCloseTo(1, 3);
    expect(apart("#57C7A3", "#57C7A3")).toBe(0);
    expect(apart("#57C7A3", "#6DCE9E")).toBeLessThan(0.04);
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  });
});
