// The search box: suggestions while typing, arrow keys, Enter; without script it is a plain form.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { askHere } from "../api/ask.ts";
import type { Named } from "../api/types.ts";
import { entityPath, kindTitle } from "../model.ts";
import { Dot } from "../parts/names.tsx";
import { failureHere } from "../text/failure.ts";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import { type Hit, matchedName, type SearchAnswer, searchDocument } from "./documents.ts";

/** Milliseconds without a key before it asks. */
const pause = 120;

interface SearchBoxProps {
  readonly initial?: string;
  /** What choosing a suggestion does; without it the entity's page opens. */
  readonly onChoose?: (entity: Named) => void;
  readonly kinds?: readonly string[];
  readonly label?: string;
}

type Found =
  | { readonly text: string; readonly hits: readonly Hit[] }
  | { readonly error: string }
  | undefined;

/** Hits for a text, asked after a pause; a later text makes an earlier answer void. */
function useHits(text: string, kinds: readonly string[] | undefined, active: boolean): Found {
  const [found, setFound] = useState<Found>(undefined);
  const wanted = kinds?.join() ?? "";
  useEffect(() => {
    const asked = text.trim();
    if (!active || asked === "") {
      setFound(undefined);
      return;
    }
    let current = true;
    const variables = { text: asked, kinds: wanted === "" ? undefined : wanted.split(","), first: 10 };
    const timer = setTimeout(() => {
      askHere<SearchAnswer>(searchDocument, variables).then(
        ({ search }) => current && setFound({ text: asked, hits: search }),
        (error: unknown) => current && setFound({ error: failureHere(error) }),
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, wanted, active]);
  return found;
}

/** A search box with suggestions. */
export function SearchBox({ initial = "", onChoose, kinds, label }: SearchBoxProps) {
  const { text, title } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState(initial);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const found = useHits(typed, kinds, open);
  const hits = found !== undefined && "hits" in found ? found.hits : [];
  const choose = (hit: Hit): void => {
    setOpen(false);
    if (onChoose === undefined) location.assign(entityPath(hit.entity.id));
    else {
      setTyped("");
      onChoose(hit.entity);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape") setOpen(false);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setAt((at + step + hits.length) % hits.length);
    }
    const hit = hits[at] ?? (onChoose === undefined ? undefined : hits[0]);
    if (event.key === "Enter" && open && hit !== undefined) {
      event.preventDefault();
      choose(hit);
    } else if (event.key === "Enter" && onChoose !== undefined) event.preventDefault();
  };
  return (
    <form class="search" role="search" action="/search" method="get">
      <input
        ref={box}
        type="search"
        list={undefined}
        name="q"
        value={typed}
        placeholder={label ?? text.searchPlaceholder}
        aria-label={label ?? text.searchLabel}
        autocomplete="off"
        role="combobox"
        aria-expanded={open && found !== undefined}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 && at < hits.length ? `${id}-${at}` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <ul
        id={`${id}-list`}
        class="suggestions"
        role="listbox"
        aria-label={text.suggestions}
        hidden={!open || found === undefined}
      >
        {hits.map((hit, index) => (
          <li
            key={hit.entity.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            <Dot kind={hit.entity.kind} />
            <span class="name">
              <Words of={hit.entity.name} />
            </span>
            <span class="why">
              {title(kindTitle(hit.entity.kind))}
              {matchedName(hit) !== undefined && (
                <Words of={` · ${fill(text.matchedBy, { name: hit.matched })}`} />
              )}
            </span>
          </li>
        ))}
        {found !== undefined && hits.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled="true" class="none">
            <Words of={"error" in found ? found.error : fill(text.nothingFound, { text: found.text })} />
          </li>
        )}
      </ul>
    </form>
  );
}
