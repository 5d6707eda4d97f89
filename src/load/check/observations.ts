// The first pass over observations.csv: each figure has a subject and a metric that are there.
import { relationOf } from "../../ontology/model.ts";
import { observationColumns } from "../columns.ts";
import { placeOf } from "../ledger/collect.ts";
import { normalise } from "../normalise.ts";
import type { CsvFile } from "../read.ts";
import { checkId } from "../rows.ts";
import { checkCited, eachRow, type Pass } from "./pass.ts";
import { checkReference } from "./references.ts";

/** Checks the rows of observations.csv and gives their number. */
export async function checkObservations(pass: Pass, file: CsvFile): Promise<number> {
  const { places } = pass;
  places.clear();
  return eachRow(pass, file, observationColumns, (row, values) => {
    checkCited(pass, row, values, "Observation", "observations");
    if (typeof values.id === "string") {
      checkId(row, "Observation", values.id, pass.problems);
      const first = places.add(values.id, row.line);
      const message = `${values.id} stands at ${row.file}:${first} already: keep one row a figure`;
      if (first !== undefined) pass.problems.add({ file: row.file, line: row.line, column: "id", message });
      pass.directory.add(values.id);
      if (pass.collected.wanted.has(values.id))
        pass.collected.figures.set(values.id, { values, row: placeOf(row) });
    }
    const subject =
      typeof values.subject === "string"
        ? checkReference(pass, row, "subject", values.subject, relationOf("OBSERVES").to)
        : undefined;
    const metrics = pass.incomplete.has("entities/Metric.csv");
    if (typeof values.metric === "string" && !metrics && !pass.directory.has(`metric:${values.metric}`)) {
      const message = `there is no metric:${values.metric}: add it to entities/Metric.csv or correct it`;
      pass.problems.add({ file: row.file, line: row.line, column: "metric", message });
    }
    if (values.value === undefined || values.unit === undefined) return;
    const unit = pass.collected.metricUnits.get(`metric:${String(values.metric)}`);
    const normal = normalise(values, unit);
    if ("problem" in normal)
      pass.problems.add({ file: row.file, line: row.line, column: normal.column, message: normal.problem });
    else if (subject !== undefined) pass.verdicts.target(values, subject, unit);
  });
}
