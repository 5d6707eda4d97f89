// The entities that an earlier file of a series made, which a later one takes up again by their ids.
import { newFingerprints } from "../packed/fingerprints.ts";
import { newPackedRows } from "../packed/packed-rows.ts";
import type { TemporaryFile } from "../packed/temporary-file.ts";
import type { AllTables, TableRow } from "./tables.ts";

export interface Earlier {
  /** The row of an entity, unless it has been made anew. */
  get(id: string): TableRow | undefined;
  has(id: string): boolean;
  /** Takes note that an entity has been made anew. */
  taken(id: string): void;
}

/** @param file takes what is too much for memory */
export function newEarlier(tables: AllTables, file: TemporaryFile): Earlier {
  const rows = newPackedRows<TableRow>(file);
  const places = newFingerprints();
  for (const [name, some] of tables)
    if (name.startsWith("entities/"))
      for (const row of some) if (row.id !== undefined) places.set(row.id, rows.add(row));
  const placeOf = (id: string): number => places.get(id) ?? -1;
  return {
    get: (id) => (placeOf(id) === -1 ? undefined : rows.at(placeOf(id))),
    has: (id) => placeOf(id) !== -1,
    taken(id) {
      if (placeOf(id) !== -1) places.set(id, -1);
    },
  };
}
