// What is known of all that a list holds before its filter is read: each has the relation by which it is listed, or lies
// in the whole whose list it is. A filter that leaves just that out can find nothing.

import type { Kind, RelationType } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import type { Formula, Reached, Said } from "./formula.ts";
import type { Listed } from "./planning.ts";
import type { FieldMap, FieldSpec } from "./spec.ts";
import type { Way } from "./ways.ts";

const turned: Readonly<Record<Way, Way>> = { out: "in", in: "out", both: "both" };

/** Properties that say the far end of a relation, by its type; and how they say it. */
const saidByProperty: Partial<
  Readonly<Record<RelationType, { property: string; valueOf(id: string): Json }>>
> = {
  MEASURED_AS: { property: "metric", valueOf: (id) => id.slice(id.indexOf(":") + 1) },
};

/** Lists of what is in force for a place. */
const inForce = ["place.policies", "place.measures"];

/** Whether what a list holds has a property that says whose list it is. */
export const isSaidByProperty = (spec: FieldSpec | undefined): boolean =>
  spec?.is === "connection" && spec.way === "in" && saidByProperty[spec.relation] !== undefined;

/** By which relations entities reach the whole that lists them; undefined where they are listed otherwise. */
function reachedBy(
  spec: FieldSpec,
  kind: Kind | undefined,
  filters: FieldMap["filters"],
): Reached | undefined {
  const isOfRegion = spec.is === "ask" && spec.question === "region.enterprises";
  const reach = isOfRegion ? filters.EnterpriseFilter?.region : spec.is === "within" ? spec : undefined;
  if (reach?.is !== "reach" && reach?.is !== "within") return undefined;
  return { relations: reach.relations, above: reach.above, from: reach.from ?? [], kind };
}

/**
 * What is known of what a list holds.
 * @param kind what it holds
 * @param path how the list is told
 * @param ids the entities whose list it is, where they are known
 */
export function heldInList(
  { spec, parents, isDirect }: Listed,
  kind: Kind | undefined,
  path: Formula["path"],
  filters: FieldMap["filters"],
  ids: readonly string[] = [],
): Formula[] {
  const say = (about: string, operator: Said["operator"], value: Json): Said => {
    return { is: "said", about, operator, type: undefined, value, isDirect, path };
  };
  const [id, ...others] = ids;
  if (spec.is === "connection") {
    const [parent, ...more] = parents;
    const of = parent === undefined || more.length > 0 ? "Entity" : parent;
    const match: Formula = {
      is: "and",
      of: id === undefined ? [] : [{ ...say("node.id", "in", [...ids]), isDirect: false }],
      path,
    };
    const relation = { relation: spec.relation, way: turned[spec.way], of } as const;
    const said = spec.way === "in" ? saidByProperty[spec.relation] : undefined;
    return [
      { is: "counted", of: relation, atLeast: 1, match, path },
      ...(said === undefined || id === undefined || others.length > 0
        ? []
        : [say(said.property, "equals", said.valueOf(id))]),
    ];
  }
  // What is in force for a place is filtered by the same.
  if (spec.is === "ask" && inForce.includes(spec.question) && id !== undefined && others.length === 0)
    return [say("by region", "as", id)];
  const reached = reachedBy(spec, kind, filters);
  if (reached === undefined || id === undefined || others.length > 0) return [];
  return [{ ...say("by the list", "as", id), reached }];
}

/** Whether a filter says of something that it is not, or how much of it there is. */
export function mayLeaveOut(given: unknown): boolean {
  if (typeof given !== "object" || given === null) return false;
  return Object.entries(given).some(
    ([field, value]) =>
      value !== null &&
      value !== undefined &&
      (["not", "none", "every", "count"].includes(field) || mayLeaveOut(value)),
  );
}
