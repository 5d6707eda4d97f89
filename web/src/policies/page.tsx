// Policies look for enterprises: choose a measure and a place, see who is eligible, nearly, not known, and why.

import { wrongValue } from "../api/ask.ts";
import { entityPath } from "../model.ts";
import type { PageKind } from "../page-kind.ts";
import { Name, Sources } from "../parts/names.tsx";
import { Empty } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { type Asked, addressOf, keptOf, statuses } from "./asked.ts";
import { Candidates } from "./candidates.tsx";
import {
  type ChoicesAnswer,
  choicesDocument,
  type MeasureAnswer,
  measureDocument,
  type Place,
} from "./documents.ts";
import { Amount } from "./match.tsx";
import { Measures } from "./measures.tsx";
import { DayForm, holdsOn, OnDay, Rules } from "./rules.tsx";
import { WhatIfForm } from "./what-if.tsx";

interface PoliciesData {
  readonly asked: Asked;
  readonly choices: ChoicesAnswer;
  readonly measure: MeasureAnswer["measure"];
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
          <Words of={name} /> {count}
        </a>
      ))}
      {parks.map(({ key, name, count }) => (
        <a
          key={key}
          href={addressOf(asked, { park: key, region: null })}
          aria-current={asked.park === key ? "true" : undefined}
        >
          <Words of={name} /> {count}
        </a>
      ))}
    </nav>
  );
}

function PoliciesView({ data: { asked, choices, measure } }: { readonly data: PoliciesData }) {
  const { text } = useSpeech();
  const { regions, parks } = choices.enterprises.facets;
  const day = asked.on ?? new Date().toISOString().slice(0, 10);
  const inForce = measure?.demands.edges.filter((row) => holdsOn(row, day)) ?? [];
  return (
    <>
      <h1>{text.policies}</h1>
      <p class="soft">{text.policiesLead}</p>
      <div class={choices.measures.totalCount > 0 ? "with-facets" : undefined}>
        {choices.measures.totalCount > 0 && <Measures asked={asked} choices={choices} />}
        <section>
          {choices.measures.totalCount > 0 && <Places asked={asked} regions={regions} parks={parks} />}
          {asked.measure === null && (
            <Empty>{choices.measures.totalCount === 0 ? text.noMeasures : text.chooseMeasure}</Empty>
          )}
          {asked.measure !== null && measure === null && <Empty>{text.noMeasure}</Empty>}
          {measure !== null && (
            <>
              <h2>
                <a class="entity" href={entityPath(measure.id)}>
                  <Name of={measure} />
                </a>{" "}
                <Amount
                  amount={measure.day.edges[0]?.amount ?? measure.amount}
                  kind={measure.day.edges[0]?.amountKind ?? measure.amountKind}
                />
              </h2>
              <Sources sources={measure.sources} />
              <OnDay day={measure.day.edges[0]} on={asked.on} />
              <DayForm on={asked.on} keep={keptOf(asked)} />
              <Rules id={measure.id} of={measure} />
              {inForce.length > 0 && (
                <WhatIfForm
                  measure={measure.id}
                  region={asked.region}
                  park={asked.park}
                  on={asked.on}
                  conditions={inForce}
                />
              )}
              <h3>{text.whoCould}</h3>
              <Candidates asked={asked} measure={measure} />
            </>
          )}
        </section>
      </div>
    </>
  );
}

export const policiesPage: PageKind<PoliciesData> = {
  name: "policies",
  parameters: ["measure", "region", "park", "status", "on", "after"],
  matches: (path) => path === "/policies",
  title: ({ measure }, { text }) => measure?.name ?? text.policies,
  async load({ search }, ask) {
    const given = (name: string): string | null => search.get(name) || null;
    const status = given("status");
    if (status !== null && !statuses.some((one) => one === status))
      throw wrongValue("status", status, statuses);
    const asked: Asked = {
      measure: given("measure"),
      region: given("region"),
      park: given("park"),
      status,
      on: given("on"),
    };
    const place = asked.park ?? asked.region;
    const wanted = asked.status === null ? statuses : [asked.status];
    const [choices, found] = await Promise.all([
      ask<ChoicesAnswer>(choicesDocument, { place, placed: place !== null }),
      asked.measure === null
        ? { measure: null }
        : ask<MeasureAnswer>(measureDocument, {
            id: asked.measure,
            region: asked.region,
            park: asked.park,
            status: wanted,
            asOf: asked.on,
            after: given("after"),
          }),
    ]);
    return { status: 200, data: { asked, choices, measure: found.measure } };
  },
  View: PoliciesView,
};
