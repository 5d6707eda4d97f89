// Panning a picture of many: what has been drawn is moved as it is, which costs nothing, and drawn anew once it rests
// or much that was out of sight is to be seen. Drawing thousands takes longer than a frame where no GPU helps.
import type { Renderer } from "./renderer.ts";

/** Share of the window that may be empty at a side before the picture is drawn anew. */
const most = 1 / 3;

export interface Shifting {
  /** Draws anew what has only been moved. */
  readonly settle: () => void;
}

/** Lets a renderer move what it has drawn in place of drawing it, wherever only the place changed. */
export function shiftWhilePanning(drawn: Renderer, isMany: () => boolean): Shifting {
  const canvas = drawn.getStageCanvas();
  const draw = drawn.scheduleRender.bind(drawn);
  let last = drawn.getCamera().getState();
  drawn.on("afterRender", () => {
    last = drawn.getCamera().getState();
    canvas.style.transform = "";
  });
  /** By how many pixels what is drawn lies elsewhere; undefined where it is to be drawn anew. */
  const shift = (): { x: number; y: number } | undefined => {
    const { x, y, ratio, angle } = drawn.getCamera().getState();
    if (ratio !== last.ratio || angle !== last.angle || (x === last.x && y === last.y)) return undefined;
    const { width, height } = drawn.getDimensions();
    const middle = drawn.framedGraphToViewport({ x: last.x, y: last.y });
    const by = { x: middle.x - width / 2, y: middle.y - height / 2 };
    return Math.abs(by.x) > width * most || Math.abs(by.y) > height * most ? undefined : by;
  };
  drawn.scheduleRender = () => {
    const by = isMany() ? shift() : undefined;
    if (by === undefined) return draw();
    canvas.style.transform = `translate(${by.x}px, ${by.y}px)`;
    return drawn;
  };
  return {
    settle: () => {
      if (canvas.style.transform !== "") draw();
    },
  };
}
