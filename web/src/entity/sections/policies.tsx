// Which measures an enterprise could get, what each lacks, and the one fact that would decide the most money.

import { EntityLink } from "../../parts/names.tsx";
import { CutOff } from "../../parts/states.tsx";
import { matchWords } from "../../policies/condition-words.ts";
import type { MatchRow } from "../../policies/documents.ts";
import { Amount } from "../../policies/match.tsx";
import { DayForm, Exclusions, WindowNote } from "../../policies/rules.tsx";
import { Standing } from "../../policies/standing.tsx";
import { amountOf } from "../../text/amount.ts";
import { useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import { Words } from "../../text/words.tsx";
import type { PolicyMatch } from "./documents.ts";

/** The unknown fact that stands in the way of the most money: found out, it decides the measures it is missing for. */
export function decidingFact(
  matches: readonly PolicyMatch[],
  words: (row: MatchRow) => string | null = ({ toFind }) => toFind,
): { fact: string; amount: number } | undefined {
  const sums = new Map<string, number>();
  for (const { amount, missing } of matches) {
    if (amount === null) continue;
    for (const toFind of new Set(missing.flatMap((row) => words(row) ?? [])))
      sums.set(toFind, (sums.get(toFind) ?? 0) + amount);
  }
  const [best] = [...sums].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return best === undefined ? undefined : { fact: best[0], amount: best[1] };
}

/** The section of measures. */
export function PolicyMatches({
  matches,
  totalCount,
  on,
}: {
  matches: readonly PolicyMatch[];
  totalCount: number;
  on: string | null;
}) {
  const speech = useSpeech();
  const { text } = speech;
  if (matches.length === 0 && on === null) return null;
  const deciding = decidingFact(matches, (row) => matchWords(row, speech).toFind);
  return (
    <section id="policies">
      <h2>{text.couldGet}</h2>
      <DayForm on={on} />
      {deciding !== undefined && (
        <p class="deciding">
          <Words
            of={fill(text.decides, {
              fact: deciding.fact,
              amount: amountOf(deciding.amount, "yuan", speech),
            })}
          />
        </p>
      )}
      <ul class="candidates">
        {matches.map(({ node, amount, amountKind, applicationWindow, exclusions, ...stand }) => (
          <Standing
            key={node.id}
            of={node}
            stand={stand}
            beside={
              <>
                <Amount amount={amount} kind={amountKind} /> <WindowNote window={applicationWindow} />{" "}
                {exclusions.some(({ better }) => better) && (
                  <span class="badge warning">{text.betterElsewhere}</span>
                )}
              </>
            }
          >
            {applicationWindow !== null && (
              <p>
                <WindowNote window={applicationWindow} cite />
              </p>
            )}
            <Exclusions rows={exclusions} />
            <p class="onwards">
              <EntityLink entity={node} /> ·{" "}
              <a
                href={`/policies?${new URLSearchParams({ measure: node.id, ...(on === null ? {} : { on }) })}`}
              >
                {text.whoElse}
              </a>
            </p>
          </Standing>
        ))}
      </ul>
      <CutOff shown={matches.length} total={totalCount} />
    </section>
  );
}
