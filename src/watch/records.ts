// The record of a watch: what has happened to it, in order, and what follows from that. A digest and the change of what
// is known to match are one record, so that after a crash there are both or neither. Pure: journal.ts keeps it.
import { z } from "zod";

const at = z.string();

export const record = z.discriminatedUnion("is", [
  /** What matched when the watch was made: nobody is told of it. Without a version nothing has been asked yet. */
  z.object({ is: z.literal("begun"), at, version: z.string().nullable(), keys: z.array(z.string()) }),
  /** Asked of another version, and nobody was new. */
  z.object({ is: z.literal("asked"), at, version: z.string(), gone: z.array(z.string()) }),
  /** Those who newly match, and what is told of them: the very text that is sent. */
  z.object({
    is: z.literal("digest"),
    at,
    version: z.string(),
    id: z.string(),
    added: z.array(z.string()),
    gone: z.array(z.string()),
    body: z.string(),
  }),
  z.object({ is: z.literal("delivered"), at, id: z.string(), status: z.number() }),
  z.object({
    is: z.literal("failed"),
    at,
    id: z.string(),
    reason: z.string(),
    /** When it is tried again; null where the receiver has said that it wants no more. */
    next: z.string().nullable(),
  }),
  /** It could not be asked. */
  z.object({ is: z.literal("problem"), at, version: z.string(), message: z.string() }),
]);

export type WatchEvent = z.infer<typeof record>;

export interface Digest {
  readonly id: string;
  readonly at: string;
  readonly body: string;
}

/** A digest that has not been delivered, and how it went so far. */
export interface Pending extends Digest {
  readonly attempts: number;
  /** When it is tried again: undefined at once, null not by itself. */
  readonly next?: string | null;
  readonly reason?: string;
}

export interface WatchState {
  /** The version that was asked last; undefined before the first. */
  readonly version: string | undefined;
  /** What is known to match. */
  readonly keys: ReadonlySet<string>;
  readonly pending: readonly Pending[];
  /** The latest digests, the newest last. */
  readonly digests: readonly Digest[];
  readonly digestCount: number;
  readonly deliveredCount: number;
  /** Why it could not be asked, and of which version. */
  readonly problem?: { readonly version: string; readonly message: string };
}

/** Digests that a feed shows. */
const shown = 50;

/** What follows from the records. @param sends whether digests are sent, and not only shown */
export function stateOf(events: Iterable<WatchEvent>, sends: boolean): WatchState {
  const keys = new Set<string>();
  const pending = new Map<string, Pending>();
  const digests: Digest[] = [];
  let version: string | undefined;
  let problem: WatchState["problem"];
  let [digestCount, deliveredCount] = [0, 0];
  const asked = (event: { readonly version: string | null }): void => {
    version = event.version ?? undefined;
    problem = undefined;
  };
  for (const event of events) {
    if (event.is === "begun") {
      asked(event);
      for (const key of event.keys) keys.add(key);
    } else if (event.is === "asked") {
      asked(event);
      for (const key of event.gone) keys.delete(key);
    } else if (event.is === "digest") {
      asked(event);
      for (const key of event.gone) keys.delete(key);
      for (const key of event.added) keys.add(key);
      const digest: Digest = { id: event.id, at: event.at, body: event.body };
      digestCount += 1;
      digests.push(digest);
      if (digests.length > shown) digests.shift();
      if (sends) pending.set(event.id, { ...digest, attempts: 0 });
    } else if (event.is === "delivered") {
      deliveredCount += 1;
      pending.delete(event.id);
    } else if (event.is === "failed") {
      const one = pending.get(event.id);
      if (one !== undefined)
        pending.set(event.id, {
          ...one,
          attempts: one.attempts + 1,
          next: event.next,
          reason: event.reason,
        });
    } else problem = { version: event.version, message: event.message };
  }
  return {
    version,
    keys,
    pending: [...pending.values()],
    digests,
    digestCount,
    deliveredCount,
    ...(problem === undefined ? {} : { problem }),
  };
}
