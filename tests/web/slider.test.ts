// Sliders of thresholds: steps that a person would take, and the threshold as it stands is one of them.
import { describe, expect, test } from "vitest";
import { type Slider, sliderOf } from "../../web/src/policies/slider.ts";

/** What a slider may be moved to. */
const places = ({ min, max, step }: Slider): number[] =>
  Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) => min + at * step);

describe("the slider of a threshold", () => {
  test.each([
    [20_000_000, "yuan", { min: 0, max: 60_000_000, step: 1_000_000 }],
    [3, "per cent", { min: 0, max: 10, step: 0.2 }],
    [70, "per cent", { min: 0, max: 100, step: 2 }],
    [100, "per cent", { min: 0, max: 100, step: 2 }],
    [-60, "per cent", { min: -100, max: 0, step: 2 }],
    [37.5, "per cent", { min: 0, max: 100, step: 0.5 }],
    [150, "per cent", { min: 0, max: 450, step: 10 }],
    [15, "point", { min: 0, max: 45, step: 1 }],
    [1, "count", { min: 0, max: 10, step: 1 }],
    [2, "year", { min: 0, max: 10, step: 1 }],
    [500, "count", { min: 0, max: 1500, step: 20 }],
    [0, "per cent", { min: 0, max: 10, step: 0.2 }],
    [-5, "per cent", { min: -15, max: 0, step: 0.2 }],
  ])("of %d %s", (stands, unit, expected) => {
    expect(sliderOf(stands, unit)).toEqual(expected);
  });

  test.each([
    [5.14, "per cent"],
    [0.35, null],
    [1 / 3, null],
    [7, "rank"],
    [123_456_789, "yuan"],
    [37, "count"],
    [-0.5, "per cent"],
  ])("reaches %d %s as it stands", (stands, unit) => {
    const slider = sliderOf(stands, unit);
    const all = places(slider);
    expect(all.some((one) => Math.abs(one - stands) < 1e-6 * Math.max(1, Math.abs(stands)))).toBe(true);
    expect(all.length).toBeGreaterThan(9);
    if (unit === "count" || unit === "rank") for (const one of all) expect(Number.isInteger(one)).toBe(true);
  });
});
