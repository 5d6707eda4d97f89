// What is told of those who newly match: one digest a watch and version, written once and sent as it is written.
import { randomUUID } from "node:crypto";
import type { Operation } from "../catalogue/operation.ts";
import type { Found, Match } from "./ask.ts";
import type { WatchEvent, WatchState } from "./records.ts";
import type { Watch } from "./watch.ts";

/** Matches that are told with all that the question answers of them; of others the ids. */
const mostTold = 500;

/** The body of a delivery: type, timestamp and data, as Standard Webhooks has it. */
export interface DigestBody {
  readonly type: "watch.matched";
  readonly timestamp: string;
  readonly data: {
    readonly watch: string;
    readonly question: {
      readonly name: string;
      readonly title: { readonly zh: string; readonly en: string };
      readonly variables: Readonly<Record<string, unknown>>;
    };
    readonly dataset: { readonly version: string; readonly before: string | null };
    /** How many newly match. */
    readonly count: number;
    readonly matches: readonly Omit<Match, "key">[];
    /** Ids of those for whom there was no place in `matches`. */
    readonly others: readonly string[];
  };
}

/** What follows from what matches now, given what is known to have matched: a digest where somebody is new. */
export function changed(
  watch: Watch,
  operation: Operation,
  state: Pick<WatchState, "keys" | "version">,
  found: Found,
  now: Date,
): Extract<WatchEvent, { is: "digest" | "asked" }> {
  const at = now.toISOString();
  const { version, matches } = found;
  const keys = new Set(matches.map(({ key }) => key));
  const gone = [...state.keys].filter((key) => !keys.has(key));
  const added = [...keys].filter((key) => !state.keys.has(key));
  if (added.length === 0) return { is: "asked", at, version, gone };
  const isNew = new Set(added);
  const fresh = matches.filter(({ key }) => isNew.has(key));
  const { name, title } = operation;
  const body: DigestBody = {
    type: "watch.matched",
    timestamp: at,
    data: {
      watch: watch.name,
      question: { name, title, variables: watch.variables },
      dataset: { version, before: state.version ?? null },
      count: new Set(fresh.map(({ id }) => id)).size,
      matches: fresh.slice(0, mostTold).map(({ id, name, row, answer }) => ({ id, name, row, answer })),
      others: fresh.slice(mostTold).map(({ id }) => id),
    },
  };
  return {
    is: "digest",
    at,
    version,
    id: `msg_${randomUUID().replaceAll("-", "")}`,
    added,
    gone,
    body: JSON.stringify(body),
  };
}
