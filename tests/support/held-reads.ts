// Reads that end when they are told to, and places for them.
import { isIndustryGraphError } from "../../src/errors.ts";

/** Few places of each sort. */
export const limits = {
  most: 2,
  heavy: 1,
  heavyOfOne: 1,
  heavyAlone: 1,
  rest: 0,
  busy: 2,
  few: 1,
  mostGivenUp: 4,
  mostWaiting: 3,
  mostOfOne: 3,
};

/** A read that ends when it is told to, and knows whether it was begun. */
export function held() {
  let end: (value: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const state = { begun: false, isGivenUp: (): boolean => false };
  return {
    state,
    end: () => end("done"),
    work: (isGivenUp: () => boolean) => {
      state.begun = true;
      state.isGivenUp = isGivenUp;
      return ended;
    },
  };
}

/** How a read ended: the code of its error, or that it was answered. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "answered",
    (error: unknown) => (isIndustryGraphError(error) ? error.code : String(error)),
  );

/** Lets what is due be done. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
