// GraphML, for networkx, yEd, igraph and Gephi, written as the graph is read: its attributes are those of the ontology.
import { escapedXml } from "../text/markup.ts";
import { edgeTypes, nodeTypes, type Types } from "./attribute-types.ts";
import { type Attributes, entityAttributes, relationAttributes } from "./attributes.ts";
import type { Graph } from "./graph.ts";

const keys = (of: "node" | "edge", types: Types): string =>
  [...types]
    .map(([name, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join("");

const data = (of: "node" | "edge", attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => `<data key="${of}-${name}">${escapedXml(String(value))}</data>`)
    .join("");

/** The text of a GraphML file. Relations may stand before their ends. */
export async function* graphml({ parts, version, cut }: Graph): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="graph-dataset_version" for="graph" attr.name="dataset_version" attr.type="string"/>
<key id="graph-cut" for="graph" attr.name="cut" attr.type="boolean"/>
${keys("node", nodeTypes)}${keys("edge", edgeTypes)}<graph edgedefault="directed">
<data key="graph-dataset_version">${version ?? ""}</data><data key="graph-cut">${cut}</data>
`;
  for await (const { entities: nodes, relations } of parts) {
    const lines = [
      ...nodes.map(
        (one) => `<node id="${escapedXml(one.id)}">${data("node", entityAttributes(one))}</node>\n`,
      ),
      ...relations.map(
        (one) =>
          `<edge id="${escapedXml(one.id)}" source="${escapedXml(one.from)}" target="${escapedXml(one.to)}">${data("edge", relationAttributes(one))}</edge>\n`,
      ),
    ];
    yield lines.join("");
  }
  yield "</graph>\n</graphml>\n";
}
