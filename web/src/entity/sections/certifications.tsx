// Certifications in time: the newest first, those without a date last.
import { EntityLink, Firmness, Sources } from "../../parts/names.tsx";
import { CutOff } from "../../parts/states.tsx";
import { useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import { Words } from "../../text/words.tsx";
import type { CertificationEdge } from "./documents.ts";

function yearOf({ year, since }: CertificationEdge): string {
  return String(year ?? since?.slice(0, 4) ?? "");
}

/** The section of certifications. */
export function Certifications({
  edges,
  totalCount,
}: {
  edges: readonly CertificationEdge[];
  totalCount: number;
}) {
  const { text, value } = useSpeech();
  if (edges.length === 0) return null;
  const sorted = [...edges].sort((one, other) => yearOf(other).localeCompare(yearOf(one)));
  return (
    <section id="certifications">
      <h2>
        {text.certifications} <span class="count">{totalCount}</span>
      </h2>
      <ol class="timeline">
        {sorted.map((edge) => (
          <li key={`${edge.node.id}${edge.year}${edge.batch}`}>
            <span class="year">{yearOf(edge) === "" ? text.undated : yearOf(edge)}</span>
            <span>
              <EntityLink entity={edge.node} />{" "}
              {edge.node.level !== null && <span class="badge">{value(edge.node.level)}</span>}{" "}
              <Firmness status={edge.status} />
              <span class="details">
                {[
                  edge.batch,
                  edge.ordinal,
                  edge.renewedIn === null ? null : fill(text.renewed, { year: edge.renewedIn }),
                  edge.until === null ? null : `${text.until} ${edge.until}`,
                ]
                  .filter((one) => one !== null)
                  .map((one) => (
                    <Words key={one} of={` · ${one}`} />
                  ))}
              </span>{" "}
              <Sources sources={edge.sources} />
            </span>
          </li>
        ))}
      </ol>
      <CutOff shown={edges.length} total={totalCount} />
    </section>
  );
}
