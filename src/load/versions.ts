// Which data answer: told with every answer, and what its tag is made of.
import type { GraphStore } from "../store/port.ts";
import { readDataset } from "./dataset.ts";

export interface Answering {
  /** The version of the dataset; null where none has been loaded. */
  readonly version: string | null;
  /** Whether it is there as a whole. While it is loaded, facts of two versions answer: nothing may be kept then. */
  readonly whole: boolean;
  /** The load that made it: another one is another load, though it brought the same version. */
  readonly load: string;
  /** When the store was asked, of `performance.now()`. */
  readonly askedAt: number;
}

export interface Versions {
  /** Asks the store. @throws IndustryGraphError as it does */
  now(): Promise<Answering>;
  /** What the store said a second ago at the most; a store that does not answer says nothing. */
  recent(): Answering | Promise<Answering>;
  /**
   * As `recent`, where the asker has the answer of those data already: the store is not asked. Else as `now`.
   * @param has whether the asker has the answer of a version
   */
  unless(has: (version: string | null) => boolean): Promise<Answering>;
  /** The data have just been exchanged: what was said before is no longer so. */
  forget(): void;
}

/** Milliseconds for which the store is not asked again by answers that only tell the version. */
export const freshFor = 1_000;

/** Milliseconds that an answer waits for the version that it tells. */
const patience = 2_000;

const none: Answering = { version: null, whole: false, load: "", askedAt: 0 };

/** Creates what tells the version of the data. */
export function createVersions(store: GraphStore): Versions {
  let last: Answering | undefined;
  let asking: Promise<Answering> | undefined;
  let exchanges = 0;
  async function now(): Promise<Answering> {
    const exchanged = exchanges;
    const askedAt = performance.now();
    const dataset = await readDataset(store, { timeoutMs: patience });
    const answer =
      dataset === undefined
        ? { ...none, askedAt }
        : {
            version: dataset.version,
            whole: dataset.state === "READY",
            load: `${dataset.version} ${dataset.loadedAt}`,
            askedAt,
          };
    // What was asked before an exchange and told after it is no longer so.
    if (exchanged === exchanges) last = answer;
    return answer;
  }
  function recent(): Answering | Promise<Answering> {
    if (last !== undefined && performance.now() - last.askedAt < freshFor) return last;
    if (asking !== undefined) return asking;
    const asked: Promise<Answering> = now()
      .catch(() => none)
      .finally(() => {
        if (asking === asked) asking = undefined;
      });
    asking = asked;
    return asked;
  }
  return {
    now,
    recent,
    async unless(has) {
      const answer = await recent();
      return answer.whole && has(answer.version) ? answer : now();
    },
    forget() {
      exchanges += 1;
      last = undefined;
      asking = undefined;
    },
  };
}

/** Writes the header that tells which data answered, where they are there as a whole. */
export function tellVersion({ version, whole }: Answering, set: (name: string, value: string) => void): void {
  if (version !== null && whole) set("x-dataset-version", version);
}
