// What of a view is drawn: without what is hidden. The canvas, the table and what is saved all show this.
import type { Known, Tie } from "./documents.ts";
import type { View } from "./view.ts";

export interface ShownNode extends Known {
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
  /** How many of the relations drawn end at it. */
  readonly degree: number;
}

export interface Shown {
  readonly nodes: readonly ShownNode[];
  readonly ties: readonly Tie[];
}

/** Entities and relations that are drawn. */
export function shownOf(
  view: Pick<View, "nodes" | "hiddenKinds" | "hiddenTypes">,
  entities: ReadonlyMap<string, Known>,
  ties: readonly Tie[],
): Shown {
  const visible = new Map<string, Known>();
  for (const id of view.nodes.keys()) {
    const entity = entities.get(id);
    if (entity !== undefined && !view.hiddenKinds.has(entity.kind)) visible.set(id, entity);
  }
  const drawn = ties.filter(
    ({ type, from, to }) => !view.hiddenTypes.has(type) && visible.has(from.id) && visible.has(to.id),
  );
  const degrees = new Map<string, number>();
  for (const { from, to } of drawn)
    for (const { id } of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const nodes = [...visible].flatMap(([id, entity]) => {
    const place = view.nodes.get(id);
    return place === undefined ? [] : [{ ...entity, ...place, degree: degrees.get(id) ?? 0 }];
  });
  return { nodes, ties: drawn };
}

/** How large an entity is drawn: the more relations, the larger, within bounds. */
export function sizeOf(degree: number): number {
  return 7 + Math.min(11, 2.2 * Math.sqrt(degree));
}

/** By how much entities are drawn smaller where there are many of them, so that they do not grow into one blot. */
export function crowdingOf(entities: number): number {
  return Math.max(0.2, Math.min(1, Math.sqrt(200 / Math.max(1, entities))));
}
