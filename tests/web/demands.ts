// Conditions as the pages receive them.
import type { Demand } from "../../web/src/policies/documents.ts";

/** A condition that says nothing but its predicate, and what is given. */
export const demand = (predicate: string, more: Partial<Demand> = {}): Demand => ({
  id: `condition:${predicate}`,
  name: `条件${predicate}`,
  predicate,
  negated: null,
  orHigher: null,
  level: null,
  track: null,
  metric: null,
  atLeast: null,
  atMost: null,
  unit: null,
  earliest: null,
  latest: null,
  target: null,
  ...more,
});
