// GEXF, for Gephi: with kinds, titles and the ontology's colours. It names the attributes first, then all nodes, then
// all edges: what is read waits in spools, so that only attributes are named that something has.

import { escapedXml } from "../text/markup.ts";
import { edgeTypes, nodeTypes, type Types } from "./attribute-types.ts";
import { type Attributes, entityAttributes, relationAttributes } from "./attributes.ts";
import type { Graph, GraphEntity, GraphRelation } from "./graph.ts";
import { newSpool } from "./spool.ts";

/** A text within an attribute: of line breaks as they stand a reader makes spaces. */
const escaped = (text: string): string =>
  escapedXml(text).replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Attributes that GEXF has words of its own for. */
const own = new Set(["label", "color"]);

/** The declarations of those attributes of nodes or edges that some of them have. */
function declared(of: "node" | "edge", types: Types, seen: ReadonlySet<string>): string {
  const lines = [...types]
    .filter(([name]) => seen.has(name) && !own.has(name))
    .map(([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>\n`);
  return `<attributes class="${of}">\n${lines.join("")}</attributes>\n`;
}

function valuesOf(attributes: Attributes): string {
  const lines = Object.entries(attributes)
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => `<attvalue for="${name}" value="${escaped(String(value))}"/>`);
  return `<attvalues>${lines.join("")}</attvalues>`;
}

function nodeText(entity: GraphEntity, seen: Set<string>): string {
  const attributes = entityAttributes(entity);
  for (const name of Object.keys(attributes)) seen.add(name);
  const colour = String(attributes.color);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `<node id="${escaped(entity.id)}" label="${escaped(String(attributes.label))}">${valuesOf(attributes)}<viz:color r="${red}" g="${green}" b="${blue}"/></node>\n`;
}

function edgeText(relation: GraphRelation, seen: Set<string>): string {
  const attributes = relationAttributes(relation);
  for (const name of Object.keys(attributes)) seen.add(name);
  return `<edge id="${escaped(relation.id)}" source="${escaped(relation.from)}" target="${escaped(relation.to)}" label="${escaped(String(attributes.label))}">${valuesOf(attributes)}</edge>\n`;
}

/** The text of a GEXF file, of the version that networkx reads: 1.2. */
export async function* gexf({ parts, version, cut }: Graph): AsyncGenerator<string> {
  const [nodes, edges] = [newSpool(), newSpool()];
  const [ofNodes, ofEdges] = [new Set<string>(), new Set<string>()];
  try {
    for await (const { entities, relations } of parts) {
      await nodes.add(entities.map((one) => nodeText(one, ofNodes)).join(""));
      await edges.add(relations.map((one) => edgeText(one, ofEdges)).join(""));
    }
    yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf version="1.2" xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.1draft/viz">
<meta><title>Industry Graph</title><description>dataset ${version ?? "none"}${cut ? "; cut: there is more" : ""}</description></meta>
<graph defaultedgetype="directed">
${declared("node", nodeTypes, ofNodes)}${declared("edge", edgeTypes, ofEdges)}<nodes>
`;
    yield* nodes.read();
    yield "</nodes>\n<edges>\n";
    yield* edges.read();
    yield "</edges>\n</graph>\n</gexf>\n";
  } finally {
    await Promise.all([nodes.close(), edges.close()]);
  }
}
