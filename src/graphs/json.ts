// JSON for programs: node-link, as networkx and D3 read it, or the elements of Cytoscape.
import { entityAttributes, relationAttributes } from "./attributes.ts";
import type { Graph, GraphEntity, GraphRelation } from "./graph.ts";

export type Layout = "node-link" | "cytoscape";

const nodes: Readonly<Record<Layout, (one: GraphEntity) => object>> = {
  "node-link": (one) => ({ id: one.id, ...entityAttributes(one) }),
  cytoscape: (one) => ({ data: { id: one.id, ...entityAttributes(one) } }),
};

const links: Readonly<Record<Layout, (one: GraphRelation) => object>> = {
  "node-link": (one) => ({ source: one.from, target: one.to, key: one.id, ...relationAttributes(one) }),
  cytoscape: (one) => ({
    data: { id: one.id, source: one.from, target: one.to, ...relationAttributes(one) },
  }),
};

/** The text of a JSON file. */
export async function* json({ parts, version, cut }: Graph, layout: Layout): AsyncGenerator<string> {
  const entities: string[] = [];
  const relations: string[] = [];
  for await (const part of parts) {
    for (const one of part.entities) entities.push(JSON.stringify(nodes[layout](one)));
    for (const one of part.relations) relations.push(JSON.stringify(links[layout](one)));
  }
  const about = { dataset_version: version, cut };
  const list = (lines: readonly string[]): string => `[\n${lines.join(",\n")}\n]`;
  yield layout === "node-link"
    ? `{"directed":true,"multigraph":true,"graph":${JSON.stringify(about)},\n"nodes":${list(entities)},\n"links":${list(relations)}}\n`
    : `{"data":${JSON.stringify(about)},\n"elements":{"nodes":${list(entities)},\n"edges":${list(relations)}}}\n`;
}
