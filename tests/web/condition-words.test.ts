// Conditions on pages in English: every predicate has its sentences, and no word of them is Chinese but names.
import { describe, expect, test } from "vitest";
import { predicateRules, predicates } from "../../src/ontology/condition.ts";
import { demandWords, lacksWords, matchWords } from "../../web/src/policies/condition-words.ts";
import type { Demand, MatchRow } from "../../web/src/policies/documents.ts";
import { holdsOn } from "../../web/src/policies/rules.tsx";
import { speechOf } from "../../web/src/text/language.ts";
import { demand } from "./demands.ts";

const [zh, en] = [speechOf("zh"), speechOf("en")];
const chinese = /\p{Script=Han}/u;

const row = (condition: Demand, status: string, can = true): MatchRow => ({
  condition,
  status,
  text: condition.name,
  clause: null,
  change: status === "UNMET" && can ? `达到：${condition.name}` : null,
  toFind: status === "UNKNOWN" ? `核实：${condition.name}` : null,
  implied: false,
  fact: null,
  figure: null,
  sources: [],
});

/** A condition of each predicate with all that it may have; its target has a name without Chinese. */
const full = (predicate: (typeof predicates)[number]): Demand =>
  demand(predicate, {
    ...(predicateRules[predicate].target === undefined
      ? {}
      : { target: { id: "x:t", kind: "X", name: "T" } }),
    ...{ level: "NATIONAL", track: "srdi", metric: "rd-share", atLeast: 5, atMost: 9, unit: "per cent" },
    ...{ earliest: "2020", latest: "2022", orHigher: true },
  });

describe("conditions in English", () => {
  test.each(predicates)("%s: the demand, what would meet it, what to find out", (predicate) => {
    const unknown = matchWords(row(full(predicate), "UNKNOWN"), en);
    const unmet = matchWords(row(full(predicate), "UNMET"), en);
    for (const words of [unknown.text, unknown.toFind, unmet.change]) {
      expect(words).toMatch(/\w/);
      expect(words).not.toMatch(chinese);
    }
    expect([unknown.change, unmet.toFind]).toEqual([null, null]);
    if (predicateRules[predicate].target !== undefined) expect(unknown.text).toContain("T");
  });

  test("say thresholds with their units, dates, and what must not be so", () => {
    const capital = demand("CAPITAL", { atLeast: 20_000_000, unit: "yuan" });
    expect(demandWords(capital, en)).toBe("registered capital of at least 20 million yuan");
    expect(demandWords(demand("FOUNDED", { latest: "2018-12" }), en)).toBe("founded in or before 2018-12");
    expect(demandWords({ ...capital, negated: true }, en)).toMatch(/^must not be so: /);
    expect(demandWords(demand("SOMETHING_NEW"), en)).toBe("条件SOMETHING_NEW");
  });

  test("are what the API says on pages in Chinese", () => {
    const unmet = row(demand("LISTED"), "UNMET");
    expect(matchWords(unmet, zh)).toEqual({ text: unmet.text, change: unmet.change, toFind: null });
  });
});

describe("what is lacking", () => {
  const listed = row(demand("LISTED"), "UNMET");
  const founded = row(demand("FOUNDED", { latest: "2018" }), "UNMET", false);
  const capital = row(demand("CAPITAL", { atLeast: 5, unit: "yuan" }), "UNKNOWN");
  const stand = (missing: readonly MatchRow[], conditions = missing) => ({
    ...{ status: "UNKNOWN", lacks: "尚缺：上市", conditions, missing },
  });

  test("is told in English in the order of how firmly it stands in the way", () => {
    expect(lacksWords(stand([listed, founded, capital]), en)).toBe(
      "does not meet: founded in or before 2018; needs: be listed; to find out: its registered capital",
    );
    expect(lacksWords(stand([], [listed]), en)).toBe("every condition is met");
    expect(lacksWords(stand([]), en)).toMatch(/conditions have not been read/);
  });

  test("is the API's sentence in Chinese", () => {
    expect(lacksWords(stand([listed]), zh)).toBe("尚缺：上市");
  });
});

describe("whether a condition is in force on a day", () => {
  test.each([
    [null, null, "2026-11-28", true],
    ["2025", null, "2025-01-01", true],
    ["2025", null, "2024-12-31", false],
    ["2025-03", "2025-06", "2025-06-30", true],
    ["2025-03", "2025-06", "2025-07-01", false],
    [null, "2024", "2024-12-31", true],
    [null, "2024", "2025-01-01", false],
    ["2025-03", null, "2025", true],
  ])("since %s until %s, on %s: %s", (since, until, day, holds) => {
    expect(holdsOn({ since, until }, day)).toBe(holds);
  });
});
