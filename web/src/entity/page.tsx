// The page of an entity: its address is its permalink.

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

interface EntityData {
  readonly id: string;
  readonly node: EntityNode | null;
}

const prefix = "/entity/";

function idOf(path: string): string {
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return path.slice(prefix.length);
  }
}

function Head({ node }: { readonly node: EntityNode }) {
  const { text } = useSpeech();
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
        <a href={entityPath(node.id)}>{text.permalink}</a> <code>{node.id}</code>
      </p>
      <Sources sources={node.sources} />
    </header>
  );
}

function EntityView({ data: { id, node } }: { readonly data: EntityData }) {
  if (node === null) return <MissingPage path={`${prefix}${id}`} />;
  return (
    <article>
      <Head node={node} />
      <Facts node={node} />
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
  async load({ path }, ask) {
    const id = idOf(path);
    const document = entityDocument(id);
    if (document === undefined) return { status: 404, data: { id, node: null } };
    const { node } = await ask<{ node: EntityNode | null }>(document, { id });
    return { status: node === null ? 404 : 200, data: { id, node } };
  },
  View: EntityView,
};
