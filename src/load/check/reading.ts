// The first pass over reading/lines-without-facts.csv: lines that were read and yield no fact, each with the reason.
import { integer, type Properties, text, withChinese } from "../../ontology/definitions.ts";
import type { ListedLine } from "../coverage.ts";
import type { CsvFile } from "../read.ts";
import { eachRow, type Pass } from "./pass.ts";

/** Columns of reading/lines-without-facts.csv. */
export const readingColumns: Properties = withChinese({
  source: text("来源", "source", "Stem of the document.", { required: true }),
  line: integer("行", "line", "The line, counted from 1.", { required: true }),
  reason: text("原因", "reason", "Why it yields no fact: heading, rhetoric, credit of a picture.", {
    required: true,
    bilingual: true,
  }),
});

/** Checks the rows of the file, which comes last: a line listed must be one that nothing cites. */
export async function checkReading(pass: Pass, file: CsvFile): Promise<number> {
  return eachRow(pass, file, readingColumns, (row, values) => {
    const { source, line, reason } = values;
    if (typeof source !== "string" || typeof line !== "number" || typeof reason !== "string") return;
    const problem = (column: string, message: string): void =>
      pass.problems.add({ file: row.file, line: row.line, column, message });
    if (pass.incomplete.has("entities/Document.csv")) return;
    if (!pass.documents.has(source))
      return problem("source", `${source} is no stem of a document: add it to entities/Document.csv`);
    const lines = pass.documents.get(source);
    if (line < 1 || (lines !== undefined && line > lines))
      return problem("line", `${line} is no line of ${source}, which has ${lines ?? "lines from 1"}`);
    const facts = pass.citations.get(source)?.get(line);
    if (facts !== undefined) {
      const count = facts.entities + facts.relations + facts.observations;
      return problem("line", `${source}:${line} is cited by ${count} facts: take it off the list`);
    }
    const listed = pass.listed.get(source) ?? new Map<number, ListedLine>();
    pass.listed.set(source, listed);
    const first = listed.get(line);
    if (first !== undefined) return problem("line", `${source}:${line} stands at ${first.row} already`);
    const reasonZh = typeof values.reasonZh === "string" ? values.reasonZh : undefined;
    listed.set(line, { reason, reasonZh, row: `${row.file}:${row.line}` });
  });
}
