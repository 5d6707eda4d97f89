// Works on one watch: asks it where other data answer than last time, writes down who is new, and delivers what has not
// been delivered. Whoever does it, a server or a command, holds the watch's lock meanwhile.
import type { GraphQLSchema } from "graphql";
import type { Catalogue } from "../catalogue/operation.ts";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { type Answers, matching, questionOf } from "./ask.ts";
import { pauseAfter, send } from "./deliver.ts";
import { changed } from "./digest.ts";
import { journalPath, readWatch, whileLocked } from "./folder.ts";
import { appendEvent, readJournal } from "./journal.ts";
import { stateOf, type WatchEvent, type WatchState } from "./records.ts";
import type { Watch } from "./watch.ts";

export interface Working {
  readonly folder: string;
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  /** Seconds until a delivery that failed is tried again, the first time. */
  readonly retrySeconds: number;
  /** Nothing new is begun once it is aborted. */
  readonly signal: AbortSignal;
  /** Breaks off a delivery that is under way; `signal` does where left out. */
  readonly cutOff?: AbortSignal;
}

export interface Wanted {
  /** Asks also where the same version has been asked. */
  readonly anyway?: boolean;
  /** Tries also what is to wait. */
  readonly impatient?: boolean;
  /** Milliseconds to wait for another process that works on it. */
  readonly patience: number;
}

export interface Worked {
  readonly watch: Watch;
  readonly state: WatchState;
  /** How many newly match, where it was asked. */
  readonly added?: number;
  readonly delivered: number;
  /** What the last failed delivery failed of. */
  readonly failure?: string;
}

/** Errors that come from what happens at the moment, and not from the question. */
const passing = new Set([
  "NOT_READY",
  "TIMEOUT",
  "OVERLOADED",
  "STORE_UNAVAILABLE",
  "STORE_LOCKED",
  "CANCELLED",
]);

/** Whether asking again may help though the data are the same. */
export const isPassing = (error: unknown): boolean => !isIndustryGraphError(error) || passing.has(error.code);

/** When the attempt after a failure is made. */
function nextAttempt(
  failures: number,
  { wait, over }: { readonly wait?: number; readonly over?: boolean },
  retrySeconds: number,
): string | null {
  if (over === true) return null;
  return new Date(Date.now() + Math.max(wait ?? 0, pauseAfter(failures, retrySeconds))).toISOString();
}

/**
 * Works on a watch.
 * @returns undefined where another process does, and where there is no such watch any more
 * @throws IndustryGraphError where the question cannot be asked; what is wrong with it is in the record too
 */
export async function workOn(working: Working, name: string, wanted: Wanted): Promise<Worked | undefined> {
  const { folder, schema, catalogue, answers, retrySeconds, signal } = working;
  return whileLocked(folder, name, wanted.patience, async () => {
    const watch = readWatch(folder, name);
    if (watch === undefined) return undefined;
    const path = journalPath(folder, name);
    const journal = readJournal(path);
    const events = [...journal.events];
    let { bytes } = journal;
    const add = (event: WatchEvent): void => {
      bytes = appendEvent(path, bytes, event);
      events.push(event);
    };
    const state = (): WatchState => stateOf(events, watch.webhook !== undefined);
    let added: number | undefined;
    const ask = async (): Promise<void> => {
      const { version, whole } = await answers.answering();
      const known = state();
      if (version === null || !whole) return;
      if (version === known.version && known.problem === undefined && wanted.anyway !== true) return;
      try {
        const operation = questionOf(schema, catalogue, watch.question);
        const found = await matching(schema, answers, operation, watch);
        const event = changed(watch, operation, known, found, new Date());
        added = event.is === "digest" ? event.added.length : 0;
        const same = event.version === known.version && known.problem === undefined;
        if (event.is === "digest" || !same || event.gone.length > 0) add(event);
      } catch (error) {
        if (!isPassing(error) && known.problem?.version !== version)
          add({ is: "problem", at: new Date().toISOString(), version, message: (error as Error).message });
        throw error;
      }
    };
    // What has been found before is delivered even if the question cannot be asked any more.
    const failed = await ask().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    let delivered = 0;
    let failure: string | undefined;
    // In their order: one that cannot be delivered holds up those after it.
    for (const digest of state().pending) {
      if (watch.webhook === undefined || signal.aborted) break;
      if (wanted.impatient !== true && !isDue(digest.next)) break;
      const outcome = await send(watch.webhook, digest, working.cutOff ?? signal);
      const at = new Date().toISOString();
      if (outcome.is === "delivered") {
        add({ is: "delivered", at, id: digest.id, status: outcome.status });
        delivered += 1;
        continue;
      }
      // Broken off by our own end, not by the receiver: the next one tries.
      if ((working.cutOff ?? signal).aborted) break;
      failure = outcome.reason;
      const next = nextAttempt(digest.attempts, outcome, retrySeconds);
      add({ is: "failed", at, id: digest.id, reason: outcome.reason, next });
      break;
    }
    if (failed !== undefined) throw failed.error;
    return {
      watch,
      state: state(),
      delivered,
      ...(added === undefined ? {} : { added }),
      ...(failure === undefined ? {} : { failure }),
    };
  });
}

/** Whether a delivery may be tried now. */
export function isDue(next: string | null | undefined, now = Date.now()): boolean {
  return next === undefined || (next !== null && Date.parse(next) <= now);
}

/** The problem as it is told of a watch. */
export const aboutWatch = (name: string, error: unknown): string =>
  `${name}: ${error instanceof IndustryGraphError ? error.message : ((error as Error).stack ?? String(error))}`;
