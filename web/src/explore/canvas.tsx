// The picture on a WebGL canvas. Loaded when it is needed; knows nothing of the API.
import Graph from "graphology";
import { useEffect, useRef } from "preact/hooks";
import Sigma from "sigma";
import {
  extremityArrow,
  layerFill,
  layerPlain,
  pathCurved,
  pathLine,
  pathLoop,
  sdfCircle,
} from "sigma/rendering";
import { kindColour, relationTitle } from "../model.ts";
import { useSpeech } from "../text/language.ts";
import { shortName } from "./short-name.ts";
import { type Shown, sizeOf } from "./shown.ts";

interface CanvasProps {
  readonly shown: Shown;
  readonly selected: string | null;
  /** Entities and relations to stand out, such as those of a path. */
  readonly marked: ReadonlySet<string>;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
  readonly onMove: (id: string, place: { x: number; y: number }) => void;
}

interface Colours {
  readonly text: string;
  readonly line: string;
  readonly accent: string;
  readonly back: string;
  /** The background, half seen through: behind labels. */
  readonly faint: string;
}

function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: value("--text"),
    line: value("--edge"),
    accent: value("--accent"),
    back: value("--back"),
    faint: value("--faint"),
  };
}

type Renderer = Sigma;

/** Whether the picture is as narrow as a telephone: fewer words, smaller nodes. */
function isNarrow(container: HTMLElement): boolean {
  return container.clientWidth < 600;
}

function create(container: HTMLElement, graph: Graph, colours: Colours): Renderer {
  const font = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
  return new Sigma(graph, container, {
    settings: {
      renderEdgeLabels: true,
      enableNodeDrag: true,
      labelDensity: 1.2,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 3,
      stagePadding: 30,
      itemSizesReference: "screen",
      minCameraRatio: 0.05,
      maxCameraRatio: 4,
      doubleClickZoomingRatio: 1,
      zoomToSizeRatioFunction: (ratio: number) => ratio ** 0.35,
      allowInvalidContainer: true,
    },
    primitives: {
      nodes: { shapes: [sdfCircle()], layers: [layerFill()] },
      edges: {
        paths: [pathLine(), pathCurved(), pathLoop()],
        extremities: [extremityArrow()],
        layers: [layerPlain()],
      },
    },
    styles: {
      nodes: {
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: { attribute: "size" },
        color: { attribute: "color" },
        label: { attribute: "label" },
        labelColor: colours.text,
        labelSize: 13,
        labelFont: font,
        labelPosition: "right",
        labelBackgroundColor: colours.faint,
        labelBackgroundPadding: 1,
        labelVisibility: {
          when: (attributes, state) => attributes.marked === true || state.isHovered === true,
          then: "visible",
          else: "auto",
        },
        backdropVisibility: {
          when: (attributes, state) => attributes.marked === true || state.isHovered === true,
          then: "visible",
          else: "hidden",
        },
        backdropColor: colours.back,
        backdropBorderColor: colours.accent,
        backdropBorderWidth: { when: (attributes) => attributes.marked === true, then: 2, else: 0 },
        backdropPadding: 4,
        backdropShadowBlur: 6,
        cursor: "pointer",
      },
      edges: {
        size: { attribute: "size" },
        color: { attribute: "color" },
        label: { attribute: "label" },
        labelColor: colours.text,
        labelSize: 11,
        labelFont: font,
        head: "arrow",
        path: "line",
        parallelPath: "curved",
        parallelSpread: 0.25,
        selfLoopPath: "loop",
      },
    },
  } as ConstructorParameters<typeof Sigma>[2]);
}

/** The canvas. */
export default function Canvas({ shown, selected, marked, onSelect, onOpen, onMove }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const graph = useRef(new Graph({ multi: true, type: "directed" }));
  const renderer = useRef<Renderer | undefined>(undefined);
  const handlers = useRef({ onSelect, onOpen, onMove });
  handlers.current = { onSelect, onOpen, onMove };
  const { title, text, language } = useSpeech();

  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    const start = (): void => {
      renderer.current?.kill();
      const made = create(container, graph.current, coloursOf(container));
      made.on("clickNode", ({ node }) => handlers.current.onSelect(node));
      made.on("doubleClickNode", (event) => {
        event.preventSigmaDefault();
        handlers.current.onOpen(event.node);
      });
      made.on("clickStage", () => handlers.current.onSelect(null));
      made.on("nodeDragEnd", ({ allDraggedNodes }) => {
        for (const id of allDraggedNodes) {
          const { x, y } = graph.current.getNodeAttributes(id) as { x: number; y: number };
          handlers.current.onMove(id, { x, y });
        }
      });
      renderer.current = made;
    };
    start();
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", start);
    return () => {
      scheme.removeEventListener("change", start);
      renderer.current?.kill();
      renderer.current = undefined;
    };
  }, []);

  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    const { line, accent } = coloursOf(container);
    const narrow = isNarrow(container);
    const picture = graph.current;
    const ids = new Set(shown.nodes.map(({ id }) => id));
    const ties = new Set(shown.ties.map(({ id }) => id));
    picture.forEachEdge((id) => ties.has(id) || picture.dropEdge(id));
    picture.forEachNode((id) => ids.has(id) || picture.dropNode(id));
    for (const { id, name, kind, x, y, degree } of shown.nodes) {
      const stands = id === selected || marked.has(id);
      picture.mergeNode(id, {
        x,
        y,
        label: shortName(name, narrow ? 8 : stands ? 40 : 16),
        color: kindColour(kind),
        size: sizeOf(degree) * (narrow ? 0.6 : 1),
        marked: stands,
      });
    }
    const labels = shown.ties.length <= (narrow ? 12 : 60);
    for (const { id, type, from, to } of shown.ties) {
      const near = marked.has(id) || from.id === selected || to.id === selected;
      const attributes = {
        label: labels || (near && !narrow) ? title(relationTitle(type)) : "",
        size: marked.has(id) ? 3 : near ? 2 : 1,
        color: marked.has(id) || near ? accent : line,
      };
      if (picture.hasEdge(id)) picture.mergeEdgeAttributes(id, attributes);
      else picture.addEdgeWithKey(id, from.id, to.id, attributes);
    }
    const many = shown.nodes.length > 1_000;
    renderer.current?.setSettings({
      hideLabelsOnMove: many,
      hideEdgesOnMove: shown.ties.length > 5_000,
      renderEdgeLabels: !many,
      autoRescaleContent: many ? "positions" : "labels",
    });
    renderer.current?.refresh();
  }, [shown, selected, marked, title, language]);

  useEffect(() => {
    const fit = (): void =>
      void renderer.current?.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: 200 });
    addEventListener("explorer-fit", fit);
    return () => removeEventListener("explorer-fit", fit);
  }, []);

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
