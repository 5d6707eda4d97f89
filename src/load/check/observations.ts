// The first pass over observations.csv: each figure has a subject and a metric that are there.
import { relationOf } from "../../ontology/model.ts";
import { newFingerprints } from "../fingerprints.ts";
import type { CsvFile } from "../read.ts";
import { checkId, checkSources, observationColumns } from "../rows.ts";
import { eachRow, type Pass } from "./pass.ts";
import { checkReference } from "./references.ts";

/** Checks the rows of observations.csv and gives their number. */
export async function checkObservations(pass: Pass, file: CsvFile): Promise<number> {
  const places = newFingerprints();
  return eachRow(pass, file, observationColumns, (row, values) => {
    checkSources(row, values, "Observation", pass.documents, pass.problems);
    if (typeof values.id === "string") {
      checkId(row, "Observation", values.id, pass.problems);
      const first = places.get(values.id);
      const message = `${values.id} stands at ${row.file}:${first} already: keep one row a figure`;
      if (first !== undefined) pass.problems.add({ file: row.file, line: row.line, column: "id", message });
      places.set(values.id, row.line);
      pass.directory.add(values.id);
    }
    if (typeof values.subject === "string")
      checkReference(pass, row, "subject", values.subject, relationOf("OBSERVES").to);
    if (typeof values.metric === "string" && !pass.directory.has(`metric:${values.metric}`)) {
      const message = `there is no metric:${values.metric}: add it to entities/Metric.csv or correct it`;
      pass.problems.add({ file: row.file, line: row.line, column: "metric", message });
    }
  });
}
