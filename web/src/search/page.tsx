// The page of search results.

import { rewritten } from "../address.ts";
import { wrongValue } from "../api/ask.ts";
import { kindCalled, kindLooks, mainKinds } from "../model.ts";
import type { PageKind } from "../page-kind.ts";
import { EntityLink, KindName } from "../parts/names.tsx";
import { Empty } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";
import type { Hit, SearchAnswer } from "./documents.ts";
import { matchedName, searchDocument } from "./documents.ts";

interface SearchData {
  readonly text: string;
  readonly kind: string | null;
  readonly hits: readonly Hit[];
}

/** Hits on the page at the most. */
const most = 100;

function SearchView({ data: { text: asked, kind, hits } }: { readonly data: SearchData }) {
  const { text, title } = useSpeech();
  const address = (one: string | null): string =>
    `/search?${new URLSearchParams({ q: asked, ...(one === null ? {} : { kind: one }) })}`;
  return (
    <>
      <h1>
        <Words of={asked === "" ? text.search : fill(text.resultsFor, { text: asked })} />
      </h1>
      <nav class="chips" aria-label={text.kinds}>
        <a href={address(null)} aria-current={kind === null ? "true" : undefined}>
          {text.allKinds}
        </a>
        {mainKinds.map(({ name, title: named }) => (
          <a key={name} href={address(name)} aria-current={kind === name ? "true" : undefined}>
            {title(named)}
          </a>
        ))}
      </nav>
      {hits.length === 0 ? (
        <Empty>
          <Words of={asked === "" ? text.searchHint : fill(text.nothingFound, { text: asked })} />
        </Empty>
      ) : (
        <ol class="hits">
          {hits.slice(0, most).map((hit) => (
            <li key={hit.entity.id}>
              <EntityLink entity={hit.entity} dot={false} /> <KindName kind={hit.entity.kind} />
              {matchedName(hit) !== undefined && (
                <span class="why">
                  <Words of={fill(text.matchedBy, { name: hit.matched })} />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {hits.length > most && <p class="cut">{fill(text.moreThan, { most })}</p>}
    </>
  );
}

export const searchPage: PageKind<SearchData> = {
  name: "search",
  parameters: ["q", "kind"],
  matches: (path) => path === "/search",
  title: ({ text: asked }, { text }) => (asked === "" ? text.search : fill(text.resultsFor, { text: asked })),
  async load(address, ask) {
    const { search } = address;
    const [text, kind] = [(search.get("q") ?? "").trim(), search.get("kind") || null];
    if (kind !== null && !kindLooks.has(kind)) {
      const look = kindCalled(kind);
      if (look === undefined) throw wrongValue("kind", kind, kindLooks.keys());
      return rewritten(address, "kind", look.name);
    }
    if (text === "") return { status: 200, data: { text, kind, hits: [] } };
    const answer = await ask<SearchAnswer>(searchDocument, {
      text,
      kinds: kind === null ? undefined : [kind],
      first: most + 1,
    });
    return { status: 200, data: { text, kind, hits: answer.search } };
  },
  View: SearchView,
};
