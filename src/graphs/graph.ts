// A graph as it leaves the project: entities and relations with the properties that the ontology names, read from the
// store in parts, so that a whole store passes through a small memory.
import type { Properties } from "../ontology/definitions.ts";
import {
  citedKind,
  isRelationType,
  type Kind,
  kindNames,
  kindOfId,
  propertiesOf,
  type RelationType,
  relationPropertiesOf,
} from "../ontology/model.ts";
import type { GraphStore, Json, ReadOptions, Row } from "../store/port.ts";

export type Values = Readonly<Record<string, Json>>;

export interface GraphEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly properties: Values;
}

export interface GraphRelation {
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly properties: Values;
}

export interface GraphPart {
  readonly entities: readonly GraphEntity[];
  /** Their ends may come in another part. */
  readonly relations: readonly GraphRelation[];
}

export interface Graph {
  readonly parts: AsyncIterable<GraphPart>;
  readonly version: string | null;
  /** Ids of documents by their stems: what citations name. */
  readonly documents: ReadonlyMap<string, string>;
  /** Whether there is more around it than is told. */
  readonly cut: boolean;
}

/** Entities of one part. */
const partSize = 500;

/** The values that the ontology names and that are known. */
function valuesOf(properties: Properties, stored: unknown): Values {
  const given = (stored ?? {}) as Values;
  const known = Object.keys(properties).flatMap((name): [string, Json][] => {
    const value = given[name];
    const none = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return none ? [] : [[name, value]];
  });
  return Object.fromEntries(known);
}

function entityOf(row: Row): GraphEntity[] {
  const kind = kindOfId(String(row.id));
  return kind === undefined
    ? []
    : [{ id: String(row.id), kind, properties: valuesOf(propertiesOf(kind), row.properties) }];
}

function relationOf({ id, type, from, to, properties }: Row): GraphRelation[] {
  const name = String(type);
  if (!isRelationType(name)) return [];
  const values = valuesOf(relationPropertiesOf(name), properties);
  return [{ id: String(id), type: name, from: String(from), to: String(to), properties: values }];
}

const relationRow =
  "r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties ORDER BY r.id";

/** The documents of a store by their stems. */
export async function documentsOf(
  store: GraphStore,
  options: ReadOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const rows = await store.read(
    `MATCH (d:${citedKind}) WHERE d.stem IS NOT NULL RETURN d.stem AS stem, d.id AS id`,
    {},
    options,
  );
  return new Map(rows.map(({ stem, id }) => [String(stem), String(id)]));
}

/** Entities by id, and the relations among them. Ids that are not there are left out. */
export async function partOf(
  store: GraphStore,
  ids: readonly string[],
  options: ReadOptions = {},
): Promise<GraphPart> {
  const [entities, relations] = await Promise.all([
    store.read(
      "UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN n.id AS id, properties(n) AS properties",
      { ids: [...ids] },
      options,
    ),
    store.read(
      `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity) WHERE b.id IN $ids RETURN ${relationRow}`,
      { ids: [...ids] },
      options,
    ),
  ]);
  const byId = new Map(entities.flatMap(entityOf).map((one) => [one.id, one]));
  return {
    entities: ids.flatMap((id) => byId.get(id) ?? []),
    relations: relations.flatMap(relationOf),
  };
}

/** The relations that begin or end at an entity, those that begin there first; `most` of them. */
export async function relationRows(
  store: GraphStore,
  id: string,
  most: number,
  options: ReadOptions = {},
): Promise<GraphRelation[]> {
  const [out, into] = await Promise.all([
    store.read(
      `MATCH (a:Entity {id: $id})-[r]->(b:Entity) RETURN ${relationRow} LIMIT $most`,
      { id, most },
      options,
    ),
    store.read(
      `MATCH (a:Entity)-[r]->(b:Entity {id: $id}) RETURN ${relationRow} LIMIT $most`,
      { id, most },
      options,
    ),
  ]);
  return [...out, ...into].flatMap(relationOf).slice(0, most);
}

/** All that a store holds, kind by kind, each entity with the relations that begin at it. */
export async function* allOf(store: GraphStore, options: ReadOptions = {}): AsyncGenerator<GraphPart> {
  for (const kind of kindNames) {
    for (let after = ""; ; ) {
      const rows = await store.read(
        `MATCH (n:${kind}) WHERE n.id > $after RETURN n.id AS id, properties(n) AS properties ORDER BY n.id LIMIT ${partSize}`,
        { after },
        options,
      );
      const ids = rows.map(({ id }) => String(id));
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
      const relations = await store.read(
        `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity) RETURN ${relationRow}`,
        { ids },
        options,
      );
      yield { entities: rows.flatMap(entityOf), relations: relations.flatMap(relationOf) };
      if (ids.length < partSize) break;
    }
  }
}

/** A text of a value: lists are joined as cells of CSV have them. */
export const textOf = (value: Json): string => (Array.isArray(value) ? value.join("|") : String(value));
