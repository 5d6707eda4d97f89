// Writes the metrics of a synthetic world, which of them count projects, and which may be set side by side.
import { type CsvWriter, newCsv } from "./csv-file.ts";
import { synthetic } from "./words.ts";
import { cite } from "./world.ts";

interface MetricRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  /** The stage whose projects it counts, or whose investment it adds up. */
  readonly tallies?: string;
  readonly comparable?: string;
}

/** The metric of which no enterprise has a figure. */
export const unreported = "synthetic-energy";

const metricRows: readonly MetricRow[] = [
  { code: "synthetic-revenue", name: "营业收入", nameEn: "Synthetic revenue", unit: "yuan" },
  { code: "synthetic-output", name: "工业产值", nameEn: "Synthetic output", unit: "yuan" },
  {
    code: "synthetic-high-tech-output",
    name: "高新技术产值",
    nameEn: "Synthetic high-tech output",
    unit: "yuan",
    comparable: "synthetic-output",
  },
  { code: "synthetic-land", name: "占地面积", nameEn: "Synthetic land", unit: "mu" },
  {
    code: "synthetic-tenants",
    name: "入驻企业数",
    nameEn: "Synthetic enterprises in the park",
    unit: "count",
  },
  { code: unreported, name: "综合能耗", nameEn: "Synthetic energy used", unit: "tonne of coal equivalent" },
  ...[
    { stage: "signed", zh: "签约" },
    { stage: "started", zh: "开工" },
  ].flatMap(({ stage, zh }) => [
    {
      code: `synthetic-${stage}-projects`,
      name: `${zh}项目数`,
      nameEn: `Synthetic projects ${stage}`,
      unit: "count",
      tallies: `stage:${stage}`,
    },
    {
      code: `synthetic-${stage}-investment`,
      name: `${zh}项目投资额`,
      nameEn: `Synthetic investment ${stage}`,
      unit: "yuan",
      tallies: `stage:${stage}`,
    },
  ]),
];

/** Writes the metrics. */
export function metrics(folder: string): CsvWriter {
  const file = newCsv(folder, "entities/Metric.csv", ["id", "name", "nameEn", "normalUnit", "sources"]);
  for (const { code, name, nameEn, unit } of metricRows)
    file.row(`metric:${code}`, `${synthetic}${name}`, nameEn, unit, cite(0));
  return file;
}

/** Writes what metrics count and with what they compare. */
export function metricRelations(folder: string): CsvWriter[] {
  const columns = ["from", "to", "sources"];
  const tallies = newCsv(folder, "relations/TALLIES.csv", columns);
  const comparable = newCsv(folder, "relations/COMPARABLE_WITH.csv", columns);
  for (const row of metricRows) {
    if (row.tallies !== undefined) tallies.row(`metric:${row.code}`, row.tallies, cite(0));
    if (row.comparable !== undefined)
      comparable.row(`metric:${row.code}`, `metric:${row.comparable}`, cite(0));
  }
  return [tallies, comparable];
}
