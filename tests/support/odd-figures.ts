// An invented world of odd figures: mixed units, bounds, 家 and 家次, overlapping and undated periods, ties, conflicts.
import type { CsvRecord, FolderContent } from "./folder.ts";

const sources = "doc-a:1";
let count = 0;

/** An observation: subject, metric, value, unit, period and what else. */
function figure(
  subject: string,
  metric: string,
  value: number,
  unit: string,
  period: string,
  more: CsvRecord = {},
): CsvRecord {
  count += 1;
  return {
    id: `observation:${String(count).padStart(3, "0")}`,
    subject,
    metric,
    value,
    unit,
    period,
    yearOnYear: "",
    bound: "",
    counts: "",
    normalisedValue: "",
    normalisedUnit: "",
    status: "",
    sources,
    ...more,
  };
}

const yuan = (value: number): CsvRecord => ({ normalisedValue: value, normalisedUnit: "yuan" });
const counted = (value: number): CsvRecord => ({ normalisedValue: value, normalisedUnit: "count" });

export const oddFigures: FolderContent = {
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
    Region: ["city", "one", "two", "three", "four", "five"].map((id) => ({
      id: `region:${id}`,
      name: id,
      sources,
    })),
    Metric: ["output", "gdp", "count", "share", "rank", "land", "area"].map((id) => ({
      id: `metric:${id}`,
      name: id,
      sources,
    })),
    Conflict: [
      { id: "conflict:land", name: "口径", conflictType: "NOT_COMPARABLE", reason: "Other ground.", sources },
    ],
  },
  relations: {
    PART_OF: ["one", "two", "three", "four", "five"].map((id) => ({
      from: `region:${id}`,
      to: "region:city",
      sources,
    })),
    COMPARABLE_WITH: [{ from: "metric:output", to: "metric:gdp", sources }],
    CONCERNS: [
      { from: "conflict:land", to: "observation:900", sources },
      { from: "conflict:land", to: "observation:901", sources },
    ],
  },
  observations: [
    // Mixed units: ten thousand and hundred million yuan meet in yuan; dollars do not.
    figure("region:one", "output", 5000, "万元", "2020", yuan(50_000_000)),
    figure("region:one", "output", 1, "亿元", "2021", { ...yuan(100_000_000), yearOnYear: 99 }),
    figure("region:one", "output", 30, "万美元", "2022"),
    figure("region:one", "output", 2, "亿元", "2022-H1", yuan(200_000_000)),
    figure("region:one", "output", 1.5, "亿元", "2023", { ...yuan(150_000_000), bound: "AT_LEAST" }),
    figure("region:one", "output", 3, "亿元", "", yuan(300_000_000)),
    // Overlapping spans of one length; a quarter that follows.
    figure("region:two", "output", 10, "元", "2022-01/2022-06", yuan(10)),
    figure("region:two", "output", 12, "元", "2022-04/2022-09", yuan(12)),
    figure("region:two", "output", 18, "元", "2023-H1", yuan(18)),
    // Households and occurrences; what is counted.
    figure("region:three", "count", 100, "家", "2021", counted(100)),
    figure("region:three", "count", 130, "家次", "2022", counted(130)),
    figure("region:three", "count", 120, "家", "2023", { ...counted(120), counts: "家" }),
    figure("region:three", "count", 60, "家", "2024", { ...counted(60), counts: "规上" }),
    // A percentage, a rank, a base that is not positive.
    figure("region:four", "share", 10, "%", "2021", { normalisedValue: 10, normalisedUnit: "per cent" }),
    figure("region:four", "share", 12.5, "%", "2022", { normalisedValue: 12.5, normalisedUnit: "per cent" }),
    figure("region:four", "rank", 5, "名", "2021", { normalisedValue: 5, normalisedUnit: "rank" }),
    figure("region:four", "rank", 3, "名", "2022", { normalisedValue: 3, normalisedUnit: "rank" }),
    figure("region:four", "output", -4, "元", "2021", yuan(-4)),
    figure("region:four", "output", 4, "元", "2022", yuan(4)),
    // Two figures of one period that differ; then two that agree.
    figure("region:five", "output", 10, "元", "2020", yuan(10)),
    figure("region:five", "output", 11, "元", "2020", yuan(11)),
    figure("region:five", "output", 22, "元", "2021", yuan(22)),
    figure("region:five", "output", 22, "元", "2021", yuan(22)),
    figure("region:five", "output", 33, "元", "2022", yuan(33)),
    // Side by side, ranks with ties, shares, per unit.
    figure("region:one", "gdp", 40, "元", "2025", yuan(40)),
    figure("region:one", "output", 20, "元", "2025", yuan(20)),
    figure("region:two", "output", 30, "元", "2025-01/2025-12", yuan(30)),
    figure("region:three", "output", 30, "元", "2025", yuan(30)),
    figure("region:four", "output", 50, "元", "2025", { ...yuan(50), bound: "ABOUT" }),
    figure("region:five", "output", 45, "元", "2025", { ...yuan(45), status: "FORECAST" }),
    figure("region:city", "output", 125, "元", "2025", yuan(125)),
    figure("region:one", "count", 4, "家", "2025", counted(4)),
    figure("region:two", "count", 0, "家", "2025", counted(0)),
    figure("region:three", "count", 5, "家次", "2025", counted(5)),
    figure("region:four", "count", 5, "家", "2025", counted(5)),
    figure("region:five", "count", 9, "家", "2024", counted(9)),
    figure("region:one", "land", 2, "亩", "2025", {
      normalisedValue: 2,
      normalisedUnit: "mu",
      id: "observation:900",
    }),
    figure("region:one", "area", 8, "元", "2025", { ...yuan(8), id: "observation:901" }),
  ],
};
