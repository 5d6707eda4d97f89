// Splits CSV text into records as it streams by, and tells the line of each. The splitting is Papa Parse's.
import Papa from "papaparse";

export interface CsvRecord {
  /** The line it begins at, counted from 1. */
  readonly line: number;
  /** Without white space around them. */
  readonly cells: readonly string[];
}

/**
 * Text that is not CSV: where, and why: a quote that is never closed, text after a closing quote, a record of more
 * than a million characters. A quote within a cell that does not begin with one is a character like others.
 */
export class CsvSyntaxError extends Error {
  override readonly name = "CsvSyntaxError";
  constructor(
    readonly line: number,
    readonly what: "open" | "stray" | "long",
  ) {
    super(`line ${line}: ${what}`);
  }
}

/** More characters than a record has: a quote is not closed, or line breaks are missing. */
const longest = 1 << 20;

/** What is wrong with a text is thrown once the records before it have been given. */
export interface CsvSplitter {
  /** The records that are complete with this piece of text. */
  push(text: string): CsvRecord[];
  /** The last record, where the text does not end in a line break. */
  end(): CsvRecord[];
}

/** What Papa Parse's parser gives; its types leave it open. */
interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

function lineBreaks(cell: string): number {
  return cell.includes("\n") || cell.includes("\r") ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
}

/** Lines that a row takes. Of a line that ends in CRLF the last cell keeps the CR: that is no line of its own. */
function linesOf(row: readonly string[]): number {
  return row.reduce(
    (sum, cell, index) => sum + lineBreaks(index === row.length - 1 ? cell.replace(/\r$/, "") : cell),
    1,
  );
}

/** A splitter for one text from its beginning. @throws CsvSyntaxError from `push` and `end` */
export function newCsvSplitter(): CsvSplitter {
  let rest = "";
  let line = 1;
  let newline: "\n" | "\r" | undefined;
  let failure: CsvSyntaxError | undefined;

  function take(last: boolean): CsvRecord[] {
    if (failure !== undefined) throw failure;
    if (newline === undefined) {
      const found = /\r?\n|\r(?=[^\n])/.exec(rest)?.[0];
      if (found === undefined && !last && rest.length < longest) return [];
      newline = found === "\r" ? "\r" : "\n";
    }
    // A piece may end between a quote and what follows it: only text up to a line break can be judged.
    const whole = last ? rest : rest.slice(0, rest.lastIndexOf(newline) + 1);
    const parser = new Papa.Parser({ delimiter: ",", newline });
    const { data, errors, meta } = parser.parse(whole, 0, !last) as Parsed;
    const [wrong] = errors;
    const records: CsvRecord[] = [];
    for (const row of wrong === undefined ? data : data.slice(0, wrong.row)) {
      const cells = row.map((cell) => cell.trim());
      if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
      line += linesOf(row);
    }
    if (wrong !== undefined)
      failure = new CsvSyntaxError(line, wrong.code === "MissingQuotes" ? "open" : "stray");
    rest = last ? "" : rest.slice(meta.cursor);
    if (failure === undefined && rest.length > longest)
      failure = new CsvSyntaxError(line, rest.includes('"') ? "open" : "long");
    if (failure !== undefined && records.length === 0) throw failure;
    return records;
  }

  return {
    push(text) {
      rest += text;
      return take(false);
    },
    end: () => take(true),
  };
}
