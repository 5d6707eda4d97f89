// What of an answer is otherwise than a case expects, as measures and tracks have it in common: their conditions.
import type { Row } from "../../store/port.ts";
import type { Checked } from "../check.ts";
import { distance } from "../distance.ts";
import type { Case } from "./read.ts";

/** One thing that came out otherwise. */
export interface Difference {
  /** status, amount, rung, window, better, or the id of a condition. */
  readonly of: string;
  /** The condition in words. */
  readonly text?: string;
  readonly expected: string;
  readonly got: string;
  /** What decided it, or what is lacking. */
  readonly why?: string;
}

/** A condition of an answer. */
interface Weighed {
  readonly condition: { readonly id: string };
  readonly text: string;
  readonly status: string;
  readonly fact: { readonly id?: string } | null;
  readonly figure: { readonly id?: string } | null;
  readonly changeZh: string | null;
  readonly toFindZh: string | null;
}

/** What may have been meant, where something is near. */
export const near = (wanted: string, ids: readonly string[]): string => {
  const [best] = [...ids].sort((one, other) => distance(wanted, one) - distance(wanted, other));
  return best === undefined || distance(wanted, best) > wanted.length / 2 ? "" : `: did you mean ${best}?`;
};

/**
 * What conditions came out otherwise.
 * @param none what to say of a condition that the answer does not have
 */
export function conditionDifferences(
  one: Case,
  row: Row,
  { directory }: Checked,
  none: string,
): Difference[] {
  const weighed = row.conditions as unknown as readonly Weighed[];
  const wanted = [
    ["MET", one.expect.met],
    ["UNMET", one.expect.unmet],
    ["UNKNOWN", one.expect.unknown],
  ] as const;
  return wanted.flatMap(([expected, references]) =>
    references.flatMap((reference): Difference[] => {
      const id = directory.resolve(reference, ["Condition"]) ?? reference;
      const found = weighed.find(({ condition }) => condition.id === id);
      if (found === undefined) {
        const ids = weighed.map(({ condition }) => condition.id);
        return [{ of: id, expected, got: `${none}${near(id, ids)}` }];
      }
      if (found.status === expected) return [];
      const why = found.changeZh ?? found.toFindZh ?? found.fact?.id ?? found.figure?.id;
      return [
        { of: id, text: found.text, expected, got: found.status, ...(why === undefined ? {} : { why }) },
      ];
    }),
  );
}
