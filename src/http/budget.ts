// How much one may ask in a minute: requests, and what they cost. Each has two buckets that fill up evenly; who has
// emptied one waits until there is something in it again. What a request costs is known only once it has been read,
// so a bucket may be overdrawn by one request, and the next waits for as much longer.
import { LRUCache } from "lru-cache";
import type { Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";

export interface Budget {
  /**
   * Counts a request of somebody.
   * @returns seconds until the next one is right, where this one is too many; 0 where it is not
   */
  request(asker: string): number;
  /** Counts what a request costs. */
  charge(asker: string, cost: number): void;
  /** What somebody may still ask for at once, and in a minute. */
  left(asker: string): { readonly remaining: number; readonly perMinute: number };
}

/** How many of those who ask are remembered: of the others, nobody has asked for long. */
const mostAskers = 20_000;

/** How far a bucket is overdrawn at the most, in minutes: nobody waits longer. */
const mostOverdrawn = 1;

interface Buckets {
  requests: number;
  cost: number;
  /** When they were last filled up, in milliseconds. */
  at: number;
}

type Limits = Pick<Settings, "REQUESTS_PER_MINUTE" | "COST_PER_MINUTE">;

/** Creates budgets for all who ask. @param now milliseconds, of any beginning */
export function createBudget(limits: Limits, now: () => number = () => performance.now()): Budget {
  const { REQUESTS_PER_MINUTE: requests, COST_PER_MINUTE: cost } = limits;
  const known = new LRUCache<string, Buckets>({ max: mostAskers });

  function bucketsOf(asker: string): Buckets {
    const found = known.get(asker);
    const time = now();
    if (found === undefined) {
      const full = { requests, cost, at: time };
      known.set(asker, full);
      return full;
    }
    const minutes = (time - found.at) / 60_000;
    found.requests = Math.min(requests, found.requests + minutes * requests);
    found.cost = Math.min(cost, found.cost + minutes * cost);
    found.at = time;
    return found;
  }

  return {
    request(asker) {
      const buckets = bucketsOf(asker);
      const minutes = Math.max((1 - buckets.requests) / requests, (1 - buckets.cost) / cost);
      if (minutes > 0) return Math.max(1, Math.ceil(minutes * 60));
      buckets.requests -= 1;
      return 0;
    },
    charge(asker, price) {
      const buckets = bucketsOf(asker);
      buckets.cost = Math.max(-mostOverdrawn * cost, buckets.cost - price);
    },
    left: (asker) => ({ remaining: Math.max(0, Math.floor(bucketsOf(asker).cost)), perMinute: cost }),
  };
}

/** The error of a request that is one too many. */
export function overBudget(seconds: number): IndustryGraphError {
  return new IndustryGraphError(
    "BUDGET_EXCEEDED",
    `You have asked more than your share of this minute. Ask again in ${seconds} s.`,
    { retryAfter: seconds },
  );
}
