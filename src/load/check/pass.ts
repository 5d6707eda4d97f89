// The state of a first pass over a folder, and how it walks the rows of a file. Keeps ids and names, not rows.
import type { Properties } from "../../ontology/definitions.ts";
import type { FolderFiles } from "../folder.ts";
import type { Problems } from "../problems.ts";
import { type CsvFile, type CsvRow, readRows } from "../read.ts";
import { readValues, requiredColumns, type Stored } from "../rows.ts";

export interface Progress {
  readonly step: string;
  readonly file: string;
  readonly rows: number;
  /** Lines of the file, to tell how much is left. */
  readonly of: number;
}

export type OnProgress = (progress: Progress) => void;

const progressEvery = 20_000;

export interface Pass {
  readonly files: FolderFiles;
  readonly problems: Problems;
  readonly names: Map<string, string>;
  readonly byName: Map<string, string[]>;
  readonly documents: Map<string, number | undefined>;
  readonly hashes: Map<string, string>;
  readonly lines: Map<string, number>;
  readonly unique: Map<string, string>;
  readonly readable: Set<string>;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

/** Rows of a file with their values, problems and progress reported. */
export async function eachRow(
  pass: Pass,
  file: CsvFile,
  columns: Properties,
  visit: (row: CsvRow, values: Stored) => void,
): Promise<number> {
  if (!pass.readable.has(file.file)) return 0;
  let rows = 0;
  for await (const row of readRows(file, Object.keys(columns), requiredColumns(columns), pass.problems)) {
    pass.signal?.throwIfAborted();
    visit(row, readValues(row, columns, pass.problems));
    rows += 1;
    if (rows % progressEvery === 0)
      pass.onProgress({ step: "check", file: file.file, rows, of: pass.lines.get(file.file) ?? 0 });
  }
  pass.onProgress({ step: "check", file: file.file, rows, of: rows });
  return rows;
}
