// What a request looks up at its root and asks lists of: what narrows these lists must be able to hold there.

import { getNamedType } from "graphql";
import { resolveNames } from "../../names/resolve.ts";
import { isKind, kindOfId } from "../../ontology/model.ts";
import type { Reference } from "../../plan/references.ts";
import type { Arguments } from "../../run/step.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";

/** A place among the arguments of a request where entities are named. */
export interface GivenAt {
  readonly reference: Reference;
  /** The arguments, with ids in place of names. */
  readonly args: Arguments;
  /** Those of the root field that looks up whose field it is, where one does. */
  readonly above?: Arguments;
}

const isId = (text: unknown): text is string => kindOfId(String(text)) !== undefined;

/** The ids by which a root field looks entities up: none where it is asked otherwise. */
export const idsLookedUp = ({ above }: GivenAt): readonly string[] =>
  [above?.ids ?? above?.id ?? []].flat().filter(isId);

/** The ids of what a root field looks up, by id or by name; none where a name stands for nothing, or for several. */
export async function foundAbove(
  store: Pick<GraphStore, "read">,
  given: GivenAt,
  read: ReadOptions,
): Promise<readonly string[]> {
  const { above, reference } = given;
  if (typeof above?.name !== "string" || reference.above === undefined) return idsLookedUp(given);
  const kind = getNamedType(reference.above.field.type).name;
  const asked = { text: above.name, kinds: isKind(kind) ? [kind] : [] };
  const [found] = await resolveNames(store, [asked], read);
  return found?.is === "one" ? [found.id] : [];
}
