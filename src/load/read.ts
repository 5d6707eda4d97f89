// Reads CSV files as streams of rows that know their file and line. Knows the format, not the ontology.
import { createReadStream } from "node:fs";
import { type CsvRecord, CsvSyntaxError, newCsvSplitter } from "./csv.ts";
import type { Encoding } from "./encoding.ts";
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

/** Where what is told of a file goes: problems, or what was done about it without asking. */
export type Told = Pick<Problems, "add">;

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
