// GEXF, for Gephi: with kinds, titles and the ontology's colours. The writer of graphology needs the whole graph.
import graphology from "graphology";
import { write } from "graphology-gexf";
import { IndustryGraphError } from "../errors.ts";
import { entityAttributes, relationAttributes } from "./attributes.ts";
import type { Graph as Given } from "./graph.ts";

/** Entities and relations that are held in memory at the most. */
const most = 500_000;

/** The text of a GEXF file. Relations whose ends are not in the graph are left out. @throws IndustryGraphError LIMIT_EXCEEDED */
export async function* gexf({ parts, version, cut }: Given): AsyncGenerator<string> {
  const graph = new graphology.MultiDirectedGraph();
  const relations: (() => void)[] = [];
  let size = 0;
  for await (const part of parts) {
    size += part.entities.length + part.relations.length;
    if (size > most)
      throw new IndustryGraphError(
        "LIMIT_EXCEEDED",
        `GEXF is written from memory: at most ${most} entities and relations. Take graphml, ttl, jsonld, ftm, csv or parquet, which are written as they are read.`,
      );
    for (const entity of part.entities) graph.addNode(entity.id, entityAttributes(entity));
    for (const relation of part.relations)
      relations.push(() => {
        if (graph.hasNode(relation.from) && graph.hasNode(relation.to))
          graph.addEdgeWithKey(relation.id, relation.from, relation.to, relationAttributes(relation));
      });
  }
  for (const add of relations) add();
  graph.setAttribute("title", "Industry Graph");
  graph.setAttribute("description", `dataset ${version ?? "none"}${cut ? "; cut: there is more" : ""}`);
  yield write(graph, {
    // What networkx reads; its colours are numbers.
    version: "1.2",
    formatNode: (_, { label, color, ...attributes }) => ({
      label: String(label),
      attributes,
      viz: { color: String(color) },
    }),
    formatEdge: (_, { label, ...attributes }) => ({ label: String(label), attributes }),
  });
}
