// Checks that parts add up to the whole: how bounds and tolerances decide, and what cannot be compared.
import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/load/ledger/figure.ts";
import { at, figure, type Given, outcome } from "../support/check-figures.ts";

describe("SUM: the parts add up to the whole", () => {
  const whole = (text: string, given?: Given) => figure("WHOLE", text, given);
  const part = (text: string, given?: Given) => figure("PART", text, given);

  test.each<[string, readonly Figure[], number | undefined, string]>([
    ["75 and 80 make 155", [whole("155 家"), part("75 家"), part("80 家")], undefined, "HOLDS"],
    [
      "counts must agree to the last one",
      [whole("156 家"), part("75 家"), part("80 家")],
      undefined,
      "FAILS",
    ],
    ["unless a tolerance is given", [whole("156 家"), part("75 家"), part("80 家")], 0.01, "HOLDS"],
    [
      "sums of money may be rounded",
      [whole("553.5 亿元"), part("203 亿元"), part("350 亿元")],
      undefined,
      "HOLDS",
    ],
    [
      "but by no more than 0.5 per cent",
      [whole("556 亿元"), part("203 亿元"), part("350 亿元")],
      undefined,
      "FAILS",
    ],
    [
      "not at all where the tolerance is 0",
      [whole("553.5 亿元"), part("203 亿元"), part("350 亿元")],
      0,
      "FAILS",
    ],
    [
      "亿元 and 万元 are one unit",
      [whole("1.5 亿元"), part("5000 万元"), part("1 亿元")],
      undefined,
      "HOLDS",
    ],
    ["1.1 and 2.2 make 3.3", [whole("3.3 万家"), part("1.1 万家"), part("2.2 万家")], undefined, "HOLDS"],
    [
      "超150 holds of 155",
      [whole("150 家", at("AT_LEAST")), part("75 家"), part("80 家")],
      undefined,
      "HOLDS",
    ],
    ["超160 does not", [whole("160 家", at("AT_LEAST")), part("75 家"), part("80 家")], undefined, "FAILS"],
    ["at most 160 holds", [whole("160 家", at("AT_MOST")), part("75 家"), part("80 家")], undefined, "HOLDS"],
    [
      "at most 150 does not",
      [whole("150 家", at("AT_MOST")), part("75 家"), part("80 家")],
      undefined,
      "FAILS",
    ],
    [
      "近160 holds within 5 per cent",
      [whole("160 家", at("ABOUT")), part("75 家"), part("80 家")],
      undefined,
      "HOLDS",
    ],
    ["近200 does not", [whole("200 家", at("ABOUT")), part("75 家"), part("80 家")], undefined, "FAILS"],
    [
      "超75 and 80 leave 170 open",
      [whole("170 家"), part("75 家", at("AT_LEAST")), part("80 家")],
      undefined,
      "UNDECIDED",
    ],
    [
      "超75 and 80 exceed 150",
      [whole("150 家"), part("75 家", at("AT_LEAST")), part("80 家")],
      undefined,
      "FAILS",
    ],
    [
      "超75 and 超80 are 超155",
      [whole("155 家", at("AT_LEAST")), part("75 家", at("AT_LEAST")), part("80 家", at("AT_LEAST"))],
      undefined,
      "HOLDS",
    ],
    [
      "近75 and 80 leave 155 open",
      [whole("155 家"), part("75 家", at("ABOUT")), part("80 家")],
      undefined,
      "UNDECIDED",
    ],
    [
      "at most 75 and 80 cannot be 200",
      [whole("200 家"), part("75 家", at("AT_MOST")), part("80 家")],
      undefined,
      "FAILS",
    ],
    [
      "at most 75 and 80 cannot be 70: counts are not negative",
      [whole("70 家"), part("75 家", at("AT_MOST")), part("80 家")],
      undefined,
      "FAILS",
    ],
    [
      "families and dollars are not added",
      [whole("155 家"), part("75 家"), part("80 亩")],
      undefined,
      "NOT_COMPARABLE",
    ],
    [
      "yuan and dollars are not added",
      [whole("2 亿元"), part("1 亿元"), part("1 亿美元")],
      undefined,
      "NOT_COMPARABLE",
    ],
    [
      "家 and 家次 are not added",
      [whole("155 家"), part("75 家"), part("80 家次")],
      undefined,
      "NOT_COMPARABLE",
    ],
    [
      "other periods are not added",
      [whole("155 家"), part("75 家"), part("80 家", at("EXACT", "2021"))],
      undefined,
      "NOT_COMPARABLE",
    ],
    [
      "an undated part is not added to a dated one",
      [whole("155 家"), part("75 家"), part("80 家", {})],
      undefined,
      "NOT_COMPARABLE",
    ],
    [
      "undated figures are added",
      [whole("155 家", {}), part("75 家", {}), part("80 家", {})],
      undefined,
      "HOLDS",
    ],
    ["a sum without parts is open", [whole("155 家")], undefined, "UNDECIDED"],
    ["a sum without a whole is open", [part("155 家")], undefined, "UNDECIDED"],
    [
      "a sum with two wholes is open",
      [whole("155 家"), whole("156 家"), part("155 家")],
      undefined,
      "UNDECIDED",
    ],
    [
      "a sum does not use a RESULT",
      [whole("155 家"), part("155 家"), figure("RESULT", "1 %")],
      undefined,
      "UNDECIDED",
    ],
  ])("%s", (_, figures, tolerance, expected) => {
    expect(outcome("SUM", figures, tolerance).outcome).toBe(expected);
  });

  test("tells expected, actual and difference in the normalised unit, and why in the unit stated", () => {
    const { outcome: result, ...rest } = outcome("SUM", [
      whole("560 亿元"),
      part("203 亿元"),
      part("350 亿元"),
    ]);
    expect(result).toBe("FAILS");
    expect(rest).toEqual({
      expected: 56_000_000_000,
      actual: 55_300_000_000,
      difference: -700_000_000,
      unit: "yuan",
      reason: "203 亿元 + 350 亿元 = 553 亿元, but stated is 560 亿元: 7 亿元 less.",
      reasonZh: "203亿元 + 350亿元 = 553亿元，而所述为560亿元：少7亿元。",
    });
  });
});
