// The opening page: what is in the graph, and questions to begin with.

import type { Named } from "../api/types.ts";
import { mainKinds } from "../model.ts";
import type { PageKind } from "../page-kind.ts";
import { Dot, EntityLink } from "../parts/names.tsx";
import { CutOff, Empty } from "../parts/states.tsx";
import { SearchBox } from "../search/box.tsx";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import { type Counted, countsDocument, type HomeAnswer, homeDocument } from "./documents.ts";
import { examplesOf, type Question } from "./examples.ts";

interface HomeData {
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly answer: HomeAnswer;
  readonly questions: readonly Question[];
}

/** Places of one sort: those with enterprises first, with how many; then the others. */
function Places({
  heading,
  kind,
  counted,
  all,
}: {
  heading: string;
  kind: string;
  counted: readonly Counted[];
  all: { totalCount: number; nodes: readonly Named[] };
}) {
  const known = new Set(counted.map(({ key }) => key));
  const others = all.nodes.filter(({ id }) => !known.has(id));
  if (counted.length + others.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="counted">
        {counted.map(({ key, name, english, given, count }) => (
          <li key={key}>
            <EntityLink entity={{ id: key, kind, name, english, given }} dot={false} />{" "}
            <span class="count">{count}</span>
          </li>
        ))}
        {others.map((one) => (
          <li key={one.id}>
            <EntityLink entity={one} dot={false} />
          </li>
        ))}
      </ul>
      <CutOff shown={counted.length + others.length} total={all.totalCount} href={`/list?kind=${kind}`} />
    </section>
  );
}

function HomeView({ data: { counts, answer, questions } }: { readonly data: HomeData }) {
  const { text, title, number, language } = useSpeech();
  const { facets } = answer.enterprises;
  const empty = counts.every(({ count }) => count === 0);
  return (
    <>
      <section class="hero">
        <h1>{text.homeTitle}</h1>
        <p>{text.homeLead}</p>
        <SearchBox label={text.searchBig} />
      </section>
      {empty ? (
        <Empty>{text.emptyGraph}</Empty>
      ) : (
        <>
          <section aria-label={text.whatIsIn}>
            <ul class="kinds">
              {counts.map(({ kind, count }) => {
                const look = mainKinds.find(({ name }) => name === kind);
                if (count === 0) return null;
                return (
                  <li key={kind}>
                    <a href={`/list?kind=${kind}`}>
                      <Dot kind={kind} />
                      <b>{number(count)}</b>{" "}
                      {look === undefined
                        ? kind
                        : language === "zh"
                          ? title(look.title)
                          : count === 1
                            ? look.field
                            : look.plural}
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
          <section>
            <h2>{text.questionsHeading}</h2>
            <ul class="questions">
              {questions.map(({ words, href }) => (
                <li key={href + words}>
                  <a href={href}>
                    <Words of={words} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <div class="columns">
            <Places heading={text.regions} kind="REGION" counted={facets.regions} all={answer.regions} />
            <Places heading={text.parks} kind="PARK" counted={facets.parks} all={answer.parks} />
            {answer.documents.nodes.length > 0 && (
              <section>
                <h2>{text.newestDocuments}</h2>
                <ul class="documents">
                  {answer.documents.nodes.map((document) => (
                    <li key={document.id}>
                      <EntityLink entity={document} dot={false} />
                      <span class="why">
                        {document.published ?? text.undated}
                        {document.covers !== null && ` · ${text.covers} ${document.covers}`}
                        {document.lines !== null &&
                          ` · ${document.lines === 1 ? text.lineCountOne : fill(text.lineCount, { n: document.lines })}`}
                      </span>
                    </li>
                  ))}
                </ul>
                <CutOff
                  shown={answer.documents.nodes.length}
                  total={answer.documents.totalCount}
                  href="/list?kind=DOCUMENT"
                />
              </section>
            )}
          </div>
        </>
      )}
    </>
  );
}

export const homePage: PageKind<HomeData> = {
  name: "home",
  parameters: [],
  matches: (path) => path === "/",
  title: (_, { text }) => text.brand,
  async load(_, ask, speech) {
    const [counts, answer] = await Promise.all([
      ask<Record<string, { totalCount: number }>>(countsDocument),
      ask<HomeAnswer>(homeDocument),
    ]);
    return {
      status: 200,
      data: {
        counts: mainKinds.map(({ name }) => ({ kind: name, count: counts[name]?.totalCount ?? 0 })),
        answer,
        questions: await examplesOf(ask, answer, speech),
      },
    };
  },
  View: HomeView,
};
