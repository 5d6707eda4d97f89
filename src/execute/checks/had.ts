// What figures of the data have, read once for each version of them, and what a check of arguments against it tells.
import { createCache } from "../../cache/cache.ts";
import type { Reference } from "../../plan/references.ts";
import type { Version } from "../../run/run.ts";
import type { ReadOptions } from "../../store/port.ts";

/** Megabytes of lists that one check keeps. */
const kept = 4;

const bytesOf = (texts: readonly string[]): number =>
  texts.reduce((bytes, text) => bytes + 2 * text.length + 32, 0);

/**
 * Keeps lists of texts by key for as long as the same dataset version answers.
 * @param recent tells which data answer, or did a second ago
 */
export function keptByVersion(recent: Version) {
  const known = createCache(kept);
  return async (
    key: string,
    read: ReadOptions,
    ask: () => Promise<readonly string[]>,
  ): Promise<readonly string[]> => {
    const version = await recent(read);
    const before = known.get<{ readonly version: string; readonly had: readonly string[] }>(key);
    if (before !== undefined && before.version === version) return before.had;
    const had = await ask();
    if (version !== undefined) known.set(key, { version, had }, bytesOf(had));
    return had;
  };
}

/** A problem, and the fields that it is about. */
export interface ProblemAt {
  readonly nodes: Reference["node"][];
  readonly error: Error;
}

/** Problems by root field, as a request tells them. */
export type Problems = ReadonlyMap<string, ProblemAt>;

export const noProblems: Problems = new Map();

/**
 * What is wrong with what is said in several places, of each root field the first; there is nothing to wait for where
 * nothing is said.
 */
export function problemsOf<Said extends { readonly reference: Reference }>(
  all: readonly Said[],
  problemOf: (one: Said) => Promise<Error | undefined>,
): Problems | Promise<Problems> {
  if (all.length === 0) return noProblems;
  const found = all.map(async (one) => ({ reference: one.reference, problem: await problemOf(one) }));
  return Promise.all(found).then(firstOfEach);
}

/** The first problem of each root field, by its response name, in the order given. */
function firstOfEach(
  found: readonly { readonly reference: Reference; readonly problem: Error | undefined }[],
): Problems {
  const problems = new Map<string, ProblemAt>();
  for (const { reference, problem } of found) {
    const { root, node } = reference;
    if (problem !== undefined && !problems.has(root)) problems.set(root, { nodes: [node], error: problem });
  }
  return problems;
}
