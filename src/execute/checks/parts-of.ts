// What lies in a whole: places in places, parts of a cluster; kept for as long as the same data answer.
import { type Kind, kindNames, kindOf, kindOfId, relationOf, relationTypes } from "../../ontology/model.ts";
import type { Version } from "../../run/run.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { keptByVersion } from "./had.ts";

const places: readonly Kind[] = kindNames.filter((kind) => kindOf(kind).isPlace === true);

/** Types that are the order of wholes and parts. */
const parting = relationTypes.filter((type) => relationOf(type).holdsUndated === true);

const isPlaceKind = (kind: Kind | undefined): boolean => places.some((place) => place === kind);

/** Whether an id is that of a place. */
export const isPlace = (id: string): boolean => isPlaceKind(kindOfId(id));

/** Whether an id is that of something that others lie in: of a place, or of what has parts. */
export const isWhole = (id: string): boolean => {
  const kind = kindOfId(id);
  return parting.some((type) => (relationOf(type).to as readonly unknown[]).includes(kind));
};

/** The ids of a whole and of all places, or parts, in it. */
export type PartsOf = (id: string, read: ReadOptions) => Promise<readonly string[]>;

/**
 * Creates what tells what lies in wholes.
 * @param recent tells which data answer, or did a second ago
 */
export function createPartsOf(store: Pick<GraphStore, "read">, recent: Version): PartsOf {
  const had = keptByVersion(recent);
  return (id, read) => {
    const kind = kindOfId(id);
    const [labels, ties] = isPlaceKind(kind)
      ? [places.map((place) => `n:${place}`).join(" OR "), [...parting, "LOCATED_IN"]]
      : [`n:${kind ?? "Entity"}`, parting];
    return had(`within ${id}`, read, async () => {
      const rows = await store.read(
        `// What lies in a whole.\nMATCH (:Entity {id: $id})<-[:${ties.join("|")}*0..5]-(n:Entity) WHERE ${labels} RETURN DISTINCT n.id AS id ORDER BY id`,
        { id },
        read,
      );
      return rows.map((row) => String(row.id));
    });
  };
}
