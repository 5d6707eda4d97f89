// Makes a store's nodes or relations of one kind equal to rows: writes what differs, deletes what is gone.
import type { Properties } from "../ontology/definitions.ts";
import { type Fingerprints, newFingerprints } from "../packed/fingerprints.ts";
import type { GraphStore, Json } from "../store/port.ts";
import type { Gate } from "./gate.ts";
import { mapOf, newLists } from "./lists.ts";
import type { Stored, StoredRelation } from "./rows.ts";

/** Where to write, and how much at once. */
export interface Target {
  readonly store: GraphStore;
  readonly gate: Gate;
  /** Whether nothing has ever been loaded into it: then nobody has to look for what is there already. */
  readonly empty: boolean;
  /** Stops between deletes; rows are stopped by whoever hands them over. */
  readonly signal?: AbortSignal;
}

export interface Changes {
  created: number;
  updated: number;
  deleted: number;
  unchanged: number;
}

export const noChanges = (): Changes => ({ created: 0, updated: 0, deleted: 0, unchanged: 0 });

/** Rows in one write. */
const batchSize = 2_000;

/** Ids in one delete: a node takes its relations with it, and a load that is stopped waits for the delete under way. */
const deletedAtOnce = 500;

/**
 * Takes rows one at a time; `finish` hands over the rest, which may still be being written when it resolves. What the
 * store has beyond them is left to `sweep`.
 */
export interface Writer<T> {
  /** Gives a promise where the caller has to wait until there is room. */
  put(item: T): Promise<void> | undefined;
  finish(): Promise<void>;
  /** Deletes what was there before and has not been put, once all writes are done. */
  sweep(): Promise<void>;
}

interface Statements {
  /** Existing ids and hashes: a pattern that binds `x`. */
  readonly pattern: string;
  /** What `remove` has to know of each beside its id, by which it is found without looking through all. */
  readonly known: readonly string[];
  /** Whether these are nodes that full text is made of. */
  readonly searched: boolean;
  /** Of rows that are lists, given the names of what stands in them: names in each row would cost a third of the time. */
  readonly create: (names: readonly string[]) => string;
  /** Of rows that are maps. */
  readonly merge: string;
  /** Of rows that are lists: the id, then what is known. */
  readonly remove: string;
}

/** What a writer has to know of an item. */
interface Identified {
  readonly id: string;
  readonly hash: string;
  /** Values that stand first in a list. */
  readonly ends: readonly string[];
  readonly properties: Stored;
  readonly row: Json;
}

/** What an item is known by: a put marks it, and the rest is what has gone. */
const wasPut = -1;

/** The first 48 bits of a hash as a number. */
function hashNumber(hash: string): number {
  return Buffer.from(hash.slice(0, 8), "base64url").readUIntBE(0, 6);
}

async function existingHashes({ store, empty }: Target, pattern: string): Promise<Fingerprints> {
  const existing = newFingerprints("float64");
  if (empty) return existing;
  await store.each(`MATCH ${pattern} RETURN x.id AS id, x.hash AS hash`, (row) => {
    existing.set(String(row.id), hashNumber(String(row.hash).padEnd(8, "-")));
  });
  return existing;
}

async function newWriter<T>(
  target: Target,
  statements: Statements,
  changes: Changes,
  identify: (item: T) => Identified,
): Promise<Writer<T>> {
  const { store, gate } = target;
  const existing = await existingHashes(target, statements.pattern);
  let left = existing.size;
  const fresh = newLists();
  let changed: Json[] = [];
  /** Tells the store first what becomes of its full text; of a store that has none yet there is nothing to tell. */
  const change = async (statement: string, rows: Json[]): Promise<unknown> => {
    if (statements.searched && !target.empty) await store.changing(rows.length);
    return store.write(statement, rows);
  };
  const write = (statement: string, rows: Json[]): Promise<void> | undefined =>
    rows.length === 0 ? undefined : gate.enter(() => change(statement, rows));
  const create = (): Promise<void> | undefined => {
    const { names, rows } = fresh.take();
    return write(statements.create(names), rows);
  };
  return {
    put(item) {
      const identified = identify(item);
      const { id, hash, row } = identified;
      const before = existing.get(id);
      if (before !== undefined) {
        left -= 1;
        existing.set(id, wasPut);
        if (before === hashNumber(hash)) {
          changes.unchanged += 1;
          return undefined;
        }
        changes.updated += 1;
        changed.push(row);
        if (changed.length < batchSize) return undefined;
        const rows = changed;
        changed = [];
        return write(statements.merge, rows);
      }
      changes.created += 1;
      return fresh.put(identified.ends, identified.properties) < batchSize ? undefined : create();
    },
    async finish() {
      await create();
      await write(statements.merge, changed);
    },
    async sweep() {
      if (left === 0) return;
      await gate.idle();
      const gone: Json[][] = [];
      const columns = ["x.id", ...statements.known].map((value, at) => `${value} AS k${at}`);
      await store.each(`MATCH ${statements.pattern} RETURN ${columns.join(", ")}`, (row) => {
        const known = existing.get(String(row.k0));
        if (known === undefined || known === wasPut) return;
        gone.push(columns.map((_, at) => row[`k${at}`] ?? null));
      });
      for (let start = 0; start < gone.length; start += deletedAtOnce) {
        target.signal?.throwIfAborted();
        await change(statements.remove, gone.slice(start, start + deletedAtOnce));
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
  target: Target,
  labels: readonly string[],
  properties: Properties,
  changes: Changes,
): Promise<Writer<Stored>> {
  const own = labels.at(-1) ?? "";
  const statements: Statements = {
    pattern: `(x:${own})`,
    known: [],
    searched: labels.includes("Entity"),
    create: (names) => `UNWIND $rows AS row CREATE (n:${labels.join(":")} ${mapOf(names, 0, properties)})`,
    merge: `UNWIND $rows AS row MATCH (n:${own} {id: row.id}) SET n = row${floats("n", properties)}`,
    remove: `UNWIND $rows AS row MATCH (n:${own} {id: row[0]}) DETACH DELETE n`,
  };
  return newWriter(target, statements, changes, (node) => ({
    id: String(node.id),
    hash: String(node.hash),
    ends: [],
    properties: node,
    row: node,
  }));
}

/** Writes relations of one type between entities. */
export function relationWriter(
  target: Target,
  type: string,
  properties: Properties,
  changes: Changes,
): Promise<Writer<StoredRelation>> {
  const statements: Statements = {
    pattern: `(a)-[x:${type}]->(b)`,
    known: ["a.id", "b.id"],
    searched: false,
    create: (names) =>
      `UNWIND $rows AS row MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: row[1]}) CREATE (a)-[r:${type} ${mapOf(names, 2, properties)}]->(b)`,
    merge: `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) MATCH (a)-[r:${type} {id: row.properties.id}]->(b) SET r = row.properties${floats("r", properties)}`,
    remove: `UNWIND $rows AS row MATCH (a:Entity {id: row[1]}) MATCH (b:Entity {id: row[2]}) MATCH (a)-[r:${type} {id: row[0]}]->(b) DELETE r`,
  };
  return newWriter(target, statements, changes, (relation) => ({
    id: String(relation.properties.id),
    hash: String(relation.properties.hash),
    ends: [relation.from, relation.to],
    properties: relation.properties,
    row: relation as unknown as Json,
  }));
}
