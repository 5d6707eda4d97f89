// A layer: a folder of CSV that imports write. Each series of files has the rows it cites; a later file of the series
// replaces what the one before said, and nothing else.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";
import { listProperties } from "../ontology/model.ts";
import type { Converted } from "./facts.ts";
import { readTables, type TableRow, type Tables } from "./tables.ts";

/** Which files were imported: kept in the layer as imports.json. */
const series = z.object({ stem: z.string(), file: z.string(), rows: z.number() });
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
    );
  }
}

const listed = (cell: string | undefined): string[] => (cell ?? "").split("|").filter((part) => part !== "");

const citesOnly = (row: TableRow, stem: string): boolean => {
  const sources = listed(row.sources);
  return sources.length > 0 && sources.every((source) => source.startsWith(`${stem}:`));
};

/** Takes away what only this document said; what others said too stays without its citation. */
export function withoutStem(tables: Tables, stem: string): Tables {
  return new Map(
    [...tables].map(([file, rows]) => [
      file,
      rows
        .filter((row) => !citesOnly(row, stem) && row.stem !== stem)
        .map((row) => ({
          ...row,
          sources: listed(row.sources)
            .filter((source) => !source.startsWith(`${stem}:`))
            .join("|"),
        })),
    ]),
  );
}

/** Two rows about one thing as one: lists are joined, what is empty is filled; the first's values stay. */
function joined(one: TableRow, other: TableRow): TableRow {
  const both: TableRow = {
    ...other,
    ...Object.fromEntries(Object.entries(one).filter(([, cell]) => cell !== "")),
  };
  for (const name of listProperties) {
    const parts = new Set([...listed(one[name]), ...listed(other[name])]);
    if (parts.size > 0) both[name] = [...parts].join("|");
  }
  return both;
}

const keyOf = (file: string, row: TableRow): string =>
  file.startsWith("relations/")
    ? JSON.stringify([row.from, row.to, row.key ?? "", row.year ?? ""])
    : (row.id ?? "");

function add(tables: Tables, file: string, rows: readonly TableRow[]): void {
  const known = new Map((tables.get(file) ?? []).map((row) => [keyOf(file, row), row]));
  for (const row of rows) {
    const key = keyOf(file, row);
    const before = known.get(key);
    known.set(key, before === undefined ? row : joined(before, row));
  }
  tables.set(file, [...known.values()]);
}

/** Several facts of one type between two entities are told apart by a key: the year where they have one. */
function keyed(rows: readonly TableRow[]): TableRow[] {
  const counts = new Map<string, number>();
  for (const { from, to } of rows) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
  return rows.map((row) =>
    (counts.get(`${row.from} ${row.to}`) ?? 0) > 1 && row.year !== undefined
      ? { ...row, key: row.year }
      : row,
  );
}

/** The tables of a layer with a conversion added, its document included. */
export function withFacts(tables: Tables, converted: Converted, document: TableRow): Tables {
  const all: Tables = new Map(tables);
  add(all, "entities/Document.csv", [document]);
  for (const [kind, rows] of converted.entities) add(all, `entities/${kind}.csv`, rows);
  for (const [type, rows] of converted.relations) add(all, `relations/${type}.csv`, keyed(rows));
  add(all, "observations.csv", converted.observations);
  return all;
}

/** The layer's tables, or none where it is new. */
export const layerTables = (folder: string): Tables => (existsSync(folder) ? readTables(folder) : new Map());

const textOf = (row: TableRow): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([, cell]) => cell !== "")
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** How many rows differ between two versions of a layer. */
export function changesBetween(
  before: Tables,
  after: Tables,
): Readonly<Record<"added" | "changed" | "removed" | "kept", number>> {
  const changes = { added: 0, changed: 0, removed: 0, kept: 0 };
  for (const file of new Set([...before.keys(), ...after.keys()])) {
    const old = new Map((before.get(file) ?? []).map((row) => [keyOf(file, row), textOf(row)]));
    for (const row of after.get(file) ?? []) {
      const key = keyOf(file, row);
      const was = old.get(key);
      old.delete(key);
      if (was === undefined) changes.added += 1;
      else if (was === textOf(row)) changes.kept += 1;
      else changes.changed += 1;
    }
    changes.removed += old.size;
  }
  return changes;
}
