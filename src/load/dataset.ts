// The record of the dataset a store holds: which folder, which content, whether loading it was finished.
import { createHash } from "node:crypto";
import { z } from "zod";
import { kinds } from "../ontology/kinds.ts";
import { relations } from "../ontology/relations.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { namesRead } from "./names-read.ts";

/**
 * Raised when the loader derives something else from the same rows, so that stores are made equal again. How names are
 * read tells itself (`namesRead`).
 */
const derivation = 12;

/** The record as it is kept. */
export const datasetRecord = z.object({
  folder: z.string(),
  hash: z.string(),
  version: z.string(),
  state: z.enum(["LOADING", "READY"]),
  loadedAt: z.string(),
  /** By which reading of names its keys were made; absent from those of older versions. */
  names: z.string().optional(),
  /** As its folders say; absent where they say nothing. */
  licence: z.string().optional(),
  nodes: z.number(),
  relations: z.number(),
  /** Of each sort of facts how many there are, and how many STATED, IMPLIED, TARGET and FORECAST. */
  entities: z.array(z.number()).optional(),
  figures: z.array(z.number()).optional(),
  ties: z.array(z.number()).optional(),
});

export type Dataset = z.infer<typeof datasetRecord>;

/**
 * The hash of a folder's content and of what the loader makes of it, given the hashes of its files.
 * @param moved ids that were given up, with the id of the entity that stays
 */
export function datasetHash(
  files: ReadonlyMap<string, string>,
  moved: ReadonlyMap<string, string> = new Map(),
): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([derivation, namesRead(), kinds, relations]));
  for (const [file, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${file}\n${content}\n`);
  if (moved.size > 0) hash.update(JSON.stringify([...moved].sort()));
  return hash.digest("hex");
}

/** The dataset of a store, or undefined where it holds none. */
export async function readDataset(
  store: GraphStore,
  options: ReadOptions = {},
): Promise<Dataset | undefined> {
  const statement = "MATCH (d:Dataset {id: 'dataset'}) RETURN properties(d) AS dataset";
  const rows = await store.read(statement, {}, options);
  const parsed = datasetRecord.safeParse(rows[0]?.dataset);
  return parsed.success ? parsed.data : undefined;
}

/** Whether the names of a store were read by another version: what is asked for by name is found less well there. */
export const isReadOtherwise = ({ names }: Dataset): boolean => names !== namesRead();

/** Writes the record. It is the first thing a load writes, as LOADING, and the last, as READY. */
export async function writeDataset(store: GraphStore, record: Dataset): Promise<void> {
  await store.write("UNWIND $rows AS row MERGE (d:Dataset {id: row.id}) SET d = row", [
    { id: "dataset", ...record },
  ]);
}
