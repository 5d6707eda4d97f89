// Values of filters that name places, or what a figure is about, and which of them must hold of one entity at once.
import { holdTogether, type Scope } from "../../plan/filter-scope.ts";
import type { Reference } from "../../plan/references.ts";

/** A value of a filter that names places, or what a figure is about. */
export interface Named {
  readonly reference: Reference;
  readonly scope: Scope;
  readonly ids: readonly string[];
}

/** Two values of one request that must hold of one entity at once. */
export type Pair = readonly [one: Named, other: Named];

/** How a place among the arguments is told: `filter.region`; the place whose list it is by the field that looks it up. */
export const told = ({ reference: { path } }: Named): string => path.join(".");

/** The field of a filter that gives a value. */
export const fieldOf = ({ reference: { path } }: Named): unknown =>
  path.findLast((key) => typeof key === "string");

/** Whether two values must hold of one entity at once. */
export const areOfOne = (one: Named, other: Named): boolean =>
  one.reference.node === other.reference.node && holdTogether(one.scope, other.scope);
