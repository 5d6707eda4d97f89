// The files of a layer, row by row, as they were written: any encoding that a folder may have, problems at their place.
import { join } from "node:path";
import type { Properties } from "../ontology/definitions.ts";
import { isKind, isRelationType, relationColumnsOf } from "../ontology/model.ts";
import { readingColumns } from "./check/reading.ts";
import { columnsOf, headerOf, observationColumns } from "./columns.ts";
import { inspect } from "./inspect.ts";
import type { Problems } from "./problems.ts";
import { type CsvFile, readRows } from "./read.ts";

/** A row as it is written: cells by column, empty ones left out. */
export type Row = Record<string, string>;

/** A row of a layer with the line it begins at. */
export interface Placed {
  readonly row: Row;
  /** The layer's place among all, the lowest being 0. */
  readonly layer: number;
  readonly line: number;
}

/** The columns that a file of this name may have. */
export function columnsOfFile(file: string): Properties {
  const [folder, name = ""] = file.replace(/\.csv$/, "").split("/");
  if (folder === "entities" && isKind(name)) return columnsOf(name);
  if (folder === "relations" && isRelationType(name)) return relationColumnsOf(name);
  return folder === "reading" ? readingColumns : observationColumns;
}

/** A file of a layer that can be read. */
export interface LayerFile {
  readonly csv: CsvFile;
  readonly layer: number;
  readonly problems: Pick<Problems, "add">;
}

/**
 * Opens a file of a layer.
 * @param folder the layer's; what is wrong with the file is told under its path
 * @returns undefined where it cannot be read: the reason is among the problems
 */
export async function openLayerFile(
  csv: CsvFile,
  folder: string,
  layer: number,
  problems: Problems,
  notes: Problems,
): Promise<LayerFile | undefined> {
  const at = (of: Problems): Pick<Problems, "add"> => ({
    add: (problem) => of.add({ ...problem, file: join(folder, problem.file) }),
  });
  const own = { ...csv };
  const found = await inspect(own, at(problems), at(notes));
  return found === undefined ? undefined : { csv: own, layer, problems: at(problems) };
}

/** Hands over the rows of a file one by one. A layer may add to what others describe: no column is asked for. */
export async function eachLayerRow(
  { csv, layer, problems }: LayerFile,
  visit: (placed: Placed) => Promise<void> | undefined,
): Promise<void> {
  const header = { ...headerOf(columnsOfFile(csv.file)), required: [] };
  for await (const rows of readRows(csv, header, problems))
    for (const { cells, line } of rows) await visit({ row: { ...cells }, layer, line });
}

/** The columns that a file has, of those that it may have. */
export async function columnsIn({ csv }: LayerFile): Promise<readonly string[]> {
  const known = columnsOfFile(csv.file);
  const header = { ...headerOf(known), required: [] };
  for await (const [row] of readRows(csv, header, { add: () => undefined }))
    if (row !== undefined) return [...row.columns].filter((column) => Object.hasOwn(known, column));
  return [];
}
