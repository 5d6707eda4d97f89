// A filter by kind that no far end of a relation can meet is refused: its 0 would look as if nothing were known.
import { IndustryGraphError } from "../errors.ts";
import { type Kind, kindEnum, type RelationType, relationOf } from "../ontology/model.ts";
import type { Condition } from "./conditions.ts";
import type { Site } from "./planning.ts";
import type { FieldSpec, Way } from "./spec.ts";

/** The kinds that relations of these types lead to, read that way. */
function farKinds(types: readonly RelationType[], way: Way): readonly string[] {
  const ends = types.map(relationOf).flatMap(({ from, to }): readonly string[] => {
    if (way === "both") return [...from, ...to];
    return way === "out" ? to : from;
  });
  return [...new Set(ends)];
}

/**
 * Refuses an argument `kind` that no far end of the relations asked about can be of.
 * @throws IndustryGraphError BAD_ARGUMENT that tells which kinds they can be of
 */
export function refuseOtherKind({ args }: Site, { kindOf }: Extract<FieldSpec, { is: "ask" }>): void {
  const kind = args.kind as Kind | null | undefined;
  if (kindOf === undefined || kind === null || kind === undefined) return;
  const type = kindOf.relation === "type" ? (args.type as RelationType) : kindOf.relation;
  const way =
    kindOf.way === "direction" ? (String(args.direction ?? "BOTH").toLowerCase() as Way) : kindOf.way;
  const possible = farKinds([type], way);
  if (possible.includes(kind)) return;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `kind is ${kindEnum(kind)}, and ${type} leads to none: only to ${possible.map((one) => kindEnum(one as Kind)).join(", ")}.`,
  );
}

/**
 * Refuses conditions of which none of the relations' far ends can be.
 * @throws IndustryGraphError BAD_ARGUMENT that tells which kinds they can be of
 */
export function refuseOtherKinds(
  conditions: readonly Condition[],
  types: readonly RelationType[],
  way: Way,
): void {
  const possible = farKinds(types, way);
  for (const condition of conditions) {
    if (condition.is === "and") refuseOtherKinds(condition.of, types, way);
    const asked: readonly Kind[] =
      condition.is === "kind" ? condition.kinds : condition.is === "as" ? [condition.kind] : [];
    if (asked.length === 0 || asked.some((kind) => possible.includes(kind))) continue;
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `filter asks for ${asked.map(kindEnum).join(" or ")}, and ${types.join(" or ")} has none at this end: only ${possible.map((kind) => kindEnum(kind as Kind)).join(", ")}.`,
    );
  }
}
