// What is known of one entity: itself, its relations in both directions, and the names of those at the other ends.
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { type GraphEntity, type GraphPart, partOf, relationRows } from "./graph.ts";

/** Relations that are told of one entity at the most. */
export const mostRelations = 1_000;

export interface About {
  readonly entity: GraphEntity;
  readonly relations: GraphPart["relations"];
  /** What the relations lead to, by id: kind and name. */
  readonly others: ReadonlyMap<string, GraphEntity>;
  /** Whether it has more relations. */
  readonly cut: boolean;
}

/** What is known of an entity; undefined where there is none of that id. */
export async function aboutOf(
  store: GraphStore,
  id: string,
  options: ReadOptions = {},
): Promise<About | undefined> {
  const { entities } = await partOf(store, [id], options);
  const [entity] = entities;
  if (entity === undefined) return undefined;
  const all = await relationRows(store, id, mostRelations + 1, options);
  const relations = all.slice(0, mostRelations);
  const ids = [...new Set(relations.flatMap(({ from, to }) => [from, to]))].filter((one) => one !== id);
  const others = ids.length === 0 ? [] : (await partOf(store, ids, options)).entities;
  const brief = others.map(({ id: other, kind, properties: { name } }): GraphEntity => {
    return { id: other, kind, properties: name === undefined ? {} : { name } };
  });
  return {
    entity,
    relations,
    others: new Map(brief.map((one) => [one.id, one])),
    cut: all.length > mostRelations,
  };
}
