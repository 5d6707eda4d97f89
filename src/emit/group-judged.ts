// Groups that are kept or ordered by what they come to: judged in code, since a sum that must not be worked out is only
// known to be none by the rules of calculated.ts.
import type { Bounds, NumberOrder } from "../plan/page-nodes.ts";
import type { Run } from "../run/step.ts";
import type { Json, Row } from "../store/port.ts";

type ReadNumber = (row: Row) => number | null;

/** What is asked of the numbers of groups. */
export interface Judging {
  readonly having: readonly { readonly number: ReadNumber; readonly bounds: Bounds }[];
  readonly order?: { readonly number: ReadNumber; readonly descending: NumberOrder["descending"] };
}

/** Those kept, in order; and how many were left out since their numbers are not known. */
export interface Judged {
  readonly rows: readonly Row[];
  readonly undecided: number;
}

const within = (value: number, bounds: Bounds, parameters: Readonly<Record<string, Json>>): boolean => {
  const holds = (name: keyof Bounds, compare: (bound: number) => boolean): boolean => {
    const bound = bounds[name];
    return bound === undefined || compare(Number(parameters[bound]));
  };
  return (
    holds("atLeast", (bound) => value >= bound) &&
    holds("atMost", (bound) => value <= bound) &&
    holds("moreThan", (bound) => value > bound) &&
    holds("lessThan", (bound) => value < bound)
  );
};

/** Judges the groups of one list. */
export function judged(all: readonly Row[], { having, order }: Judging, { parameters }: Run): Judged {
  let undecided = 0;
  const rows = all.filter((row) => {
    const values = having.map(({ number, bounds }) => {
      const value = number(row);
      return value === null ? undefined : within(value, bounds, parameters);
    });
    if (values.includes(false)) return false;
    if (!values.includes(undefined)) return true;
    undecided += 1;
    return false;
  });
  if (order === undefined) return { rows, undecided };
  const { number, descending } = order;
  const sign = descending ? -1 : 1;
  // Those of which it is not known come last in both directions; equal ones stay in the order that they came in.
  rows.sort((one, other) => {
    const [a, b] = [number(one), number(other)];
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    return sign * (a - b);
  });
  return { rows, undecided };
}
