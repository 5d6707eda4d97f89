// What the data tell of arguments that can never be met, once it is known what they name.
import type { FieldMap } from "../plan/spec.ts";
import type { Version } from "../run/run.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { createEndCheck } from "./ends.ts";
import type { ProblemAt, Problems } from "./had.ts";
import type { GivenAt } from "./looked-up.ts";
import { createPeriodCheck } from "./periods.ts";
import { createPlaceCheck } from "./places.ts";
import { createSubjectCheck } from "./subjects.ts";
import { createUnitCheck } from "./units.ts";

/**
 * Creates what checks units, periods, places, the kinds that figures are about and the far ends that are named.
 * @param recent tells which data answer, or did a second ago
 * @param fieldMap what fields and those of filters ask
 */
export function createChecks(store: Pick<GraphStore, "read">, recent: Version, fieldMap: FieldMap) {
  const checks = [
    createUnitCheck(store, recent),
    createPeriodCheck(store, recent),
    createPlaceCheck(store, recent, fieldMap),
    createSubjectCheck(store, recent, fieldMap),
    createEndCheck(store, fieldMap),
  ];
  return async (given: readonly GivenAt[], read: ReadOptions): Promise<Problems> => {
    const found = new Map<string, ProblemAt>();
    const all = checks.map((check) => check(given, read));
    // Mostly there is nothing to be asked.
    const known = all.some((one) => one instanceof Promise) ? await Promise.all(all) : (all as Problems[]);
    for (const problems of known)
      for (const [root, problem] of problems) if (!found.has(root)) found.set(root, problem);
    return found;
  };
}
