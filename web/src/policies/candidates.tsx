// Enterprises by how they stand to a measure, with what each lacks; chosen by status.
import { EntityLink } from "../parts/names.tsx";
import { CutOff, Empty } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import { type Asked, addressOf, nextOf, statuses } from "./asked.ts";
import { lacksWords } from "./condition-words.ts";
import type { CandidateRow, MeasureAnswer } from "./documents.ts";
import { Standing } from "./standing.tsx";

/** So many who lack the same are told of together. */
const alike = 3;

export interface Together {
  /** What all of them lack, nothing of those who lack nothing; of those who are told of one by one, undefined. */
  readonly lacks: string | undefined;
  readonly rows: readonly CandidateRow[];
}

/** Candidates by how they stand and what they lack: several who lack the same together, others one by one. */
export function togetherBy(
  rows: readonly CandidateRow[],
  words: (row: CandidateRow) => string,
): readonly Together[] {
  const byLack = new Map<string, CandidateRow[]>();
  for (const row of rows) {
    const key = `${row.status} ${words(row)}`;
    byLack.set(key, [...(byLack.get(key) ?? []), row]);
  }
  const told: { lacks: string | undefined; rows: CandidateRow[] }[] = [];
  for (const some of byLack.values()) {
    const [first] = some;
    const last = told.at(-1);
    if (first === undefined) continue;
    if (some.length >= alike) told.push({ lacks: words(first), rows: some });
    else if (last !== undefined && last.lacks === undefined) last.rows.push(...some);
    else told.push({ lacks: undefined, rows: some });
  }
  return told;
}

/** Titles that are recorded of an enterprise: what is known where most is not. */
function Recorded({ of: { nodes, totalCount } }: { readonly of: CandidateRow["node"]["certifications"] }) {
  const { text, language } = useSpeech();
  if (nodes.length === 0) return null;
  const names = nodes.map(({ name, english }) => english ?? name).join(language === "zh" ? "、" : ", ");
  return (
    <span class="lacks">
      {text.recorded} <Words of={names} />
      {totalCount > nodes.length && ` +${totalCount - nodes.length}`}
    </span>
  );
}

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
  const { edges, totalCount, pageInfo } = measure.candidates;
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
      {togetherBy(edges, (row) => (row.status === "ELIGIBLE" ? "" : lacksWords(row, speech))).map(
        ({ lacks, rows }) => (
          <section key={rows[0]?.node.id} class="together">
            {lacks !== undefined && lacks !== "" && (
              <p class="lacks">
                <b>{fill(text.allOfThese, { n: rows.length })}</b> <Words of={lacks} />
              </p>
            )}
            <ul class="candidates">
              {rows.map(({ node, ...stand }) => (
                <Standing
                  key={node.id}
                  of={node}
                  stand={stand}
                  untold={lacks !== undefined}
                  beside={lacks !== undefined && <Recorded of={node.certifications} />}
                >
                  <p class="onwards">
                    <EntityLink entity={node} />
                  </p>
                </Standing>
              ))}
            </ul>
          </section>
        ),
      )}
      <CutOff shown={edges.length} total={totalCount} />
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
        <p>
          <a class="button" href={nextOf(asked, pageInfo.endCursor)}>
            {text.nextPage}
          </a>
        </p>
      )}
    </>
  );
}
