// What a filter says of places, of which it is known what lies in them: who is in a park is in its district too, and has
// a relation to the park or to a part of it.
import { type Kind, kindOfId, type RelationType, relationOf } from "../ontology/model.ts";
import type { Counted, Said } from "./formula.ts";

/** The ids of a place and of all places in it; undefined where they are not known. */
export type PlacesIn = (id: string) => ReadonlySet<string> | undefined;

const idsOf = ({ value }: Said): string[] =>
  [value].flat().filter((one): one is string => typeof one === "string");

/** Whether all of some places are another one or in it. */
const allIn = (ids: readonly string[], whole: Said["value"], placesIn: PlacesIn): boolean =>
  typeof whole === "string" &&
  ids.length > 0 &&
  ids.every((id) => id === whole || placesIn(whole)?.has(id) === true);

const hasAll = (all: readonly RelationType[], some: readonly RelationType[]): boolean =>
  some.every((type) => all.includes(type));

/** Whether what is in one whole is sure to be in another: in the same or a smaller one, by no other relations. */
export function isInToo(one: Said, other: Said, placesIn: PlacesIn): boolean {
  if (one.reached === undefined || other.reached === undefined) return false;
  // Both of the entity itself, or both of the far end.
  if (one.about.startsWith("node.") !== other.about.startsWith("node.")) return false;
  if (!hasAll(other.reached.relations, one.reached.relations)) return false;
  if (!hasAll(other.reached.from, one.reached.from)) return false;
  if (other.isDirect) return one.isDirect && one.value === other.value;
  return allIn(idsOf(one), other.value, placesIn);
}

/** Whether what has such a relation is sure to be in a whole: the far ends, as they are said to be, are it or in it. */
export function leadsInto(
  { of, atLeast = 0 }: Counted,
  ends: readonly Said[],
  whole: Said,
  placesIn: PlacesIn,
): boolean {
  const { reached } = whole;
  if (of === "figure" || atLeast < 1 || reached === undefined) return false;
  const types = of.way === "out" ? reached.relations : of.way === "in" ? reached.from : [];
  if (!types.includes(of.relation)) return false;
  return ends.some((end) => {
    if (end.about === "node.id" && ["equals", "in"].includes(end.operator))
      return whole.isDirect
        ? idsOf(end).every((id) => id === whole.value)
        : allIn(idsOf(end), whole.value, placesIn);
    const isHigher = end.reached !== undefined && hasAll(reached.above, end.reached.relations);
    return isHigher && !whole.isDirect && allIn(idsOf(end), whole.value, placesIn);
  });
}

/** What being in a whole says of relations, where only those of one type lead there and it is known what lies in it. */
export function relationInto({ reached, value, isDirect, path }: Said, placesIn: PlacesIn): Counted[] {
  if (reached?.kind === undefined || typeof value !== "string") return [];
  const { kind } = reached;
  const stands = (end: "from" | "to") => (type: RelationType) =>
    (relationOf(type)[end] as readonly string[]).includes(kind);
  const [relation, ...more] = reached.relations.filter(stands("from"));
  if (relation === undefined || more.length > 0 || reached.from.some(stands("to"))) return [];
  const within = placesIn(value);
  if (within === undefined && !isDirect) return [];
  const sites = isDirect ? [value] : [...(within ?? []), value];
  const kinds = [...new Set(sites.map(kindOfId))];
  const of: Kind | "Entity" = kinds.length === 1 && kinds[0] !== undefined ? kinds[0] : "Entity";
  const said = { is: "said", about: "node.id", operator: "in", type: undefined, isDirect: false } as const;
  return [
    {
      is: "counted",
      of: { relation, way: "out", of },
      atLeast: 1,
      match: { ...said, value: sites, path },
      path,
    },
  ];
}
