// Hands layouts to the worker, one at a time.
import type { LayoutKind } from "../view.ts";
import type { LayoutProblem, Places } from "./problem.ts";

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, (places: Places) => void>();

function started(): Worker {
  if (worker !== undefined) return worker;
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<{ number: number; places: Places }>) => {
    waiting.get(data.number)?.(data.places);
    waiting.delete(data.number);
  });
  return worker;
}

/** The places of a problem's nodes. */
export function layOut(kind: LayoutKind, problem: LayoutProblem): Promise<Places> {
  last += 1;
  const number = last;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    started().postMessage({ number, kind, problem });
  });
}
