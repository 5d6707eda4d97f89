// Which measures an enterprise could get, what each lacks, and the one fact that would decide the most money.

import { EntityLink } from "../../parts/names.tsx";
import { CutOff } from "../../parts/states.tsx";
import { Amount, MatchList, StatusBadge } from "../../policies/match.tsx";
import { amountOf } from "../../text/amount.ts";
import { useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import type { PolicyMatch } from "./documents.ts";

/** The unknown fact that stands in the way of the most money: found out, it decides the measures it is missing for. */
export function decidingFact(matches: readonly PolicyMatch[]): { fact: string; amount: number } | undefined {
  const sums = new Map<string, number>();
  for (const { amount, missing } of matches) {
    if (amount === null) continue;
    for (const toFind of new Set(missing.flatMap((row) => row.toFind ?? [])))
      sums.set(toFind, (sums.get(toFind) ?? 0) + amount);
  }
  const [best] = [...sums].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return best === undefined ? undefined : { fact: best[0], amount: best[1] };
}

/** The section of measures. */
export function PolicyMatches({
  matches,
  totalCount,
}: {
  matches: readonly PolicyMatch[];
  totalCount: number;
}) {
  const speech = useSpeech();
  const { text } = speech;
  if (matches.length === 0) return null;
  const deciding = decidingFact(matches);
  return (
    <section id="policies">
      <h2>{text.couldGet}</h2>
      {deciding !== undefined && (
        <p class="deciding">
          {fill(text.decides, { fact: deciding.fact, amount: amountOf(deciding.amount, "yuan", speech) })}
        </p>
      )}
      <ul class="candidates">
        {matches.map(({ node, status, amount, amountKind, lacks, conditions }) => (
          <li key={node.id}>
            <details>
              <summary>
                <StatusBadge status={status} /> <b>{node.name}</b>{" "}
                <Amount amount={amount} kind={amountKind} /> <span class="lacks">{lacks}</span>
              </summary>
              <MatchList rows={conditions} />
              <p>
                <EntityLink entity={node} /> ·{" "}
                <a href={`/policies?${new URLSearchParams({ measure: node.id })}`}>{text.whoElse}</a>
              </p>
            </details>
          </li>
        ))}
      </ul>
      <CutOff shown={matches.length} total={totalCount} />
    </section>
  );
}
