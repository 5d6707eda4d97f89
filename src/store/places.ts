// How many reads an engine that cannot cancel any works on side by side, and who comes next: whoever asked first. A
// read that was given up keeps the engine busy until that is through with it, but takes no place from others unless
// there are very many of those.
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { withDeadline } from "./deadline.ts";
import type { ReadOptions } from "./port.ts";

export interface Limits {
  /** Reads side by side, those given up not counted. */
  readonly most: number;
  /** Reads given up beyond which only `few` run side by side. */
  readonly busy: number;
  readonly few: number;
  /** Reads given up beyond which none is begun until the engine is through with one. */
  readonly mostGivenUp: number;
  /** Reads that wait beyond which more are refused. */
  readonly mostWaiting: number;
}

export interface Places {
  /**
   * Does a read as soon as there is a place for it, and waits no longer than it may. What is given up while it waits
   * is never begun.
   * @param work is told by a function whether it was given up meanwhile
   * @throws IndustryGraphError TIMEOUT, CANCELLED; OVERLOADED where there was no place in time
   */
  take<T>(work: (isGivenUp: () => boolean) => Promise<T>, options: ReadOptions): Promise<T>;
}

function overloaded(): IndustryGraphError {
  return new IndustryGraphError(
    "OVERLOADED",
    "Too many long questions are still being worked on. Try again in half a minute.",
  );
}

/** Places, all of them free. */
export function newPlaces(limits: Limits): Places {
  let running = 0;
  let givenUp = 0;
  const waiting = new Set<() => void>();

  function isRoom(): boolean {
    if (givenUp >= limits.mostGivenUp) return false;
    return running < (givenUp >= limits.busy ? limits.few : limits.most);
  }

  function next(): void {
    for (const begin of waiting) {
      if (!isRoom()) return;
      waiting.delete(begin);
      begin();
    }
  }

  return {
    take<T>(work: (isGivenUp: () => boolean) => Promise<T>, options: ReadOptions): Promise<T> {
      let state: "waits" | "runs" | "given up" = "waits";
      let begin: () => void = () => undefined;
      const done = new Promise<T>((resolve, reject) => {
        begin = () => {
          state = "runs";
          running++;
          const leave = (): void => {
            if (state === "runs") running--;
            else givenUp--;
            next();
          };
          work(() => state === "given up")
            .then(resolve, reject)
            .finally(leave);
        };
      });
      if (isRoom() && waiting.size === 0) begin();
      else if (waiting.size >= limits.mostWaiting) return Promise.reject(overloaded());
      else waiting.add(begin);
      let waited = false;
      const giveUp = (): void => {
        if (state === "runs") {
          running--;
          givenUp++;
          state = "given up";
          next();
          return;
        }
        waited = true;
        waiting.delete(begin);
      };
      return withDeadline(done, options, giveUp).catch((error: unknown) => {
        if (waited && isIndustryGraphError(error, "TIMEOUT")) throw overloaded();
        throw error;
      });
    },
  };
}
