// Answers that weigh a whole list, such as its facets, kept for as long as one dataset version answers: whoever pages
// through a list, or asks for the same as others, does not have it counted again.
import type { Cache } from "../cache/cache.ts";
import { withDeadline } from "../store/deadline.ts";
import type { GraphStore, Parameters, ReadOptions, Row } from "../store/port.ts";

/**
 * Asks a statement whose answer may be kept for as long as the same data answer.
 * @param version the dataset version that answers; nothing is kept where it is undefined
 */
export type Keep = (
  version: string | undefined,
  statement: string,
  parameters: Parameters,
  options: ReadOptions,
) => Promise<readonly Row[]>;

/** A statement that is being asked, for so many requests. */
interface Going {
  waiting: number;
  readonly stop: AbortController;
}

/** Creates what asks statements once per dataset version and parameters. What no request waits for any more is cancelled. */
export function createKeep(store: GraphStore, cache: Cache): Keep {
  const going = new Map<string, Going>();

  return (version, statement, parameters, options) => {
    if (version === undefined) return store.read(statement, parameters, options);
    // Of a version that answers no more nothing is asked again: its answers are the first to be forgotten.
    const key = `answer ${JSON.stringify([version, statement, parameters])}`;
    const size = (rows: readonly Row[]): number => 4 * JSON.stringify(rows).length;
    const asked = cache.once(key, size, () => {
      const one: Going = { waiting: 0, stop: new AbortController() };
      going.set(key, one);
      return store
        .read(statement, parameters, { signal: one.stop.signal, turn: options.turn })
        .finally(() => {
          if (going.get(key) === one) going.delete(key);
        });
    });
    const one = going.get(key);
    // Those before have just given it up.
    if (one?.stop.signal.aborted === true) return store.read(statement, parameters, options);
    if (one !== undefined) one.waiting += 1;
    return withDeadline(asked, options, () => {
      if (one === undefined) return;
      one.waiting -= 1;
      if (one.waiting === 0) one.stop.abort();
    });
  };
}
