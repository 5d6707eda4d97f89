// A document line by line: what was read from each, which yield nothing and why, which are open. Long ones in parts.

import { useEffect } from "preact/hooks";
import { entityPath, relationTitle } from "../../model.ts";
import { FirstFew } from "../../parts/first-few.tsx";
import { EntityLink } from "../../parts/names.tsx";
import { useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import { Words } from "../../text/words.tsx";
import type { Coverage, FactRow, FactsPage } from "./line-facts.ts";
import { type LinesPart, lastLineOf } from "./lines-part.ts";

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

interface LinesProps {
  readonly facts?: FactsPage | undefined;
  readonly coverage?: Coverage | undefined;
  readonly id: string;
  /** The part that is shown, with its text where that is at hand. */
  readonly part: LinesPart;
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

/** Which part is shown, the parts beside it, and the way to any line; nothing where all is shown at once. */
function Parts({ id, part, last }: { readonly id: string; readonly part: LinesPart; readonly last: number }) {
  const { text } = useSpeech();
  const { from, to } = part;
  if (from === 1 && last <= to) return null;
  return (
    <nav class="parts no-print" aria-label={text.partsOfText}>
      {from > 1 && <a href={`${entityPath(id)}?line=${from - 1}#lines`}>← {text.linesBefore}</a>}{" "}
      <span>{fill(text.linesShown, { from, to: Math.min(to, last), total: last })}</span>{" "}
      {to < last && <a href={`${entityPath(id)}?line=${to + 1}#lines`}>{text.linesAfter} →</a>}
      <form method="get" action="#asked">
        <label>
          {text.toLine} <input type="number" name="line" min={1} max={last} required />
        </label>{" "}
        <button type="submit">{text.showLine}</button>
      </form>
    </nav>
  );
}

/** Goes on to the part that has the line of the address, as in a link that names the line alone. */
function useLineOfAddress(id: string, last: number): void {
  useEffect(() => {
    const follow = (): void => {
      const line = Number(/^#line-(\d+)$/.exec(location.hash)?.[1]);
      if (!(line >= 1 && line <= last) || document.getElementById(`line-${line}`) !== null) return;
      if (new URLSearchParams(location.search).get("line") !== String(line))
        location.replace(`${entityPath(id)}?line=${line}#line-${line}`);
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [id, last]);
}

/** Facts of a line shown at once; the rest can be opened. */
const few = 12;

function FactList({ facts }: { readonly facts: readonly FactRow[] }) {
  return (
    <ul class="names">
      {facts.map((fact) => (
        <li key={fact.id}>
          <FactItem fact={fact} />
        </li>
      ))}
    </ul>
  );
}

/** A part of a document line by line, with its text where that is at hand; else the lines that something is known of. */
export function Lines({ id, facts, coverage, part }: LinesProps) {
  const { text } = useSpeech();
  const last = lastLineOf(part, coverage, facts?.nodes ?? []);
  useLineOfAddress(id, last);
  if (facts === undefined || coverage === undefined) return null;
  const { from, to, text: said, of } = part;
  const within = (line: number): boolean => line >= from && line <= to;
  const byLine = new Map<number, FactRow[]>();
  for (const fact of facts.nodes)
    if (within(fact.line)) byLine.set(fact.line, [...(byLine.get(fact.line) ?? []), fact]);
  const reasons = new Map(
    coverage.withoutFacts.filter(({ line }) => within(line)).map(({ line, reason }) => [line, reason]),
  );
  const open = new Set(coverage.openLines.filter(within));
  // Of a text at hand, empty lines are passed over; their numbers are not. The one asked for is there, whatever it holds.
  const isEmpty = (line: number): boolean => said?.[line - from]?.trim() === "";
  const all = [...byLine.keys(), ...reasons.keys(), ...open, ...(said ?? []).map((_, place) => from + place)];
  const asked = part.line !== null && part.line <= last ? [part.line] : [];
  const lines = [...new Set([...all, ...asked])]
    .filter((line) => !isEmpty(line) || byLine.has(line) || reasons.has(line) || line === part.line)
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
        <TextNote lines={of} registered={coverage.lines} />
      </p>
      {part.beyond !== undefined && (
        <p class="cut" role="status">
          {fill(text.noSuchLine, { line: part.beyond, total: last })}
        </p>
      )}
      <Parts id={id} part={part} last={last} />
      <ol class={said === undefined ? "lines" : "lines with-text"}>
        {lines.map((line) => (
          <li key={line} id={`line-${line}`} class={line === part.line ? "asked" : undefined}>
            <a class="line-number" id={line === part.line ? "asked" : undefined} href={`#line-${line}`}>
              {text.line.replace("{n}", String(line))}
            </a>
            {said !== undefined && (
              <p class="said">
                <Words of={said[line - from]?.trim() ?? ""} />
              </p>
            )}
            <div>
              {reasons.has(line) && (
                <span class="soft">
                  <Words of={reasons.get(line) ?? ""} />
                </span>
              )}
              {open.has(line) && <span class="badge warning">{text.openLine}</span>}
              <FirstFew rows={byLine.get(line) ?? []} few={few} list={(some) => <FactList facts={some} />} />
            </div>
          </li>
        ))}
      </ol>
      <Parts id={id} part={part} last={last} />
      {part.cut === true && <p class="cut">{fill(text.factsCut, { shown: facts.nodes.length })}</p>}
    </section>
  );
}
