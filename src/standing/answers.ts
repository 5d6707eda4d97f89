// Answers that weigh a whole list, such as its facets, kept for as long as one dataset version answers: whoever pages
// through a list, or asks for the same as others, does not have it counted again.
import type { Keep } from "../graph/execute.ts";
import { withDeadline } from "../store/deadline.ts";
import type { GraphStore, ReadOptions, Row } from "../store/port.ts";
import { patience } from "./kept.ts";
import { createMemory, type Memory } from "./memory.ts";

/** Bytes of answers, as text, that may be kept of one dataset version. */
const mostBytes = 16_000_000;

/**
 * Creates what asks a statement once per dataset version and parameters.
 * @param version the version of a dataset whose load is finished, else undefined: then nothing is kept
 */
export function createAnswers(
  store: GraphStore,
  version: (options: ReadOptions) => Promise<string | undefined>,
): Keep {
  let kept: { readonly version: string; readonly memory: Memory } | undefined;
  return async (statement, parameters, options) => {
    const now = await version(options);
    if (now === undefined) return store.read(statement, parameters, options);
    if (kept?.version !== now) kept = { version: now, memory: createMemory(mostBytes) };
    const key = JSON.stringify([statement, parameters]);
    const size = (rows: readonly Row[]): number => key.length + JSON.stringify(rows).length;
    // Others may wait for the same: who asked first does not take it along when running out of time.
    const asked = kept.memory.once(key, size, () =>
      store.read(statement, parameters, { timeoutMs: patience }),
    );
    return withDeadline(asked, options, () => undefined);
  };
}
