// What texts were found to stand for, remembered for as long as the same data answer.
import type { Version } from "../run/run.ts";
import type { ReadOptions } from "../store/port.ts";

/**
 * How long what a text stands for is good without asking whether the data changed: as long as a change may take to be
 * noticed. After that it is good for as long again wherever the same dataset version answers.
 */
const fresh = 1_000;

/** How many are remembered at the most. */
const most = 5_000;

interface Remembered {
  until: number;
  readonly id: string;
  /** The dataset version that answered; undefined while one is being loaded. */
  readonly version: string | undefined;
}

export interface Memory {
  /** The id remembered under a key; there is nothing to wait for where it is as good as new, or nothing is. */
  recall(key: string, read: ReadOptions): string | undefined | Promise<string | undefined>;
  /** @param version of the data that told the id */
  remember(key: string, id: string, version: string | undefined): void;
}

/**
 * Creates a memory.
 * @param recent tells which data answer, or did a second ago
 * @param time milliseconds, of any beginning
 */
export function createMemory(recent: Version, time: () => number = () => performance.now()): Memory {
  const known = new Map<string, Remembered>();

  async function recallOlder(key: string, found: Remembered, read: ReadOptions): Promise<string | undefined> {
    const now = time();
    if (found.version !== undefined && found.version === (await recent(read))) {
      found.until = now + fresh;
      return found.id;
    }
    known.delete(key);
    return undefined;
  }

  return {
    recall(key, read) {
      const found = known.get(key);
      if (found === undefined || found.until > time()) return found?.id;
      return recallOlder(key, found, read);
    },
    remember(key, id, version) {
      if (known.size >= most) known.delete(known.keys().next().value ?? "");
      known.set(key, { until: time() + fresh, id, version });
    },
  };
}
