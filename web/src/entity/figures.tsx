// Figures as a table: period, value with unit and bound, where it was said; about an entity by metric, with the subject
// where that is another; of a metric by what they are about.
import type { Page } from "../api/types.ts";
import { FirstFew } from "../parts/first-few.tsx";
import { EntityLink, Firmness, Sources } from "../parts/names.tsx";
import { CutOff } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { Chart, seriesOf } from "./chart.tsx";
import type { FigureRow } from "./documents.ts";
import { metricName } from "./metric-name.ts";
import { statedValue } from "./stated.ts";

/** What a figure is told apart by among those of one metric. */
const subjectName = ({ subject, name }: FigureRow): string => subject?.name ?? name;

/** Figures shown at once; the rest can be opened. */
const few = 10;

type By = "metric" | "subject";

interface TableProps {
  readonly rows: readonly FigureRow[];
  readonly by: By;
  /** Whether subjects have a column of their own: figures that tell of the page's entity may be another's. */
  readonly subjects: boolean;
}

function FigureTable({ rows, by, subjects }: TableProps) {
  const speech = useSpeech();
  const { text } = speech;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.figures}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{by === "metric" ? text.metric : text.figureSubject}</th>
            {subjects && <th scope="col">{text.figureSubject}</th>}
            <th scope="col">{text.period}</th>
            <th scope="col" class="number">
              {text.valueHeading}
            </th>
            <th scope="col">{text.sources}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <EntityLink
                  entity={{
                    id: row.id,
                    kind: "OBSERVATION",
                    name: by === "metric" ? metricName(row, speech) : subjectName(row),
                  }}
                  dot={false}
                />
              </th>
              {subjects && (
                <td class="whose">
                  {row.subject !== null && <EntityLink entity={row.subject} dot={false} />}
                </td>
              )}
              <td class="when">{row.period ?? text.undated}</td>
              <td class="number">
                <Words of={statedValue(row, speech)} /> <Firmness status={row.status} />
              </td>
              <td class="said">
                <Sources sources={row.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** All figures of the page. */
export function Figures({
  figures: { nodes, totalCount },
  by = "metric",
  of,
}: {
  readonly figures: Page<FigureRow>;
  readonly by?: By;
  /** The entity of the page. */
  readonly of: string;
}) {
  const { text, number } = useSpeech();
  if (nodes.length === 0) return null;
  const subjects = by === "metric" && nodes.some(({ subject }) => subject?.id !== of);
  const charts = by === "metric" ? seriesOf(nodes) : [];
  return (
    <section id="figures">
      <h2>
        {text.figures} <span class="count">{number(totalCount)}</span>
      </h2>
      <div class="charts">
        {charts.map((series) => (
          <Chart key={series.points[0]?.id} series={series} of={of} />
        ))}
      </div>
      <FirstFew
        rows={nodes}
        few={few}
        list={(some) => <FigureTable rows={some} by={by} subjects={subjects} />}
      />
      <CutOff shown={nodes.length} total={totalCount} />
    </section>
  );
}
