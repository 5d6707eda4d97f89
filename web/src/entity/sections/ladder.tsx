// The ladder: which rung is held on each track, what comes next, what that pays and what it lacks.
import { EntityLink } from "../../parts/names.tsx";
import { lacksWords } from "../../policies/condition-words.ts";
import { Amount } from "../../policies/match.tsx";
import { type Speech, useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import { Words } from "../../text/words.tsx";
import type { LadderRow } from "./documents.ts";

/** Why it is not known when re-examination is due; in Chinese the API says it. */
function unknownWords(
  said: string,
  { certification, since }: Pick<LadderRow, "certification" | "since">,
  { text, language }: Speech,
): string {
  if (language === "zh") return said;
  const withoutTerm = certification?.validYears == null;
  return [withoutTerm ? text.termUnknown : "", withoutTerm && since !== null ? "" : text.yearUnknown]
    .filter((one) => one !== "")
    .join("; ");
}

/** The section of the ladder. */
export function Ladder({ rows }: { readonly rows: readonly LadderRow[] }) {
  const speech = useSpeech();
  const { text, value } = speech;
  const told = rows.filter(({ certification, pays }) => certification !== null || pays.length > 0);
  if (told.length === 0) return null;
  return (
    <section id="ladder">
      <h2>{text.ladder}</h2>
      <ul class="ladder">
        {told.map(({ track, certification, rung, since, validity, due, dueUnknown, next, pays, ...more }) => (
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
              {validity !== null && validity !== "VALID" && (
                <>
                  {" "}
                  <span class="badge">{value(validity)}</span>
                </>
              )}
              {due !== null && ` · ${fill(text.due, { year: due })}`}
              {due === null && dueUnknown !== null && (
                <span class="soft"> · {unknownWords(dueUnknown, { certification, since }, speech)}</span>
              )}
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
                {more.lacks !== null && more.lacks !== "" && (
                  <span class="lacks">
                    {" "}
                    <Words of={lacksWords({ status: "", ...more, lacks: more.lacks }, speech)} />
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
