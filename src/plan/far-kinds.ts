// What no entity can meet is refused: relations that entities of its kind never have that way, and kinds that no far end
// of the relations asked about is of. An answer of 0 would look as if nothing were known.

import { IndustryGraphError } from "../errors.ts";
import {
  isKind,
  type Kind,
  kindEnum,
  kindNames,
  kindOf,
  type RelationType,
  relationOf,
  relationTypes,
} from "../ontology/model.ts";
import type { Condition } from "./conditions.ts";
import type { Site } from "./planning.ts";
import type { FieldSpec } from "./spec.ts";
import type { Way } from "./ways.ts";

/** Entities that a list can hold, and what is told of relations that lead to no others. */
export interface FarKinds {
  readonly kinds: readonly Kind[];
  readonly relations: string;
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
const words = (kinds: readonly Kind[]): string => kinds.map((kind) => kindEnum(kind)).join(", ");

/** The kinds at the far ends of relations of a type, read that way from entities of some kinds. */
function farKindsOf(type: RelationType, way: Way, own: readonly Kind[]): readonly Kind[] {
  const [from, to] = [relationOf(type).from.filter(isKind), relationOf(type).to.filter(isKind)];
  const isOwn = (ends: readonly Kind[]): boolean => ends.some((kind) => own.includes(kind));
  return [...(way !== "out" && isOwn(to) ? from : []), ...(way !== "in" && isOwn(from) ? to : [])];
}

/** How a way is told of relations. */
const ends: Readonly<Record<Way, string>> = {
  out: "begins at",
  in: "ends at",
  both: "begins or ends at",
};

/** What is told where entities of a kind have no such relations: which they have, and the other way round. */
function noRelation(
  argument: string,
  types: readonly RelationType[],
  way: Way,
  own: readonly Kind[],
): IndustryGraphError {
  const has = (type: RelationType, one: Way): boolean => farKindsOf(type, one, own).length > 0;
  const turned = types.filter((type) => has(type, "both"));
  const possible = relationTypes.filter((type) => has(type, way));
  const [only, ...more] = own;
  const kind =
    only === undefined || more.length > 0
      ? `any of the kinds ${words(own)}`
      : `the kind ${kindEnum(only)} (${kindOf(only).title.en.toLowerCase()})`;
  const other =
    turned.length === 0
      ? ""
      : ` ${turned.join(", ")} ${way === "out" ? "ends" : "begins"} there: ask direction: ${way === "out" ? "IN" : "OUT"}.`;
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${argument} asks for ${types.join(", ")}, and no such relation ${ends[way]} an entity of ${kind}.${other} There can be ${possible.length === 0 ? "none at all" : possible.join(", ")}.`,
  );
}

/**
 * The kinds that relations lead to.
 * @param asked the argument that names their types, and these
 * @param own the kinds that they are seen from, any where they are left out
 * @throws IndustryGraphError BAD_ARGUMENT where a kind has no relation of any of these types that way
 */
export function farKinds(
  { argument, types }: { readonly argument: string; readonly types: readonly RelationType[] | undefined },
  way: Way,
  own: readonly Kind[] = kindNames,
): FarKinds {
  const all = types ?? relationTypes;
  const kinds = unique(all.flatMap((type) => farKindsOf(type, way, own)));
  const isKnown = own.length > 0 && own.length < kindNames.length;
  if (kinds.length === 0 && all.length > 0 && isKnown) throw noRelation(argument, all, way, own);
  const any = isKnown ? `a relation of ${words(own)}` : "a relation";
  return { kinds, relations: types?.join(" or ") ?? any };
}

/** The far kinds of a field whose argument `kind` speaks of them; undefined where it has none. */
export function farKindsAt(
  { args }: Site,
  { kindOf: spec }: Extract<FieldSpec, { is: "ask" }>,
  own: readonly Kind[],
): FarKinds | undefined {
  if (spec === undefined) return undefined;
  const isAsked = spec.relation === "type";
  const type = isAsked ? (args.type as RelationType) : (spec.relation as RelationType);
  const way = spec.way === "direction" ? (String(args.direction ?? "BOTH").toLowerCase() as Way) : spec.way;
  // Only where relations are those of the entity itself is its own kind at their near end.
  const far = farKinds({ argument: "type", types: [type] }, way, isAsked ? own : undefined);
  const kind = args.kind as Kind | null | undefined;
  if (kind === null || kind === undefined || far.kinds.includes(kind)) return far;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `kind is ${kindEnum(kind)}, and ${type} leads to none: only to ${words(far.kinds)}.`,
  );
}

/** The kinds of those given that conditions leave, all of which must hold. */
function kindsLeft(conditions: readonly Condition[], kinds: readonly Kind[]): readonly Kind[] {
  return conditions.reduce<readonly Kind[]>((left, one) => {
    if (one.is === "and") return kindsLeft(one.of, left);
    if (one.is === "or" && one.of.length > 0) {
      const either = unique(one.of.flatMap((alternative) => kindsLeft([alternative], left)));
      return left.filter((kind) => either.includes(kind));
    }
    // An empty list of kinds holds for none, as it says.
    if (one.is === "kind" && one.kinds.length > 0) return left.filter((kind) => one.kinds.includes(kind));
    return one.is === "as" ? left.filter((kind) => kind === one.kind) : left;
  }, kinds);
}

/** The kinds that conditions name. */
const kindsAsked = (conditions: readonly Condition[]): Kind[] =>
  conditions.flatMap((one) => {
    if (one.is === "and" || one.is === "or") return kindsAsked(one.of);
    return one.is === "kind" ? one.kinds : one.is === "as" ? [one.kind] : [];
  });

/**
 * The kinds of entities for which conditions can hold.
 * @param argument where the conditions stand, for the error
 * @throws IndustryGraphError BAD_ARGUMENT where they can hold for none, telling which kinds there can be
 */
export function refuseOtherKinds(
  argument: string,
  conditions: readonly Condition[],
  far: FarKinds,
): readonly Kind[] {
  const left = kindsLeft(conditions, far.kinds);
  if (left.length > 0 || far.kinds.length === 0) return left;
  const asked = unique(kindsAsked(conditions));
  const told = asked.map((kind) => kindEnum(kind));
  if (asked.some((kind) => far.kinds.includes(kind)))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${argument} asks for ${told.join(" and ")} at once, and nothing is both that can be here: ask for one, or for either with kindIn or or.`,
    );
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${argument} asks for ${told.join(" or ")}, and ${far.relations} has none at this end: only ${words(far.kinds)}.`,
  );
}

/**
 * Refuses conditions on the far ends of a filter's relations that none can meet.
 * @throws IndustryGraphError BAD_ARGUMENT that tells which kinds there can be
 */
export function refuseOtherEnds(
  argument: string,
  node: readonly Condition[],
  { relation, way, of }: { readonly relation: RelationType; readonly way: Way; readonly of: string },
  own: Kind | undefined,
): void {
  if (of !== "Entity") return;
  refuseOtherKinds(argument, node, farKinds({ argument, types: [relation] }, way, own && [own]));
}
