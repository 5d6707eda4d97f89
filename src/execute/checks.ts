// What the data tell of arguments that can never be met, once it is known what they name.
import type { Reference } from "../plan/references.ts";
import type { FieldMap } from "../plan/spec.ts";
import type { Version } from "../run/run.ts";
import type { Arguments } from "../run/step.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import type { ProblemAt, Problems } from "./had.ts";
import { createPeriodCheck } from "./periods.ts";
import { createPlaceCheck } from "./places.ts";
import { createSubjectCheck } from "./subjects.ts";
import { createUnitCheck } from "./units.ts";

/**
 * Creates what checks units, periods, places and the kinds that figures are about.
 * @param recent tells which data answer, or did a second ago
 * @param filters what the fields of filters ask
 */
export function createChecks(store: Pick<GraphStore, "read">, recent: Version, filters: FieldMap["filters"]) {
  const checks = [
    createUnitCheck(store, recent),
    createPeriodCheck(store, recent),
    createPlaceCheck(store, recent, filters),
    createSubjectCheck(store, recent, filters),
  ];
  return async (
    given: readonly { readonly reference: Reference; readonly args: Arguments }[],
    read: ReadOptions,
  ): Promise<Problems> => {
    const found = new Map<string, ProblemAt>();
    for (const problems of await Promise.all(checks.map((check) => check(given, read))))
      for (const [root, problem] of problems) if (!found.has(root)) found.set(root, problem);
    return found;
  };
}
