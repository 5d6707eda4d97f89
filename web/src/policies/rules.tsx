// The rules of a measure as of a day: whether it can be applied for, what it paid in which years, conditions of a
// period, and what cannot be had together with it, each with where it was said.

import { EntityLink, Sources } from "../parts/names.tsx";
import { amountOf } from "../text/amount.ts";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import { demandWords } from "./condition-words.ts";
import type { Exclusion, MeasureRules, OnTheDay, Window } from "./documents.ts";
import { Amount, StatusBadge } from "./match.tsx";

/** A stretch of time; what is not said stays open. */
function Period({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { text } = useSpeech();
  if (from === null && to === null) return <span class="soft">{text.notSaid}</span>;
  if (from !== null && to !== null) return <>{`${from} – ${to}`}</>;
  return <>{from !== null ? `${text.since} ${from}` : `${text.until} ${to}`}</>;
}

/** Whether something holds on a day, both as precisely as they are known. */
export function holdsOn(
  { since, until }: { readonly since: string | null; readonly until: string | null },
  day: string,
): boolean {
  const at = (date: string): string => day.slice(0, date.length);
  return (
    (since === null || at(since) >= since.slice(0, day.length)) && (until === null || at(until) <= until)
  );
}

/** Whether a measure can be applied for, until when, and where that was said; nothing where no dates are known. */
export function WindowNote({ window, cite }: { readonly window: Window | null; readonly cite?: boolean }) {
  if (window === null) return null;
  return (
    <span class="window" data-window={window.status}>
      <StatusBadge status={window.status} />{" "}
      <span class="soft">
        <Period from={window.opens} to={window.closes} />
      </span>
      {cite === true && (
        <>
          {" "}
          <Sources sources={window.sources} />
        </>
      )}
    </span>
  );
}

/** The day that is asked about, to be changed; `keep` is what else the address says. */
export function DayForm({ on, keep = {} }: { on: string | null; keep?: Readonly<Record<string, string>> }) {
  const { text } = useSpeech();
  return (
    <form class="day no-print" method="get">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {text.onDay} <input type="date" name="on" value={on ?? ""} />
      </label>{" "}
      <button type="submit">{text.showDay}</button>
    </form>
  );
}

/** Measures that cannot be had together with one, and how the enterprise stands to them. */
export function Exclusions({ rows }: { readonly rows: readonly Exclusion[] }) {
  const speech = useSpeech();
  const { text } = speech;
  if (rows.length === 0) return null;
  return (
    <div class="exclusions">
      <span class="soft">{text.exclusive}</span>
      <ul class="matches">
        {rows.map(({ measure, status, amount, better, sources }) => (
          <li key={measure.id}>
            <StatusBadge status={status} /> <EntityLink entity={measure} />{" "}
            {amount !== null && <b class="amount">{amountOf(amount, "yuan", speech)}</b>}{" "}
            {better && <span class="badge good">{text.better}</span>} <Sources sources={sources} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stands at the top: the sum of that day, and whether it can be applied for. */
export function OnDay({ day, on }: { readonly day: OnTheDay | undefined; readonly on: string | null }) {
  const { text } = useSpeech();
  if (day === undefined) return null;
  return (
    <p class="on-day">
      <span class="soft">{on === null ? text.today : fill(text.asOfDay, { day: on })}</span>{" "}
      {day.applicationWindow === null ? (
        <span class="soft">{text.noWindow}</span>
      ) : (
        <WindowNote window={day.applicationWindow} cite />
      )}{" "}
      <Amount amount={day.amount} kind={day.amountKind} />
    </p>
  );
}

const sumOf = (value: unknown): number | null => (typeof value === "number" ? value : null);
const wordOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** What was offered in which years: sums and windows. */
function Offers({ rules }: { readonly rules: MeasureRules["rules"]["nodes"] }) {
  const { text } = useSpeech();
  const dated = rules.filter(
    ({ type, since, until, properties: { amount, opens, closes } }) =>
      type === "OFFERS" && [since, until, amount, opens, closes].some((one) => one != null),
  );
  if (dated.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.rulesByYear}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.offeredBy}</th>
            <th scope="col">{text.inForce}</th>
            <th scope="col">{text.pays}</th>
            <th scope="col">{text.applications}</th>
            <th scope="col">{text.sources}</th>
          </tr>
        </thead>
        <tbody>
          {dated.map(
            ({ id, from, since, until, properties: { amount, amountKind, opens, closes }, sources }) => (
              <tr key={id}>
                <th scope="row">
                  <EntityLink entity={from} />
                </th>
                <td>
                  <Period from={since} to={until} />
                </td>
                <td>
                  <Amount amount={sumOf(amount)} kind={wordOf(amountKind)} />
                </td>
                <td>
                  <Period from={wordOf(opens)} to={wordOf(closes)} />
                </td>
                <td>
                  <Sources sources={sources} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** The rules beyond the day: by years, conditions of a period, what is excluded. */
export function Rules({ id, of: { rules, demands } }: { readonly id: string; readonly of: MeasureRules }) {
  const speech = useSpeech();
  const { text } = speech;
  const ofAPeriod = demands.edges.filter(({ since, until }) => since !== null || until !== null);
  const excluded = rules.nodes.filter(({ type }) => type === "EXCLUDES");
  return (
    <>
      <Offers rules={rules.nodes} />
      {ofAPeriod.length > 0 && (
        <>
          <h3>{text.datedConditions}</h3>
          <ul class="matches">
            {ofAPeriod.map(({ node, since, until, sources }) => (
              <li key={`${node.id} ${since}`}>
                <Period from={since} to={until} /> <Words of={demandWords(node, speech)} />{" "}
                <Sources sources={sources} />
              </li>
            ))}
          </ul>
        </>
      )}
      {excluded.length > 0 && (
        <>
          <h3>{text.exclusive}</h3>
          <ul class="matches" data-exclusive={excluded.length}>
            {excluded.map(({ id: relation, from, to, since, until, sources }) => (
              <li key={relation}>
                <EntityLink entity={from.id === id ? to : from} />{" "}
                {(since !== null || until !== null) && <Period from={since} to={until} />}{" "}
                <Sources sources={sources} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
