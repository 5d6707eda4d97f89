// What lies within a whole: one meaning for every list. A kind belongs to a place by its own relations that say so in the
// ontology (`belongs`), and to a larger one of its kind as a part of it.
import {
  type Kind,
  kindNames,
  kindOf,
  type RelationType,
  relationOf,
  relationTypes,
} from "../ontology/model.ts";
import { placing } from "../plan/direct.ts";
import type { FilterSpec } from "../plan/spec.ts";
import type { FilterField } from "./filter-properties.ts";
import { filters } from "./filters.ts";
import { inRegion, placed } from "./ways.ts";

const parts = relationTypes.filter((type) => relationOf(type).holdsUndated === true);

/** Kinds that are places. */
const places = kindNames.filter((kind) => kindOf(kind).isPlace === true);

/** Whether entities of a kind stand at the end of a relation that belongs to what is at the other. */
const isHeld = (type: RelationType, end: "from" | "to", kind: Kind | "Entity"): boolean => {
  const { belongs, [end]: kinds } = relationOf(type);
  return belongs === end && (kind === "Entity" || (kinds as readonly string[]).includes(kind));
};

/** Whether entities of a kind may be parts of others of theirs. */
const hasParts = (kind: Kind): boolean =>
  parts.some((type) => {
    const { from, to } = relationOf(type);
    return [from, to].every((ends) => (ends as readonly string[]).includes(kind));
  });

/** The kinds that entities of a kind can lie within; none where they belong to nothing. */
export function wholesOf(kind: Kind | "Entity"): readonly Kind[] {
  if (kind === "Entity") return [...new Set([...places, ...kindNames.filter(hasParts)])];
  const isPlaced = relationTypes.some((type) => isHeld(type, "from", kind) || isHeld(type, "to", kind));
  return [...new Set([...(isPlaced || hasParts(kind) ? places : []), ...(hasParts(kind) ? [kind] : [])])];
}

/** How what lies within a whole reaches it. */
function reachOf(kind: Kind | "Entity"): FilterSpec {
  const own = relationTypes.filter((type) => isHeld(type, "from", kind));
  const relations = [...new Set([...placed.relations, ...own])];
  const from = relationTypes.filter((type) => isHeld(type, "to", kind));
  return { is: "reach", of: "Entity", relations, above: placed.above, hops: inRegion, from };
}

/** That the places which a filter names are meant without their parts; none where it names none. */
function directFilter(kind: Kind | "Entity"): FilterField[] {
  const byHand: Readonly<Record<string, FilterSpec>> = kind === "Entity" ? {} : filters[`${kind}Filter`];
  const names = placing.filter((name) => name in byHand || (name === "within" && wholesOf(kind).length > 0));
  if (names.length === 0) return [];
  return [
    {
      name: "direct",
      type: "Boolean",
      description: `不含下级: ${names.join(", ")} of the same filter ${names.length === 1 ? "is" : "are"} meant without parts: what belongs to the place itself.`,
      spec: { is: "direct" },
    },
  ];
}

/** The filters by what an entity lies within; none where entities of the kind belong to nothing. */
export function withinFilter(kind: Kind | "Entity"): FilterField[] {
  const wholes = wholesOf(kind);
  if (wholes.length === 0) return directFilter(kind);
  const own = wholes.filter((one) => !places.includes(one)).map((one) => kindOf(one).title.en.toLowerCase());
  const others = own.length === 0 ? "" : `, or is a part of the ${own.join(", ")}`;
  return [
    {
      name: "within",
      type: "ID",
      description: `范围: it belongs to the region or park or to a part of it, as docs/filters.md has it${others}.`,
      spec: reachOf(kind),
    },
    ...directFilter(kind),
  ];
}

/** What `within` may name, by input. */
export const withinReferences = Object.fromEntries(
  ([...kindNames, "Entity"] as const).map((kind) => [`${kind}Filter.within`, { kinds: wholesOf(kind) }]),
);
