// Draws of a campaign: the same for the same seed, so that what fails can be asked again.

export interface Drawing {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below. */
  below(most: number): number;
  one<T>(of: readonly T[]): T;
  /** Text of so many characters out of those given. */
  text(length: number, of: string): string;
}

/** Draws by mulberry32. */
export function drawing(seed: number): Drawing {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  return {
    next,
    below,
    one,
    text(length, of) {
      const characters = [...of];
      return Array.from({ length }, () => one(characters)).join("");
    },
  };
}

/** Whether campaigns run at length: `CAMPAIGN=long npx vitest run tests/campaigns`. */
export const isLong = process.env.CAMPAIGN === "long";

/** The seed of a campaign: always the same, or that of CAMPAIGN_SEED. */
export const campaignSeed = Number(process.env.CAMPAIGN_SEED ?? 1);
