// Makes a store's nodes or relations of one kind equal to rows: writes what differs, deletes what is gone.
import type { Properties } from "../ontology/definitions.ts";
import type { GraphStore, Json } from "../store/port.ts";
import type { Stored, StoredRelation } from "./rows.ts";

export interface Changes {
  created: number;
  updated: number;
  deleted: number;
  unchanged: number;
}

export const noChanges = (): Changes => ({ created: 0, updated: 0, deleted: 0, unchanged: 0 });

/** Rows in one write. */
const batchSize = 2_000;

/** Takes rows one at a time; `finish` writes the rest. What the store has beyond them is left to `sweep`. */
export interface Writer<T> {
  put(item: T): Promise<void>;
  finish(): Promise<void>;
  /** Deletes what was there before and has not been put. */
  sweep(): Promise<void>;
}

async function hashesOf(store: GraphStore, pattern: string): Promise<Map<string, string>> {
  const rows = await store.read(`MATCH ${pattern} RETURN x.id AS id, x.hash AS hash`);
  return new Map(rows.map((row) => [String(row.id), String(row.hash)]));
}

interface Statements {
  /** Existing ids and hashes: a pattern that binds `x`. */
  readonly pattern: string;
  readonly create: string;
  readonly merge: string;
  readonly remove: string;
}

async function newWriter<T>(
  store: GraphStore,
  statements: Statements,
  changes: Changes,
  identify: (item: T) => { id: string; hash: string; row: Json },
): Promise<Writer<T>> {
  const existing = await hashesOf(store, statements.pattern);
  const fresh: Json[] = [];
  const changed: Json[] = [];
  const flush = async (rows: Json[], statement: string): Promise<void> => {
    if (rows.length === 0) return;
    await store.write(statement, rows);
    rows.length = 0;
  };
  return {
    async put(item) {
      const { id, hash, row } = identify(item);
      const before = existing.get(id);
      existing.delete(id);
      if (before === hash) {
        changes.unchanged += 1;
        return;
      }
      if (before === undefined) changes.created += 1;
      else changes.updated += 1;
      const batch = before === undefined ? fresh : changed;
      batch.push(row);
      if (batch.length >= batchSize)
        await flush(batch, batch === fresh ? statements.create : statements.merge);
    },
    async finish() {
      await flush(fresh, statements.create);
      await flush(changed, statements.merge);
    },
    async sweep() {
      const gone = [...existing.keys()];
      for (let start = 0; start < gone.length; start += batchSize) {
        await store.write(statements.remove, gone.slice(start, start + batchSize));
      }
      changes.deleted += gone.length;
    },
  };
}

/** JavaScript writes 2.0 as 2: properties that the ontology calls float are made floats on the way in. */
function floats(variable: string, properties: Properties): string {
  return Object.entries(properties)
    .filter(([, property]) => property.type === "float")
    .map(
      ([name]) => ` SET ${variable}.${name} = toFloat(row.${variable === "r" ? "properties." : ""}${name})`,
    )
    .join("");
}

/** Writes nodes with the labels given; the first is the one whose `id` is looked up. */
export function nodeWriter(
  store: GraphStore,
  labels: readonly string[],
  properties: Properties,
  changes: Changes,
): Promise<Writer<Stored>> {
  const own = labels.at(-1) ?? "";
  const set = `SET n = row${floats("n", properties)}`;
  const statements: Statements = {
    pattern: `(x:${own})`,
    create: `UNWIND $rows AS row CREATE (n:${labels.join(":")}) ${set}`,
    merge: `UNWIND $rows AS row MATCH (n:${own} {id: row.id}) ${set}`,
    remove: `UNWIND $rows AS id MATCH (n:${own} {id: id}) DETACH DELETE n`,
  };
  return newWriter(store, statements, changes, (node) => ({
    id: String(node.id),
    hash: String(node.hash),
    row: node,
  }));
}

/** Writes relations of one type between entities. */
export function relationWriter(
  store: GraphStore,
  type: string,
  properties: Properties,
  changes: Changes,
): Promise<Writer<StoredRelation>> {
  const ends = "MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})";
  const set = `SET r = row.properties${floats("r", properties)}`;
  const statements: Statements = {
    pattern: `()-[x:${type}]->()`,
    create: `UNWIND $rows AS row ${ends} CREATE (a)-[r:${type}]->(b) ${set}`,
    merge: `UNWIND $rows AS row ${ends} MATCH (a)-[r:${type} {id: row.properties.id}]->(b) ${set}`,
    remove: `UNWIND $rows AS id MATCH ()-[r:${type} {id: id}]->() DELETE r`,
  };
  return newWriter(store, statements, changes, (relation) => ({
    id: String(relation.properties.id),
    hash: String(relation.properties.hash),
    row: relation as unknown as Json,
  }));
}
