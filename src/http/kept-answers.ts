// Answers that are kept: the text of one is given again to whoever asks the same of the same data. Exact by
// construction: one load made all data that it was read from, and that load still answers. This is known where the
// store named that load before the answer was begun and once more after it was made, and names it still (versions.ts:
// a second ago at the most, since other processes may load into the same store; this one forgets at once).
import type { DocumentNode, ExecutionResult } from "graphql";
import type { Cache } from "../cache/cache.ts";
import { createNumbers } from "../cache/numbers.ts";
import type { Versions } from "../load/versions.ts";

/** What is asked; the same document is the same text. */
export interface Question {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

export interface KeptAnswers {
  /**
   * The answer that is kept, or the one that is made now; errors, and what is not a text, are never kept.
   * @param onKept called where it was not made now
   */
  answer(
    question: Question,
    make: () => Promise<string | ExecutionResult>,
    onKept: () => void,
  ): Promise<string | ExecutionResult>;
}

interface Kept {
  readonly text: string;
  /** The load whose data it tells. */
  readonly load: string;
  /** When it was made, of `performance.now()`. */
  readonly at: number;
}

/** Characters of the longest answer that is kept, and of the longest variables that one is found by. */
const mostText = 500_000;
const mostVariables = 4_000;

/** Milliseconds within which it is the same day wherever the engine is: time zones differ by quarters of an hour. */
const sameDay = 900_000;

/** Creates what keeps answers of one store, in memory that may be shared. */
export function createKeptAnswers(cache: Cache, versions: Versions): KeptAnswers {
  const store = crypto.randomUUID();
  const numberOf = createNumbers();

  /** Undefined where the variables are too long to find an answer by. */
  function keyOf({ document, operationName, variables }: Question): string | undefined {
    const given = JSON.stringify(variables ?? {});
    if (given.length > mostVariables) return undefined;
    // Questions may be about today.
    const time = Math.floor(Date.now() / sameDay);
    return `answer ${store} ${numberOf(document)} ${time} ${operationName ?? ""} ${given}`;
  }

  return {
    async answer(question, make, onKept) {
      const key = keyOf(question);
      if (key === undefined) return make();
      const asked = versions.recent();
      const before = asked instanceof Promise ? await asked : asked;
      if (!before.whole) return make();
      const kept = cache.get<Kept>(key);
      if (kept !== undefined && kept.load === before.load && kept.at < before.askedAt) {
        onKept();
        return kept.text;
      }
      const made = await make();
      if (typeof made === "string" && made.length <= mostText) {
        const entry: Kept = { text: made, load: before.load, at: performance.now() };
        cache.set(key, entry, 2 * made.length);
      }
      return made;
    },
  };
}
