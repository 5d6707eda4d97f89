// What is wrong with the watches of a folder, and what to do about it. One whose files are broken is told of too, and
// hides none of the others.
import { journalPath, readWatch, watchNames } from "../watch/folder.ts";
import { readJournal } from "../watch/journal.ts";
import { stateOf } from "../watch/records.ts";

export interface WatchTrouble {
  readonly name: string;
  /** Digests that are not delivered. */
  readonly waiting: number;
  /** What is wrong; null where nothing is. */
  readonly problem: string | null;
}

function problemOf(folder: string, name: string): WatchTrouble | undefined {
  try {
    const watch = readWatch(folder, name);
    // Taken away meanwhile.
    if (watch === undefined) return undefined;
    const { problem, pending } = stateOf(
      readJournal(journalPath(folder, name)).events,
      watch.webhook !== undefined,
    );
    const waiting = pending.length;
    if (problem !== undefined)
      return {
        name,
        waiting,
        problem: `It could not be asked: ${problem.message} Once that is mended, \`industry-graph watch deliver ${name}\` asks again; if the question is another now, remove the watch and add it anew.`,
      };
    const [first] = pending;
    if (first?.reason === undefined) return { name, waiting, problem: null };
    const next =
      first.next === null
        ? "The receiver has said that it wants no more, so it is not tried again by itself"
        : `It is tried again by a server, after ${first.next}`;
    return {
      name,
      waiting,
      problem: `${waiting} not delivered since ${first.at}, of which the first failed ${first.attempts} times: ${first.reason}. ${next}; \`industry-graph watch deliver ${name}\` tries now.`,
    };
  } catch (error) {
    return { name, waiting: 0, problem: (error as Error).message };
  }
}

/** How the watches of a folder are, by name. */
export const watchTroubles = (folder: string): WatchTrouble[] =>
  watchNames(folder).flatMap((name) => problemOf(folder, name) ?? []);
