// Lays out beside the page, so that it stays at hand.
import { forcePlaces } from "./force.ts";
import { layeredPlaces } from "./layered.ts";
import type { LayoutProblem } from "./problem.ts";

interface Task {
  readonly number: number;
  readonly kind: "force" | "layered";
  readonly problem: LayoutProblem;
}

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  const places = data.kind === "force" ? forcePlaces(data.problem) : layeredPlaces(data.problem);
  postMessage({ number: data.number, places });
});
