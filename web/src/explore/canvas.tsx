// The picture on a WebGL canvas. Loaded when it is needed; knows nothing of the API.
import Graph from "graphology";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { kindColour, relationTitle } from "../model.ts";
import { useSpeech } from "../text/language.ts";
import { onTheme } from "../theme/theme.ts";
import { arrange, isNarrow, placeIn } from "./arrange.ts";
import {
  bringIntoSight,
  coloursOf,
  createRenderer,
  isFitted,
  nameHeights,
  type Renderer,
  sightOf,
} from "./renderer.ts";
import { shiftWhilePanning } from "./shift.ts";
import { shortName } from "./short-name.ts";
import { crowdingOf, type Shown, sizeOf } from "./shown.ts";
import { roundSight, type Sight } from "./view.ts";
import { isWhole, type WholeNames, wholeNames } from "./whole-names.ts";

interface CanvasProps {
  readonly shown: Shown;
  readonly selected: string | null;
  /** Entities and relations to stand out, such as those of a path. */
  readonly marked: ReadonlySet<string>;
  readonly sight: Sight | null;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
  readonly onMove: (id: string, place: { x: number; y: number }) => void;
  /** Told when another part has been brought into sight by hand, once the picture is at rest. */
  readonly onSight: (sight: Sight | null) => void;
}

/** Entities in a picture of many: less is drawn while it moves. */
const many = 1_000;
/** Milliseconds without movement after which a picture is at rest. */
const rest = 150;

const sightText = (sight: Sight): string => {
  const { x, y, across } = roundSight(sight);
  return `${x} ${y} ${across}`;
};

/** Whether in sight is what a view says. */
function isThere(drawn: Renderer, sight: Sight | null): boolean {
  return sight === null ? isFitted(drawn) : sightText(sightOf(drawn)) === sightText(sight);
}

/** The canvas. */
export default function Canvas(props: CanvasProps) {
  const { shown, selected, marked, sight } = props;
  const place = useRef<HTMLDivElement>(null);
  const graph = useRef(new Graph({ multi: true, type: "directed" }));
  const renderer = useRef<Renderer | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const hovered = useRef<string | undefined>(undefined);
  const whole = useRef<WholeNames | undefined>(undefined);
  /** What is in sight as the view knows it. */
  const known = useRef("");
  // Another theme, another renderer: its colours are given once.
  const [theme, setTheme] = useState(0);
  useEffect(() => onTheme(() => setTheme((turn) => turn + 1)), []);
  const { title, text } = useSpeech();

  const name = useCallback((drawn: Renderer) => {
    whole.current?.write(arrange(drawn, graph.current, { ...latest.current, hovered: hovered.current }));
    drawn.getContainer().dataset.sight = sightText(sightOf(drawn));
  }, []);

  /** Brings into sight what the view says. */
  const aim = useCallback(() => {
    const drawn = renderer.current;
    if (drawn === undefined) return;
    const wanted = latest.current.sight;
    if (wanted === null) drawn.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    else if (!isThere(drawn, wanted)) bringIntoSight(drawn, wanted);
    known.current = sightText(sightOf(drawn));
    name(drawn);
  }, [name]);

  // Made anew for another theme
  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    const made = createRenderer(container, graph.current, coloursOf(container));
    renderer.current = made;
    const written = wholeNames(made, (id) => placeIn(made, graph.current, id), nameHeights.name);
    whole.current = written;
    const shifting = shiftWhilePanning(made, () => graph.current.order > many, written.sheet);
    let resting: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(resting);
      resting = setTimeout(atRest, rest);
    };
    const atRest = (): void => {
      // Held, not let go.
      if (made.getGraphState().isPanning) {
        wait();
        return;
      }
      shifting.settle();
      name(made);
      const now = sightOf(made);
      if (sightText(now) === known.current) return;
      known.current = sightText(now);
      latest.current.onSight(isFitted(made) ? null : roundSight(now));
    };
    const hover = (id?: string): void => {
      const both = [hovered.current, id];
      hovered.current = id;
      const isWritten = (one?: string): boolean =>
        graph.current.hasNode(one) && isWhole(String(graph.current.getNodeAttribute(one, "label")));
      // Among many, the one hovered is named by itself, if letter by letter will do.
      if (graph.current.order <= many || both.some(isWritten)) name(made);
    };
    made.on("clickNode", ({ node }) => latest.current.onSelect(node));
    made.on("doubleClickNode", (event) => {
      event.preventSigmaDefault();
      latest.current.onOpen(event.node);
    });
    made.on("clickStage", () => latest.current.onSelect(null));
    made.on("enterNode", ({ node }) => hover(node));
    made.on("leaveNode", () => hover());
    made.on("nodeDragEnd", ({ allDraggedNodes }) => {
      for (const id of allDraggedNodes) {
        const { x, y } = graph.current.getNodeAttributes(id) as { x: number; y: number };
        latest.current.onMove(id, { x, y });
      }
    });
    made.on("resize", aim);
    made.getCamera().on("updated", wait);
    return () => {
      clearTimeout(resting);
      made.kill();
      written.sheet.remove();
      [renderer.current, whole.current] = [undefined, undefined];
    };
  }, [theme, name, aim]);

  // Drawn anew for another theme
  useEffect(() => {
    const [container, drawn] = [place.current, renderer.current];
    if (container === null || drawn === undefined) return;
    const { line, accent, text: ink } = coloursOf(container);
    const narrow = isNarrow(container);
    const picture = graph.current;
    const ids = new Set(shown.nodes.map(({ id }) => id));
    const ties = new Set(shown.ties.map(({ id }) => id));
    picture.forEachEdge((id) => ties.has(id) || picture.dropEdge(id));
    picture.forEachNode((id) => ids.has(id) || picture.dropNode(id));
    const crowding = crowdingOf(shown.nodes.length) * (narrow ? 0.6 : 1);
    for (const { id, name: full, english, kind, x, y, degree } of shown.nodes) {
      const stands = id === selected || marked.has(id);
      const label = shortName(english ?? full, narrow ? 8 : stands ? 40 : 16);
      picture.mergeNode(id, {
        x,
        y,
        label,
        ink: isWhole(label) ? "rgba(0, 0, 0, 0)" : ink,
        color: kindColour(kind),
        size: sizeOf(degree) * crowding,
        marked: stands,
      });
    }
    for (const { id, type, from, to } of shown.ties) {
      const near = marked.has(id) || from.id === selected || to.id === selected;
      const attributes = {
        label: title(relationTitle(type)),
        size: marked.has(id) ? 3 : near ? 2 : 1,
        color: marked.has(id) || near ? accent : line,
      };
      if (picture.hasEdge(id)) picture.mergeEdgeAttributes(id, attributes);
      else picture.addEdgeWithKey(id, from.id, to.id, attributes);
    }
    const crowded = shown.nodes.length > many;
    drawn.setSettings({
      hideLabelsOnMove: crowded,
      hideEdgesOnMove: shown.ties.length > 5 * many,
      renderEdgeLabels: !crowded,
      // One alone has no width that its name could be a part of: it stands in the middle.
      autoRescaleContent: crowded || shown.nodes.length === 1 ? "positions" : "labels",
    });
    drawn.refresh();
    aim();
  }, [theme, shown, selected, marked, title, aim]);

  useEffect(() => {
    if (renderer.current !== undefined && !isThere(renderer.current, sight)) aim();
  }, [sight, aim]);

  return (
    <div
      class="canvas"
      ref={place}
      role="img"
      aria-label={text.canvasLabel}
      data-nodes={shown.nodes.length}
    />
  );
}
