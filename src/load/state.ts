// What the loads of a running server are doing, and how the last one ended: for whoever asks /state.
import type { OnProgress, Progress } from "./check/pass.ts";

/** A load that is going on. */
export interface Going {
  /** When it began, as an instant. */
  readonly since: string;
  /** How far it is; undefined until something has been read. */
  readonly progress?: Progress;
}

/** A load that has ended. */
export interface Ended {
  readonly at: string;
  /**
   * Unchanged: the folders were as they were. Declined: more would have gone than goes without being asked for. Failed:
   * the folders have a problem, or the store. Why stands in the log, since it names files of the machine.
   */
  readonly outcome: "done" | "unchanged" | "declined" | "failed";
  readonly milliseconds: number;
}

export interface LoadState {
  /** Does a load, and tells of it meanwhile. It is done where it has something to note, else nothing had changed. */
  during<T extends { readonly notes?: unknown; readonly declined?: true }>(
    load: (onProgress: OnProgress) => Promise<T>,
  ): Promise<T>;
  now(): { readonly going: Going | null; readonly last: Ended | null };
}

/** Creates what tells of loads. One load goes on at a time. */
export function createLoadState(): LoadState {
  let going: Going | null = null;
  let last: Ended | null = null;
  return {
    async during(load) {
      const started = performance.now();
      const since = new Date().toISOString();
      going = { since };
      let outcome: Ended["outcome"] = "failed";
      try {
        const found = await load((progress) => {
          going = { since, progress };
        });
        if (found.declined === true) outcome = "declined";
        else outcome = found.notes === undefined ? "unchanged" : "done";
        return found;
      } finally {
        going = null;
        last = {
          at: new Date().toISOString(),
          outcome,
          milliseconds: Math.round(performance.now() - started),
        };
      }
    },
    now: () => ({ going, last }),
  };
}
