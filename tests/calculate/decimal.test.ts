// Sums are exact, quotients follow one rule of rounding.
import { describe, expect, test } from "vitest";
import { decimal, exact, rounded } from "../../src/calculate/decimal.ts";

describe("decimals", () => {
  test.each([
    [0.1, 0.2, 0.3],
    [14.6, -14.2, 0.4],
    [1e15, 0.1, 1_000_000_000_000_000.1],
    [-0.3, 0.1, -0.2],
  ])("%d and %d make %d", (a, b, sum) => expect(exact(decimal(a).plus(decimal(b)))).toBe(sum));

  test.each([
    [72_100_000_000, 217, 332_258_064.52],
    [721, 217, 3.323],
    [26, 89, 0.2921],
    [2600, 89, 29.21],
    [-240, 640, -0.375],
    [1, 3000, 0.0003333],
    [10, 5, 2],
    [0, 7, 0],
    [1, 8, 0.125],
    [200_005, 1000, 200.01],
  ])("%d over %d is told as %d", (a, b, quotient) =>
    expect(rounded(decimal(a).div(decimal(b)))).toBe(quotient),
  );
});
