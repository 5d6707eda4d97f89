// What the explorer asks of the API.

import { askHere } from "../api/ask.ts";
import type { Ask } from "../api/port.ts";
import { type Cited, citation, type Named } from "../api/types.ts";
import { isMutual } from "../model.ts";

export interface Known extends Named {
  readonly summary: string | null;
  /** Place in the order of stages or on a ladder, where the kind has one. */
  readonly rank?: number | null;
  readonly rung?: number | null;
  readonly track?: string | null;
}

export interface Tie {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly from: Named;
  readonly to: Named;
  readonly sources: readonly Cited[];
}

export interface Count {
  readonly type: string;
  /** BOTH of relations that say the same of both ends. */
  readonly direction: "OUT" | "IN" | "BOTH";
  readonly kind: string;
  readonly count: number;
}

export interface Way {
  readonly length: number;
  readonly avoided: readonly string[];
  readonly nodes: readonly Named[];
  readonly relations: readonly Tie[];
}

export interface Common {
  readonly count: number;
  readonly entity: Named;
  readonly relations: readonly Tie[];
}

const named = "id kind name";
const known = `${named} summary(lang: $lang) ... on Stage { rank } ... on Certification { rung track }`;
const tie = `id type status since until properties from { ${named} } to { ${named} } ${citation}`;

/** Entities asked for at once at the most; more are asked for in parts. */
const part = 400;

export const nodesDocument = `query Nodes($lang: Language!, $ids: [ID!]!) { nodes(ids: $ids) { ${known} } }`;
export const amongDocument = `query Among($ids: [ID!]!) { relationsAmong(ids: $ids) { ${tie} } }`;
export const countsDocument = `query Counts($lang: Language!, $id: ID!) {
  node(id: $id) { ${known} relationCounts { type direction kind count } }
}`;
export const relatedDocument = `query Related(
  $lang: Language!, $id: ID!, $type: RelationType!, $direction: Direction!, $kind: EntityKind, $text: String, $first: Int!
) {
  node(id: $id) {
    related(type: $type, direction: $direction, kind: $kind, text: $text, first: $first) {
      totalCount nodes { ${known} }
    }
  }
}`;
export const pathsDocument = `query Paths($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, first: 3) { length avoided nodes { ${named} } relations { ${tie} } }
}`;
export const commonDocument = `query Common($ids: [ID!]!) {
  commonNeighbours(ids: $ids, first: 50) { count entity { ${named} } relations { ${tie} } }
}`;

/** Entities of ids; those that are not there are left out. */
export async function askNodes(ids: readonly string[], ask: Ask = askHere): Promise<readonly Known[]> {
  const found: Known[] = [];
  for (let at = 0; at < ids.length; at += part) {
    const answer = await ask<{ nodes: (Known | null)[] }>(nodesDocument, { ids: ids.slice(at, at + part) });
    found.push(...answer.nodes.filter((node) => node !== null));
  }
  return found;
}

/** Every relation among entities. */
export async function askAmong(ids: readonly string[], ask: Ask = askHere): Promise<readonly Tie[]> {
  if (ids.length < 1) return [];
  return (await ask<{ relationsAmong: Tie[] }>(amongDocument, { ids })).relationsAmong;
}

/** Counts with those of either direction as one where it says nothing. */
export function mutualAsOne(counts: readonly Count[]): readonly Count[] {
  const merged = new Map<string, Count>();
  for (const one of counts) {
    const direction = isMutual(one.type) ? "BOTH" : one.direction;
    const key = `${one.type} ${direction} ${one.kind}`;
    merged.set(key, { ...one, direction, count: one.count + (merged.get(key)?.count ?? 0) });
  }
  return [...merged.values()];
}

/** An entity with its counts; null where there is none of the id. */
export async function askCounts(
  id: string,
  ask: Ask = askHere,
): Promise<(Known & { readonly relationCounts: readonly Count[] }) | null> {
  const { node } = await ask<{ node: (Known & { relationCounts: Count[] }) | null }>(countsDocument, { id });
  return node === null ? null : { ...node, relationCounts: mutualAsOne(node.relationCounts) };
}

export interface Wish {
  readonly type: string;
  readonly direction: string;
  readonly kind?: string;
  readonly text?: string;
  readonly first: number;
}

/** Neighbours by one type of relation, by name. */
export async function askRelated(
  id: string,
  wish: Wish,
  ask: Ask = askHere,
): Promise<{ readonly totalCount: number; readonly nodes: readonly Known[] }> {
  const answer = await ask<{ node: { related: { totalCount: number; nodes: Known[] } } | null }>(
    relatedDocument,
    { id, ...wish },
  );
  return answer.node?.related ?? { totalCount: 0, nodes: [] };
}

/** Ways between two entities, the shortest first. */
export async function askPaths(from: string, to: string, ask: Ask = askHere): Promise<readonly Way[]> {
  return (await ask<{ paths: Way[] }>(pathsDocument, { from, to })).paths;
}

/** What entities have in common. */
export async function askCommon(ids: readonly string[], ask: Ask = askHere): Promise<readonly Common[]> {
  return (await ask<{ commonNeighbours: Common[] }>(commonDocument, { ids })).commonNeighbours;
}
