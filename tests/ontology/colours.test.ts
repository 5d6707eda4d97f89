// Kinds are told apart by colour: on the pages, light and dark, and in Neo4j Browser.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { apart, contrast } from "../../scripts/generate/browser/colours.ts";
import { browserStyle } from "../../scripts/generate/browser/style.ts";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import { outlineOf } from "../../web/src/outline.ts";

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

  test("have an outline on the pages that is seen on every background, 3 to 1 at least", () => {
    const backs = ["#ffffff", "#f5f7fa", "#14181f", "#1b212b"];
    const others = ["#000000", "#ffffff", "#ffff00", "#0000ff", "#00ff00", "#808080", "#100000"];
    for (const colour of [...colours.map(([, one]) => one), ...others])
      for (const back of backs)
        expect([colour, back, contrast(outlineOf(colour), back) >= 3]).toEqual([colour, back, true]);
    expect(outlineOf("#808080")).toBe("#808080");
  });

  test("lines of relations are seen on the page, and saved as they are shown", () => {
    const style = readFileSync(new URL("../../web/src/style/explore.css", import.meta.url), "utf8");
    const [, light = "", dark = ""] = /--edge: light-dark\((#\w{6}), (#\w{6})\)/.exec(style) ?? [];
    expect([contrast(light, "#ffffff") >= 3, contrast(dark, "#14181f") >= 3]).toEqual([true, true]);
    const picture = readFileSync(new URL("../../web/src/explore/picture.ts", import.meta.url), "utf8");
    for (const colour of [light, dark]) expect(picture).toContain(colour);
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
