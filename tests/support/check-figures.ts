// Figures written as in a source, and what a check of them comes to, for the suites on checks.
import { type CheckCase, evaluate } from "../../src/load/ledger/evaluate.ts";
import type { Figure, Role } from "../../src/load/ledger/figure.ts";
import type { Bound } from "../../src/load/ledger/interval.ts";
import { normalise } from "../../src/load/normalise.ts";

export interface Given {
  readonly bound?: Bound;
  readonly period?: string;
  readonly yearOnYear?: number;
}

/** A figure written as in a source: `50 笔`. */
export function figure(
  role: Role,
  text: string,
  { bound = "EXACT", period, yearOnYear }: Given = { period: "2022" },
): Figure {
  const [value = "", unit = ""] = text.split(" ");
  const stated = { value: Number(value), unit };
  const normal = normalise(stated, undefined);
  if ("problem" in normal) throw new Error(normal.problem);
  const name = {
    id: `observation:${role}-${text}`,
    label: role,
    sources: ["doc:1"],
    row: "observations.csv:2",
  };
  return { ...name, role, value: normal.value, unit: normal.unit, stated, bound, period, yearOnYear };
}

/** A bound in a period. */
export const at = (bound: Bound, period = "2022"): Given => ({ bound, period });

/** The outcome of a check over figures. */
export function outcome(
  checkType: CheckCase["checkType"],
  figures: readonly Figure[],
  tolerance?: number,
  items = 0,
) {
  return evaluate({ checkType, figures, tolerance, items });
}
