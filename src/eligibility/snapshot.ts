// What is found out about the enterprises of a dataset, kept until another dataset version answers. Enterprises are
// numbers here, their places in the order of lists, so that what is known of a hundred thousand is an array of bytes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cache, createCache } from "../cache/cache.ts";
import { packaged } from "../packaged.ts";
import type { GraphStore, Parameters, ReadOptions, Row } from "../store/port.ts";

const folder = packaged("cypher/generated/eligibility");

/** Megabytes that are kept while a request is answered from data that are being changed. */
const meanwhile = 64;

/**
 * Milliseconds for what is kept to be found out. A request has its own time limit; what it began goes on, so that it
 * can be asked again where a large graph takes longer than that the first time.
 */
const patience = 120_000;

/** The enterprises of a dataset in the order of lists, and their places in it. */
export interface RowIndex {
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/** One dataset version, as far as it has been asked about. */
export interface Snapshot {
  readonly rowIndex: RowIndex;
  /** The places of ids; ids that came later than the row index are left out. */
  placesOf(ids: readonly string[]): Uint32Array;
  /** Runs one of cypher/generated/eligibility. */
  run(name: string, parameters: Parameters): Promise<Row[]>;
  /** What `make` gives for the key, made once for this dataset version. */
  readonly materialised: Cache["once"];
}

/**
 * Gives the snapshot of the data that answer.
 * @param version the version of a dataset whose load is finished, else undefined: then nothing is kept
 * @throws IndustryGraphError as the store does
 */
export type SnapshotNow = (version: string | undefined, options: ReadOptions) => Promise<Snapshot>;

/** Creates what gives the snapshot of the data that answer. */
export function createSnapshots(store: GraphStore, cache: Cache): SnapshotNow {
  const statements = new Map<string, string>();
  const statementOf = (name: string): string => {
    const known = statements.get(name) ?? readFileSync(join(folder, `${name}.cypher`), "utf8");
    statements.set(name, known);
    return known;
  };

  async function open(version: string, kept: Cache, options: ReadOptions): Promise<Snapshot> {
    const run = (name: string, parameters: Parameters): Promise<Row[]> =>
      store.read(statementOf(name), parameters, options);
    const [row] = await run("row-index", {});
    const ids = (row?.ids ?? []) as string[];
    const places = new Map(ids.map((id, place) => [id, place]));
    const placesOf = (some: readonly string[]): Uint32Array =>
      Uint32Array.from(some.flatMap((id) => places.get(id) ?? []));
    const materialised: Cache["once"] = (key, bytes, make) =>
      kept.once(`snapshot ${version} ${key}`, bytes, make);
    return { rowIndex: { ids, places }, placesOf, run, materialised };
  }

  let kept: { readonly version: string; readonly snapshot: Promise<Snapshot> } | undefined;
  return async (now, options) => {
    if (now === undefined) return open("", createCache(meanwhile), options);
    if (kept?.version !== now) {
      const opened = { version: now, snapshot: open(now, cache, { timeoutMs: patience }) };
      kept = opened;
      opened.snapshot.catch(() => {
        if (kept === opened) kept = undefined;
      });
    }
    return kept.snapshot;
  };
}
