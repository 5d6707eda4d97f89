// Policies look for enterprises: choose a measure and a place, see who is eligible, nearly, not known, and why.

import { entityPath } from "../model.ts";
import type { PageKind } from "../pages.ts";
import { EntityLink, Sources } from "../parts/names.tsx";
import { CutOff, Empty } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import {
  type ChoicesAnswer,
  choicesDocument,
  type MeasureAnswer,
  type MeasureRow,
  measureDocument,
  type Place,
} from "./documents.ts";
import { Amount, MatchList, StatusBadge } from "./match.tsx";
import { WhatIfForm } from "./what-if.tsx";

const statuses = ["ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE"] as const;

interface Asked {
  readonly measure: string | null;
  readonly region: string | null;
  readonly park: string | null;
  readonly status: string | null;
}

interface PoliciesData {
  readonly asked: Asked;
  readonly choices: ChoicesAnswer;
  readonly measure: MeasureAnswer["measure"];
}

function addressOf(asked: Asked, change: Partial<Asked>): string {
  const values = Object.entries({ ...asked, ...change }).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  );
  return `/policies?${new URLSearchParams(values)}`;
}

function Measures({ asked, rows }: { readonly asked: Asked; readonly rows: readonly MeasureRow[] }) {
  const { text } = useSpeech();
  const told = rows.filter(({ conditions }) => conditions.totalCount > 0);
  const untold = rows.filter(({ conditions }) => conditions.totalCount === 0);
  const list = (some: readonly MeasureRow[]) => (
    <ul class="counted measures">
      {some.map((row) => (
        <li key={row.id}>
          <a
            href={addressOf(asked, { measure: row.id })}
            aria-current={row.id === asked.measure ? "true" : undefined}
          >
            {row.name}
          </a>{" "}
          <Amount amount={row.amount} kind={row.amountKind} />
          <span class="soft"> {row.regions.nodes.map(({ name }) => name).join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="choices" aria-label={text.measures}>
      <h2>{text.measures}</h2>
      {list(told)}
      {untold.length > 0 && (
        <details>
          <summary>
            {text.withoutConditions} <span class="count">{untold.length}</span>
          </summary>
          {list(untold)}
        </details>
      )}
    </section>
  );
}

function Places({
  asked,
  regions,
  parks,
}: {
  asked: Asked;
  regions: readonly Place[];
  parks: readonly Place[];
}) {
  const { text } = useSpeech();
  return (
    <nav class="chips" aria-label={text.where}>
      <a
        href={addressOf(asked, { region: null, park: null })}
        aria-current={asked.region === null && asked.park === null ? "true" : undefined}
      >
        {text.everywhere}
      </a>
      {regions.map(({ key, name, count }) => (
        <a
          key={key}
          href={addressOf(asked, { region: key, park: null })}
          aria-current={asked.region === key ? "true" : undefined}
        >
          {name} {count}
        </a>
      ))}
      {parks.map(({ key, name, count }) => (
        <a
          key={key}
          href={addressOf(asked, { park: key, region: null })}
          aria-current={asked.park === key ? "true" : undefined}
        >
          {name} {count}
        </a>
      ))}
    </nav>
  );
}

function Candidates({ asked, measure }: { asked: Asked; measure: NonNullable<MeasureAnswer["measure"]> }) {
  const { text, value, number } = useSpeech();
  const { edges, totalCount } = measure.candidates;
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
      <ul class="candidates">
        {edges.map(({ node, status, lacks, conditions }) => (
          <li key={node.id}>
            <details>
              <summary>
                <StatusBadge status={status} /> <b>{node.name}</b> <span class="lacks">{lacks}</span>
              </summary>
              <MatchList rows={conditions} />
              <p>
                <EntityLink entity={node} />
              </p>
            </details>
          </li>
        ))}
      </ul>
      <CutOff shown={edges.length} total={totalCount} />
    </>
  );
}

function PoliciesView({ data: { asked, choices, measure } }: { readonly data: PoliciesData }) {
  const { text } = useSpeech();
  const { regions, parks } = choices.enterprises.facets;
  return (
    <>
      <h1>{text.policies}</h1>
      <p class="soft">{text.policiesLead}</p>
      <div class="with-facets">
        <Measures asked={asked} rows={choices.measures.nodes} />
        <section>
          <Places asked={asked} regions={regions} parks={parks} />
          {asked.measure === null && <Empty>{text.chooseMeasure}</Empty>}
          {asked.measure !== null && measure === null && <Empty>{text.noMeasure}</Empty>}
          {measure !== null && (
            <>
              <h2>
                <a href={entityPath(measure.id)}>{measure.name}</a>{" "}
                <Amount amount={measure.amount} kind={measure.amountKind} />
              </h2>
              <Sources sources={measure.sources} />
              <Candidates asked={asked} measure={measure} />
              {measure.conditions.edges.length > 0 && (
                <WhatIfForm
                  measure={measure.id}
                  region={asked.region}
                  park={asked.park}
                  conditions={measure.conditions.edges}
                />
              )}
            </>
          )}
        </section>
      </div>
    </>
  );
}

export const policiesPage: PageKind<PoliciesData> = {
  name: "policies",
  matches: (path) => path === "/policies",
  title: ({ measure }, { text }) => measure?.name ?? text.policies,
  async load({ search }, ask) {
    const given = (name: string): string | null => search.get(name) || null;
    const status = given("status");
    const asked: Asked = {
      measure: given("measure"),
      region: given("region"),
      park: given("park"),
      status: statuses.some((one) => one === status) ? status : null,
    };
    const wanted = asked.status === null ? statuses : [asked.status];
    const [choices, found] = await Promise.all([
      ask<ChoicesAnswer>(choicesDocument),
      asked.measure === null
        ? { measure: null }
        : ask<MeasureAnswer>(measureDocument, {
            id: asked.measure,
            region: asked.region,
            park: asked.park,
            status: wanted,
          }),
    ]);
    return { status: 200, data: { asked, choices, measure: found.measure } };
  },
  View: PoliciesView,
};
