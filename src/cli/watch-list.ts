// What `watch list` shows: each watch, what it knows and what waits. One whose files are broken is told of, and hides none
// of the others.
import { journalPath, readWatch, watchNames } from "../watch/folder.ts";
import { readJournal } from "../watch/journal.ts";
import { stateOf } from "../watch/records.ts";
import { table } from "./table.ts";

/** A watch as it is shown. Null and nothing are what cannot be read of a broken one. */
export interface ListedWatch {
  readonly name: string;
  readonly question: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly again: readonly string[];
  readonly webhook: string | null;
  readonly made: string | null;
  readonly asked: string | null;
  readonly matching: number | null;
  readonly digests: number | null;
  readonly delivered: number | null;
  readonly waiting: number | null;
  readonly problem: string | null;
  /** Whether one of its files cannot be used: nothing is asked or sent for it. */
  readonly broken: boolean;
}

function listed(folder: string, name: string): ListedWatch | undefined {
  let known = {
    question: null as string | null,
    variables: {} as ListedWatch["variables"],
    again: [] as readonly string[],
    webhook: null as string | null,
    made: null as string | null,
  };
  try {
    const watch = readWatch(folder, name);
    // Taken away meanwhile.
    if (watch === undefined) return undefined;
    const { question, variables, again, webhook, made } = watch;
    known = { question, variables, again, webhook: webhook?.url ?? null, made };
    const state = stateOf(readJournal(journalPath(folder, name)).events, webhook !== undefined);
    return {
      name,
      ...known,
      asked: state.version ?? null,
      matching: state.keys.size,
      digests: state.digestCount,
      delivered: state.deliveredCount,
      waiting: state.pending.length,
      problem: state.problem?.message ?? state.pending[0]?.reason ?? null,
      broken: false,
    };
  } catch (error) {
    const unknown = { asked: null, matching: null, digests: null, delivered: null, waiting: null };
    return { name, ...known, ...unknown, problem: (error as Error).message, broken: true };
  }
}

/** The watches of a folder, by name. */
export const listedWatches = (folder: string): ListedWatch[] =>
  watchNames(folder).flatMap((name) => listed(folder, name) ?? []);

/** The same as a table. */
export function watchTable(watches: readonly ListedWatch[]): string {
  const rows = watches.map((one) => [
    one.name,
    [one.question ?? "", ...Object.entries(one.variables).map(([key, value]) => `${key}=${value}`)].join(" "),
    one.webhook ?? "",
    one.asked ?? "",
    ...[one.matching, one.digests, one.waiting].map((count) => (count === null ? "" : String(count))),
    one.problem ?? "",
  ]);
  return table(["name", "question", "webhook", "asked", "matching", "digests", "waiting", "problem"], rows);
}
