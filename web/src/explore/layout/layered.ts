// Layers from left to right: a whole before its parts, a supplier before its customers, a stage before the next, a rung
// before the one above. For chains, ladders and projects by stage.
import type { LayoutProblem, Places } from "./problem.ts";

/** Types read from where they start to where they end; all others put the end before the start, as wholes and parts. */
const forwards = new Set([
  "SUPPLIES",
  "OFFERS",
  "HAS_CONDITION",
  "LEADS",
  "UNDERTAKES",
  "HOSTS",
  "INVESTS_IN",
  "GRANTED_CREDIT",
  "TARGETS",
  "FOCUSES_ON",
  "TESTS",
  "APPLIES_TO",
]);

const columnWidth = 260;
const rowHeight = 34;

type Successors = ReadonlyMap<string, ReadonlySet<string>>;

/** Nodes that form an order of their own: stages, and the rungs of one track. */
function orders(nodes: LayoutProblem["nodes"]): [string, string][] {
  const groups = new Map<string, { id: string; rank: number }[]>();
  for (const { id, kind, rank, track } of nodes) {
    if (rank == null || (kind !== "STAGE" && track == null)) continue;
    const key = kind === "STAGE" ? "stage" : `track ${track}`;
    groups.set(key, [...(groups.get(key) ?? []), { id, rank }]);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.sort((one, other) => one.rank - other.rank);
    return sorted.slice(1).map(({ id }, index): [string, string] => [sorted[index]?.id ?? id, id]);
  });
}

function successorsOf({ nodes, ties }: LayoutProblem): Successors {
  const successors = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set<string>()]));
  const pairs = ties.map(({ type, from, to }): [string, string] =>
    forwards.has(type) ? [from, to] : [to, from],
  );
  for (const [one, other] of [...orders(nodes), ...pairs])
    if (one !== other && successors.has(other)) successors.get(one)?.add(other);
  return successors;
}

/** The layer of each node: one more than the furthest before it; what would close a circle is not counted. */
export function layersOf(ids: readonly string[], successors: Successors): ReadonlyMap<string, number> {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const kept = new Map<string, string[]>();
  const visit = (id: string): void => {
    state.set(id, "open");
    for (const next of [...(successors.get(id) ?? [])].sort()) {
      if (state.get(next) === "open") continue;
      kept.set(id, [...(kept.get(id) ?? []), next]);
      if (state.get(next) === undefined) visit(next);
    }
    state.set(id, "done");
    order.unshift(id);
  };
  for (const id of [...ids].sort()) if (state.get(id) === undefined) visit(id);
  const layers = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const id of order)
    for (const next of kept.get(id) ?? [])
      layers.set(next, Math.max(layers.get(next) ?? 0, (layers.get(id) ?? 0) + 1));
  return layers;
}

/** The order within layers, so that few lines cross: each goes to the middle of its neighbours, back and forth. */
function arranged(layers: ReadonlyMap<string, number>, successors: Successors): string[][] {
  const columns: string[][] = [];
  for (const [id, layer] of [...layers].sort(([one], [other]) => (one < other ? -1 : 1))) {
    columns[layer] ??= [];
    columns[layer]?.push(id);
  }
  const neighbours = new Map<string, string[]>();
  for (const [one, others] of successors)
    for (const other of others) {
      neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
      neighbours.set(other, [...(neighbours.get(other) ?? []), one]);
    }
  const rows = new Map<string, number>();
  const number = (column: readonly string[]): void => {
    for (const [row, id] of column.entries()) rows.set(id, row - column.length / 2);
  };
  columns.forEach(number);
  for (let sweep = 0; sweep < 6; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const middle = (id: string): number => {
        const near = neighbours.get(id) ?? [];
        if (near.length === 0) return rows.get(id) ?? 0;
        return near.reduce((sum, one) => sum + (rows.get(one) ?? 0), 0) / near.length;
      };
      const middles = new Map(column.map((id) => [id, middle(id)]));
      column.sort(
        (one, other) => (middles.get(one) ?? 0) - (middles.get(other) ?? 0) || (one < other ? -1 : 1),
      );
      number(column);
    }
  }
  return columns;
}

/** Places by layers. Long layers take several columns. */
export function layeredPlaces(problem: LayoutProblem): Places {
  const successors = successorsOf(problem);
  const columns = arranged(
    layersOf(
      problem.nodes.map(({ id }) => id),
      successors,
    ),
    successors,
  );
  const highest = 40;
  const places: Places = {};
  let left = 0;
  for (const column of columns.filter((one) => one !== undefined)) {
    const wraps = Math.ceil(column.length / highest);
    const height = Math.ceil(column.length / wraps);
    for (const [index, id] of column.entries()) {
      const [part, row] = [Math.floor(index / height), index % height];
      places[id] = { x: left + part * columnWidth, y: -(row - (height - 1) / 2) * rowHeight };
    }
    left += wraps * columnWidth;
  }
  for (const { id, x, y, fixed } of problem.nodes) if (fixed) places[id] = { x, y };
  return places;
}
