// A document line by line: what was read from each, which yield nothing and why, which are open.
import type { Named } from "../../api/types.ts";
import { relationTitle } from "../../model.ts";
import { EntityLink } from "../../parts/names.tsx";
import { CutOff } from "../../parts/states.tsx";
import { useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import type { Details } from "./documents.ts";

export interface FactRow {
  readonly id: string;
  readonly line: number;
  readonly kind: string;
  readonly entity: Named | null;
  readonly relation: { readonly type: string; readonly from: Named; readonly to: Named } | null;
}

type DocumentDetails = NonNullable<Details["node"]>;

function FactItem({ fact }: { readonly fact: FactRow }) {
  const { title } = useSpeech();
  const { entity, relation } = fact;
  if (entity !== null) return <EntityLink entity={entity} />;
  if (relation === null) return null;
  return (
    <>
      <EntityLink entity={relation.from} /> {title(relationTitle(relation.type))}{" "}
      <EntityLink entity={relation.to} />
    </>
  );
}

/** Lines shown of a text at the most. */
const mostLines = 3_000;

interface LinesProps extends Pick<DocumentDetails, "facts" | "coverage"> {
  /** The text, where it is at hand: its first line first. */
  readonly lines?: readonly string[];
}

/** What is said of the text: that it is not at hand, or is another than was read. */
function TextNote({
  lines,
  registered,
}: {
  readonly lines: number | undefined;
  readonly registered: number | null;
}) {
  const { text } = useSpeech();
  if (lines === undefined) return <>{text.noText}</>;
  if (registered === null || registered === lines) return null;
  return <span class="cut">{fill(text.otherText, { lines, registered })}</span>;
}

/** A document line by line, with its text where that is at hand; else the lines that something is known of. */
export function Lines({ facts, coverage, lines: said }: LinesProps) {
  const { text } = useSpeech();
  if (facts === undefined || coverage === undefined) return null;
  const byLine = new Map<number, FactRow[]>();
  for (const fact of facts.nodes) byLine.set(fact.line, [...(byLine.get(fact.line) ?? []), fact]);
  const reasons = new Map(coverage.withoutFacts.map(({ line, reason }) => [line, reason]));
  const open = new Set(coverage.openLines);
  const shown = (said ?? []).slice(0, mostLines);
  // Of a text at hand, empty lines are passed over; their numbers are not.
  const isEmpty = (line: number): boolean => shown[line - 1]?.trim() === "";
  const all = [...byLine.keys(), ...reasons.keys(), ...open, ...shown.map((_, index) => index + 1)];
  const lines = [...new Set(all)]
    .filter((line) => !isEmpty(line) || byLine.has(line) || reasons.has(line))
    .sort((one, other) => one - other);
  return (
    <section id="lines">
      <h2>{text.linesHeading}</h2>
      <p class="soft">
        {fill(text.lineCounts, {
          lines: coverage.lines ?? "?",
          facts: coverage.linesWithFacts,
          open: coverage.linesOpen,
        })}{" "}
        <TextNote lines={said?.length} registered={coverage.lines} />
      </p>
      <ol class={said === undefined ? "lines" : "lines with-text"}>
        {lines.map((line) => (
          <li key={line} id={`line-${line}`}>
            <a class="line-number" href={`#line-${line}`}>
              {text.line.replace("{n}", String(line))}
            </a>
            {said !== undefined && <p class="said">{shown[line - 1]?.trim()}</p>}
            <div>
              {reasons.has(line) && <span class="soft">{reasons.get(line)}</span>}
              {open.has(line) && <span class="badge warning">{text.openLine}</span>}
              <ul class="names">
                {(byLine.get(line) ?? []).map((fact) => (
                  <li key={fact.id}>
                    <FactItem fact={fact} />
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
      <CutOff shown={shown.length} total={said?.length ?? 0} />
      <CutOff shown={facts.nodes.length} total={facts.totalCount} />
    </section>
  );
}
