// The filters of a request as formulas, once it is known what they name: each is read at most once, for all checks of it.
import { getNamedType, isInputObjectType } from "graphql";
import type { Kind } from "../ontology/model.ts";
import { comparesIn } from "../plan/compares.ts";
import type { Given } from "../plan/filter-place.ts";
import type { Formula } from "../plan/formula.ts";
import { formulaOf } from "../plan/formula-of.ts";
import { kindFiltered, type Reference } from "../plan/references.ts";
import type { FieldMap } from "../plan/spec.ts";
import type { GivenAt } from "./looked-up.ts";

/** A filter among the arguments of a field. */
export interface GivenFilter {
  /** One of what it names, for errors. */
  readonly reference: Reference;
  readonly at: GivenAt;
  readonly argument: string;
  readonly given: Given;
  /** The kind that it filters, where it is of one. */
  readonly kind: Kind | undefined;
  /** Whether something that it names may be told more of, or left out. */
  readonly saysMore: boolean;
  readonly formula: () => Formula;
}

/** The filters that name something. */
export function filtersGiven(given: readonly GivenAt[], { filters }: FieldMap): GivenFilter[] {
  // Each once, of the one or two that a field has.
  const seen = new Map<Reference["node"], Set<unknown>>();
  return given.flatMap((at): GivenFilter[] => {
    const { reference, args } = at;
    const [argument] = reference.path;
    const those = seen.get(reference.node) ?? new Set();
    if (typeof argument !== "string" || those.has(argument)) return [];
    seen.set(reference.node, those.add(argument));
    const declared = reference.field.args.find(({ name }) => name === argument);
    const type = declared && getNamedType(declared.type);
    if (!isInputObjectType(type) || filters[type.name] === undefined) return [];
    const own = args[argument] as Given;
    const saysMore = comparesIn({ filters, type, given: own }).ends;
    // Made where it is looked at: that costs more than all else of most filters.
    let made: Formula | undefined;
    const formula = (): Formula => {
      made ??= formulaOf({ filters, type, given: own, path: [argument] });
      return made;
    };
    return [{ reference, at, argument, given: own, kind: kindFiltered(type.name), saysMore, formula }];
  });
}
