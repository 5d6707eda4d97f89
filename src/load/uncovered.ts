// A document's coverage set beside its text: which lines have no fact, what they say, what in them asks to be one.
import { type DocumentCoverage, openLines } from "./coverage.ts";
import type { Directory } from "./directory.ts";
import { type Hints, hintsOf } from "./source-texts.ts";

/** A line without facts, with its text. */
export interface UncoveredLine extends Hints {
  readonly line: number;
  readonly text: string;
  /** Why it has none; absent where it is open. */
  readonly reason?: string;
}

export interface ReadCoverage {
  readonly document: DocumentCoverage;
  /** Lines with neither a fact nor a reason; blank ones are none where the text is at hand. */
  readonly open: readonly number[];
  /** Where the text is at hand: lines without facts that hold digits or a name. */
  readonly uncovered?: readonly UncoveredLine[];
  /** How many lines the text has, where it is at hand. */
  readonly textLines?: number;
}

/** @param lines the text of the document, where it is at hand */
export function readCoverage(
  document: DocumentCoverage,
  lines: readonly string[] | undefined,
  directory: Directory,
): ReadCoverage {
  if (lines === undefined) return { document, open: openLines(document) };
  const blank = (line: number): boolean => (lines[line - 1] ?? "").trim() === "";
  const total = Math.max(lines.length, document.lines ?? 0);
  const without = Array.from({ length: total }, (_, index) => index + 1).filter(
    (line) => !document.facts.has(line) && !blank(line),
  );
  const uncovered = without.map((line): UncoveredLine => {
    const text = (lines[line - 1] ?? "").trim();
    const reason = document.listed.get(line)?.reason;
    return { line, text, ...hintsOf(text, directory), ...(reason === undefined ? {} : { reason }) };
  });
  return {
    document,
    open: without.filter((line) => !document.listed.has(line)),
    uncovered: uncovered.filter(({ figures, names }) => figures.length + names.length > 0),
    textLines: lines.length,
  };
}
