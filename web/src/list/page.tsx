// Lists of a kind: paged by name; enterprises also by where they are and what they hold, with totals.

import { rewritten } from "../address.ts";
import { wrongValue } from "../api/ask.ts";
import type { Named, Page } from "../api/types.ts";
import { kindCalled, kindLooks, kindTitle, mainKinds } from "../model.ts";
import type { PageKind } from "../page-kind.ts";
import { EntityLink, Name } from "../parts/names.tsx";
import { CutOff, Empty } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";

interface Listed extends Named {
  readonly summary: string | null;
}

type Facets = Readonly<Record<string, readonly { key: string; name: string; count: number }[]>>;

interface ListData {
  readonly kind: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly page: Page<Listed> & {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly facets: Facets | null;
}

/** Filters of enterprises, each with the facet that offers its values. */
const filters = {
  region: "regions",
  park: "parks",
  cluster: "clusters",
  certifiedAs: "certifications",
} as const;
const pageSize = 50;

/** What a list of a kind asks. */
export function listDocument(plural: string, type: string, enterprises: boolean): string {
  const facets = Object.values(filters).map((facet) => `${facet}(first: 12) { key name count }`);
  return `query List($lang: Language!, $first: Int!, $after: String, $filter: ${type}Filter) {
  page: ${plural}(first: $first, after: $after, filter: $filter, orderBy: [{ field: NAME }]) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id kind name summary(lang: $lang) }
    ${enterprises ? `facets { ${facets.join(" ")} }` : ""}
  }
}`;
}

function addressOf(kind: string, filter: Readonly<Record<string, string>>, after?: string | null): string {
  return `/list?${new URLSearchParams({ kind, ...filter, ...(after == null ? {} : { after }) })}`;
}

function without(filter: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name));
}

function FacetLinks({ data: { kind, filter, facets } }: { readonly data: ListData }) {
  const { text } = useSpeech();
  if (facets === null) return null;
  return (
    <aside class="facets" aria-label={text.narrow}>
      <details open={Object.keys(filter).length > 0}>
        <summary>{text.narrow}</summary>
        {Object.entries(filters).map(([name, facet]) => {
          const chosen = filter[name];
          const rows = facets[facet] ?? [];
          if (rows.length === 0) return null;
          return (
            <section key={name}>
              <h2>{text[facet]}</h2>
              {chosen !== undefined && <a href={addressOf(kind, without(filter, name))}>{text.all}</a>}
              <ul class="counted">
                {rows.map((row) => (
                  <li key={row.key}>
                    <a
                      class="entity"
                      href={addressOf(kind, { ...filter, [name]: row.key })}
                      aria-current={chosen === row.key ? "true" : undefined}
                    >
                      <Name of={row} />
                    </a>{" "}
                    <span class="count">{row.count}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </details>
    </aside>
  );
}

function ListView({ data }: { readonly data: ListData }) {
  const { kind, filter, page } = data;
  const { text, title, number } = useSpeech();
  return (
    <>
      <h1>
        {title(kindTitle(kind))} <span class="count">{number(page.totalCount)}</span>
      </h1>
      <nav class="chips" aria-label={text.kinds}>
        {mainKinds.map((one) => (
          <a
            key={one.name}
            href={addressOf(one.name, {})}
            aria-current={one.name === kind ? "true" : undefined}
          >
            {title(one.title)}
          </a>
        ))}
      </nav>
      <div class={data.facets === null ? "" : "with-facets"}>
        <FacetLinks data={data} />
        <section>
          {page.nodes.length === 0 ? (
            <Empty>{text.nothingHere}</Empty>
          ) : (
            <ul class="hits">
              {page.nodes.map((one) => (
                <li key={one.id}>
                  <EntityLink entity={one} />{" "}
                  {one.summary !== null && (
                    <span class="why">
                      <Words of={one.summary} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
          <CutOff shown={page.nodes.length} total={page.totalCount} />
          {page.pageInfo.hasNextPage && (
            <p>
              <a class="button" href={addressOf(kind, filter, page.pageInfo.endCursor)}>
                {text.nextPage}
              </a>
            </p>
          )}
        </section>
      </div>
    </>
  );
}

export const listPage: PageKind<ListData> = {
  name: "list",
  parameters: ["kind", "after", ...Object.keys(filters)],
  matches: (path) => path === "/list",
  title: ({ kind }, { title }) => title(kindTitle(kind)),
  async load(address, ask) {
    const { search } = address;
    const kind = search.get("kind") || "ENTERPRISE";
    const look = kindCalled(kind);
    if (look !== undefined && look.name !== kind) return rewritten(address, "kind", look.name);
    if (look === undefined) throw wrongValue("kind", kind, kindLooks.keys());
    const enterprises = look.name === "ENTERPRISE";
    const filter: Record<string, string> = {};
    for (const name of enterprises ? Object.keys(filters) : []) {
      const given = search.get(name);
      if (given !== null && given !== "") filter[name] = given;
    }
    const answer = await ask<{ page: ListData["page"] & { facets?: Facets } }>(
      listDocument(look.plural, look.title.en, enterprises),
      { first: pageSize, after: search.get("after"), filter },
    );
    return {
      status: 200,
      data: { kind: look.name, filter, page: answer.page, facets: answer.page.facets ?? null },
    };
  },
  View: ListView,
};
