// Enterprises by how they stand to a measure, with what each lacks; chosen by status.
import { EntityLink } from "../parts/names.tsx";
import { CutOff, Empty } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { type Asked, addressOf, statuses } from "./asked.ts";
import type { MeasureAnswer } from "./documents.ts";
import { Standing } from "./standing.tsx";

/** The list, and how many stand where. */
export function Candidates({
  asked,
  measure,
}: {
  asked: Asked;
  measure: NonNullable<MeasureAnswer["measure"]>;
}) {
  const speech = useSpeech();
  const { text, value, number } = speech;
  const { edges, totalCount } = measure.candidates;
  return (
    <>
      <nav class="chips" aria-label={text.status}>
        <a
          href={addressOf(asked, { status: null })}
          aria-current={asked.status === null ? "true" : undefined}
        >
          {text.all}
        </a>
        {statuses.map((one) => {
          const { totalCount: many } =
            measure[one.toLowerCase() as "eligible" | "nearly" | "unknown" | "ineligible"];
          return (
            <a
              key={one}
              href={addressOf(asked, { status: one })}
              aria-current={asked.status === one ? "true" : undefined}
            >
              {value(one)} <span data-status={one}>{number(many)}</span>
            </a>
          );
        })}
      </nav>
      {edges.length === 0 && <Empty>{text.nobody}</Empty>}
      <ul class="candidates">
        {edges.map(({ node, ...stand }) => (
          <Standing key={node.id} of={node} stand={stand}>
            <p>
              <EntityLink entity={node} />
            </p>
          </Standing>
        ))}
      </ul>
      <CutOff shown={edges.length} total={totalCount} />
    </>
  );
}
