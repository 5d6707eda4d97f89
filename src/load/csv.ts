// Splits CSV text into records (RFC 4180) as it streams by. Knows neither files nor the ontology.
// Most lines have no quote: those are split at the commas, which is several times faster than going by character.

export interface CsvRecord {
  /** The line it begins at, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Text that is not CSV: where, and why: a quote that is never closed, one in the middle of a cell, a line of more
 * than a million characters.
 */
export class CsvSyntaxError extends Error {
  override readonly name = "CsvSyntaxError";
  constructor(
    readonly line: number,
    readonly what: "open" | "stray" | "long",
  ) {
    super(`line ${line}: ${what} quote`);
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

interface Quoted {
  readonly cells: string[];
  /** Where the next record begins. */
  readonly next: number;
  /** Line breaks within the record. */
  readonly breaks: number;
}

const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

/** Reads a record that has quotes; undefined where the text ends before it does. */
function readQuoted(
  text: string,
  start: number,
  line: number,
  delimiter: string,
  last: boolean,
): Quoted | undefined {
  const cells: string[] = [];
  let [at, breaks] = [start, 0];
  for (;;) {
    let from = at;
    while (isBlank(text[from])) from += 1;
    if (text[from] === '"') {
      let cell = "";
      let piece = from + 1;
      for (;;) {
        const close = text.indexOf('"', piece);
        if (close === -1) {
          if (last || text.length - start > longest) throw new CsvSyntaxError(line, "open");
          return undefined;
        }
        cell += text.slice(piece, close);
        piece = close + 1;
        if (text[piece] !== '"') break;
        cell += '"';
        piece += 1;
      }
      if (piece >= text.length && !last) return undefined;
      for (const character of cell)
        if (character === "\n" || (delimiter === "\r" && character === "\r")) breaks += 1;
      cells.push(cell);
      at = piece;
      while (isBlank(text[at]) || (delimiter === "\n" && text[at] === "\r")) at += 1;
      if (at < text.length && text[at] !== "," && text[at] !== delimiter)
        throw new CsvSyntaxError(line + breaks, "stray");
    } else {
      const comma = text.indexOf(",", at);
      const end = text.indexOf(delimiter, at);
      const stops = [comma, end].filter((stop) => stop !== -1);
      const stop = stops.length === 0 ? text.length : Math.min(...stops);
      if (stop === text.length && !last) return undefined;
      const cell = text.slice(at, stop);
      if (cell.includes('"')) throw new CsvSyntaxError(line + breaks, "stray");
      cells.push(cell.trim());
      at = stop;
    }
    if (at >= text.length) return last ? { cells, next: at, breaks } : undefined;
    if (text[at] === delimiter) return { cells, next: at + 1, breaks: breaks + 1 };
    at += 1;
  }
}

/** A splitter for one text from its beginning. @throws CsvSyntaxError from `push` and `end` */
export function newCsvSplitter(): CsvSplitter {
  let rest = "";
  let line = 1;
  let delimiter: string | undefined;
  let failure: CsvSyntaxError | undefined;

  function take(text: string, last: boolean, records: CsvRecord[]): void {
    if (delimiter === undefined) {
      const found = /\r?\n|\r(?=[^\n])/.exec(text)?.[0];
      if (found === undefined && !last && text.length < longest) {
        rest = text;
        return;
      }
      delimiter = found === "\r" ? "\r" : "\n";
    }
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      const end = text.indexOf(delimiter, at);
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      if (quote === -1 || (end !== -1 && quote > end)) {
        if (end === -1 && text.length - at > longest) throw new CsvSyntaxError(line, "long");
        if (end === -1 && !last) break;
        const written = text.slice(at, end === -1 ? text.length : end);
        const cells = written.split(",");
        for (let index = 0; index < cells.length; index++) cells[index] = (cells[index] ?? "").trim();
        if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
        at += written.length + 1;
        line += 1;
        continue;
      }
      const quoted = readQuoted(text, at, line, delimiter, last);
      if (quoted === undefined) break;
      records.push({ line, cells: quoted.cells });
      at = quoted.next;
      line += quoted.breaks;
    }
    rest = text.slice(Math.min(at, text.length));
  }

  function taken(text: string, last: boolean): CsvRecord[] {
    if (failure !== undefined) throw failure;
    const records: CsvRecord[] = [];
    try {
      take(text, last, records);
    } catch (error) {
      if (records.length === 0 || !(error instanceof CsvSyntaxError)) throw error;
      failure = error;
    }
    return records;
  }

  return {
    push: (text) => taken(rest + text, false),
    end: () => taken(rest, true),
  };
}
