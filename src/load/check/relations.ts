// The first pass over the files of relations: both ends are there, and each relation is there once.
import { type RelationType, relationColumnsOf, relationOf } from "../../ontology/model.ts";
import { newFingerprints } from "../fingerprints.ts";
import type { CsvFile } from "../read.ts";
import { checkSources } from "../rows.ts";
import { eachRow, type Pass } from "./pass.ts";
import { checkReference } from "./references.ts";

/** Checks the rows of a type's file and gives their number. */
export async function checkRelations(pass: Pass, type: RelationType, file: CsvFile): Promise<number> {
  const { from, to } = relationOf(type);
  const places = newFingerprints();
  return eachRow(pass, file, relationColumnsOf(type), (row, values) => {
    checkSources(row, values, type, pass.documents, pass.problems);
    if (typeof values.from !== "string" || typeof values.to !== "string") return;
    const start = checkReference(pass, row, "from", values.from, from);
    const end = checkReference(pass, row, "to", values.to, to);
    if (start === undefined || end === undefined) return;
    const identity = `${start}|${end}|${String(values.key ?? "")}`;
    const first = places.get(identity);
    if (first === undefined) places.set(identity, row.line);
    else {
      const message = `the same relation stands at ${row.file}:${first} already: drop one, or tell them apart by key`;
      pass.problems.add({ file: row.file, line: row.line, column: "key", message });
    }
  });
}
