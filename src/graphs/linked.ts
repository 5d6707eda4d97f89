// RDF written: Turtle, and JSON-LD an object an entity, both as the graph is read.
import jsonld from "jsonld";
import { type Quad, Writer } from "n3";
import type { Graph } from "./graph.ts";
import { addresses, datasetQuads, partQuads } from "./rdf.ts";
import { prefixes } from "./terms.ts";

/** The prefixes that files begin with, ours among them. */
export const prefixesFor = (base: string): Record<string, string> => ({
  ...prefixes,
  ig: addresses(base).own("").value,
});

/** Triples as Turtle. */
export function turtleOf(quads: Iterable<Quad>, names: Record<string, string>, head = true): Promise<string> {
  const writer = new Writer({ prefixes: names });
  for (const one of quads) writer.addQuad(one);
  return new Promise((resolve, reject) =>
    writer.end((error, text: string) => {
      if (error) reject(error);
      // The prefixes stand at the top of a file, once.
      else resolve(head ? text : text.replace(/^(?:@prefix [^\n]*\n)+\n?/, ""));
    }),
  );
}

/** The text of a Turtle file. */
export async function* turtle(graph: Graph, base: string): AsyncGenerator<string> {
  const to = addresses(base);
  const names = prefixesFor(base);
  yield await turtleOf(datasetQuads(to, graph), names);
  for await (const part of graph.parts)
    yield await turtleOf(partQuads(to, part, graph.documents), names, false);
}

/** The objects of triples, names shortened by the context; one for each subject. */
export async function objectsOf(quads: Iterable<Quad>, context: object): Promise<object[]> {
  const expandedForm = await jsonld.fromRDF([...quads] as never, { useNativeTypes: false });
  const compact = (await jsonld.compact(expandedForm, context as never, { graph: true })) as {
    "@graph"?: object[];
  };
  return compact["@graph"] ?? [];
}

/** The text of a JSON-LD file. */
export async function* jsonLd(graph: Graph, base: string): AsyncGenerator<string> {
  const to = addresses(base);
  const context = prefixesFor(base);
  yield `{"@context":${JSON.stringify(context)},\n"@graph":[\n`;
  let first = true;
  const lines = function* (objects: readonly object[]): Generator<string> {
    for (const one of objects) {
      yield `${first ? "" : ",\n"}${JSON.stringify(one)}`;
      first = false;
    }
  };
  yield* lines(await objectsOf(datasetQuads(to, graph), context));
  for await (const part of graph.parts)
    yield* lines(await objectsOf(partQuads(to, part, graph.documents), context));
  yield "\n]}\n";
}
