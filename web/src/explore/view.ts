// What the explorer shows: which entities, where, what is hidden, what is open beside it. Plain values; every change
// gives a new view, so that going back is showing an earlier one. Knows nothing of names or of drawing.

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
}

/** What of the picture is in sight: its middle, and how much lies across the shorter side of the window. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly across: number;
}

export type Panel = "entity" | "table" | "paths" | "views";
export type LayoutKind = "force" | "layered";

export interface View {
  readonly nodes: ReadonlyMap<string, Placed>;
  readonly hiddenKinds: ReadonlySet<string>;
  readonly hiddenTypes: ReadonlySet<string>;
  readonly selected: string | null;
  readonly panel: Panel;
  readonly layout: LayoutKind;
  /** The ends of the path that is looked at. */
  readonly ends: readonly [string | null, string | null];
  /** Entities of the way that stands out, one after another. */
  readonly route: readonly string[];
  /** What is in sight; null where all of it is. */
  readonly sight: Sight | null;
}

export const emptyView: View = {
  nodes: new Map(),
  hiddenKinds: new Set(),
  hiddenTypes: new Set(),
  selected: null,
  panel: "entity",
  layout: "force",
  ends: [null, null],
  route: [],
  sight: null,
};

/** Adds entities around a place, on a spiral, so that none lies on another. Those that are there stay. */
export function withNodes(view: View, ids: readonly string[], around?: string): View {
  const nodes = new Map(view.nodes);
  const fresh = ids.filter((id) => !nodes.has(id));
  const centre = (around === undefined ? undefined : nodes.get(around)) ?? { x: 0, y: 0 };
  const taken = new Set([...nodes.values()].map(({ x, y }) => `${x} ${y}`));
  let slot = 0;
  for (const id of fresh) {
    let place: { x: number; y: number };
    do {
      const [turn, away] = [slot * 2.399963, 60 * Math.sqrt(slot)];
      place = {
        x: Math.round(centre.x + away * Math.cos(turn)),
        y: Math.round(centre.y + away * Math.sin(turn)),
      };
      slot += 1;
    } while (taken.has(`${place.x} ${place.y}`));
    taken.add(`${place.x} ${place.y}`);
    nodes.set(id, { ...place, pinned: false });
  }
  return fresh.length === 0 ? view : { ...view, nodes };
}

/** Takes entities away. */
export function withoutNodes(view: View, ids: readonly string[]): View {
  const nodes = new Map(view.nodes);
  for (const id of ids) nodes.delete(id);
  const selected = view.selected !== null && nodes.has(view.selected) ? view.selected : null;
  return { ...view, nodes, selected };
}

/** Moves entities; whole numbers keep addresses short. */
export function withPlaces(view: View, places: Readonly<Record<string, { x: number; y: number }>>): View {
  const nodes = new Map(view.nodes);
  for (const [id, { x, y }] of Object.entries(places)) {
    const known = nodes.get(id);
    if (known !== undefined && Number.isFinite(x) && Number.isFinite(y))
      nodes.set(id, { ...known, x: Math.round(x), y: Math.round(y) });
  }
  return { ...view, nodes };
}

/** Pins an entity where it is, or lets it go. */
export function withPin(view: View, id: string, pinned: boolean): View {
  const known = view.nodes.get(id);
  return known === undefined ? view : { ...view, nodes: new Map(view.nodes).set(id, { ...known, pinned }) };
}

/** A place in sight, in as many digits as are seen. */
export function roundSight({ x, y, across }: Sight): Sight {
  const digit = 10 ** (Math.floor(Math.log10(Math.max(across, 1e-6))) - 3);
  const round = (value: number): number => Number((Math.round(value / digit) * digit).toPrecision(12));
  return { x: round(x), y: round(y), across: round(across) };
}

/** A set with one member more, or less. */
export function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** The entities and relations that stand out: those of the route. */
export function markedOf(
  view: Pick<View, "route">,
  relations: Iterable<Ends & { readonly id: string }>,
): ReadonlySet<string> {
  const pairs = new Set(view.route.slice(1).map((id, index) => [view.route[index], id].sort().join("\n")));
  const marked = new Set(view.route);
  for (const { id, from, to } of relations) if (pairs.has([from, to].sort().join("\n"))) marked.add(id);
  return marked;
}

/** Ends of a relation, as far as a view needs them. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** The neighbours of an entity that nothing else in the view holds on to, pinned ones left out: what collapses. */
export function leavesOf(view: View, id: string, relations: Iterable<Ends>): readonly string[] {
  const neighbours = new Map<string, Set<string>>();
  const note = (one: string, other: string): void => {
    if (one === other || !view.nodes.has(one) || !view.nodes.has(other)) return;
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  };
  for (const { from, to } of relations) {
    note(from, to);
    note(to, from);
  }
  return [...(neighbours.get(id) ?? [])].filter((one) => {
    return neighbours.get(one)?.size === 1 && view.nodes.get(one)?.pinned !== true && one !== view.selected;
  });
}
