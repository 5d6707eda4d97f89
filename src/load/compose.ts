// Composes files of several layers into one: rows about one thing become one row. Knows rows and files, not stores.
import { open } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import Papa from "papaparse";
import { columnsIn, eachLayerRow, type LayerFile, type Placed, type Row } from "./layer-files.ts";
import { type Differences, mergedRow } from "./layer-rows.ts";

/** What is the same for all files that are composed. */
export interface Composing {
  /** The folder to write. */
  readonly target: string;
  readonly layers: readonly string[];
  /** Where each line of a composed file comes from, by file. */
  readonly origins: Map<string, Placed[]>;
  readonly differences: Differences;
  /** Ids of entities that are others, with the id of those. */
  readonly merges: ReadonlyMap<string, string>;
}

const lineBreaks = (row: Row): number =>
  Object.values(row).reduce((sum, cell) => sum + (cell?.includes("\n") ? cell.split("\n").length - 1 : 0), 0);

/** What makes two rows of a file one: the id, or the ends and key of a relation. */
const keyOf = (file: string, row: Row): string =>
  file.startsWith("entities/") || file === "observations.csv"
    ? (row.id ?? "")
    : JSON.stringify([row.from, row.to, row.key ?? "", row.stem ?? "", row.line ?? ""]);

export const documents = "entities/Document.csv";

/** Columns that composing itself fills. */
const ownColumns: Readonly<Record<string, readonly string[]>> = {
  [documents]: ["layer"],
  "entities/Conflict.csv": ["id", "name", "conflictType", "reason", "resolution", "sources"],
  "relations/CONCERNS.csv": ["from", "to", "sources"],
};

/** Columns of a file that name an entity by its id. */
const idColumns = ["id", "from", "to", "subject"] as const;

/** The row with the ids of merged entities in place of their own, or the row itself where it names none. */
function renamed({ merges }: Composing, row: Row): Row {
  if (merges.size === 0) return row;
  let changed: Row | undefined;
  for (const column of idColumns) {
    const id = row[column];
    const other = id === undefined ? undefined : merges.get(id);
    if (other !== undefined) changed = { ...(changed ?? row), [column]: other };
  }
  return changed ?? row;
}

/** Rows that are added to others, by key: those of higher layers, and those whose ids are of merged entities. */
async function rowsAbove(
  composing: Composing,
  file: string,
  files: readonly LayerFile[],
): Promise<Map<string, Placed[]>> {
  const above = new Map<string, Placed[]>();
  for (const one of files) {
    const lowest = one.layer === 0;
    if (lowest && composing.merges.size === 0) continue;
    // What is wrong with the lowest is told when its rows are written.
    await eachLayerRow(lowest ? { ...one, problems: { add: () => undefined } } : one, (placed) => {
      const row = renamed(composing, placed.row);
      if (lowest && row === placed.row) return undefined;
      const key = keyOf(file, row);
      const rows = above.get(key);
      // Of rows about one thing those under its own id come first: their values stand.
      if (rows === undefined) above.set(key, [{ ...placed, row }]);
      else rows.push({ ...placed, row });
      return undefined;
    });
  }
  return above;
}

/** Characters that are gathered before they are written. */
const pieceSize = 1 << 16;

/** Writes text to a file in large pieces; what cannot be written is thrown where it is written. */
async function newWriting(path: string) {
  const handle = await open(path, "w");
  let waiting = "";
  const flush = async (): Promise<void> => {
    const piece = waiting;
    waiting = "";
    await handle.writeFile(piece);
  };
  return {
    write(text: string): Promise<void> | undefined {
      waiting += text;
      return waiting.length < pieceSize ? undefined : flush();
    },
    flush,
    close: () => handle.close(),
  };
}

/** Composes one file: the lowest layer's rows as they stream by, each with what is added to it. */
export async function composeFile(
  composing: Composing,
  file: string,
  files: readonly LayerFile[],
): Promise<void> {
  const { target, layers, origins, differences } = composing;
  const above = await rowsAbove(composing, file, files);
  const found = (await Promise.all(files.map(columnsIn))).flat();
  const own = [...(ownColumns[file] ?? []), ...(file.startsWith("entities/") ? ["aliases"] : [])];
  const columns = [...new Set([...found, ...own])];
  const out = await newWriting(join(target, file));
  const placed: Placed[] = [];
  let line = 2;
  const write = async (rows: readonly Placed[]): Promise<void> => {
    const [first] = rows;
    if (first === undefined) return;
    const named = rows.map((one) =>
      file === documents
        ? { ...one, row: { ...one.row, layer: basename(resolve(layers[one.layer] ?? "")) } }
        : one,
    );
    const row = mergedRow(file, named, layers, differences);
    placed[line] = first;
    line += 1 + lineBreaks(row);
    const text = Papa.unparse([columns.map((column) => row[column] ?? "")], { newline: "\n" });
    await out.write(`${text}\n`);
  };
  try {
    await out.write(`${Papa.unparse([columns], { newline: "\n" })}\n`);
    for (const one of files.filter(({ layer }) => layer === 0)) {
      await eachLayerRow(one, (at) => {
        if (renamed(composing, at.row) !== at.row) return undefined;
        const key = keyOf(file, at.row);
        const more = above.get(key) ?? [];
        above.delete(key);
        return write([at, ...more]);
      });
    }
    for (const rows of above.values()) await write(rows);
    await out.flush();
  } finally {
    await out.close();
  }
  origins.set(file, placed);
}
