// Filters that leave out all that they ask for, or all that the list holds, by what the data say: who is in a park is in
// its district, and a list of a title's holders holds no others.

import { kindOfId } from "../../ontology/model.ts";
import { contradictionIn, inWords } from "../../plan/contradictions.ts";
import { wrong } from "../../plan/filter-place.ts";
import type { Formula } from "../../plan/formula.ts";
import { heldInList, isSaidByProperty, mayLeaveOut } from "../../plan/listed.ts";
import type { FieldMap, FieldSpec } from "../../plan/spec.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import type { GivenFilter } from "./given-filters.ts";
import { type Problems, problemsOf } from "./had.ts";
import { foundAbove } from "./looked-up.ts";
import { isWhole, type PartsOf } from "./parts-of.ts";

/** The ids of wholes that a formula names. */
function wholesNamed(formula: Formula): string[] {
  if (formula.is === "said") return [formula.value].flat().map(String).filter(isWhole);
  if (formula.is === "and" || formula.is === "or") return formula.of.flatMap(wholesNamed);
  return wholesNamed(formula.is === "not" ? formula.of : formula.match);
}

/** Creates what checks filters against themselves and the lists that they are of. */
export function createContraryCheck(store: Pick<GraphStore, "read">, fieldMap: FieldMap, parts: PartsOf) {
  const specOf = ({ at }: GivenFilter): FieldSpec | undefined =>
    fieldMap.fields[at.reference.parents[0] ?? ""]?.[at.reference.field.name];

  /** Whether a filter is worth a look: it leaves something out, or the list says what its filter may say otherwise. */
  const mayBeContrary = (filter: GivenFilter): boolean =>
    (filter.saysMore && mayLeaveOut(filter.given)) || isSaidByProperty(specOf(filter));

  /** What is known of all that the list holds whose filter it is. */
  async function heldBy(filter: GivenFilter, read: ReadOptions): Promise<Formula[]> {
    const { at, argument, kind } = filter;
    const { reference, args } = at;
    const { parents, field, above } = reference;
    const spec = specOf(filter);
    if (argument !== "filter" || typeof args.asOf === "string" || spec === undefined) return [];
    const ids = above === undefined ? [] : await foundAbove(store, at, read);
    const own = ids.filter((id) => parents.some((parent) => parent === kindOfId(id)));
    const path = [...(above === undefined ? [] : [above.field.name]), field.name];
    return heldInList({ spec, parents, isDirect: args.direct === true }, kind, path, fieldMap.filters, own);
  }

  async function problemOf(filter: GivenFilter, read: ReadOptions): Promise<Error | undefined> {
    const held = await heldBy(filter, read);
    const all: Formula = { is: "and", of: [...held, filter.formula()], path: [filter.argument] };
    const wholes = [...new Set(wholesNamed(all))];
    // Without wholes, what a filter says of itself was compared before.
    if (held.length === 0 && wholes.length === 0) return undefined;
    const within = new Map<string, ReadonlySet<string>>();
    await Promise.all(wholes.map(async (id) => within.set(id, new Set(await parts(id, read)))));
    const pair = contradictionIn(all, (id) => within.get(id));
    return pair === undefined ? undefined : wrong(pair.one.path, inWords(pair));
  }

  return (filters: readonly GivenFilter[], read: ReadOptions): Problems | Promise<Problems> =>
    problemsOf(filters.filter(mayBeContrary), (filter) => problemOf(filter, read));
}
