// Which data answer: told with every answer, and what its tag is made of.
import type { GraphStore } from "../store/port.ts";
import { readDataset } from "./dataset.ts";

export interface Answering {
  /** The version of the dataset; null where none has been loaded. */
  readonly version: string | null;
  /** Whether it is there as a whole. While it is loaded, facts of two versions answer: nothing may be kept then. */
  readonly whole: boolean;
}

export interface Versions {
  /** Asks the store. @throws IndustryGraphError as it does */
  now(): Promise<Answering>;
  /** What the store said a second ago at the most; a store that does not answer says nothing. */
  recent(): Answering | Promise<Answering>;
  /** The data have just been exchanged: what was said before is no longer so. */
  forget(): void;
}

/** Milliseconds for which the store is not asked again by answers that only tell the version. */
export const freshFor = 1_000;

/** Milliseconds that an answer waits for the version that it tells. */
const patience = 2_000;

const none: Answering = { version: null, whole: false };

/** Creates what tells the version of the data. */
export function createVersions(store: GraphStore): Versions {
  let last: { readonly at: number; readonly answer: Answering } | undefined;
  let asking: Promise<Answering> | undefined;
  let exchanges = 0;
  async function now(): Promise<Answering> {
    const asked = exchanges;
    const dataset = await readDataset(store, { timeoutMs: patience });
    const answer =
      dataset === undefined ? none : { version: dataset.version, whole: dataset.state === "READY" };
    // What was asked before an exchange and told after it is no longer so.
    if (asked === exchanges) last = { at: performance.now(), answer };
    return answer;
  }
  return {
    now,
    forget() {
      exchanges += 1;
      last = undefined;
      asking = undefined;
    },
    recent() {
      if (last !== undefined && performance.now() - last.at < freshFor) return last.answer;
      if (asking !== undefined) return asking;
      const own = now()
        .catch(() => none)
        .finally(() => {
          if (asking === own) asking = undefined;
        });
      asking = own;
      return own;
    },
  };
}

/** Writes the header that tells which data answered, where they are there as a whole. */
export function tellVersion({ version, whole }: Answering, set: (name: string, value: string) => void): void {
  if (version !== null && whole) set("x-dataset-version", version);
}
