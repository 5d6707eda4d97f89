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
  /** When this was so, of `performance.now()`. */
  readonly askedAt: number;
}

export interface Versions {
  /** Asks the store, where it is not known to be as it was. @throws IndustryGraphError as it does */
  now(): Promise<Answering>;
  /**
   * What the store said a second ago at the most, or since it was last written to where nobody else may write; a store
   * that does not answer says nothing.
   */
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
  /** How often the store had been written to when that was asked. */
  let lastWrites: number | undefined;
  let asking: { readonly answer: Promise<Answering>; readonly writes: number | undefined } | undefined;
  let exchanges = 0;
  async function ask(): Promise<Answering> {
    const exchanged = exchanges;
    const writes = store.writes?.();
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
    if (exchanged === exchanges) {
      last = answer;
      lastWrites = writes;
    }
    return answer;
  }
  /** What was said last, where it is known to be so still, or was a moment ago. */
  function still(): Answering | undefined {
    if (last === undefined) return undefined;
    const time = performance.now();
    if (lastWrites === undefined) return time - last.askedAt < freshFor ? last : undefined;
    if (store.writes?.() !== lastWrites) return undefined;
    // Written out: this is done several times for each request.
    const { version, whole, load } = last;
    last = { version, whole, load, askedAt: time };
    return last;
  }
  function recent(): Answering | Promise<Answering> {
    const known = still();
    if (known !== undefined) return known;
    const writes = store.writes?.();
    if (asking !== undefined && asking.writes === writes) return asking.answer;
    const answer = ask()
      .catch(() => none)
      .finally(() => {
        if (asking?.answer === answer) asking = undefined;
      });
    asking = { answer, writes };
    return answer;
  }
  const now = async (): Promise<Answering> => (lastWrites === undefined ? undefined : still()) ?? ask();
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
