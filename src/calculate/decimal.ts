// Decimals for reckoning with figures: sums and differences are exact, quotients follow one rule of rounding.
import Big from "big.js";

const Decimal = Big();
Decimal.DP = 40;

export type Decimal = Big;

/** A number as the decimal that it is written as: 0.1 is a tenth. */
export function decimal(value: number): Decimal {
  return new Decimal(String(value));
}

/** A decimal as the number that is written as it. */
export function exact(value: Decimal): number {
  return Number(value.toString());
}

/**
 * A quotient as it is told: rounded half up to two decimals, or to four significant digits where these are more.
 * 332258064.516129 is 332258064.52, 29.21348 is 29.21, 3.32258 is 3.323, 0.226087 is 0.2261.
 */
export function rounded(value: Decimal): number {
  return Number(value.round(Math.max(2, 3 - value.e), Decimal.roundHalfUp).toString());
}
