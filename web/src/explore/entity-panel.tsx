// Beside the picture: the entity selected, and how many relations of each sort could be opened, before they are.
import { useState } from "preact/hooks";
import { entityPath, kindTitle, relationTitle } from "../model.ts";
import { Dot, KindName, Name } from "../parts/names.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import { type Counted, isEvidence } from "./counts.ts";
import type { Count, Known, Tie } from "./documents.ts";
import type { View } from "./view.ts";

/** How many are opened at a press. */
export const few = 20;

export interface Actions {
  /** Opens up to `first` neighbours more of a sort, or those whose name has a text. */
  readonly expand: (id: string, count: Count, text?: string) => Promise<void>;
  readonly expandFew: (id: string, counts: readonly Count[]) => Promise<void>;
  readonly collapse: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly pin: (id: string, pinned: boolean) => void;
  readonly setEnd: (which: 0 | 1, id: string) => void;
  readonly select: (id: string | null) => void;
}

/** How many of a sort are in the picture already. */
export function inView(id: string, { type, direction, kind }: Count, ties: readonly Tie[]): number {
  return ties.filter((tie) => {
    if (tie.type !== type) return false;
    const starts = direction !== "IN" && tie.from.id === id && tie.to.kind === kind;
    return starts || (direction !== "OUT" && tie.to.id === id && tie.from.kind === kind);
  }).length;
}

/** A sort of relations in words, as the language puts them: 企业 入驻, "location of Enterprise". */
export function SortName({ count: { type, direction, kind } }: { readonly count: Count }) {
  const { title, language } = useSpeech();
  const relation = title(relationTitle(type, direction === "IN"));
  const far = <span class="soft">{title(kindTitle(kind))}</span>;
  return (
    <>
      <Dot kind={kind} />
      <span class="group-name">
        {language === "zh" ? far : relation} {language === "zh" ? relation : far}
      </span>
    </>
  );
}

interface GroupProps {
  readonly id: string;
  readonly count: Count;
  readonly ties: readonly Tie[];
  readonly expand: Actions["expand"];
}

function Group({ id, count, ties, expand }: GroupProps) {
  const { text, title, number } = useSpeech();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const there = inView(id, count, ties);
  const left = count.count - there;
  const label = there > 0 && left > few ? fill(text.more, { n: few }) : `+${Math.min(left, few)}`;
  const words = `${title(relationTitle(count.type, count.direction === "IN"))} · ${title(kindTitle(count.kind))}`;
  const open = async (wanted?: string): Promise<void> => {
    setBusy(true);
    await expand(id, count, wanted).finally(() => setBusy(false));
    setName("");
  };
  return (
    <li class="group-row">
      <SortName count={count} />
      <span class="count" data-count={count.count}>
        {there === 0 ? number(count.count) : fill(text.ofShown, { shown: there, total: number(count.count) })}
      </span>
      {left > 0 && (
        <button
          type="button"
          disabled={busy}
          onClick={() => open()}
          aria-label={`${label} ${text.expand} ${words}`}
        >
          {label}
        </button>
      )}
      {left > few && (
        <form
          class="pick"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") void open(name.trim());
          }}
        >
          <input
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
            placeholder={text.pickByName}
            aria-label={`${text.pickByName}: ${words}`}
          />
        </form>
      )}
    </li>
  );
}

interface EntityPanelProps {
  readonly view: View;
  readonly entities: ReadonlyMap<string, Known>;
  readonly ties: readonly Tie[];
  /** Those of the entity selected. */
  readonly counted: Counted;
  readonly actions: Actions;
}

/** The panel of the entity selected. */
export function EntityPanel({ view, entities, ties, counted, actions }: EntityPanelProps) {
  const { text } = useSpeech();
  const id = view.selected;
  const entity = id === null ? undefined : entities.get(id);
  if (id === null || entity === undefined) return <p class="state">{text.selectHint}</p>;
  const pinned = view.nodes.get(id)?.pinned === true;
  const { counts, failed, again } = counted;
  const sorts = counts ?? [];
  return (
    <section class="entity-panel" aria-label={text.panel_entity}>
      <KindName kind={entity.kind} />
      <h2>
        <a href={entityPath(id)}>
          <Name of={entity} />
        </a>
      </h2>
      {entity.summary !== null && (
        <p class="soft">
          <Words of={entity.summary} />
        </p>
      )}
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={sorts.length === 0}
          onClick={() =>
            actions.expandFew(
              id,
              sorts.filter((count) => !isEvidence(count)),
            )
          }
        >
          {text.expandFew}
        </button>
        <button type="button" onClick={() => actions.collapse(id)}>
          {text.collapse}
        </button>
        <button type="button" aria-pressed={pinned} onClick={() => actions.pin(id, !pinned)}>
          {pinned ? text.unpin : text.pin}
        </button>
        <button type="button" onClick={() => actions.remove(id)}>
          {text.remove}
        </button>
        <button type="button" onClick={() => actions.setEnd(0, id)}>
          {text.pathFrom}
        </button>
        <button type="button" onClick={() => actions.setEnd(1, id)}>
          {text.pathTo}
        </button>
      </div>
      <h3>{text.relationsToOpen}</h3>
      {counts === undefined && failed === undefined && <Loading />}
      {failed !== undefined && <Failed message={failed} retry={again} />}
      {counts?.length === 0 && <p class="state">{text.noRelations}</p>}
      <ul class="groups">
        {sorts.map((count) => (
          <Group
            key={`${id} ${count.type} ${count.direction} ${count.kind}`}
            id={id}
            count={count}
            ties={ties}
            expand={actions.expand}
          />
        ))}
      </ul>
    </section>
  );
}
