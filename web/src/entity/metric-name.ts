// What a figure measures, in the page's language where the metric has a name in it.
import type { Speech } from "../text/language.ts";
import type { FigureRow } from "./documents.ts";

/** The metric's name. */
export function metricName(
  { definition, metric }: Pick<FigureRow, "definition" | "metric">,
  { language }: Speech,
): string {
  if (definition === null) return metric;
  return language === "en" ? (definition.nameEn ?? definition.name) : definition.name;
}
