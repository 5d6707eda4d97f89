// The splitter of CSV text, against an independent parser on made-up text, however the text is cut into pieces.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvSyntaxError, newCsvSplitter } from "../../src/load/csv.ts";

function split(pieces: readonly string[]): { line: number; cells: readonly string[] }[] {
  const splitter = newCsvSplitter();
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

function failure(text: string): { line: number; what: string; before: number } {
  const splitter = newCsvSplitter();
  let before = 0;
  try {
    before += splitter.push(text).length;
    before += splitter.end().length;
  } catch (error) {
    if (error instanceof CsvSyntaxError) return { line: error.line, what: error.what, before };
  }
  throw new Error("it was read");
}

const cell = fc.oneof(
  fc.constantFrom("", "a", "企业", "1.5", "b c", "x|y"),
  fc
    .string({ unit: fc.constantFrom("a", "业", ",", '"', "\n", " ", "|"), maxLength: 6 })
    .map((text) => text.trim()),
);

function written(text: string, quoted: boolean): string {
  return quoted || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

describe("CSV text", () => {
  it("is split like an independent parser does, wherever it is cut into pieces", () => {
    const rows = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 4 }), {
      maxLength: 6,
    });
    const cuts = fc.array(fc.nat(200), { maxLength: 5 });
    const property = fc.property(
      rows,
      cuts,
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      (table, places, end, last) => {
        const text =
          table.map((row) => row.map(([value, quoted]) => written(value, quoted)).join(",")).join(end) +
          (last ? end : "");
        const sorted = [
          0,
          ...places.map((place) => Math.min(place, text.length)).sort((a, b) => a - b),
          text.length,
        ];
        const pieces = sorted.slice(1).map((place, index) => text.slice(sorted[index], place));
        const expected = parse(text, {
          trim: true,
          skip_empty_lines: true,
          relax_column_count: true,
          record_delimiter: end,
        }) as unknown as string[][];
        expect(split(pieces).map((record) => record.cells)).toEqual(expected);
      },
    );
    fc.assert(property, { numRuns: 2_000 });
  });

  it("tells the line each record begins at, also after cells of several lines", () => {
    const text = 'a,b\n"1\n2",x\n\n3,"4\n\n5"\n6,7';
    for (const end of ["\n", "\r\n"])
      expect(split([text.replaceAll("\n", end)]).map((record) => record.line)).toEqual([1, 2, 5, 8]);
  });

  it("reads line breaks of every system", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(split([`a,b${end}1,"2"${end}3,4${end}`]).map((record) => record.cells)).toEqual([
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ]);
    }
  });

  it("says where a quote is opened and never closed, after the records before it", () => {
    expect(failure('a,b\n1,2\n3,"4\n5,6\n')).toEqual({ line: 3, what: "open", before: 2 });
  });

  it("says where text follows a closing quote; a quote within a bare cell is a character like others", () => {
    expect(failure('a,b\n1,2\n1,"2"3\n')).toMatchObject({ line: 3, what: "stray", before: 2 });
    expect(split(['a,b\n1,27" screen\n']).map((record) => record.cells)).toEqual([
      ["a", "b"],
      ["1", '27" screen'],
    ]);
  });

  it("does not take a file without line breaks into memory", () => {
    expect(failure("a,".repeat(2_000_000))).toMatchObject({ line: 1, what: "long" });
  });
});
