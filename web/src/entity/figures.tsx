// Figures as a table: period, value with unit and bound, where it was said; about an entity by metric, of a metric by
// what they are about.
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

function FigureTable({ rows, by }: { readonly rows: readonly FigureRow[]; readonly by: By }) {
  const speech = useSpeech();
  const { text } = speech;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.figures}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{by === "metric" ? text.metric : text.figureSubject}</th>
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
              <td>{row.period ?? text.undated}</td>
              <td class="number">
                <Words of={statedValue(row, speech)} /> <Firmness status={row.status} />
              </td>
              <td>
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
}: {
  readonly figures: Page<FigureRow>;
  readonly by?: By;
}) {
  const { text, number } = useSpeech();
  if (nodes.length === 0) return null;
  return (
    <section id="figures">
      <h2>
        {text.figures} <span class="count">{number(totalCount)}</span>
      </h2>
      <div class="charts">
        {by === "metric" &&
          seriesOf(nodes).map((series) => <Chart key={`${series.metric} ${series.unit}`} series={series} />)}
      </div>
      <FirstFew rows={nodes} few={few} list={(some) => <FigureTable rows={some} by={by} />} />
      <CutOff shown={nodes.length} total={totalCount} />
    </section>
  );
}
