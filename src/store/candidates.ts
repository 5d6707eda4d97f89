// What both adapters do with the rows of their full text: keep those that have every term, in one order.
import { isKind, type Kind, kindNames, toldPropertiesOf } from "../ontology/model.ts";
import { hasTerm } from "../text/search-text.ts";
import type { Told } from "../text/told-text.ts";
import { indexFor } from "./indexes.ts";
import type { Hit, Json, SearchOptions } from "./port.ts";

export interface FoundNode {
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Json>>;
}

function kindOfLabels(labels: readonly string[]): Kind | undefined {
  return labels.find((label) => label !== "Entity" && isKind(label)) as Kind | undefined;
}

/** How well a node's names fit a text, cheaply: 0 the name itself, 1 a word of its names, 2 the beginning of one. */
function closeness(indexed: string, nameKey: string, text: string): number {
  if (nameKey === text) return 0;
  const words = ` ${indexed} `;
  if (words.includes(` ${text} `)) return 1;
  return words.includes(` ${text}`) ? 2 : 3;
}

/** What of a node is looked through, and whether it is a candidate: how many of the terms it has, 0 for none. */
function held(
  indexed: string,
  terms: readonly string[],
  { any = false, near = false }: SearchOptions,
): number {
  if (near) {
    const own = new Set(indexed.split(" "));
    return terms.filter((term) => own.has(term)).length;
  }
  const count = terms.filter((term) => hasTerm(indexed, term)).length;
  return any || count === terms.length ? count : 0;
}

/** What a node tells of itself beside its names. */
function toldOf(kind: Kind, properties: FoundNode["properties"]): Told[] {
  return toldPropertiesOf(kind).flatMap((property) => {
    const value = properties[property];
    if (value === undefined || value === null) return [];
    return [{ property, values: Array.isArray(value) ? value.map(String) : [String(value)] }];
  });
}

/** The nodes that have every term (or any) and are of the kinds asked, the closest first; at most `limit`. */
export function toHits(nodes: readonly FoundNode[], terms: readonly string[], options: SearchOptions): Hit[] {
  const text = terms.join("");
  const { property } = indexFor(options);
  const each = new Map(nodes.map((node) => [String(node.properties.id), node]));
  const hits = [...each.values()].flatMap(({ labels, properties }) => {
    const kind = kindOfLabels(labels);
    const indexed = String(properties[property] ?? "");
    if (kind === undefined || (options.kinds !== undefined && !options.kinds.includes(kind))) return [];
    const count = held(indexed, terms, options);
    if (count === 0) return [];
    const [id, name] = [String(properties.id), String(properties.name)];
    const aliases = (properties.aliases ?? []) as string[];
    const told = options.told === true ? { told: toldOf(kind, properties) } : {};
    const hit: Hit = { id, kind, name, aliases, ...told };
    const all = options.any === true || options.near === true || options.told === true;
    const close = all ? 0 : closeness(indexed, String(properties.nameKey ?? ""), text);
    return [{ hit, count, length: name.length, close }];
  });
  // Where there are more than asked for, it must not be chance or the id that leaves out the best.
  hits.sort(
    (one, other) =>
      other.count - one.count ||
      one.close - other.close ||
      one.length - other.length ||
      (one.hit.id < other.hit.id ? -1 : 1),
  );
  return hits.slice(0, options.limit).map(({ hit }) => hit);
}

/** The properties of a node that a search looks at: what is indexed may be as long as all others together. */
export function lookedAt(options: SearchOptions): readonly string[] {
  const { property } = indexFor(options);
  const told = kindNames.flatMap((kind) => toldPropertiesOf(kind));
  const names = ["id", "name", "aliases", "nameKey", property];
  return options.told === true ? [...new Set([...names, ...told])] : names;
}

/**
 * The nodes of which the text is an alias: full text ranks long texts low, and may leave them out among very many.
 * Takes the terms joined as `$key`.
 */
export const byAlias = (node: string): string =>
  `MATCH (alias:Alias {key: $key}) MATCH (${node}:Entity {id: alias.entity})`;

/** How many rows to take from the engine for so many hits: its ranking is not ours, so more than asked. */
export function rowsFor(options: SearchOptions): number {
  return Math.max(500, options.limit * 5);
}
