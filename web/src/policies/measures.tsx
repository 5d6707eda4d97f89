// The measures to choose from: where a place is chosen, those in force there first.
import { Name } from "../parts/names.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { type Asked, addressOf } from "./asked.ts";
import type { ChoicesAnswer, MeasureRow } from "./documents.ts";
import { Amount } from "./match.tsx";

interface Groups {
  /** In force at the place, or of no place that is known. */
  readonly here: readonly MeasureRow[];
  readonly elsewhere: readonly MeasureRow[];
  /** Those whose conditions the graph does not hold; what is in force at the place first. */
  readonly untold: readonly MeasureRow[];
}

/** Measures in groups, each in the order given. */
export function groupsOfMeasures({ measures, there }: ChoicesAnswer): Groups {
  const known = there === undefined ? undefined : new Set(there.nodes.map(({ id }) => id));
  const isHere = ({ id, regions }: MeasureRow): boolean =>
    known === undefined || regions.nodes.length === 0 || known.has(id);
  const told = measures.nodes.filter(({ conditions }) => conditions.totalCount > 0);
  const untold = measures.nodes.filter(({ conditions }) => conditions.totalCount === 0);
  return {
    here: told.filter(isHere),
    elsewhere: told.filter((row) => !isHere(row)),
    untold: [...untold.filter(isHere), ...untold.filter((row) => !isHere(row))],
  };
}

function List({ asked, rows }: { readonly asked: Asked; readonly rows: readonly MeasureRow[] }) {
  return (
    <ul class="counted measures">
      {rows.map((row) => (
        <li key={row.id}>
          <a
            class="entity"
            href={addressOf(asked, { measure: row.id })}
            aria-current={row.id === asked.measure ? "true" : undefined}
          >
            <Name of={row} />
          </a>{" "}
          <Amount amount={row.amount} kind={row.amountKind} />
          <span class="soft">
            {" "}
            <Words of={row.regions.nodes.map(({ name, english }) => english ?? name).join(" · ")} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** All measures. */
export function Measures({ asked, choices }: { readonly asked: Asked; readonly choices: ChoicesAnswer }) {
  const { text } = useSpeech();
  const { here, elsewhere, untold } = groupsOfMeasures(choices);
  return (
    <section class="choices" aria-label={text.measures}>
      <h2>{text.measures}</h2>
      {here.length === 0 && elsewhere.length > 0 && <p class="soft">{text.noMeasuresHere}</p>}
      <List asked={asked} rows={here} />
      {elsewhere.length > 0 && (
        <details open={here.length === 0 || elsewhere.some(({ id }) => id === asked.measure)}>
          <summary>
            {text.measuresElsewhere} <span class="count">{elsewhere.length}</span>
          </summary>
          <List asked={asked} rows={elsewhere} />
        </details>
      )}
      {untold.length > 0 && (
        <details open={untold.some(({ id }) => id === asked.measure)}>
          <summary>
            {text.withoutConditions} <span class="count">{untold.length}</span>
          </summary>
          <List asked={asked} rows={untold} />
        </details>
      )}
    </section>
  );
}
