// Makes a store equal to a backup, as a load makes it equal to a folder: what differs is written, what is not in it
// goes, and one that is cut off is finished by the next.
import { IndustryGraphError } from "../errors.ts";
import { readDataset } from "../load/dataset.ts";
import { fillStore, type LoadReport } from "../load/load.ts";
import type { Sink } from "../load/loading.ts";
import type { Stored } from "../load/rows.ts";
import type { Writer } from "../load/write.ts";
import { derivedOf } from "../ontology/derived.ts";
import {
  isKind,
  isRelationType,
  kindNames,
  propertiesOf,
  relationPropertiesOf,
  relationTypes,
} from "../ontology/model.ts";
import type { GraphStore } from "../store/port.ts";
import { type Head, readBackup } from "./format.ts";

export interface RestoreOptions {
  /** Whether data that the store holds may be replaced. */
  readonly replace?: boolean;
  readonly signal?: AbortSignal;
}

/** Checks a backup to its end. @throws IndustryGraphError BAD_SEED where it is damaged or names what the ontology has not */
export function checkBackup(file: string): Promise<Head> {
  return readBackup(file, (entry) => {
    const known = entry[0] === "n" ? entry[1] === "Alias" || isKind(entry[1]) : isRelationType(entry[1]);
    if (!known)
      throw new IndustryGraphError(
        "BAD_SEED",
        `${file} has a ${entry[1]}, which this version of the program does not know. Nothing was written. Restore it with the version that wrote it, or a newer one.`,
      );
    return undefined;
  });
}

/** Hands a backup's nodes and relations to a sink: they stand in the order in which a load would write them. */
async function feed(file: string, sink: Sink, signal: AbortSignal | undefined): Promise<void> {
  const nodes = new Map<string, Writer<Stored>>();
  for (const kind of kindNames)
    nodes.set(kind, await sink.nodes(["Entity", kind], { ...propertiesOf(kind), ...derivedOf(kind) }));
  nodes.set("Alias", await sink.nodes(["Alias"], {}));
  const relations = new Map<string, Awaited<ReturnType<Sink["relations"]>>>();
  const toRelations = async (): Promise<void> => {
    for (const writer of nodes.values()) await writer.finish();
    await sink.nodesStored();
    for (const type of relationTypes)
      relations.set(type, await sink.relations(type, relationPropertiesOf(type)));
  };
  await readBackup(file, (entry) => {
    signal?.throwIfAborted();
    if (entry[0] === "n") return nodes.get(entry[1])?.put(entry[2]);
    const [, type, from, to, properties] = entry;
    const put = () => relations.get(type)?.put({ from, to, properties });
    return relations.size === 0 ? toRelations().then(put) : put();
  });
  if (relations.size === 0) await toRelations();
  for (const writer of relations.values()) {
    await writer.finish();
    await writer.sweep();
  }
  await sink.stored();
  for (const writer of nodes.values()) await writer.sweep();
  await sink.swept();
}

/**
 * Restores a backup.
 * @throws IndustryGraphError BAD_SEED where it is damaged, BAD_ARGUMENT where the store holds other data that are not to be replaced
 */
export async function restore(
  store: GraphStore,
  file: string,
  { replace = false, signal }: RestoreOptions = {},
): Promise<Omit<LoadReport, "notes" | "milliseconds">> {
  const { dataset } = await checkBackup(file);
  const held = await readDataset(store);
  if (held !== undefined && held.hash !== dataset.hash && !replace)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `The store at ${store.address} holds ${held.folder} (dataset ${held.version}). --replace puts the backup of ${dataset.folder} in its place; else restore into an empty one (DATA_DIR, NEO4J_URI).`,
    );
  await store.prepare();
  return fillStore(store, { ...dataset, state: "LOADING" }, { signal }, (sink) => feed(file, sink, signal));
}
