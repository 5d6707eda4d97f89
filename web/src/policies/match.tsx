// How an enterprise stands to a measure, condition by condition: met, unmet, unknown, with the fact and the clause.
import { statedValue } from "../entity/stated.ts";
import { relationTitle } from "../model.ts";
import { EntityLink, Sources } from "../parts/names.tsx";
import { amountOf } from "../text/amount.ts";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { matchWords } from "./condition-words.ts";
import type { MatchRow } from "./documents.ts";

const looks: Readonly<Record<string, string>> = {
  ELIGIBLE: "good",
  MET: "good",
  NEARLY: "warning",
  UNKNOWN: "",
  UNMET: "bad",
  INELIGIBLE: "bad",
  ACCEPTING: "good",
  UPCOMING: "warning",
  CLOSED: "bad",
};

/** A status as a badge: by word and colour. */
export function StatusBadge({ status }: { readonly status: string }) {
  const { value } = useSpeech();
  return <span class={`badge ${looks[status] ?? ""}`}>{value(status)}</span>;
}

/** A sum of money a measure pays. */
export function Amount({ amount, kind }: { readonly amount: number | null; readonly kind: string | null }) {
  const speech = useSpeech();
  if (amount === null) return null;
  const words = amountOf(amount, "yuan", speech);
  return <b class="amount">{kind === "CEILING" ? `${speech.value("CEILING")} ${words}` : words}</b>;
}

/** The figure that was compared; in English in the unit it is compared in. */
function Compared({ figure }: { readonly figure: NonNullable<MatchRow["figure"]> }) {
  const speech = useSpeech();
  return (
    <span class="soft">
      {" "}
      <Words of={figure.name} /> {statedValue({ ...figure, bound: "EXACT" }, speech)}
    </span>
  );
}

/** Every condition with how it stands. */
export function MatchList({ rows }: { readonly rows: readonly MatchRow[] }) {
  const speech = useSpeech();
  const { text, title } = speech;
  if (rows.length === 0) return <p class="soft">{text.noConditions}</p>;
  return (
    <ul class="matches">
      {rows
        .map((row) => ({ row, words: matchWords(row, speech) }))
        .map(({ row, words }) => (
          <li key={`${row.text}${row.clause}`}>
            <StatusBadge status={row.status} /> <Words of={words.text} />
            {row.clause !== null && (
              <span class="soft">
                {" "}
                <Words of={row.clause} />
              </span>
            )}
            {row.fact !== null && (
              <span class="soft">
                {" "}
                {title(relationTitle(row.fact.type))} <EntityLink entity={row.fact.to} dot={false} />{" "}
                <Sources sources={row.fact.sources} />
              </span>
            )}
            {row.figure !== null && <Compared figure={row.figure} />}
            {words.change !== null && (
              <span class="todo">
                {" "}
                {text.toChange} <Words of={words.change} />
              </span>
            )}
            {words.toFind !== null && (
              <span class="todo">
                {" "}
                {text.toFind} <Words of={words.toFind} />
              </span>
            )}
            {row.sources.length > 0 && (
              <span class="said">
                {text.conditionSaid} <Sources sources={row.sources} />
              </span>
            )}
          </li>
        ))}
    </ul>
  );
}
