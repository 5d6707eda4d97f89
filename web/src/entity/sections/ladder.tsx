// The ladder: which rung is held on each track, what comes next, what that pays and what it lacks.
import { EntityLink } from "../../parts/names.tsx";
import { Amount } from "../../policies/match.tsx";
import { useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import type { LadderRow } from "./documents.ts";

/** The section of the ladder. */
export function Ladder({ rows }: { readonly rows: readonly LadderRow[] }) {
  const { text, value } = useSpeech();
  const told = rows.filter(({ certification, pays }) => certification !== null || pays.length > 0);
  if (told.length === 0) return null;
  return (
    <section id="ladder">
      <h2>{text.ladder}</h2>
      <ul class="ladder">
        {told.map(({ track, certification, rung, since, validity, due, dueUnknown, next, pays, lacks }) => (
          <li key={track}>
            <p>
              {certification === null ? (
                <span class="soft">{text.noRung}</span>
              ) : (
                <>
                  <EntityLink entity={certification} />{" "}
                  <span class="soft">{fill(text.rung, { n: rung ?? "?" })}</span>
                </>
              )}
              {since !== null && ` · ${text.since} ${since}`}
              {validity !== null && validity !== "VALID" && <span class="badge">{value(validity)}</span>}
              {due !== null && ` · ${fill(text.due, { year: due })}`}
              {due === null && dueUnknown !== null && <span class="soft"> · {dueUnknown}</span>}
            </p>
            {next !== null && (
              <p>
                → {text.nextRung} <EntityLink entity={next} />
                {pays.map(({ measure, amount, amountKind }) => (
                  <span key={measure.id}>
                    {" "}
                    · <EntityLink entity={measure} dot={false} /> <Amount amount={amount} kind={amountKind} />
                  </span>
                ))}
                {lacks !== null && lacks !== "" && <span class="lacks"> {lacks}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
