// Answers that weigh a whole list, such as its facets, kept for as long as one dataset version answers: whoever pages
// through a list, or asks for the same as others, does not have it counted again.
import type { Keep } from "../graph/execute.ts";
import { withDeadline } from "../store/deadline.ts";
import type { GraphStore, Parameters, ReadOptions, Row } from "../store/port.ts";
import { createMemory, type Memory } from "./memory.ts";

/** Bytes of answers, as text, that may be kept of one dataset version. */
const mostBytes = 16_000_000;

/** A statement that is being asked, for so many requests. */
interface Going {
  waiting: number;
  readonly stop: AbortController;
}

/**
 * Creates what asks statements once per dataset version and parameters. A statement that no request waits for any
 * more is cancelled.
 * @param version the version of a dataset whose load is finished, else undefined: then nothing is kept
 */
export function createAnswers(
  store: GraphStore,
  version: (options: ReadOptions) => Promise<string | undefined>,
): Keep {
  let kept: { readonly version: string; readonly memory: Memory } | undefined;
  const going = new Map<string, Going>();

  function ask(memory: Memory, key: string, statement: string, parameters: Parameters, options: ReadOptions) {
    const size = (rows: readonly Row[]): number => key.length + JSON.stringify(rows).length;
    const asked = memory.once(key, size, () => {
      const one: Going = { waiting: 0, stop: new AbortController() };
      going.set(key, one);
      return store.read(statement, parameters, { signal: one.stop.signal }).finally(() => {
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
  }

  return async (asked, options) => {
    const now = await version(options);
    if (now === undefined)
      return Promise.all(
        asked.map(({ statement, parameters }) => store.read(statement, parameters, options)),
      );
    if (kept?.version !== now) kept = { version: now, memory: createMemory(mostBytes) };
    const { memory } = kept;
    return Promise.all(
      asked.map(({ statement, parameters }) => {
        const key = JSON.stringify([now, statement, parameters]);
        return ask(memory, key, statement, parameters, options);
      }),
    );
  };
}
