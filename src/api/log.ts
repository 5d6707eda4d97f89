// The line that each request leaves in the log.
import type { Logger } from "pino";

export interface RequestFacts {
  readonly requestId: string;
  /** Name of the operation, where the request gives one. */
  readonly operation?: string | null;
  /** When it began, of `performance.now()`. */
  readonly started: number;
  readonly errors: number;
}

/** One line a request: operation, milliseconds, how many errors. */
export function logRequest(log: Logger, { requestId, operation, started, errors }: RequestFacts): void {
  const milliseconds = Math.round((performance.now() - started) * 10) / 10;
  log.info({ requestId, operation: operation ?? "anonymous", milliseconds, errors }, "request");
}
