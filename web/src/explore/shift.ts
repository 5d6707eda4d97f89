// Panning and zooming a picture of many: what has been drawn is moved and scaled as it is, which costs nothing, and drawn
// anew once it rests or much that was out of sight is to be seen. Drawing thousands takes longer than a frame where no GPU helps.
import type { Renderer } from "./renderer.ts";

/** Share of the window that may be empty at a side before the picture is drawn anew. */
const most = 1 / 3;
/** How much smaller or larger what is drawn may be shown before it is drawn anew: smaller leaves margins, larger blurs. */
const scales = { least: 0.55, most: 2.5 } as const;
/** The same while it has just been drawn: drawing again at every turn of a wheel would leave no time to show anything. */
const scalesSoon = { least: 0.2, most: 8 } as const;
/** Milliseconds for which something has just been drawn. */
const soon = 500;

export interface Shifting {
  /** Draws anew what has only been moved. */
  readonly settle: () => void;
}

/**
 * Lets a renderer move what it has drawn in place of drawing it, wherever only the place changed.
 * @param over what is written over the picture, and moves with it
 */
export function shiftWhilePanning(drawn: Renderer, isMany: () => boolean, over: HTMLElement): Shifting {
  const canvas = drawn.getStageCanvas();
  const move = (how: string): void => {
    for (const { style } of [canvas, over]) style.transform = how;
  };
  const draw = drawn.scheduleRender.bind(drawn);
  let last = drawn.getCamera().getState();
  let at = 0;
  drawn.on("afterRender", () => {
    last = drawn.getCamera().getState();
    at = performance.now();
    move("");
  });
  /** By how many pixels what is drawn lies elsewhere, and how much larger; undefined where it is to be drawn anew. */
  const shift = (): { x: number; y: number; scale: number } | undefined => {
    const { x, y, ratio, angle } = drawn.getCamera().getState();
    const scale = last.ratio / ratio;
    if (angle !== last.angle || (x === last.x && y === last.y && scale === 1)) return undefined;
    const { least, most: largest } = performance.now() - at < soon ? scalesSoon : scales;
    if (!(scale >= least && scale <= largest)) return undefined;
    const { width, height } = drawn.getDimensions();
    const middle = drawn.framedGraphToViewport({ x: last.x, y: last.y });
    const by = { x: middle.x - width / 2, y: middle.y - height / 2, scale };
    return Math.abs(by.x) > width * most || Math.abs(by.y) > height * most ? undefined : by;
  };
  drawn.scheduleRender = () => {
    const by = isMany() ? shift() : undefined;
    if (by === undefined) return draw();
    move(`translate(${by.x}px, ${by.y}px) scale(${by.scale})`);
    return drawn;
  };
  return {
    settle: () => {
      if (canvas.style.transform !== "") draw();
    },
  };
}
