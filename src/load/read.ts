// Reads CSV files as streams of rows that know their file and line. Knows the format, not the ontology.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type CsvRecord, CsvSyntaxError, newCsvSplitter } from "./csv.ts";
import { type Encoding, newGbkJudge } from "./encoding.ts";
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
  /** As `inspect` found it; UTF-8 where it has not. */
  encoding?: Encoding;
}

export interface Inspected {
  readonly hash: string;
  readonly bytes: number;
  readonly lines: number;
}

/** Where what is told of a file goes: problems, or what was done about it without asking. */
type Told = Pick<Problems, "add">;

/**
 * Reads a file once for its hash and for what would make it unreadable: no bytes, an encoding that is neither UTF-8 nor
 * surely GBK. The encoding is kept with the file.
 * @returns undefined where the file cannot be read as CSV; the reason is among the problems
 */
export async function inspect(csv: CsvFile, problems: Told, notes: Told): Promise<Inspected | undefined> {
  const { file, path } = csv;
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const gbk = newGbkJudge();
  let [bytes, lines, badLine, ascii] = [0, 0, 0, true];
  try {
    for await (const piece of createReadStream(path)) {
      const chunk = piece as Buffer;
      if (bytes === 0 && /^(?:fffe|feff)/.test(chunk.subarray(0, 2).toString("hex"))) {
        problems.add({ file, line: 1, message: "is encoded as UTF-16: save it as UTF-8" });
        return undefined;
      }
      hash.update(chunk);
      bytes += chunk.length;
      if (badLine === 0) {
        try {
          const text = decoder.decode(chunk, { stream: true });
          ascii &&= text.length === chunk.length;
        } catch {
          badLine = lines + firstBadLine(chunk);
        }
      }
      if (badLine > 0) gbk.push(chunk);
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    }
    if (badLine === 0) decoder.decode();
  } catch (error) {
    const why =
      error instanceof TypeError
        ? "ends in the middle of a character: save it as UTF-8"
        : `cannot be read: ${String(error)}`;
    problems.add({ file, line: lines + 1, message: why });
    return undefined;
  }
  // Pieces before the bad one were ASCII, which is GBK too, or UTF-8, and then this is no file of one encoding.
  if (badLine > 0 && !(ascii && gbk.end())) {
    const message = "is encoded neither as UTF-8 nor surely as GBK: save it as UTF-8";
    problems.add({ file, line: badLine, message });
    return undefined;
  }
  if (badLine > 0) {
    csv.encoding = "gb18030";
    notes.add({ file, line: 0, message: "is no UTF-8 and was read as GBK; save it as UTF-8 to be sure" });
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

/** What a header may and must have. */
export interface Header {
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** The column that a text in Chinese is the title of. */
  readonly titled: (text: string) => string | undefined;
}

/** What separates the cells of a file whose header has one cell, where that is no comma. */
const otherSeparators = [
  ["\t", "tabs"],
  [";", "semicolons"],
  ["，", "full-width commas"],
  ["；", "full-width semicolons"],
  ["|", "vertical bars"],
] as const;

/**
 * Checks a header against the columns known, and gives its columns. Rows are read even where it has problems, but not
 * where its cells are separated by something else.
 */
function checkHeader(
  file: string,
  header: readonly string[],
  { columns, required, titled }: Header,
  problems: Told,
): ReadonlySet<string> | undefined {
  const add = (message: string, column?: string): void =>
    problems.add({ file, line: 1, ...(column === undefined ? {} : { column }), message });
  const [only = ""] = header;
  const separated =
    header.length === 1 ? otherSeparators.find(([separator]) => only.includes(separator)) : undefined;
  if (separated !== undefined) {
    add(
      `its cells are separated by ${separated[1]}: save the file as CSV with commas (Excel: "CSV UTF-8, comma delimited")`,
    );
    return undefined;
  }
  const seen = new Set<string>();
  const meant = new Set<string>();
  for (const [index, column] of header.entries()) {
    const known = titled(column);
    if (column === "") add(`column ${index + 1} has no name`);
    else if (seen.has(column)) add("stands twice in the header: keep one", column);
    else if (columns.includes(column)) seen.add(column);
    else if (known !== undefined) {
      add(
        `is the title of the column ${known}: write ${known}, or let \`industry-graph import\` read the file as it is`,
        column,
      );
      meant.add(known);
    } else add(`is no column of this file: it may have ${columns.join(", ")}`, column);
    seen.add(column);
  }
  for (const column of required)
    if (!seen.has(column) && !meant.has(column)) add("is missing from the header: add the column", column);
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

/** The text of a file, a piece at a time. */
async function* textOf({ path, encoding }: CsvFile): AsyncGenerator<string> {
  if (encoding !== "gb18030") {
    const source = createReadStream(path, { encoding: "utf8", highWaterMark: pieceSize });
    try {
      for await (const piece of source) yield String(piece);
    } finally {
      source.destroy();
    }
    return;
  }
  const decoder = new TextDecoder(encoding);
  const source = createReadStream(path, { highWaterMark: pieceSize });
  try {
    for await (const piece of source) yield decoder.decode(piece as Buffer, { stream: true });
    yield decoder.decode();
  } finally {
    source.destroy();
  }
}

/** Without the columns at the end that a spreadsheet adds: they have no name. */
function withoutTail(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return last === cells.length - 1 ? cells : cells.slice(0, last + 1);
}

/** What a cell holds: of `="000001"`, by which spreadsheets keep zeros, the text in it. */
const contentOf = (cell: string): string =>
  cell.startsWith('="') && cell.endsWith('"') && cell.length > 2 ? cell.slice(2, -1).trim() : cell;

/**
 * Streams the rows of a file that `inspect` found readable, a piece of the file at a time. Rows without any value are
 * none.
 */
export async function* readRows(
  csv: CsvFile,
  columns: Header,
  problems: Told,
): AsyncGenerator<readonly CsvRow[]> {
  const { file } = csv;
  const splitter = newCsvSplitter();
  let header: readonly string[] | undefined;
  let known: ReadonlySet<string> | undefined;

  function rowOf(names: readonly string[], values: readonly string[]): CsvRow["cells"] {
    const cells: Record<string, string> = {};
    for (const [index, column] of names.entries()) {
      const value = contentOf(values[index] ?? "");
      if (value !== "") cells[column] = value;
    }
    return cells;
  }

  function rowsOf(records: readonly CsvRecord[]): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const { line, cells: values } of records) {
      if (header === undefined) {
        header = withoutTail(values);
        if (header.length === 0) {
          header = undefined;
          continue;
        }
        known = checkHeader(file, header, columns, problems);
        continue;
      }
      if (known === undefined || (values[0] === "" && values.every((value) => value === ""))) continue;
      const width = values.length > header.length ? withoutTail(values).length : values.length;
      if (width > header.length || values.length < header.length) {
        const message = `has ${values.length} cells where the header has ${header.length}: put cells with commas in double quotes`;
        problems.add({ file, line, message });
      } else rows.push({ file, line, cells: rowOf(header, values), columns: known });
    }
    return rows;
  }

  let first = true;
  try {
    for await (const text of textOf(csv)) {
      yield rowsOf(splitter.push(first && text.startsWith("\ufeff") ? text.slice(1) : text));
      first = false;
    }
    yield rowsOf(splitter.end());
    if (header === undefined)
      problems.add({ file, line: 1, message: "has no header: `industry-graph template` prints one" });
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    problems.add({ file, line: error.line, message: syntaxProblems[error.what] });
  }
}
