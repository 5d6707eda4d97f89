// How many relations of each sort an entity has: what could be opened, before it is.
import { useEffect, useState } from "preact/hooks";
import { failureHere } from "../text/failure.ts";
import { askCounts, type Count } from "./documents.ts";

/** Types that tell of figures, checks and conflicts: offered last. */
const evidence = new Set(["OBSERVES", "MEASURED_AS", "CHECKS", "CONCERNS"]);

export const isEvidence = ({ type }: Count): boolean => evidence.has(type);

export interface Counted {
  /** The entity they are of. */
  readonly id: string | null;
  /** Those of figures, checks and conflicts last; undefined while they are asked for. */
  readonly counts: readonly Count[] | undefined;
  readonly failed: string | undefined;
  readonly again: () => void;
}

interface Answer {
  readonly id: string | null;
  readonly counts?: readonly Count[];
  readonly failed?: string;
}

/** The counts of an entity. */
export function useCounts(id: string | null): Counted {
  const [answer, setAnswer] = useState<Answer>({ id: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setAnswer({ id });
    if (id === null) return;
    let current = true;
    askCounts(id).then(
      (node) => {
        const all = node?.relationCounts ?? [];
        const counts = [...all.filter((one) => !isEvidence(one)), ...all.filter(isEvidence)];
        if (current) setAnswer({ id, counts });
      },
      (error: unknown) => current && setAnswer({ id, failed: failureHere(error) }),
    );
    return () => {
      current = false;
    };
  }, [id, turn]);
  // Of another entity than the one asked about is nothing known yet.
  const own = answer.id === id ? answer : { id };
  return { id, counts: own.counts, failed: own.failed, again: () => setTurn(turn + 1) };
}
