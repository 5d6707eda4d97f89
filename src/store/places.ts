// How many reads an engine works on side by side, and who comes next: askers in turn, so that one who asks very much
// holds up nobody else, and heavy questions in places of their own, so that small ones find one. A read that was given
// up keeps an engine that cannot cancel it busy, but takes no place from others unless there are very many of those; a
// heavy one keeps its heavy place until the engine is through with it, which may be minutes. So one asker has only some
// of the heavy places: others find one still.
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { withDeadline } from "./deadline.ts";
import type { Activity, ReadOptions } from "./port.ts";

export interface Limits {
  /** Reads side by side, those given up not counted. */
  readonly most: number;
  /** Heavy reads that the engine is busy with, those given up among them. */
  readonly heavy: number;
  /** Those of one asker. */
  readonly heavyOfOne: number;
  /** Reads given up beyond which only `few` run side by side. */
  readonly busy: number;
  readonly few: number;
  /** Reads given up beyond which none is begun until the engine is through with one. */
  readonly mostGivenUp: number;
  /** Reads that wait beyond which more are refused, of all askers and of one. */
  readonly mostWaiting: number;
  readonly mostOfOne: number;
}

export interface Places {
  /**
   * Does a read as soon as there is a place for it, and waits no longer than it may. What is given up while it waits
   * is never begun.
   * @param work is told by a function whether it was given up meanwhile
   * @throws IndustryGraphError TIMEOUT, CANCELLED; OVERLOADED where there was no place in time
   */
  take<T>(work: (isGivenUp: () => boolean) => Promise<T>, options: ReadOptions): Promise<T>;
  activity(): Activity;
}

function overloaded(): IndustryGraphError {
  return new IndustryGraphError(
    "OVERLOADED",
    "Too many long questions are still being worked on. Try again in half a minute.",
  );
}

/** Reads that wait, by who asks: the first line is whose turn it is. */
type Lines = Map<string, Set<() => void>>;

/** Takes the next one out of the lines whose asker may begin; that one comes last from now on. */
function takeNext(lines: Lines, mayBegin: (asker: string) => boolean): (() => void) | undefined {
  for (const [asker, line] of lines) {
    if (!mayBegin(asker)) continue;
    lines.delete(asker);
    for (const begin of line) {
      line.delete(begin);
      if (line.size > 0) lines.set(asker, line);
      return begin;
    }
  }
  return undefined;
}

/** Places, all of them free. */
export function newPlaces(limits: Limits): Places {
  let running = 0;
  let givenUp = 0;
  /** Heavy ones that the engine is busy with, given up or not. */
  let heavyOnes = 0;
  const heavyBy = new Map<string, number>();
  let waiting = 0;
  const light: Lines = new Map();
  const heavy: Lines = new Map();

  function isRoom(isHeavy: boolean): boolean {
    if (givenUp >= limits.mostGivenUp || (isHeavy && heavyOnes >= limits.heavy)) return false;
    return running < (givenUp >= limits.busy ? limits.few : limits.most);
  }

  const mayBeginHeavy = (asker: string): boolean => (heavyBy.get(asker) ?? 0) < limits.heavyOfOne;
  const mayBeginLight = (): boolean => true;

  function countHeavy(asker: string, more: number): void {
    heavyOnes += more;
    const left = (heavyBy.get(asker) ?? 0) + more;
    if (left === 0) heavyBy.delete(asker);
    else heavyBy.set(asker, left);
  }

  function next(): void {
    for (const lines of [light, heavy])
      while (lines.size > 0 && isRoom(lines === heavy)) {
        const begin = takeNext(lines, lines === heavy ? mayBeginHeavy : mayBeginLight);
        if (begin === undefined) break;
        waiting--;
        begin();
      }
  }

  /** Puts one into the line of its asker. @returns what takes it out again; undefined where too many wait */
  function wait(begin: () => void, lines: Lines, asker: string): (() => void) | undefined {
    const line = lines.get(asker) ?? new Set();
    if (waiting >= limits.mostWaiting || line.size >= limits.mostOfOne) return undefined;
    lines.set(asker, line.add(begin));
    waiting++;
    return () => {
      if (!line.delete(begin)) return;
      waiting--;
      if (line.size === 0 && lines.get(asker) === line) lines.delete(asker);
    };
  }

  return {
    activity: () => ({ reading: running, waiting, givenUp }),
    take<T>(work: (isGivenUp: () => boolean) => Promise<T>, options: ReadOptions): Promise<T> {
      const isHeavy = options.turn?.heavy === true;
      const lines = isHeavy ? heavy : light;
      const asker = options.turn?.asker ?? "";
      let state: "waits" | "runs" | "given up" = "waits";
      let begin: () => void = () => undefined;
      const done = new Promise<T>((resolve, reject) => {
        begin = () => {
          state = "runs";
          running++;
          if (isHeavy) countHeavy(asker, 1);
          const leave = (): void => {
            if (state === "runs") running--;
            else givenUp--;
            if (isHeavy) countHeavy(asker, -1);
            next();
          };
          work(() => state === "given up")
            .then(resolve, reject)
            .finally(leave);
        };
      });
      let leaveLine: (() => void) | undefined;
      // Where there is room, only those wait who have all the heavy places that one may have.
      const isFirst = isHeavy ? mayBeginHeavy(asker) && !lines.has(asker) : lines.size === 0;
      if (isRoom(isHeavy) && isFirst) begin();
      else {
        leaveLine = wait(begin, lines, asker);
        if (leaveLine === undefined) return Promise.reject(overloaded());
      }
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
        leaveLine?.();
      };
      return withDeadline(done, options, giveUp).catch((error: unknown) => {
        if (waited && isIndustryGraphError(error, "TIMEOUT")) throw overloaded();
        throw error;
      });
    },
  };
}
