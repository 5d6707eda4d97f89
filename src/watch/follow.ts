// The digests of a watch for somebody who listens: those since one that was received, then those that come, whichever
// process finds them. The record on the disk is what is followed, so nothing is told that a crash could take back.
import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { IndustryGraphError } from "../errors.ts";
import type { DigestBody } from "./digest.ts";
import { journalPath, readWatch } from "./folder.ts";
import { readJournal } from "./journal.ts";
import type { Digest } from "./records.ts";

/** A digest as a listener is told it. */
export interface ToldDigest extends Pick<DigestBody["data"], "watch" | "count" | "matches" | "others"> {
  readonly id: string;
  readonly at: string;
  readonly question: string;
  readonly version: string;
  readonly before: string | null;
}

/** Milliseconds between two looks at the record. */
const pause = 500;

/** What changes whenever something is added to a record; undefined where it is gone. */
function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

/** Records that have just been read: many may listen to one watch. */
const justRead = new LRUCache<string, { readonly stamp: string | undefined; readonly digests: Digest[] }>({
  max: 8,
  ttl: 10_000,
});

/** All digests of a record, which had this stamp before it is read. */
function digestsIn(path: string, stamp: string | undefined): Digest[] {
  const found = justRead.get(path);
  if (found !== undefined && found.stamp === stamp) return found.digests;
  const digests = readJournal(path).events.flatMap((event) => (event.is === "digest" ? [event] : []));
  justRead.set(path, { stamp, digests });
  return digests;
}

function told({ id, at, body }: Digest): ToldDigest {
  const { question, dataset, ...rest } = (JSON.parse(body) as DigestBody).data;
  return { id, at, ...rest, question: question.name, ...dataset };
}

/** In place of a digest's id: before all of them. */
export const beforeAll = "begun";

export interface Followed {
  /** After what it begins: the id of a digest, or `beforeAll`. */
  readonly start: string;
  /** The next digests: none of them after a while without, and undefined once the watch is gone. */
  next(signal: AbortSignal): Promise<readonly ToldDigest[] | undefined>;
}

/**
 * Follows a watch.
 * @param after the id of the last digest that was received, or `beforeAll`; undefined for none of those that have been
 * @throws IndustryGraphError NOT_FOUND where there is no such watch, BAD_CURSOR where it has no such digest
 */
export function followWatch(folder: string, name: string, after: string | undefined): Followed {
  if (readWatch(folder, name) === undefined)
    throw new IndustryGraphError(
      "NOT_FOUND",
      `There is no watch ${name}: \`industry-graph watch list\` lists those that there are.`,
    );
  const path = journalPath(folder, name);
  const stampAtFirst = stampOf(path);
  const first = digestsIn(path, stampAtFirst);
  if (after !== undefined && after !== beforeAll && !first.some(({ id }) => id === after))
    throw new IndustryGraphError(
      "BAD_CURSOR",
      `The watch ${name} has no digest ${after}: give the id of one that was received from it, "${beforeAll}" for all that there have been, or leave \`after\` out.`,
    );
  const start = after ?? first.at(-1)?.id ?? beforeAll;
  let last = start === beforeAll ? undefined : start;
  // Where something was received, there may be more of it already.
  let seen = after === undefined ? stampAtFirst : undefined;
  return {
    start,
    async next(signal) {
      await wait(seen === undefined ? 0 : pause, undefined, { signal });
      const stamp = stampOf(path);
      if (stamp === undefined) return undefined;
      if (stamp === seen) return [];
      const digests = digestsIn(path, stamp);
      const place = digests.findIndex(({ id }) => id === last);
      // A watch that was taken away and made again under its name is another one.
      if (place < 0 && last !== undefined) return undefined;
      seen = stamp;
      const next = digests.slice(place + 1);
      last = next.at(-1)?.id ?? last;
      return next.map(told);
    },
  };
}
