// Places of those who listen: a stream costs little while nothing happens, but it may stay for days.
import type { Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";

export interface Places {
  /** Takes a place. @returns what gives it back @throws IndustryGraphError OVERLOADED where there is none */
  take(asker: string): () => void;
}

/** Creates the places of a server. */
export function createPlaces({ MAX_STREAMS: mostOpen, MAX_STREAMS_EACH: mostOfOne }: Settings): Places {
  const open = new Map<string, number>();
  let all = 0;
  return {
    take(asker) {
      const own = open.get(asker) ?? 0;
      if (own >= mostOfOne || all >= mostOpen)
        throw new IndustryGraphError(
          "OVERLOADED",
          own >= mostOfOne
            ? `You have ${own} streams open, which is all that one may have: close one first.`
            : `There are ${all} streams open, which is all that there may be: ask again later.`,
        );
      open.set(asker, own + 1);
      all += 1;
      return () => {
        all -= 1;
        const left = (open.get(asker) ?? 1) - 1;
        if (left === 0) open.delete(asker);
        else open.set(asker, left);
      };
    },
  };
}
