// How relations are read, and by which of them wholes are reached.
import type { RelationType } from "../ontology/model.ts";

/** From an entity to what it leads to, the reverse, or both. */
export type Way = "out" | "in" | "both";

/** How a whole is reached: types of the first relation, that of the entity itself, and of those further up. */
export interface Steps {
  readonly relations: readonly RelationType[];
  readonly above: readonly RelationType[];
}
