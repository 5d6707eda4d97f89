// Checks over figures but sums: what each type computes, how bounds and tolerances decide, what cannot be compared.
import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/load/ledger/figure.ts";
import type { Bound } from "../../src/load/ledger/interval.ts";
import { at, figure, type Given, outcome } from "../support/check-figures.ts";

describe("PART_OF_WHOLE: no part exceeds the whole", () => {
  test.each<[string, string, Given | undefined, string, Given | undefined, number | undefined, string]>([
    ["50 of 33 fails", "50 笔", undefined, "33 笔", undefined, undefined, "FAILS"],
    ["33 of 33 holds", "33 笔", undefined, "33 笔", undefined, undefined, "HOLDS"],
    ["34 of 33 fails", "34 笔", undefined, "33 笔", undefined, undefined, "FAILS"],
    ["34 of 33 holds with a tolerance of 5 per cent", "34 笔", undefined, "33 笔", undefined, 0.05, "HOLDS"],
    ["超50 of 33 fails", "50 笔", at("AT_LEAST"), "33 笔", undefined, undefined, "FAILS"],
    ["超20 of 33 is open", "20 笔", at("AT_LEAST"), "33 笔", undefined, undefined, "UNDECIDED"],
    ["at most 20 of 33 holds", "20 笔", at("AT_MOST"), "33 笔", undefined, undefined, "HOLDS"],
    ["50 of 超33 is open", "50 笔", undefined, "33 笔", at("AT_LEAST"), undefined, "UNDECIDED"],
    ["20 of 超33 holds", "20 笔", undefined, "33 笔", at("AT_LEAST"), undefined, "HOLDS"],
    ["20 of at most 33 is open", "20 笔", undefined, "33 笔", at("AT_MOST"), undefined, "UNDECIDED"],
    ["近33 of 33 is open", "33 笔", at("ABOUT"), "33 笔", undefined, undefined, "UNDECIDED"],
    [
      "a part of last year is not compared",
      "20 笔",
      at("EXACT", "2021"),
      "33 笔",
      undefined,
      undefined,
      "NOT_COMPARABLE",
    ],
  ])("%s", (_, part, partGiven, whole, wholeGiven, tolerance, expected) => {
    const figures = [figure("PART", part, partGiven), figure("WHOLE", whole, wholeGiven)];
    expect(outcome("PART_OF_WHOLE", figures, tolerance).outcome).toBe(expected);
  });

  test("of several parts the largest decides, and all that exceed are named", () => {
    const figures = [
      figure("PART", "1 家"),
      figure("PART", "40 家"),
      figure("PART", "50 家"),
      figure("WHOLE", "33 家"),
    ];
    expect(outcome("PART_OF_WHOLE", figures)).toMatchObject({
      outcome: "FAILS",
      expected: 33,
      actual: 50,
      difference: 17,
      reason: "PART (40 家) and PART (50 家) exceed the whole, WHOLE (33 家), by 17 家.",
      reasonZh: "PART（40家）、PART（50家）超过整体WHOLE（33家），多17家。",
    });
  });
});

describe("RATIO: part over whole is the result", () => {
  test.each<[string, string, string, string, string]>([
    ["721 of 2194 is 32.9 per cent", "721 亿元", "2194 亿元", "32.9 %", "HOLDS"],
    ["rounding to whole per cents is accepted", "721 亿元", "2194 亿元", "33 %", "HOLDS"],
    ["40 per cent is not", "721 亿元", "2194 亿元", "40 %", "FAILS"],
    ["three times", "6 家", "2 家", "3 倍", "HOLDS"],
    ["yuan over mu is yuan per mu", "10 亿元", "1000 亩", "100 万元/亩", "HOLDS"],
    ["yuan over mu is no per cent", "10 亿元", "1000 亩", "100 %", "NOT_COMPARABLE"],
    ["nothing is divided by zero", "10 家", "0 家", "100 %", "UNDECIDED"],
  ])("%s", (_, part, whole, result, expected) => {
    const figures = [figure("PART", part), figure("WHOLE", whole), figure("RESULT", result)];
    expect(outcome("RATIO", figures).outcome).toBe(expected);
  });

  test("a bounded part bounds the ratio", () => {
    const figures = (bound: Bound) => [
      figure("PART", "50 家", at("AT_LEAST")),
      figure("WHOLE", "100 家"),
      figure("RESULT", "50 %", at(bound)),
    ];
    expect(outcome("RATIO", figures("AT_LEAST")).outcome).toBe("HOLDS");
    expect(outcome("RATIO", figures("EXACT"))).toMatchObject({
      outcome: "UNDECIDED",
      actual: 50,
      reason: "at least 50 家 over 100 家 is at least 50 %, stated is 50 %: the bounds leave it open.",
      reasonZh: "不少于50家 ÷ 100家 = 不少于50%，所述为50%：所给界限不足以判定。",
    });
  });
});

