// What the data tell of arguments that can never be met, once it is known what they name.
import type { FieldMap } from "../../plan/spec.ts";
import type { Version } from "../../run/run.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { createContraryCheck } from "./contrary.ts";
import { createEndCheck } from "./ends.ts";
import { createFiltersGiven } from "./given-filters.ts";
import type { ProblemAt, Problems } from "./had.ts";
import type { GivenAt } from "./looked-up.ts";
import { createPartsOf } from "./parts-of.ts";
import { createPeriodCheck } from "./periods.ts";
import { createPlaceCheck } from "./places.ts";
import { createSubjectCheck } from "./subjects.ts";
import { createUnitCheck } from "./units.ts";

/** Of each root field the first. */
function firstOf(told: readonly Problems[]): Problems {
  const found = new Map<string, ProblemAt>();
  for (const problems of told)
    for (const [root, problem] of problems) if (!found.has(root)) found.set(root, problem);
  return found;
}

/**
 * Creates what checks units, periods, places, the kinds that figures are about, the far ends that are named and what
 * filters leave out.
 * @param recent tells which data answer, or did a second ago
 * @param fieldMap what fields and those of filters ask
 */
export function createChecks(store: Pick<GraphStore, "read">, recent: Version, fieldMap: FieldMap) {
  const filtersGiven = createFiltersGiven(fieldMap);
  const parts = createPartsOf(store, recent);
  const ofArguments = [
    createUnitCheck(store, recent),
    createPeriodCheck(store, recent),
    createPlaceCheck(store, recent, fieldMap, parts),
    createSubjectCheck(store, recent, fieldMap),
  ];
  const ofFilters = [createEndCheck(store), createContraryCheck(store, fieldMap, parts)];
  return (given: readonly GivenAt[], read: ReadOptions): Problems | Promise<Problems> => {
    const filters = filtersGiven(given);
    const all = [
      ...ofArguments.map((check) => check(given, read)),
      ...ofFilters.map((check) => check(filters, read)),
    ];
    // Mostly there is nothing to be asked.
    return all.some((one) => one instanceof Promise)
      ? Promise.all(all).then(firstOf)
      : firstOf(all as Problems[]);
  };
}
