// Force-directed places: what is related lies together, labels keep apart. Deterministic: the same view, the same places.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { LayoutProblem, Places } from "./problem.ts";

/** Room between two nodes, wide enough for a short name. */
const room = { x: 70, y: 26 };

/** Pushes apart what lies too near, wider than high as names are. Fixed nodes stay. */
export function spread(places: Places, fixed: ReadonlySet<string>, rounds = 40): void {
  const ids = Object.keys(places);
  for (let round = 0; round < rounds; round++) {
    const cells = new Map<string, string[]>();
    for (const id of ids) {
      const place = places[id];
      if (place === undefined) continue;
      const key = `${Math.floor(place.x / room.x)} ${Math.floor(place.y / room.y)}`;
      cells.set(key, [...(cells.get(key) ?? []), id]);
    }
    let moved = false;
    for (const [key, members] of cells) {
      const [column = 0, row = 0] = key.split(" ").map(Number);
      const near: string[] = [];
      for (const dx of [-1, 0, 1])
        for (const dy of [-1, 0, 1]) near.push(...(cells.get(`${column + dx} ${row + dy}`) ?? []));
      for (const id of members)
        for (const other of near) if (id < other && push(places, id, other, fixed)) moved = true;
    }
    if (!moved) return;
  }
}

function push(places: Places, one: string, other: string, fixed: ReadonlySet<string>): boolean {
  const [a, b] = [places[one], places[other]];
  if (a === undefined || b === undefined || (fixed.has(one) && fixed.has(other))) return false;
  const [dx, dy] = [(b.x - a.x) / room.x, (b.y - a.y) / room.y];
  const apart = Math.hypot(dx, dy);
  if (apart >= 1) return false;
  const [ux, uy] = apart < 1e-6 ? [0, 1] : [dx / apart, dy / apart];
  const by = 1 - apart;
  const share = fixed.has(one) ? 0 : fixed.has(other) ? 1 : 0.5;
  a.x -= ux * by * room.x * share;
  a.y -= uy * by * room.y * share;
  b.x += ux * by * room.x * (1 - share);
  b.y += uy * by * room.y * (1 - share);
  return true;
}

/** Places by forces; fixed nodes stay where they are. */
export function forcePlaces({ nodes, ties }: LayoutProblem): Places {
  const graph = new Graph({ multi: true });
  for (const { id, x, y, size, fixed } of nodes) graph.addNode(id, { x, y, size, fixed });
  for (const { from, to } of ties) if (from !== to) graph.addEdge(from, to);
  const places: Places = {};
  if (graph.order > 1) {
    const iterations = Math.max(60, Math.min(600, Math.round(60_000 / graph.order)));
    const settings = {
      ...forceAtlas2.inferSettings(graph),
      gravity: 0.6,
      scalingRatio: 90,
      slowDown: 4,
      strongGravityMode: false,
      barnesHutOptimize: graph.order > 400,
    };
    forceAtlas2.assign(graph, { iterations, settings });
  }
  graph.forEachNode((id, { x, y }) => {
    places[id] = { x: Number(x), y: Number(y) };
  });
  const fixed = new Set(nodes.filter((node) => node.fixed).map(({ id }) => id));
  if (nodes.length <= 1_500) spread(places, fixed);
  return places;
}
