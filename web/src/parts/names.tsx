// Entities by name: the dot of their kind, a link to their page, and where something was said.
import type { Cited, Named } from "../api/types.ts";
import { entityPath, kindColour, kindTitle, linePath } from "../model.ts";
import { outlineOf, outlineWidth } from "../outline.ts";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";

/** The colour of a kind as a dot. */
export function Dot({ kind }: { readonly kind: string }) {
  return (
    <svg class="dot" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r="4.75"
        fill={kindColour(kind)}
        stroke={outlineOf(kindColour(kind))}
        stroke-width={outlineWidth}
      />
    </svg>
  );
}

/** A kind in words, beside its colour. */
export function KindName({ kind }: { readonly kind: string }) {
  const { title } = useSpeech();
  return (
    <span class="kind">
      <Dot kind={kind} />
      {title(kindTitle(kind))}
    </span>
  );
}

/** An entity's name; on a page in English the one that the data have is set back behind the English one. */
export function Name({ of: { name, english, given } }: { readonly of: Omit<Named, "id" | "kind"> }) {
  if (english === undefined || given === undefined || english === name) return <Words of={name} />;
  return (
    <>
      <Words of={english} />{" "}
      <span class="own">
        <Words of={given} />
      </span>
    </>
  );
}

/** An entity's name as a link to its page. */
export function EntityLink({ entity, dot = true }: { readonly entity: Named; readonly dot?: boolean }) {
  const { title } = useSpeech();
  return (
    <a class="entity" href={entityPath(entity.id)} title={title(kindTitle(entity.kind))}>
      {dot && <Dot kind={entity.kind} />}
      <span>
        <Name of={entity} />
      </span>
    </a>
  );
}

/** Places shown at once; more can be opened. */
const mostSources = 6;

function SourceLink({ source: { document, line } }: { readonly source: Cited }) {
  const { text } = useSpeech();
  return (
    <a class="source" href={linePath(document.id, line)} title={document.given}>
      <Words of={document.english ?? document.name} /> {text.line.replace("{n}", String(line))}
    </a>
  );
}

/** Where something was said: document and line, each a link to the line. */
export function Sources({ sources }: { readonly sources: readonly Cited[] }) {
  const { text } = useSpeech();
  if (sources.length === 0) return null;
  const links = sources.map((source) => (
    <SourceLink key={`${source.document.id}:${source.line}`} source={source} />
  ));
  return (
    <span class="sources">
      {links.slice(0, mostSources)}
      {links.length > mostSources && (
        <details>
          <summary>{text.moreSources.replace("{n}", String(links.length - mostSources))}</summary>
          {links.slice(mostSources)}
        </details>
      )}
    </span>
  );
}

/** How firmly a fact was said, where it is not simply stated. */
export function Firmness({ status }: { readonly status: string | null | undefined }) {
  const { value } = useSpeech();
  if (status == null || status === "STATED") return null;
  return <span class={`badge firmness-${status.toLowerCase()}`}>{value(status)}</span>;
}
