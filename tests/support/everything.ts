// All that a store holds, as sorted text, to compare one store with another to the last property.
import type { GraphStore, Json } from "../../src/store/port.ts";

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** Every node and relation of a store but for the time of loading, one text each. */
export async function everything(store: GraphStore): Promise<string[]> {
  const nodes = await store.read(
    "MATCH (n) WHERE NOT n:TestDatabase RETURN labels(n) AS labels, properties(n) AS properties",
  );
  const relations = await store.read(
    "MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties",
  );
  const texts = nodes.map(({ labels, properties }) => {
    const { loadedAt: _, ...rest } = properties as Record<string, Json>;
    return JSON.stringify([[...(labels as string[])].sort(), sorted(rest)]);
  });
  return [...texts, ...relations.map((relation) => JSON.stringify(sorted(relation)))].sort();
}

export interface Difference {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** What of two contents is not in both; twice the same counts twice. The first few of each. */
export function difference(actual: readonly string[], expected: readonly string[]): Difference {
  const counts = new Map<string, number>();
  for (const text of expected) counts.set(text, (counts.get(text) ?? 0) + 1);
  const unexpected: string[] = [];
  for (const text of actual) {
    const left = counts.get(text) ?? 0;
    if (left === 0) unexpected.push(text);
    else counts.set(text, left - 1);
  }
  const missing = [...counts].filter(([, left]) => left > 0).map(([text]) => text);
  return { missing: missing.slice(0, 5), unexpected: unexpected.slice(0, 5) };
}

export const noDifference: Difference = { missing: [], unexpected: [] };
