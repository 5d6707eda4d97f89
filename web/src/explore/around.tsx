// An entity that is alone in the picture: how many relations of each sort it has, to either side of it, each to be
// opened by a press. So one with thousands opens as counts, and what is opened is the reader's choice.
import { entityPath, kindColour } from "../model.ts";
import { outlineOf } from "../outline.ts";
import { KindName } from "../parts/names.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import type { Counted } from "./counts.ts";
import type { Count, Known } from "./documents.ts";
import { few, SortName } from "./entity-panel.tsx";
import { fanOf, type Spoke } from "./fan.ts";

interface AroundProps {
  readonly entity: Known;
  readonly counted: Counted;
  readonly onOpen: (count: Count) => void;
}

function Side({
  title,
  spokes,
  onOpen,
}: {
  title: string;
  spokes: readonly Spoke[];
  onOpen: AroundProps["onOpen"];
}) {
  const { text, number } = useSpeech();
  return (
    <ul class="side" aria-label={title}>
      {spokes.map(({ count }) => {
        const opened = fill(text.opensOf, { n: Math.min(few, count.count), total: number(count.count) });
        return (
          <li key={`${count.type} ${count.direction} ${count.kind}`}>
            <button type="button" onClick={() => onOpen(count)} title={opened}>
              <SortName count={count} /> <b>{number(count.count)}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The counts as a picture. */
export function Around({ entity, counted: { counts, failed, again }, onOpen }: AroundProps) {
  const { text, number } = useSpeech();
  const fan = fanOf(counts ?? []);
  const total = (counts ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="canvas around" aria-label={text.countsLabel} data-nodes={1}>
      <p class="soft lead">
        {counts === undefined
          ? text.countsLabel
          : total === 0
            ? text.noRelations
            : fill(text.countsLead, { total: number(total), n: few })}
      </p>
      {failed !== undefined && <Failed message={failed} retry={again} />}
      {counts === undefined && failed === undefined && <Loading />}
      <div class="fan">
        <svg viewBox={`0 0 100 ${fan.height}`} preserveAspectRatio="none" aria-hidden="true">
          {[...fan.incoming, ...fan.outgoing].map(({ count, line, width }) => (
            <path
              key={line}
              d={line}
              fill="none"
              stroke={outlineOf(kindColour(count.kind))}
              stroke-width={width}
              vector-effect="non-scaling-stroke"
            />
          ))}
        </svg>
        {fan.incoming.length > 0 && <p class="way-in">{text.leadsHere}</p>}
        <Side title={text.leadsHere} spokes={fan.incoming} onOpen={onOpen} />
        <p class="hub">
          <KindName kind={entity.kind} />
          <a href={entityPath(entity.id)}>
            <Words of={entity.english ?? entity.name} />
          </a>
        </p>
        {fan.outgoing.length > 0 && <p class="way-out">{text.leadsOn}</p>}
        <Side title={text.leadsOn} spokes={fan.outgoing} onOpen={onOpen} />
      </div>
    </section>
  );
}
