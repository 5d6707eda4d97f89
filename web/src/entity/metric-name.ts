// What a figure measures, in the page's language where the metric has a name in it.
import type { Speech } from "../text/language.ts";
import type { FigureRow, MetricName } from "./documents.ts";

/** A metric's name where its definition is known. */
export const nameOfMetric = ({ name, nameEn }: MetricName, { language }: Speech): string =>
  language === "en" ? (nameEn ?? name) : name;

/** The metric's name. */
export function metricName(
  { definition, metric }: Pick<FigureRow, "definition" | "metric">,
  speech: Speech,
): string {
  return definition === null ? metric : nameOfMetric(definition, speech);
}
