// Figures of one metric as a small chart: unit, periods, values; targets and forecasts hollow. Also read as a table below.
import { unitName } from "../text/amount.ts";
import { useSpeech } from "../text/language.ts";
import { langOf, Words } from "../text/words.tsx";
import type { FigureRow } from "./documents.ts";
import { metricName } from "./metric-name.ts";
import { isConverted } from "./stated.ts";

export interface Series {
  readonly metric: string;
  readonly unit: string;
  readonly points: readonly FigureRow[];
}

/** Series of at least two periods in one unit, of one subject each, in order of time. */
export function seriesOf(figures: readonly FigureRow[]): readonly Series[] {
  const groups = new Map<string, FigureRow[]>();
  for (const figure of figures) {
    if (figure.periodEnd === null) continue;
    const key = JSON.stringify([figure.metric, figure.unit, figure.counts, figure.subject?.id]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((group) => {
    const points = group.sort((one, other) => ((one.periodEnd ?? "") < (other.periodEnd ?? "") ? -1 : 1));
    const [first] = points;
    if (first === undefined || new Set(points.map(({ period }) => period)).size < 2) return [];
    return [{ metric: first.metric, unit: first.unit, points }];
  });
}

/** Large numbers as short as a bar is wide. */
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });

/** One chart of bars from zero; it says whose figures they are where they are not those of the page's entity. */
export function Chart({ series, of }: { readonly series: Series; readonly of: string }) {
  const speech = useSpeech();
  const { value, number, language } = speech;
  const { points } = series;
  const [first] = points;
  const metric = first === undefined ? series.metric : metricName(first, speech);
  const subject = first?.subject?.id === of ? undefined : (first?.subject?.english ?? first?.subject?.name);
  const name = subject === undefined ? metric : `${subject} · ${metric}`;
  // A unit in Chinese is told in English where every point has the unit it is compared in.
  const converted = points.every((point) => isConverted(point, speech));
  const unit = converted ? unitName(first?.normalisedUnit ?? series.unit, speech) : series.unit;
  const sizeOf = (point: FigureRow): number => (converted ? (point.normalisedValue ?? 0) : point.value);
  const words = (size: number): string => (converted ? compact.format(size) : number(size));
  const most = Math.max(...points.map(sizeOf), 0) || 1;
  const step = Math.min(90, 320 / points.length);
  const height = 90;
  return (
    <figure class="chart">
      <figcaption>
        <Words of={name} />{" "}
        <span class="soft">
          <Words of={unit} />
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${step * points.length} ${height + 36}`}
        role="img"
        aria-label={`${name} ${unit}`}
        lang={langOf(name, language)}
      >
        {points.map((point, index) => {
          const size = Math.max(1, (height - 16) * (Math.max(0, sizeOf(point)) / most));
          const planned = point.status === "TARGET" || point.status === "FORECAST";
          const told = `${point.period ?? ""} ${words(sizeOf(point))} ${unit} ${value(point.status)}`;
          return (
            <g key={point.id}>
              <rect
                class={planned ? "planned" : "stated"}
                x={index * step + step * 0.2}
                y={height - size}
                width={step * 0.6}
                height={size}
              >
                <title lang={langOf(told, language)}>{told}</title>
              </rect>
              <text x={index * step + step / 2} y={height - size - 4}>
                {words(sizeOf(point))}
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
