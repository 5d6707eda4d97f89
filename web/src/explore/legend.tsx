// Which kinds and types of relation are in the picture, and showing or hiding them.
import { kindColour, kindTitle, relationTitle } from "../model.ts";
import { Dot } from "../parts/names.tsx";
import { useSpeech } from "../text/language.ts";
import type { Known, Tie } from "./documents.ts";
import type { Change } from "./history.ts";
import { toggled, type View } from "./view.ts";

interface LegendProps {
  readonly view: View;
  readonly entities: ReadonlyMap<string, Known>;
  readonly ties: readonly Tie[];
  readonly change: Change;
}

function tally(names: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Kinds and types as buttons; pressed means shown. */
export function Legend({ view, entities, ties, change }: LegendProps) {
  const { text, title } = useSpeech();
  const kinds = tally([...view.nodes.keys()].flatMap((id) => entities.get(id)?.kind ?? []));
  const types = tally(ties.map(({ type }) => type));
  if (kinds.length === 0) return null;
  return (
    <details class="legend" open>
      <summary>{text.legend}</summary>
      <div class="chips" role="group" aria-label={text.kinds}>
        {kinds.map(([kind, count]) => (
          <button
            key={kind}
            type="button"
            aria-pressed={!view.hiddenKinds.has(kind)}
            onClick={() => change((now) => ({ ...now, hiddenKinds: toggled(now.hiddenKinds, kind) }))}
            data-colour={kindColour(kind)}
          >
            <Dot kind={kind} /> {title(kindTitle(kind))} {count}
          </button>
        ))}
      </div>
      <div class="chips" role="group" aria-label={text.relations}>
        {types.map(([type, count]) => (
          <button
            key={type}
            type="button"
            aria-pressed={!view.hiddenTypes.has(type)}
            onClick={() => change((now) => ({ ...now, hiddenTypes: toggled(now.hiddenTypes, type) }))}
          >
            {title(relationTitle(type))} {count}
          </button>
        ))}
      </div>
    </details>
  );
}
