// A folder whose figures are as many as asked: enterprises with ten metrics over ten years each. The same count gives
// the same bytes.
import { newCsv } from "../../scripts/synthetic/csv-file.ts";
import { below, randomOf } from "../../scripts/synthetic/random.ts";

const metrics = 10;
const years = 10;

/** Writes the folder, and tells how many figures it has: the next hundred from the count asked for. */
export function writeFigures(folder: string, count: number): number {
  const random = randomOf(1, "exports");
  const documents = newCsv(folder, "entities/Document.csv", ["id", "name", "stem", "lines", "sources"]);
  documents.row("document:figures", "Synthetic figures", "figures", 1_000_000, "");
  documents.close();
  const metricFile = newCsv(folder, "entities/Metric.csv", ["id", "name", "normalUnit", "sources"]);
  for (let metric = 0; metric < metrics; metric++)
    metricFile.row(`metric:m${metric}`, `指标${metric}`, "yuan", "figures:1");
  metricFile.close();
  const enterprises = newCsv(folder, "entities/Enterprise.csv", ["id", "name", "sources"]);
  const figures = newCsv(folder, "observations.csv", [
    "id",
    "subject",
    "metric",
    "value",
    "unit",
    "period",
    "normalisedValue",
    "normalisedUnit",
    "sources",
  ]);
  const subjects = Math.ceil(count / (metrics * years));
  for (let subject = 0; subject < subjects; subject++) {
    const id = `enterprise:e${subject}`;
    enterprises.row(id, `企业第${subject}号科技有限公司`, `figures:${subject + 1}`);
    for (let metric = 0; metric < metrics; metric++)
      for (let year = 0; year < years; year++) {
        const value = 1 + below(random, 100_000);
        figures.row(
          `observation:e${subject}-m${metric}-${2015 + year}`,
          id,
          `m${metric}`,
          value,
          "万元",
          2015 + year,
          value * 10_000,
          "yuan",
          `figures:${subject + 1}`,
        );
      }
  }
  enterprises.close();
  return figures.close();
}
