// JSON for programs: node-link, as networkx and D3 read it, or the elements of Cytoscape. Written as the graph is read,
// relations last.
import { entityAttributes, relationAttributes } from "./attributes.ts";
import type { Graph, GraphEntity, GraphRelation } from "./graph.ts";
import { newSpool } from "./spool.ts";

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

/** Writes the elements of a list, those of one part at a time. */
function listed<T>(objectOf: (one: T) => object): (some: readonly T[]) => string {
  let first = true;
  return (some) => {
    if (some.length === 0) return "";
    const text = some.map((one) => JSON.stringify(objectOf(one))).join(",\n");
    const before = first ? "\n" : ",\n";
    first = false;
    return before + text;
  };
}

/** The text of a JSON file. */
export async function* json({ parts, version, cut }: Graph, layout: Layout): AsyncGenerator<string> {
  const about = JSON.stringify({ dataset_version: version, cut });
  const [entities, relations] = [listed(nodes[layout]), listed(links[layout])];
  yield layout === "node-link"
    ? `{"directed":true,"multigraph":true,"graph":${about},\n"nodes":[`
    : `{"data":${about},\n"elements":{"nodes":[`;
  const later = newSpool();
  try {
    for await (const part of parts) {
      yield entities(part.entities);
      await later.add(relations(part.relations));
    }
    yield `\n],\n"${layout === "node-link" ? "links" : "edges"}":[`;
    yield* later.read();
  } finally {
    await later.close();
  }
  yield layout === "node-link" ? "\n]}\n" : "\n]}}\n";
}
