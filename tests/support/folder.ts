// Writes folders of CSV data for tests, and opens a store with one loaded.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "csv-stringify/sync";

export type CsvRecord = Readonly<Record<string, string | number | boolean>>;

export interface FolderContent {
  readonly entities?: Readonly<Record<string, readonly CsvRecord[]>>;
  readonly relations?: Readonly<Record<string, readonly CsvRecord[]>>;
  readonly observations?: readonly CsvRecord[];
  /** Files as they are, by path. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
}

function csv(records: readonly CsvRecord[]): string {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return stringify([...records], { header: true, columns, cast: { boolean: String } });
}

/** Writes a folder of data and gives its path. */
export function writeFolder(
  content: FolderContent,
  folder = mkdtempSync(join(tmpdir(), "industry-graph-")),
): string {
  const files: Record<string, string | Buffer> = { ...content.files };
  for (const [kind, records] of Object.entries(content.entities ?? {}))
    files[`entities/${kind}.csv`] ??= csv(records);
  for (const [type, records] of Object.entries(content.relations ?? {}))
    files[`relations/${type}.csv`] ??= csv(records);
  if (content.observations !== undefined) files["observations.csv"] ??= csv(content.observations);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
