// The filters of a request as formulas, once it is known what they name: each is read at most once, for all checks of it.
import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from "graphql";
import type { Kind } from "../../ontology/model.ts";
import { comparesIn } from "../../plan/compares.ts";
import type { Given } from "../../plan/filter-place.ts";
import type { Formula } from "../../plan/formula.ts";
import { formulaOf } from "../../plan/formula-of.ts";
import { kindFiltered, type Reference } from "../../plan/references.ts";
import type { FieldMap } from "../../plan/spec.ts";
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

/** A filter of a plan: the same for all that it is run with. */
interface Filter extends Pick<GivenFilter, "argument" | "kind" | "saysMore"> {
  readonly type: GraphQLInputObjectType;
}

/** The filter that something is named in; undefined where that is no filter. */
function filterAt({ reference, args }: GivenAt, filters: FieldMap["filters"]): Filter | undefined {
  const [argument] = reference.path;
  const declared = reference.field.args.find(({ name }) => name === argument);
  const type = declared && getNamedType(declared.type);
  if (typeof argument !== "string" || !isInputObjectType(type) || filters[type.name] === undefined)
    return undefined;
  const saysMore = comparesIn({ filters, type, given: args[argument] as Given }).ends;
  return { argument, type, kind: kindFiltered(type.name), saysMore };
}

/** Creates what finds the filters that name something. */
export function createFiltersGiven({ filters }: FieldMap) {
  // By references of plans, which have the same fields given whenever they are run.
  const known = new WeakMap<Reference, Filter | "none">();

  function filterOf(at: GivenAt): Filter | undefined {
    const found = known.get(at.reference) ?? filterAt(at, filters) ?? "none";
    known.set(at.reference, found);
    return found === "none" ? undefined : found;
  }

  return (given: readonly GivenAt[]): GivenFilter[] => {
    const found: GivenFilter[] = [];
    for (const at of given) {
      const own = filterOf(at);
      if (own === undefined) continue;
      const { reference, args } = at;
      const { argument, type, kind, saysMore } = own;
      // Each once, of the one or two that a field has.
      if (found.some((one) => one.argument === argument && one.reference.node === reference.node)) continue;
      const written = args[argument] as Given;
      // Made where it is looked at: that costs more than all else of most filters.
      let made: Formula | undefined;
      const formula = (): Formula => {
        made ??= formulaOf({ filters, type, given: written, path: [argument] });
        return made;
      };
      found.push({ reference, at, argument, given: written, kind, saysMore, formula });
    }
    return found;
  };
}
