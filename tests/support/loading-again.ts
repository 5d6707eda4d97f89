// What a store holds, and folders that differ a little from the fixture.
import { expect } from "vitest";
import type { GraphStore } from "../../src/store/port.ts";
import { asking } from "./asking.ts";
import { fixture } from "./fixture.ts";
import type { CsvRecord, FolderContent } from "./folder.ts";

/** The data of an answer without errors. */
export async function asked<T>(store: GraphStore, query: string): Promise<T> {
  const { data, messages } = await asking(store)(query);
  expect(messages).toEqual([]);
  return data as T;
}

/** Everything in a store, in one order. */
export async function contents(store: GraphStore): Promise<string> {
  const nodes = await store.read(
    "MATCH (n) WHERE n:Entity OR n:Alias RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id",
  );
  const relations = await store.read(
    "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS start, b.id AS end, type(r) AS type, properties(r) AS properties ORDER BY r.id",
  );
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return [...nodes, ...relations]
    .map((row) =>
      JSON.stringify({
        ...row,
        labels: [...((row.labels ?? []) as string[])].sort(),
        properties: sorted(row.properties),
      }),
    )
    .join("\n");
}

export const changed = (counts: { created: number; updated: number; deleted: number }): number[] => [
  counts.created,
  counts.updated,
  counts.deleted,
];

export function withRows(
  kind: string,
  change: (rows: readonly CsvRecord[]) => readonly CsvRecord[],
): FolderContent {
  return { ...fixture, entities: { ...fixture.entities, [kind]: change(fixture.entities?.[kind] ?? []) } };
}
