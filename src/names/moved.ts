// Ids that were given up when two entities became one. Each goes on standing for the entity that stays, so that what
// was written down with it (an address, a citation, a list) is still found.
import { readFileSync } from "node:fs";
import { isKind, kindOfId } from "../ontology/model.ts";
import { packaged } from "../packaged.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import type { NamedEntity } from "./named.ts";

const statement = readFileSync(packaged("cypher/names/moved.cypher"), "utf8");

/** What has taken up the entities of ids that are not there; those that never were, or still are, are left out. */
export async function movedTo(
  store: Pick<GraphStore, "read">,
  ids: readonly string[],
  options: ReadOptions = {},
): Promise<ReadonlyMap<string, NamedEntity>> {
  const gone = [...new Set(ids.filter((id) => kindOfId(id) !== undefined))];
  if (gone.length === 0) return new Map();
  const rows = await store.read(statement, { ids: gone }, options);
  return new Map(
    rows.flatMap(({ asked, id, labels, name }) => {
      const kind = (labels as string[]).find((label) => label !== "Entity");
      if (kind === undefined || !isKind(kind)) return [];
      return [[String(asked), { id: String(id), kind, name: String(name) }] as const];
    }),
  );
}
