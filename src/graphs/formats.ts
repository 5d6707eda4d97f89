// The forms in which a graph is given: the endings of addresses, the media type of each, and what writes it.
import { ftm } from "./ftm.ts";
import { gexf } from "./gexf.ts";
import type { Graph } from "./graph.ts";
import { graphml } from "./graphml.ts";
import { json, type Layout } from "./json.ts";
import { jsonLd, turtle } from "./linked.ts";

export interface WriteGraphOptions {
  /** The address under which entities have their pages: their names in linked data. */
  readonly base: string;
  /** Of JSON. */
  readonly layout: Layout;
}

type Write = (graph: Graph, options: WriteGraphOptions) => AsyncGenerator<string>;

interface GraphFormat {
  readonly type: string;
  readonly write: Write;
}

/** By the ending of an address. */
export const graphFormats = {
  gexf: { type: "application/gexf+xml; charset=utf-8", write: gexf },
  graphml: { type: "application/graphml+xml; charset=utf-8", write: graphml },
  json: { type: "application/json; charset=utf-8", write: (graph, { layout }) => json(graph, layout) },
  jsonld: { type: "application/ld+json; charset=utf-8", write: (graph, { base }) => jsonLd(graph, base) },
  ttl: { type: "text/turtle; charset=utf-8", write: (graph, { base }) => turtle(graph, base) },
  "ftm.json": { type: "application/x-ndjson; charset=utf-8", write: ftm },
} as const satisfies Readonly<Record<string, GraphFormat>>;

export type GraphFormatName = keyof typeof graphFormats;

export const isGraphFormat = (text: string): text is GraphFormatName => Object.hasOwn(graphFormats, text);
