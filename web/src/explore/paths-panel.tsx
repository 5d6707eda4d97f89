// How two entities relate: the shortest way and others, and what they have in common.
import { useEffect, useRef, useState } from "preact/hooks";
import { relationTitle } from "../model.ts";
import { EntityLink, Firmness, Sources } from "../parts/names.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { SearchBox } from "../search/box.tsx";
import { failureHere } from "../text/failure.ts";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import { askCommon, askNodes, askPaths, type Common, type Known, type Way } from "./documents.ts";
import type { View } from "./view.ts";

interface PathsPanelProps {
  readonly view: View;
  readonly entities: ReadonlyMap<string, Known>;
  readonly setEnd: (which: 0 | 1, id: string | null) => void;
  /** Puts the entities of a way into the picture and lets it stand out. */
  readonly show: (route: readonly string[]) => void;
}

type Answer =
  | { readonly ways: readonly Way[]; readonly common: readonly Common[] }
  | { readonly failed: string }
  | undefined;

function End({
  which,
  id,
  names,
  setEnd,
}: {
  which: 0 | 1;
  id: string | null;
  names: ReadonlyMap<string, string>;
  setEnd: PathsPanelProps["setEnd"];
}) {
  const { text } = useSpeech();
  const label = which === 0 ? text.pathFrom : text.pathTo;
  if (id === null) return <SearchBox label={label} onChoose={(entity) => setEnd(which, entity.id)} />;
  return (
    <p class="end">
      <span class="soft">{label}</span>{" "}
      <b>
        <Words of={names.get(id) ?? id} />
      </b>{" "}
      <button type="button" onClick={() => setEnd(which, null)} aria-label={`${text.change}: ${label}`}>
        {text.change}
      </button>
    </p>
  );
}

/** A way in words: each entity, and how it relates to the next. */
function WayList({ way }: { readonly way: Way }) {
  const { title } = useSpeech();
  return (
    <ol class="way">
      {way.nodes.map((node, index) => {
        const tie = way.relations[index];
        return (
          <li key={node.id}>
            <EntityLink entity={node} />
            {tie !== undefined && (
              <span class="step">
                {tie.from.id === node.id ? "→ " : "← "}
                {title(relationTitle(tie.type, tie.from.id !== node.id))} <Firmness status={tie.status} />{" "}
                <Sources sources={tie.sources} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The panel of paths. */
export function PathsPanel({ view, entities, setEnd, show }: PathsPanelProps) {
  const { text } = useSpeech();
  const [from, to] = view.ends;
  const [answer, setAnswer] = useState<Answer>(undefined);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [turn, setTurn] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const chosen = useRef(false);
  const choose: typeof setEnd = (which, id) => {
    chosen.current = true;
    setEnd(which, id);
  };
  // What was chosen in is gone: whoever goes by keys goes on at the next.
  useEffect(() => {
    if (!chosen.current) return;
    chosen.current = false;
    const next = panel.current?.querySelector<HTMLElement>("input") ?? panel.current?.querySelector("button");
    next?.focus();
  }, [from, to]);
  const showWay = (way: Way): void => show(way.nodes.map(({ id }) => id));
  useEffect(() => {
    let current = true;
    setAnswer(undefined);
    const ask = async (): Promise<void> => {
      const ends = [from, to].filter((id) => id !== null);
      const known = new Map(
        ends.flatMap((id) => (entities.has(id) ? [[id, entities.get(id)?.name ?? id]] : [])),
      );
      for (const { id, name } of await askNodes(ends.filter((id) => !known.has(id)))) known.set(id, name);
      if (current) setNames(known as Map<string, string>);
      if (from === null || to === null) return;
      const [ways, common] = await Promise.all([
        askPaths(from, to),
        from === to ? [] : askCommon([from, to]),
      ]);
      if (!current) return;
      setAnswer({ ways, common });
      // The shortest way is shown at once, unless a way between the two stands out already.
      const [first] = ways;
      const shown = view.route[0] === from && view.route.at(-1) === to;
      if (first !== undefined && !shown) showWay(first);
    };
    ask().catch((error: unknown) => {
      if (current) setAnswer({ failed: failureHere(error) });
    });
    return () => {
      current = false;
    };
  }, [from, to, turn]);
  return (
    <section class="paths-panel" aria-label={text.paths} ref={panel}>
      <End which={0} id={from} names={names} setEnd={choose} />
      <End which={1} id={to} names={names} setEnd={choose} />
      {from !== null && to !== null && answer === undefined && <Loading />}
      {answer !== undefined && "failed" in answer && (
        <Failed message={answer.failed} retry={() => setTurn(turn + 1)} />
      )}
      {from !== null && to !== null && answer !== undefined && "ways" in answer && (
        <>
          <h3>{text.paths}</h3>
          {answer.ways.length === 0 && <p class="state">{text.noPath}</p>}
          {answer.ways.map((way, index) => (
            <article key={way.relations.map(({ id }) => id).join()} class="way-card">
              <header>
                <b>{fill(index === 0 ? text.shortest : text.alternative, { n: index, steps: way.length })}</b>{" "}
                <button type="button" onClick={() => showWay(way)}>
                  {text.showInPicture}
                </button>
              </header>
              <WayList way={way} />
            </article>
          ))}
          <h3>
            {text.common} <span class="count">{answer.common.length}</span>
          </h3>
          {answer.common.length === 0 && <p class="state">{text.nothingCommon}</p>}
          <ul class="relations">
            {answer.common.map(({ entity }) => (
              <li key={entity.id}>
                <EntityLink entity={entity} />
                <button type="button" onClick={() => show([from, entity.id, to])}>
                  {text.showInPicture}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