describe("GROWTH: later over earlier is the growth stated", () => {
  const earlier = (text: string, given: Given = { period: "2021" }) => figure("EARLIER", text, given);
  const later = (text: string, given: Given = { period: "2022" }) => figure("LATER", text, given);
  const result = (text: string, given: Given = { period: "2022" }) => figure("RESULT", text, given);

  test.each<[string, readonly Figure[], string]>([
    ["200 to 300 is 50 per cent", [earlier("200 亿元"), later("300 亿元"), result("50 %")], "HOLDS"],
    ["and not 40", [earlier("200 亿元"), later("300 亿元"), result("40 %")], "FAILS"],
    ["6.54 is stated as 6.5", [earlier("1000 家"), later("1065.4 家"), result("6.5 %")], "HOLDS"],
    ["a fall is a negative growth", [earlier("200 亿元"), later("150 亿元"), result("-25 %")], "HOLDS"],
    [
      "30 per cent is at least 25",
      [earlier("100 亿元"), later("130 亿元"), result("25 %", at("AT_LEAST"))],
      "HOLDS",
    ],
    [
      "20 per cent is not at least 25",
      [earlier("100 亿元"), later("120 亿元"), result("25 %", at("AT_LEAST"))],
      "FAILS",
    ],
    [
      "from 105 to 超130 leaves 超25 open",
      [earlier("105 亿元"), later("130 亿元", at("AT_LEAST")), result("25 %", at("AT_LEAST"))],
      "UNDECIDED",
    ],
    [
      "year on year counts where the periods are a year apart",
      [earlier("200 亿元"), later("300 亿元", { period: "2022", yearOnYear: 50 })],
      "HOLDS",
    ],
    [
      "half years a year apart as well",
      [earlier("10 亿元", { period: "2021-H1" }), later("12 亿元", { period: "2022-H1", yearOnYear: 25 })],
      "FAILS",
    ],
    [
      "over two years it does not",
      [earlier("200 亿元", { period: "2020" }), later("300 亿元", { period: "2022", yearOnYear: 50 })],
      "UNDECIDED",
    ],
    ["without a growth stated it is open", [earlier("200 亿元"), later("300 亿元")], "UNDECIDED"],
    [
      "later must be later",
      [earlier("200 亿元", { period: "2022" }), later("300 亿元", { period: "2021" }), result("50 %")],
      "NOT_COMPARABLE",
    ],
    [
      "a half year does not follow a year",
      [earlier("200 亿元"), later("300 亿元", { period: "2022-H1" }), result("50 %")],
      "NOT_COMPARABLE",
    ],
    [
      "undated figures have no growth",
      [earlier("200 亿元", {}), later("300 亿元"), result("50 %")],
      "NOT_COMPARABLE",
    ],
    ["units must be one", [earlier("200 亿元"), later("300 家"), result("50 %")], "NOT_COMPARABLE"],
    ["growth is in per cent", [earlier("200 亿元"), later("300 亿元"), result("50 亿元")], "NOT_COMPARABLE"],
    [
      "the growth of another year is not compared",
      [earlier("200 亿元"), later("300 亿元"), result("50 %", { period: "2021" })],
      "NOT_COMPARABLE",
    ],
    ["from nothing there is no growth", [earlier("0 亿元"), later("300 亿元"), result("50 %")], "UNDECIDED"],
    [
      "February and March are equally long",
      [earlier("2 家", { period: "2022-02" }), later("3 家", { period: "2022-03" }), result("50 %", {})],
      "HOLDS",
    ],
  ])("%s", (_, figures, expected) => {
    expect(outcome("GROWTH", figures).outcome).toBe(expected);
  });
});

describe("COUNT_OF_LIST: a list names as many as it counts", () => {
  test.each<[string, string, Bound, number, string]>([
    ["7 named of 7", "7 家", "EXACT", 7, "HOLDS"],
    ["7 named of 24", "24 家", "EXACT", 7, "FAILS"],
    ["7 named of 超5", "5 家", "AT_LEAST", 7, "HOLDS"],
    ["a sum of money names no list", "24 亿元", "EXACT", 7, "NOT_COMPARABLE"],
  ])("%s", (_, whole, bound, items, expected) => {
    expect(outcome("COUNT_OF_LIST", [figure("WHOLE", whole, at(bound))], undefined, items).outcome).toBe(
      expected,
    );
  });

  test("a list of no other check has items", () => {
    expect(outcome("SUM", [figure("WHOLE", "1 家"), figure("PART", "1 家")], undefined, 1).outcome).toBe(
      "UNDECIDED",
    );
  });
});
