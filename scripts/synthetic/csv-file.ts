// Writes a CSV file row by row in pieces, so that memory stays flat whatever the size.
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

type Cell = string | number | boolean | undefined;

/** A file being written; `close` tells how many rows it has. */
export interface CsvWriter {
  row(...cells: Cell[]): void;
  close(): number;
}

const pieceSize = 1 << 18;

function written(cell: Cell): string {
  if (cell === undefined) return "";
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Begins a file with its header. */
export function newCsv(folder: string, file: string, columns: readonly string[]): CsvWriter {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, "w");
  let piece = `${columns.join(",")}\n`;
  let rows = 0;
  return {
    row(...cells) {
      if (cells.length !== columns.length)
        throw new Error(`${file}: ${cells.length} cells, not ${columns.length}`);
      piece += `${cells.map(written).join(",")}\n`;
      rows += 1;
      if (piece.length < pieceSize) return;
      writeSync(descriptor, piece);
      piece = "";
    },
    close() {
      writeSync(descriptor, piece);
      closeSync(descriptor);
      return rows;
    },
  };
}
