// A layer: a folder of CSV that imports write. Each series of files has the rows it cites; a later file of the series
// replaces what the one before said, and nothing else.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";
import { newFingerprints } from "../packed/fingerprints.ts";
import { newKeyedRows, newPackedRows, type Rows } from "../packed/packed-rows.ts";
import type { TemporaryFile } from "../packed/temporary-file.ts";
import { type Differing, differing, joined, listed, observationsFile } from "./differing.ts";
import type { Converted } from "./facts.ts";
import { type AllTables, readPackedTables, type TableRow } from "./tables.ts";

/** Which files were imported: kept in the layer as imports.json. */
const series = z.object({
  stem: z.string(),
  file: z.string(),
  rows: z.number(),
  /** Of a workbook, the sheet that was read. */
  sheet: z.string().optional(),
  /** A digest of what was known beside the file: where it is the same, rows that are the same need not be matched anew. */
  known: z.string().optional(),
});
const record = z.object({ version: z.literal(1), series: z.record(z.string(), series) });

export type ImportRecord = z.infer<typeof record>;

export const recordFile = "imports.json";

/** The record of a layer's imports. @throws IndustryGraphError BAD_SEED where it was written otherwise */
export function readRecord(folder: string): ImportRecord {
  const path = join(folder, recordFile);
  if (!existsSync(path)) return { version: 1, series: {} };
  try {
    return record.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new IndustryGraphError(
      "BAD_SEED",
      `${path} is not as an import wrote it: ${(error as Error).message}`,
      {},
      { zh: `${path} 与导入时写下的不同：请从备份恢复该文件，或删除整个文件夹后重新导入。` },
    );
  }
}

const citesOnly = (row: TableRow, stem: string): boolean => {
  const sources = listed(row.sources);
  return sources.length > 0 && sources.every((source) => source.startsWith(`${stem}:`));
};

/**
 * Takes away what only this document said; what others said too stays without its citation.
 * @param to takes what is too much for memory
 */
export function withoutStem(tables: AllTables, stem: string, to: TemporaryFile): AllTables {
  const others = new Map<string, Rows<TableRow>>();
  for (const [file, rows] of tables) {
    const kept = newPackedRows<TableRow>(to);
    for (const row of rows) {
      if (citesOnly(row, stem) || row.stem === stem) continue;
      const said = listed(row.sources)
        .filter((source) => !source.startsWith(`${stem}:`))
        .join("|");
      kept.add(said === row.sources ? row : { ...row, sources: said });
    }
    others.set(file, kept);
  }
  return others;
}

/** The relations of a layer, and the entities and figures that are in one version of it alone. */
export function onlyIn(tables: AllTables, without: AllTables, to: TemporaryFile): AllTables {
  const kept = newFingerprints();
  for (const rows of without.values()) for (const { id = "" } of rows) kept.set(id, 1);
  const only = new Map<string, Rows<TableRow>>();
  for (const [file, rows] of tables) {
    if (file.startsWith("relations/")) {
      only.set(file, rows);
      continue;
    }
    const some = newPackedRows<TableRow>(to);
    for (const row of rows) if (row.id !== undefined && kept.get(row.id) === undefined) some.add(row);
    only.set(file, some);
  }
  return only;
}

const keyOf = (file: string, row: TableRow): string =>
  file.startsWith("relations/")
    ? JSON.stringify([row.from, row.to, row.key ?? "", row.year ?? ""])
    : (row.id ?? "");

/** Rows of a file with others added, each thing once. @param onDiffers told of what two rows say differently */
function added(
  file: string,
  before: Rows<TableRow>,
  rows: Iterable<TableRow>,
  to: TemporaryFile,
  onDiffers: (one: Differing) => void,
): Rows<TableRow> {
  const all = newKeyedRows<TableRow>(
    (row) => keyOf(file, row),
    (one, other) => {
      for (const difference of differing(file, one, other)) onDiffers(difference);
      return joined(file, one, other);
    },
    to,
  );
  for (const row of before) all.add(row);
  for (const row of rows) all.add(row);
  return all;
}

/** Several facts of one type between two entities are told apart by a key: the year where they have one. */
function* keyed(rows: Iterable<TableRow>): Iterable<TableRow> {
  const counts = newFingerprints();
  const endsOf = ({ from, to }: TableRow): string => `${from} ${to}`;
  for (const row of rows) counts.set(endsOf(row), (counts.get(endsOf(row)) ?? 0) + 1);
  for (const row of rows)
    yield (counts.get(endsOf(row)) ?? 0) > 1 && row.year !== undefined ? { ...row, key: row.year } : row;
}

/** Values told one by one; of those beyond, only how many there are. */
const mostDiffering = 1_000;

export interface WithFacts {
  readonly tables: AllTables;
  /** The first values that were not taken, and how many there are. */
  readonly differing: readonly Differing[];
  readonly differingCount: number;
}

/** The tables of a layer with a conversion added, its document included. */
export function withFacts(tables: AllTables, converted: Converted, document: TableRow): WithFacts {
  const all = new Map<string, Rows<TableRow>>(tables);
  const some: Differing[] = [];
  let count = 0;
  const onDiffers = (one: Differing): void => {
    count += 1;
    if (some.length < mostDiffering) some.push(one);
  };
  const add = (file: string, rows: Iterable<TableRow>): void =>
    void all.set(file, added(file, all.get(file) ?? [], rows, converted.file, onDiffers));
  add("entities/Document.csv", [document]);
  for (const [kind, rows] of converted.entities) add(`entities/${kind}.csv`, rows);
  for (const [type, rows] of converted.relations) add(`relations/${type}.csv`, keyed(rows));
  add(observationsFile, converted.observations);
  return { tables: all, differing: some, differingCount: count };
}

/** The layer's tables, or none where it is new. @param to takes what is too much for memory */
export const layerTables = (folder: string, to: TemporaryFile): AllTables =>
  existsSync(folder) ? readPackedTables(folder, to) : new Map();

/** All that a row says, in one text; where it stands in the file is not what it says. */
const textOf = (row: TableRow): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([column, cell]) => cell !== "" && column !== "sources")
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/**
 * How many rows differ between two versions of a layer. What is said as before is kept, though next month's file says
 * it on another line: those are counted as `cited` too.
 */
export function changesBetween(
  before: AllTables,
  after: AllTables,
): Readonly<Record<"added" | "changed" | "removed" | "kept" | "cited", number>> {
  const changes = { added: 0, changed: 0, removed: 0, kept: 0, cited: 0 };
  for (const file of new Set([...before.keys(), ...after.keys()])) {
    // What stood there, by key and by all that it said: fingerprints, since a layer may have very many rows.
    const [keys, texts, cited] = [newFingerprints(), newFingerprints(), newFingerprints()];
    for (const row of before.get(file) ?? []) {
      keys.set(keyOf(file, row), 1);
      texts.set(`${keyOf(file, row)} ${textOf(row)}`, 1);
      cited.set(`${keyOf(file, row)} ${row.sources ?? ""}`, 1);
    }
    let met = 0;
    for (const row of after.get(file) ?? []) {
      const key = keyOf(file, row);
      if (keys.get(key) === undefined) {
        changes.added += 1;
        continue;
      }
      met += 1;
      if (texts.get(`${key} ${textOf(row)}`) === undefined) {
        changes.changed += 1;
        continue;
      }
      changes.kept += 1;
      if (cited.get(`${key} ${row.sources ?? ""}`) === undefined) changes.cited += 1;
    }
    changes.removed += keys.size - met;
  }
  return changes;
}
