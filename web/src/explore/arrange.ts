// Which names the canvas shows: measures where things lie on the screen, and marks those that there is room for.
import type Graph from "graphology";
import { nameHeights, type Renderer } from "./renderer.ts";
import type { Shown } from "./shown.ts";
import { isWhole, type PlacedName } from "./whole-names.ts";
import { type Disc, type Place, type Span, sides, wordsThatFit } from "./words.ts";

/** How far beyond the window names are chosen, in pixels: they come into sight while it is moved. */
const beyond = 200;
/** Relations at the most that are all named; of more, only those about what is looked at. */
const few = { wide: 60, narrow: 12 } as const;

/** Whether the picture is as narrow as a telephone: fewer words, smaller nodes. */
export function isNarrow(container: HTMLElement): boolean {
  return container.clientWidth < 600;
}

export interface LookedAt {
  readonly shown: Shown;
  readonly selected: string | null;
  readonly hovered: string | undefined;
  readonly marked: ReadonlySet<string>;
}

/** Where an entity of the picture lies; undefined where it is not in it. */
export function placeIn(drawn: Renderer, picture: Graph, id: string): Place | undefined {
  if (!picture.hasNode(id)) return undefined;
  const { x, y, size } = picture.getNodeAttributes(id);
  return {
    ...drawn.graphToViewport({ x: Number(x), y: Number(y) }),
    radius: drawn.scaleSize(Number(size)),
  };
}

function discsOf(drawn: Renderer, picture: Graph, { shown, selected, hovered, marked }: LookedAt): Disc[] {
  const { width, height } = drawn.getDimensions();
  return shown.nodes.flatMap(({ id }) => {
    const at = placeIn(drawn, picture, id);
    if (at === undefined) return [];
    if (at.x < -beyond || at.y < -beyond || at.x > width + beyond || at.y > height + beyond) return [];
    const stands = id === selected || id === hovered || marked.has(id);
    return [{ id, ...at, name: String(picture.getNodeAttribute(id, "label")), stands }];
  });
}

function spansOf(drawn: Renderer, picture: Graph, { shown, selected, hovered, marked }: LookedAt): Span[] {
  const narrow = isNarrow(drawn.getContainer());
  const all = shown.ties.length <= few[narrow ? "narrow" : "wide"];
  const near = (id: string): boolean => id === hovered || (id === selected && !narrow);
  return shown.ties.flatMap(({ id, from, to }) => {
    const stands = marked.has(id) || near(from.id) || near(to.id);
    if (!(all || stands) || !picture.hasEdge(id)) return [];
    const data = drawn.getEdgeDisplayData(id) as { readonly curvature?: number } | undefined;
    const name = String(picture.getEdgeAttribute(id, "label"));
    return [{ id, from: from.id, to: to.id, name, stands, bend: (data?.curvature ?? 0) / 2 }];
  });
}

/** Shows the names that there is room for. @returns those of them that can only be written as a whole */
export function arrange(drawn: Renderer, picture: Graph, looked: LookedAt): readonly PlacedName[] {
  const { names, relations } = wordsThatFit(
    discsOf(drawn, picture, looked),
    spansOf(drawn, picture, looked),
    nameHeights,
    { left: 0, top: 0, ...drawn.getDimensions() },
  );
  const [nodes, edges] = [picture.nodes(), picture.edges()];
  for (const side of [undefined, ...sides])
    drawn.setNodesState(
      nodes.filter((id) => names.get(id) === side),
      side === undefined ? { named: false } : { named: true, side },
    );
  for (const named of [true, false]) {
    drawn.setEdgesState(
      edges.filter((id) => relations.has(id) === named),
      { named },
    );
  }
  const { dataset } = drawn.getContainer();
  dataset.names = String(names.size);
  dataset.relations = String(relations.size);
  return [...names].flatMap(([id, side]) => {
    const name = String(picture.getNodeAttribute(id, "label"));
    return isWhole(name) ? [{ id, name, side }] : [];
  });
}
