// How many reads an engine works on side by side, and who comes next: askers in turn, so that one who asks very much
// holds up nobody else, and heavy questions in places of their own, so that small ones find one. A read that was given
// up keeps an engine that cannot cancel it busy, but takes no place from others unless there are very many of those; a
// heavy one keeps its heavy place until the engine is through with it, which may be minutes. So one asker has only some
// of the heavy places: others find one still. And who has had the engine for a heavy read while others asked rests for
// as long and longer before the next: what waited for the processor meanwhile is worked off first.
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { newCompany } from "./company.ts";
import { withDeadline } from "./deadline.ts";
import type { Activity, ReadOptions } from "./port.ts";

export interface Limits {
  /** Reads side by side, those given up not counted. */
  readonly most: number;
  /** Heavy reads that the engine is busy with, those given up among them. */
  readonly heavy: number;
  /** Those of one asker, and of one who is alone: fewer than there are, so that whoever comes finds a place. */
  readonly heavyOfOne: number;
  readonly heavyAlone: number;
  /** How long an asker rests after a heavy read during which others asked, in proportion to the time that it took. */
  readonly rest: number;
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
  /** Told of a read that needs no place, so that heavy ones leave it time. */
  pass(options: ReadOptions): void;
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

/** The longest that an asker rests, in milliseconds. */
const longestRest = 3_000;

/** One who asks heavily. */
interface Asking {
  /** Heavy reads that the engine is busy with, given up or not. */
  busy: number;
  /** Whether others have asked since one of them began. */
  others: boolean;
  resting: boolean;
}

const idle: Asking = { busy: 0, others: false, resting: false };

/**
 * Places, all of them free.
 * @param now milliseconds, of any beginning
 */
export function newPlaces(limits: Limits, now: () => number = () => performance.now()): Places {
  let running = 0;
  let givenUp = 0;
  /** Heavy ones that the engine is busy with, given up or not. */
  let heavyOnes = 0;
  const heavyBy = new Map<string, Asking>();
  const company = newCompany(now);
  let waiting = 0;
  const light: Lines = new Map();
  const heavy: Lines = new Map();

  function isRoom(isHeavy: boolean): boolean {
    if (givenUp >= limits.mostGivenUp || (isHeavy && heavyOnes >= limits.heavy)) return false;
    return running < (givenUp >= limits.busy ? limits.few : limits.most);
  }

  function mayBeginHeavy(asker: string): boolean {
    const { busy, resting } = heavyBy.get(asker) ?? idle;
    const most = company.isAlone(asker) ? limits.heavyAlone : limits.heavyOfOne;
    return !resting && busy < most;
  }
  const mayBeginLight = (): boolean => true;

  /** Those who have the engine for heavy reads are not alone. A light read is never of the same request. */
  function pass({ turn }: ReadOptions): void {
    if (turn === undefined) return;
    company.came(turn);
    if (heavyBy.size === 0) return;
    for (const [asker, asking] of heavyBy) if (!turn.heavy || asker !== turn.asker) asking.others = true;
  }

  function beginHeavy(asker: string): void {
    heavyOnes++;
    const asking = heavyBy.get(asker) ?? { ...idle };
    if (asking.busy === 0) asking.others = heavyBy.size > (heavyBy.has(asker) ? 1 : 0);
    asking.busy++;
    heavyBy.set(asker, asking);
  }

  function endHeavy(asker: string, took: number): void {
    heavyOnes--;
    const asking = heavyBy.get(asker);
    if (asking === undefined) return;
    asking.busy--;
    const forget = (): void => {
      if (asking.busy === 0 && !asking.resting) heavyBy.delete(asker);
    };
    if (asking.others && limits.rest > 0 && !asking.resting) {
      asking.resting = true;
      const over = (): void => {
        asking.resting = false;
        forget();
        next();
      };
      setTimeout(over, Math.min(longestRest, limits.rest * took)).unref();
    }
    forget();
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
    pass,
    take<T>(work: (isGivenUp: () => boolean) => Promise<T>, options: ReadOptions): Promise<T> {
      const isHeavy = options.turn?.heavy === true;
      const lines = isHeavy ? heavy : light;
      const asker = options.turn?.asker ?? "";
      pass(options);
      let state: "waits" | "runs" | "given up" = "waits";
      let begin: () => void = () => undefined;
      const done = new Promise<T>((resolve, reject) => {
        begin = () => {
          state = "runs";
          running++;
          const started = now();
          if (isHeavy) beginHeavy(asker);
          const leave = (): void => {
            if (state === "runs") running--;
            else givenUp--;
            if (isHeavy) endHeavy(asker, now() - started);
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
