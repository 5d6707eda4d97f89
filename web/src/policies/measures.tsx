// The measures to choose from: where a place is chosen, those in force there first.
import { FirstFew } from "../parts/first-few.tsx";
import { Name } from "../parts/names.tsx";
import { CutOff } from "../parts/states.tsx";
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

/** Measures of a group shown at once, the one that is chosen among them. */
const few = 30;

function Folded({ asked, rows }: { readonly asked: Asked; readonly rows: readonly MeasureRow[] }) {
  const at = rows.findIndex(({ id }) => id === asked.measure);
  const ordered = at < few ? rows : [...new Set([...rows.slice(at, at + 1), ...rows])];
  return <FirstFew rows={ordered} few={few} list={(some) => <List asked={asked} rows={some} />} />;
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
      <Folded asked={asked} rows={here} />
      {elsewhere.length > 0 && (
        <details open={here.length === 0 || elsewhere.some(({ id }) => id === asked.measure)}>
          <summary>
            {text.measuresElsewhere} <span class="count">{elsewhere.length}</span>
          </summary>
          <Folded asked={asked} rows={elsewhere} />
        </details>
      )}
      {untold.length > 0 && (
        <details open={untold.some(({ id }) => id === asked.measure)}>
          <summary>
            {text.withoutConditions} <span class="count">{untold.length}</span>
          </summary>
          <Folded asked={asked} rows={untold} />
        </details>
      )}
      <CutOff
        shown={choices.measures.nodes.length}
        total={choices.measures.totalCount}
        href="/list?kind=MEASURE"
      />
    </section>
  );
}
