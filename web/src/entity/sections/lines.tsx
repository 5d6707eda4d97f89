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

/** The lines of a document that something is known of. */
export function Lines({ facts, coverage }: Pick<DocumentDetails, "facts" | "coverage">) {
  const { text } = useSpeech();
  if (facts === undefined || coverage === undefined) return null;
  const byLine = new Map<number, FactRow[]>();
  for (const fact of facts.nodes) byLine.set(fact.line, [...(byLine.get(fact.line) ?? []), fact]);
  const reasons = new Map(coverage.withoutFacts.map(({ line, reason }) => [line, reason]));
  const open = new Set(coverage.openLines);
  const lines = [...new Set([...byLine.keys(), ...reasons.keys(), ...open])].sort(
    (one, other) => one - other,
  );
  return (
    <section id="lines">
      <h2>{text.linesHeading}</h2>
      <p class="soft">
        {fill(text.lineCounts, {
          lines: coverage.lines ?? "?",
          facts: coverage.linesWithFacts,
          open: coverage.linesOpen,
        })}{" "}
        {text.noText}
      </p>
      <ol class="lines">
        {lines.map((line) => (
          <li key={line} id={`line-${line}`}>
            <b class="line-number">{text.line.replace("{n}", String(line))}</b>
            {reasons.has(line) && <span class="soft"> {reasons.get(line)}</span>}
            {open.has(line) && <span class="badge warning">{text.openLine}</span>}
            <ul class="names">
              {(byLine.get(line) ?? []).map((fact) => (
                <li key={fact.id}>
                  <FactItem fact={fact} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <CutOff shown={facts.nodes.length} total={facts.totalCount} />
    </section>
  );
}
