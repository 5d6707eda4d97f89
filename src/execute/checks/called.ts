// What entities are called in errors.
import type { GraphStore, ReadOptions } from "../../store/port.ts";

/** The names of entities with their ids, in the order of these; those that are not there are left out. */
export async function called(
  store: Pick<GraphStore, "read">,
  ids: readonly string[],
  read: ReadOptions,
): Promise<string[]> {
  const rows = await store.read(
    "// What entities are called.\nUNWIND $ids AS asked MATCH (n:Entity {id: asked}) RETURN n.name AS name, n.id AS id",
    { ids: [...ids] },
    read,
  );
  const names = new Map(rows.map(({ name, id }) => [String(id), `${name} (${id})`]));
  return ids.flatMap((id) => names.get(id) ?? []);
}
