// A Neo4j server on this machine, whichever way it is started.
import type { Line } from "./lines.ts";

/** A server process, by whichever way. */
export interface ServerProcess {
  /** Resolves with what the process said last when it has ended, for whatever reason. */
  readonly ended: Promise<string>;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
  /** Kills it at once, as kill -9 does, and waits. The data folder stays. */
  kill(): Promise<void>;
}

/** What a way needs to know: ports and folder are settled. */
export interface ServerPlan {
  readonly bolt: number;
  readonly http: number;
  readonly data: string;
  readonly heap: string;
  readonly line: Line;
  readonly onProgress: (line: string) => void;
}
