// Sigma as the explorer has it: how entities and relations are drawn, and what of the picture is in sight.
import type Graph from "graphology";
import type { Attributes } from "graphology-types";
import Sigma from "sigma";
import { extremityArrow, layerPlain, pathCurved, pathLine, pathLoop, sdfCircle } from "sigma/rendering";
import { layerOutlined } from "./outlined.ts";
import type { Sight } from "./view.ts";
import type { Side } from "./words.ts";

/** What an entity or a relation has beside its attributes: whether there is room for its name. */
interface Named {
  named: boolean;
}

/** And at which side of an entity. */
interface Sided extends Named {
  side: Side;
}

export type Renderer = Sigma<Attributes, Attributes, Attributes, Sided, Named>;

export interface Colours {
  readonly text: string;
  readonly line: string;
  readonly accent: string;
  readonly back: string;
  /** The background, half seen through: behind labels. */
  readonly faint: string;
}

/** The colours of the page about an element. */
export function coloursOf(element: HTMLElement): Colours {
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

/** Heights of names, in pixels. */
export const nameHeights = { name: 13, relation: 11 } as const;

/** Starts drawing a graph. */
export function createRenderer(container: HTMLElement, graph: Graph, colours: Colours): Renderer {
  const font = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
  return new Sigma(graph, container, {
    customNodeState: { named: false, side: "right" },
    customEdgeState: { named: false },
    settings: {
      renderEdgeLabels: true,
      enableNodeDrag: true,
      // Names are chosen by words.ts: none is large enough to be chosen by sigma.
      labelRenderedSizeThreshold: Number.MAX_VALUE,
      stagePadding: 30,
      itemSizesReference: "screen",
      minCameraRatio: 0.05,
      maxCameraRatio: 4,
      doubleClickZoomingRatio: 1,
      zoomToSizeRatioFunction: (ratio: number) => ratio ** 0.35,
      allowInvalidContainer: true,
    },
    primitives: {
      nodes: { shapes: [sdfCircle()], layers: [layerOutlined()] },
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
        labelColor: { attribute: "ink" },
        labelSize: nameHeights.name,
        labelFont: font,
        labelPosition: (_: Attributes, { side }: Sided) => side,
        labelBackgroundColor: colours.faint,
        labelBackgroundPadding: 1,
        labelVisibility: {
          when: (attributes, state) => attributes.marked === true || state.isHovered || state.named,
          then: "visible",
          else: "auto",
        },
        backdropVisibility: {
          when: (attributes, state) => attributes.marked === true || state.isHovered,
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
        labelSize: nameHeights.relation,
        labelFont: font,
        labelBackgroundColor: colours.faint,
        labelBackgroundPadding: 1,
        labelVisibility: { when: (_, state) => state.named, then: "visible", else: "hidden" },
        head: "arrow",
        path: "line",
        parallelPath: "curved",
        parallelSpread: 0.25,
        selfLoopPath: "loop",
      },
    },
  } as ConstructorParameters<typeof Sigma<Attributes, Attributes, Attributes, Sided, Named>>[2]) as Renderer;
}

/** What is in sight, whatever the size of the window. */
export function sightOf(renderer: Renderer): Sight {
  const { width, height } = renderer.getDimensions();
  const { x, y } = renderer.viewportToGraph({ x: width / 2, y: height / 2 });
  return { x, y, across: Math.min(width, height) / renderer.getGraphToViewportRatio() };
}

/** Whether all of the picture is in sight, as after fitting. */
export function isFitted(renderer: Renderer): boolean {
  const { x, y, ratio } = renderer.getCamera().getState();
  return Math.abs(x - 0.5) < 1e-6 && Math.abs(y - 0.5) < 1e-6 && Math.abs(ratio - 1) < 1e-6;
}

/** Brings a part into sight. */
export function bringIntoSight(renderer: Renderer, { x, y, across }: Sight): void {
  const camera = renderer.getCamera();
  const ratio = (camera.ratio * across) / sightOf(renderer).across;
  const middle = renderer.graphToFramedGraph({ x, y });
  camera.setState({ x: middle.x, y: middle.y, ratio });
}
