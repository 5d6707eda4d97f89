// Figures about an entity as a table: metric, period, value with unit and bound, where it was said.
import { EntityLink, Firmness, Sources } from "../parts/names.tsx";
import { CutOff } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { Chart, seriesOf } from "./chart.tsx";
import type { EntityNode } from "./documents.ts";
import { metricName } from "./metric-name.ts";
import { statedValue } from "./stated.ts";

/** All figures of the page. */
export function Figures({ node }: { readonly node: EntityNode }) {
  const speech = useSpeech();
  const { text } = speech;
  const { nodes, totalCount } = node.observations;
  if (nodes.length === 0) return null;
  return (
    <section id="figures">
      <h2>{text.figures}</h2>
      <div class="charts">
        {seriesOf(nodes).map((series) => (
          <Chart key={`${series.metric} ${series.unit}`} series={series} />
        ))}
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={text.figures}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.metric}</th>
              <th scope="col">{text.period}</th>
              <th scope="col" class="number">
                {text.valueHeading}
              </th>
              <th scope="col">{text.sources}</th>
            </tr>
          </thead>
          <tbody>
            {nodes.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <EntityLink
                    entity={{ id: row.id, kind: "OBSERVATION", name: metricName(row, speech) }}
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
      <CutOff shown={nodes.length} total={totalCount} />
    </section>
  );
}
