// A measure as of a day: whether it can be applied for, what it pays, and its rules of other years.
import type { MeasureRules } from "../../policies/documents.ts";
import { DayForm, OnDay, Rules } from "../../policies/rules.tsx";
import { useSpeech } from "../../text/language.ts";

/** The section of a measure's rules. */
export function MeasureSection({
  id,
  rules,
  on,
}: {
  readonly id: string;
  readonly rules: MeasureRules;
  readonly on: string | null;
}) {
  const { text } = useSpeech();
  return (
    <section id="application">
      <h2>{text.application}</h2>
      <OnDay day={rules.day.edges[0]} on={on} />
      <DayForm on={on} />
      <Rules id={id} of={rules} />
      <p>
        <a
          class="button"
          href={`/policies?${new URLSearchParams({ measure: id, ...(on === null ? {} : { on }) })}`}
        >
          {text.whoCould}
        </a>
      </p>
    </section>
  );
}
