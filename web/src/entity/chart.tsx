// Figures of one metric as a small chart: unit, periods, values; targets and forecasts hollow. Also read as a table below.
import { useSpeech } from "../text/language.ts";
import type { FigureRow } from "./documents.ts";

export interface Series {
  readonly metric: string;
  readonly name: string;
  readonly unit: string;
  readonly points: readonly FigureRow[];
}

/** Series of at least two periods in one unit, in order of time. */
export function seriesOf(figures: readonly FigureRow[]): readonly Series[] {
  const groups = new Map<string, FigureRow[]>();
  for (const figure of figures) {
    if (figure.periodEnd === null) continue;
    const key = `${figure.metric} ${figure.unit} ${figure.counts ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((group) => {
    const points = group.sort((one, other) => ((one.periodEnd ?? "") < (other.periodEnd ?? "") ? -1 : 1));
    const [first] = points;
    if (first === undefined || new Set(points.map(({ period }) => period)).size < 2) return [];
    return [{ metric: first.metric, name: first.definition?.name ?? first.metric, unit: first.unit, points }];
  });
}

/** One chart of bars from zero. */
export function Chart({ series }: { readonly series: Series }) {
  const { number, value } = useSpeech();
  const { name, unit, points } = series;
  const most = Math.max(...points.map((point) => point.value), 0) || 1;
  const step = Math.min(90, 320 / points.length);
  const height = 90;
  return (
    <figure class="chart">
      <figcaption>
        {name} <span class="soft">{unit}</span>
      </figcaption>
      <svg viewBox={`0 0 ${step * points.length} ${height + 36}`} role="img" aria-label={`${name} ${unit}`}>
        {points.map((point, index) => {
          const size = Math.max(1, (height - 16) * (Math.max(0, point.value) / most));
          const planned = point.status === "TARGET" || point.status === "FORECAST";
          const words = `${point.period ?? ""} ${number(point.value)} ${unit} ${value(point.status)}`;
          return (
            <g key={point.id}>
              <rect
                class={planned ? "planned" : "stated"}
                x={index * step + step * 0.2}
                y={height - size}
                width={step * 0.6}
                height={size}
              >
                <title>{words}</title>
              </rect>
              <text x={index * step + step / 2} y={height - size - 4}>
                {number(point.value)}
              </text>
              <text x={index * step + step / 2} y={height + 14} class="period">
                {point.period}
              </text>
              {planned && (
                <text x={index * step + step / 2} y={height + 28} class="period">
                  {value(point.status)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
