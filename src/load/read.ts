// Reads CSV files as streams of rows that know their file and line. Knows the format, not the ontology.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type CsvRecord, CsvSyntaxError, newCsvSplitter } from "./csv.ts";
import type { Problems } from "./problems.ts";

/** A row of a CSV file: cells by column, empty ones left out. */
export interface CsvRow {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The columns of the file's header. */
  readonly columns: ReadonlySet<string>;
}

export interface CsvFile {
  /** Relative to the folder. */
  readonly file: string;
  readonly path: string;
}

export interface Inspected {
  readonly hash: string;
  readonly bytes: number;
  readonly lines: number;
}

/**
 * Reads a file once for its hash and for what would make it unreadable: no bytes, another encoding than UTF-8.
 * @returns undefined where the file cannot be read as CSV; the reason is among the problems
 */
export async function inspect({ file, path }: CsvFile, problems: Problems): Promise<Inspected | undefined> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [bytes, lines] = [0, 0];
  try {
    for await (const piece of createReadStream(path)) {
      const chunk = piece as Buffer;
      if (bytes === 0 && /^(?:fffe|feff)/.test(chunk.subarray(0, 2).toString("hex"))) {
        problems.add({ file, line: 1, message: "is encoded as UTF-16: save it as UTF-8" });
        return undefined;
      }
      hash.update(chunk);
      bytes += chunk.length;
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        problems.add({
          file,
          line: lines + firstBadLine(chunk),
          message: "is not encoded as UTF-8 (GBK perhaps): save it as UTF-8",
        });
        return undefined;
      }
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    }
    decoder.decode();
  } catch (error) {
    const why =
      error instanceof TypeError
        ? "ends in the middle of a character: save it as UTF-8"
        : `cannot be read: ${String(error)}`;
    problems.add({ file, line: lines + 1, message: why });
    return undefined;
  }
  if (bytes === 0) {
    problems.add({
      file,
      line: 0,
      message: "is empty (0 bytes): it needs at least a header; `industry-graph template` prints one",
    });
    return undefined;
  }
  return { hash: hash.digest("hex"), bytes, lines };
}

/** The line, counted from 1 within a piece of a file, that holds the first byte that is no UTF-8. */
function firstBadLine(chunk: Buffer): number {
  let line = 1;
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(10, start);
    const piece = chunk.subarray(start, end === -1 ? chunk.length : end);
    if (piece.includes(0xfffd) || Buffer.from(piece.toString("utf8"), "utf8").compare(piece) !== 0)
      return line;
    if (end === -1) break;
    start = end + 1;
    line += 1;
  }
  return line;
}

/** Checks a header against the columns known, and gives its columns. Rows are read even where it has problems. */
function checkHeader(
  file: string,
  header: readonly string[],
  columns: readonly string[],
  required: readonly string[],
  problems: Pick<Problems, "add">,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [index, column] of header.entries()) {
    if (column === "") problems.add({ file, line: 1, message: `column ${index + 1} has no name` });
    else if (seen.has(column))
      problems.add({ file, line: 1, column, message: "stands twice in the header: keep one" });
    else if (!columns.includes(column)) {
      problems.add({
        file,
        line: 1,
        column,
        message: `is no column of this file: it may have ${columns.join(", ")}`,
      });
    }
    seen.add(column);
  }
  for (const column of required) {
    if (!seen.has(column))
      problems.add({ file, line: 1, column, message: "is missing from the header: add the column" });
  }
  return seen;
}

const syntaxProblems: Readonly<Record<CsvSyntaxError["what"], string>> = {
  open: "a double quote is opened and never closed: close it, and write a quote within a cell twice",
  stray:
    "a double quote stands in the middle of a cell: put the whole cell in quotes and write the quote twice",
  long: "has more than a million characters: begin a line for each row",
};

/** How much of a file is read at once, in bytes. */
const pieceSize = 1 << 16;

/**
 * Streams the rows of a file that `inspect` found readable, a piece of the file at a time.
 * @param columns those it may have
 * @param required those it must have
 */
export async function* readRows(
  { file, path }: CsvFile,
  columns: readonly string[],
  required: readonly string[],
  problems: Pick<Problems, "add">,
): AsyncGenerator<readonly CsvRow[]> {
  const splitter = newCsvSplitter();
  let header: readonly string[] | undefined;
  let known: ReadonlySet<string> = new Set();

  function rowsOf(records: readonly CsvRecord[]): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const { line, cells: values } of records) {
      if (header === undefined) {
        header = values;
        known = checkHeader(file, header, columns, required, problems);
      } else if (values.length !== header.length) {
        const message = `has ${values.length} cells where the header has ${header.length}: put cells with commas in double quotes`;
        problems.add({ file, line, message });
      } else {
        const cells: Record<string, string> = {};
        for (const [index, column] of header.entries()) {
          const value = values[index];
          if (value !== undefined && value !== "") cells[column] = value;
        }
        rows.push({ file, line, cells, columns: known });
      }
    }
    return rows;
  }

  const source = createReadStream(path, { encoding: "utf8", highWaterMark: pieceSize });
  let first = true;
  try {
    for await (const piece of source) {
      const text = String(piece);
      yield rowsOf(splitter.push(first && text.startsWith("\ufeff") ? text.slice(1) : text));
      first = false;
    }
    yield rowsOf(splitter.end());
    if (header === undefined)
      problems.add({ file, line: 1, message: "has no header: `industry-graph template` prints one" });
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    problems.add({ file, line: error.line, message: syntaxProblems[error.what] });
  } finally {
    source.destroy();
  }
}
