// What both adapters do with the rows of their full text: keep those that have every term, in one order.
import { isKind, type Kind } from "../ontology/model.ts";
import { hasTerm } from "../text/search-text.ts";
import type { Hit, Json, SearchOptions } from "./port.ts";

export interface FoundNode {
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Json>>;
}

function kindOfLabels(labels: readonly string[]): Kind | undefined {
  return labels.find((label) => label !== "Entity" && isKind(label)) as Kind | undefined;
}

/** The nodes that have every term and are of the kinds asked, by id; at most `limit`. */
export function toHits(nodes: readonly FoundNode[], terms: readonly string[], options: SearchOptions): Hit[] {
  const hits = nodes.flatMap(({ labels, properties }): Hit[] => {
    const kind = kindOfLabels(labels);
    const indexed = String(properties.searchText ?? "");
    if (kind === undefined || !terms.every((term) => hasTerm(indexed, term))) return [];
    if (options.kinds !== undefined && !options.kinds.includes(kind)) return [];
    const aliases = (properties.aliases ?? []) as string[];
    return [{ id: String(properties.id), kind, name: String(properties.name), aliases }];
  });
  return hits.sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, options.limit);
}

/** How many rows to take from the engine for so many hits: its ranking is not ours, so more than asked. */
export function rowsFor(options: SearchOptions): number {
  return Math.max(500, options.limit * 5);
}
