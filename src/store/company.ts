// Whether whoever asks heavily is alone: then nobody is held up by it, and it may have more of the engine.
import type { ReadOptions } from "./port.ts";

export type Turn = NonNullable<ReadOptions["turn"]>;

/** Milliseconds without any other read after which who asks heavily is alone. */
const after = 3_000;

export interface Company {
  /** A read has come. Small ones are company to their own asker too: behind one address there may be many. */
  came(turn: Turn): void;
  /** Whether nothing has come for some time but heavy reads of one asker. */
  isAlone(asker: string): boolean;
}

/** Creates what tells it. @param now milliseconds, of any beginning */
export function newCompany(now: () => number): Company {
  let heavyOne: string | undefined;
  /** When something came last that is company to that one. */
  let othersAt = Number.NEGATIVE_INFINITY;
  return {
    came({ asker, heavy }) {
      if (heavy && (heavyOne ?? asker) === asker) {
        heavyOne = asker;
        return;
      }
      othersAt = now();
      // To the one that comes now, whoever asked before is company.
      if (heavy) heavyOne = asker;
    },
    isAlone: (asker) => heavyOne === asker && now() - othersAt > after,
  };
}
