// The page of an entity: its address is its permalink.

import { kindOfId } from "../../../src/ontology/model.ts";
import { entityPath } from "../model.ts";
import type { PageKind } from "../page-kind.ts";
import { Firmness, KindName, Name, Sources } from "../parts/names.tsx";
import { MissingPage } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { Conflicts } from "./conflicts.tsx";
import { Contents } from "./contents.tsx";
import { type EntityNode, entityDocument, type MetricName, metricDocument } from "./documents.ts";
import { Facts } from "./facts.tsx";
import { Figures } from "./figures.tsx";
import { Relations } from "./relations.tsx";
import { Certifications } from "./sections/certifications.tsx";
import { CheckSection, checked } from "./sections/check.tsx";
import {
  type Details,
  detailsDocument,
  factsDocument,
  type Gaps,
  gapsDocument,
} from "./sections/documents.ts";
import { Ladder } from "./sections/ladder.tsx";
import { Lines } from "./sections/lines.tsx";
import { factsOfPart, type LinesPart, partAt } from "./sections/lines-part.ts";
import { MeasureSection } from "./sections/measure.tsx";
import { ChainGaps, Enterprises, Projects } from "./sections/overview.tsx";
import { PolicyMatches } from "./sections/policies.tsx";

interface EntityData {
  readonly id: string;
  readonly node: EntityNode | null;
  readonly details: Details;
  /** The metric that it names by code, where there is one. */
  readonly metric: MetricName | null;
  readonly gaps: Gaps | null;
  /** The day that is asked about, where it is not today. */
  readonly on: string | null;
  /** The part of a document that is shown. */
  readonly part?: LinesPart;
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
        <Name of={node} /> <Firmness status={node.status} />
      </h1>
      {node.aliases.length > 0 && (
        <p class="aliases">
          {text.alsoCalled} <Words of={node.aliases.join(" · ")} />
        </p>
      )}
      {node.summary !== null && (
        <p class="summary">
          <Words of={node.summary} />
        </p>
      )}
      <p class="permalink">
        <a class="button" href={`/explore#open=${encodeURIComponent(node.id)}`}>
          {text.openInGraph}
        </a>{" "}
        <span>
          <a href={entityPath(node.id)}>{text.permalink}</a> <code>{node.id}</code>
        </span>{" "}
        <a href={questionAddress("/graphql", node.id, language)}>{text.sameInGraphiql}</a>{" "}
        <a href={questionAddress("/cypher", node.id, language)}>{text.sameInNeo4j}</a>
      </p>
      <Sources sources={node.sources} />
    </header>
  );
}

/** What the kind has of its own, each where there is something. */
function Sections({ data: { id, node, details, gaps, on, part } }: { readonly data: EntityData }) {
  const own = details.node ?? {};
  const { policyMatches, ladder, certifications, enterprises, rules, demands, day, figures } = own;
  return (
    <>
      {rules !== undefined && demands !== undefined && day !== undefined && (
        <MeasureSection id={id} rules={{ rules, demands, day }} on={on} />
      )}
      {checked(own) && <CheckSection result={own} />}
      {figures !== undefined && <Figures figures={figures} by="subject" of={id} />}
      {enterprises !== undefined && <Enterprises page={enterprises} id={id} kind={node?.kind ?? ""} />}
      {gaps !== null && <ChainGaps gaps={gaps} id={id} regions={enterprises?.facets.regions ?? []} />}
      {details.projectPipeline !== undefined && <Projects pipeline={details.projectPipeline} />}
      {certifications !== undefined && <Certifications {...certifications} />}
      {ladder !== undefined && <Ladder rows={ladder} />}
      {policyMatches !== undefined && (
        <PolicyMatches matches={policyMatches.edges} totalCount={policyMatches.totalCount} on={on} />
      )}
      {part !== undefined && <Lines id={id} facts={own.facts} coverage={own.coverage} part={part} />}
    </>
  );
}

function EntityView({ data }: { readonly data: EntityData }) {
  const { id, node } = data;
  if (node === null) return <MissingPage path={`${prefix}${id}`} />;
  return (
    <article>
      <Head node={node} />
      <Contents
        parts={[
          { id: "enterprises", count: data.details.node?.enterprises?.totalCount ?? 0 },
          { id: "figures", count: node.observations.totalCount },
          { id: "relations", count: node.relations.totalCount },
          { id: "conflicts", count: node.conflicts.totalCount },
        ]}
      />
      <Facts node={node} metric={data.metric} />
      <Sections data={data} />
      <Figures figures={node.observations} of={node.id} />
      <Relations node={node} />
      <Conflicts node={node} />
    </article>
  );
}

export const entityPage: PageKind<EntityData> = {
  name: "entity",
  parameters: ["on", "region", "line"],
  matches: (path) => path.startsWith(prefix) && path.length > prefix.length,
  title: ({ node }, { text }) => node?.name ?? text.notFound,
  async load({ path, search }, ask, _, textOf) {
    const id = idOf(path);
    const kind = kindOfId(id);
    const missing = {
      status: 404 as const,
      data: { id, node: null, details: {}, metric: null, gaps: null, on: null },
    };
    if (kind === undefined) return missing;
    const more = detailsDocument(kind);
    const on = search.get("on") || null;
    const [{ node }, details] = await Promise.all([
      ask<{ node: EntityNode | null }>(entityDocument(kind), { id }),
      more === undefined ? ({} as Details) : ask<Details>(more, { id, asOf: on }),
    ]);
    if (node === null) return missing;
    const region = search.get("region") ?? details.node?.enterprises?.facets.regions[0]?.key;
    const gaps =
      kind === "Cluster" && region !== undefined
        ? (await ask<{ cluster: { gaps: Gaps | null } | null }>(gapsDocument, { id, region })).cluster?.gaps
        : null;
    const { metric: code } = node;
    const metric =
      typeof code === "string"
        ? (await ask<{ metric: MetricName | null }>(metricDocument, { id: `metric:${code}` })).metric
        : null;
    const data = { id, node, details, metric, gaps: gaps ?? null, on };
    const { stem, facts, coverage } = details.node ?? {};
    if (stem === undefined || facts === undefined) return { status: 200, data };
    const part = partAt(search.get("line"), await textOf(stem), coverage?.lines ?? null);
    const { facts: some, more: cut } = await factsOfPart(part, facts, id, ask, factsDocument);
    return {
      status: 200,
      data: {
        ...data,
        details: { ...details, node: { ...details.node, facts: some } },
        part: { ...part, cut },
      },
    };
  },
  View: EntityView,
};
