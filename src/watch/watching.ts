// A server's work on its watches: it looks every second whether other data answer, and whether a delivery is due. Other
// processes may add, remove and deliver meanwhile.
import { statSync } from "node:fs";
import type { Logger } from "pino";
import { journalPath, watchNames } from "./folder.ts";
import { isDue, isPassing, type Working, workOn } from "./work.ts";

export interface Watching {
  /** Stops; resolves when nothing of it is running. What is not delivered is when it is started again. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks. */
const pause = 1_000;

/** Milliseconds that a delivery under way is given when the server stops: else it is sent again by the next. */
const grace = 3_000;

/** What is known of a watch since it was worked on. */
interface Known {
  /** The version and the day for which it was asked, or found to be impossible to ask. */
  readonly asked: string | undefined;
  /** Its record as it was left: another process may have added to it. */
  readonly record: string;
  readonly next: string | null | undefined;
  readonly waits: boolean;
}

function recordOf(folder: string, name: string): string {
  const stat = statSync(journalPath(folder, name), { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.ino} ${stat.size}`;
}

export interface WatchingOptions extends Omit<Working, "signal"> {
  readonly log: Logger;
  /** Told of each delivery that was tried. */
  readonly onDelivery?: (outcome: "delivered" | "failed") => void;
}

/** Starts to work on the watches of a folder. */
export function startWatching(options: WatchingOptions): Watching {
  const { folder, answers, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const cuttingOff = new AbortController();
  const known = new Map<string, Known>();
  const busy = new Map<string, Promise<void>>();
  // One watch asks at a time: those who ask questions of their own come first. Deliveries do not wait for each other.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn: typeof answers.ask = (...asked) => {
    const answer = turn.then(() => answers.ask(...asked));
    turn = answer.catch(() => undefined);
    return answer;
  };
  const working: Working = {
    ...options,
    answers: { ...answers, ask: inTurn },
    signal,
    cutOff: cuttingOff.signal,
  };

  async function work(name: string, asked: string | undefined): Promise<void> {
    const before = known.get(name);
    try {
      // What holds today may not hold tomorrow, though the data are the same.
      const anyway = asked !== undefined && asked !== before?.asked;
      const worked = await workOn(working, name, { patience: 0, anyway });
      if (worked === undefined) return;
      const { added, delivered, failure, state } = worked;
      for (let count = 0; count < delivered; count++) options.onDelivery?.("delivered");
      if (failure !== undefined) options.onDelivery?.("failed");
      if (failure !== undefined)
        log.warn({ watch: name, reason: failure }, "a digest could not be delivered");
      if ((added ?? 0) > 0 || delivered > 0) log.info({ watch: name, added, delivered }, "watched");
      const [pending] = state.pending;
      known.set(name, {
        asked: asked ?? before?.asked,
        record: recordOf(folder, name),
        next: pending?.next,
        waits: pending !== undefined,
      });
    } catch (error) {
      if (signal.aborted) return;
      if (isPassing(error)) log.debug({ watch: name, err: error }, "a watch could not be asked");
      else {
        log.warn({ watch: name, err: error }, "a watch cannot be asked");
        // Not again for the same data; what waits to be delivered is looked at as ever.
        const { next, waits } = before ?? { next: undefined, waits: false };
        known.set(name, { asked, record: recordOf(folder, name), next, waits });
      }
    }
  }

  async function look(): Promise<void> {
    const names = watchNames(folder);
    for (const name of known.keys()) if (!names.includes(name)) known.delete(name);
    if (names.length === 0) return;
    const { version, whole } = await answers.answering();
    const asked = whole && version !== null ? `${version} ${new Date().toDateString()}` : undefined;
    for (const name of names) {
      if (busy.has(name) || signal.aborted) continue;
      const of = known.get(name);
      const due =
        of === undefined ||
        (asked !== undefined && of.asked !== asked) ||
        (of.waits && isDue(of.next)) ||
        of.record !== recordOf(folder, name);
      if (!due) continue;
      busy.set(
        name,
        work(name, asked).finally(() => busy.delete(name)),
      );
    }
  }

  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const again = (): void => {
    looking = look()
      .catch((error: unknown) => log.debug({ err: error }, "watches could not be looked at"))
      .finally(() => {
        if (!signal.aborted) timer = setTimeout(again, pause).unref();
      });
  };
  again();
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      const cut = setTimeout(() => cuttingOff.abort(), grace);
      await looking;
      await Promise.all(busy.values());
      clearTimeout(cut);
    },
  };
}
