// The page of an entity: its address is its permalink.

import { kindOfId } from "../../../src/ontology/model.ts";
import { entityPath } from "../model.ts";
import type { PageKind } from "../pages.ts";
import { Firmness, KindName, Sources } from "../parts/names.tsx";
import { MissingPage } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Conflicts } from "./conflicts.tsx";
import { type EntityNode, entityDocument } from "./documents.ts";
import { Facts } from "./facts.tsx";
import { Figures } from "./figures.tsx";
import { Relations } from "./relations.tsx";
import { Certifications } from "./sections/certifications.tsx";
import { type Details, detailsDocument, type Gaps, gapsDocument } from "./sections/documents.ts";
import { Ladder } from "./sections/ladder.tsx";
import { Lines } from "./sections/lines.tsx";
import { ChainGaps, Enterprises, Projects } from "./sections/overview.tsx";
import { PolicyMatches } from "./sections/policies.tsx";

interface EntityData {
  readonly id: string;
  readonly node: EntityNode | null;
  readonly details: Details;
  readonly gaps: Gaps | null;
  /** The lines of a document, where its text is at hand. */
  readonly lines?: readonly string[];
}

const prefix = "/entity/";

function idOf(path: string): string {
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return path.slice(prefix.length);
  }
}

/** An address with the very question this page asks, its variables filled in as defaults: of GraphiQL, or of its Cypher. */
export function questionAddress(path: "/graphql" | "/cypher", id: string, language: "zh" | "en"): string {
  const kind = kindOfId(id);
  if (kind === undefined) return path;
  const query = entityDocument(kind)
    .replace("$id: ID!", `$id: ID! = ${JSON.stringify(id)}`)
    .replace("$lang: Language!", `$lang: Language! = ${language.toUpperCase()}`);
  return `${path}?${new URLSearchParams({ query })}`;
}

function Head({ node }: { readonly node: EntityNode }) {
  const { text, language } = useSpeech();
  return (
    <header class="entity-head">
      <KindName kind={node.kind} />
      <h1>
        {node.name} <Firmness status={node.status} />
      </h1>
      {node.aliases.length > 0 && (
        <p class="aliases">
          {text.alsoCalled} {node.aliases.join(" · ")}
        </p>
      )}
      {node.summary !== null && <p class="summary">{node.summary}</p>}
      <p class="permalink">
        <a class="button" href={`/explore#open=${encodeURIComponent(node.id)}`}>
          {text.openInGraph}
        </a>{" "}
        <a href={entityPath(node.id)}>{text.permalink}</a> <code>{node.id}</code>{" "}
        <a href={questionAddress("/graphql", node.id, language)}>{text.sameInGraphiql}</a>{" "}
        <a href={questionAddress("/cypher", node.id, language)}>{text.sameInNeo4j}</a>
      </p>
      <Sources sources={node.sources} />
    </header>
  );
}

/** What the kind has of its own, each where there is something. */
function Sections({ data: { id, node, details, gaps, lines } }: { readonly data: EntityData }) {
  const own = details.node ?? {};
  const { policyMatches, ladder, certifications, enterprises } = own;
  return (
    <>
      {enterprises !== undefined && <Enterprises page={enterprises} id={id} kind={node?.kind ?? ""} />}
      {gaps !== null && <ChainGaps gaps={gaps} id={id} regions={enterprises?.facets.regions ?? []} />}
      {details.projectPipeline !== undefined && <Projects pipeline={details.projectPipeline} />}
      {certifications !== undefined && <Certifications {...certifications} />}
      {ladder !== undefined && <Ladder rows={ladder} />}
      {policyMatches !== undefined && (
        <PolicyMatches matches={policyMatches.edges} totalCount={policyMatches.totalCount} />
      )}
      <Lines facts={own.facts} coverage={own.coverage} lines={lines} />
    </>
  );
}

function EntityView({ data }: { readonly data: EntityData }) {
  const { id, node } = data;
  if (node === null) return <MissingPage path={`${prefix}${id}`} />;
  return (
    <article>
      <Head node={node} />
      <Facts node={node} />
      <Sections data={data} />
      <Relations node={node} />
      <Figures node={node} />
      <Conflicts node={node} />
    </article>
  );
}

export const entityPage: PageKind<EntityData> = {
  name: "entity",
  matches: (path) => path.startsWith(prefix) && path.length > prefix.length,
  title: ({ node }, { text }) => node?.name ?? text.notFound,
  async load({ path, search }, ask, _, textOf) {
    const id = idOf(path);
    const kind = kindOfId(id);
    const missing = { status: 404 as const, data: { id, node: null, details: {}, gaps: null } };
    if (kind === undefined) return missing;
    const more = detailsDocument(kind);
    const [{ node }, details] = await Promise.all([
      ask<{ node: EntityNode | null }>(entityDocument(kind), { id }),
      more === undefined ? ({} as Details) : ask<Details>(more, { id }),
    ]);
    if (node === null) return missing;
    const region = search.get("region") ?? details.node?.enterprises?.facets.regions[0]?.key;
    const gaps =
      kind === "Cluster" && region !== undefined
        ? (await ask<{ cluster: { gaps: Gaps | null } | null }>(gapsDocument, { id, region })).cluster?.gaps
        : null;
    const stem = details.node?.stem;
    const lines = stem === undefined ? undefined : await textOf(stem);
    return { status: 200, data: { id, node, details, gaps: gaps ?? null, lines } };
  },
  View: EntityView,
};
