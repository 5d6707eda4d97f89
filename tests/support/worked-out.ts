// Questions whose answers were worked out by hand: each is a test of its own.
import { expect, test } from "vitest";

export type Case = readonly [question: string, query: string, answer: unknown];

/** What makes a test of each case, asked by `data`. */
export const workedOut =
  (data: (query: string) => Promise<unknown>) =>
  (cases: readonly Case[]): void => {
    test.each(cases)("%s", async (_, query, answer) => {
      expect(await data(query)).toEqual(answer);
    });
  };
