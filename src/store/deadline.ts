// Gives up waiting for a read at its time limit or when it is aborted, whichever comes first.
import { IndustryGraphError } from "../errors.ts";
import type { ReadOptions } from "./port.ts";

export function timeoutError(milliseconds: number): IndustryGraphError {
  return new IndustryGraphError(
    "TIMEOUT",
    `The question took longer than ${milliseconds} ms. Ask for less: fewer levels, a smaller first, a narrower filter.`,
  );
}

export function cancelledError(): IndustryGraphError {
  return new IndustryGraphError("CANCELLED", "The request was cancelled.");
}

/**
 * The value of a promise, unless time runs out (TIMEOUT) or the signal aborts (CANCELLED) first.
 * @param abandon called once in that case: to cancel what can be cancelled
 */
export function withDeadline<T>(
  promise: Promise<T>,
  { signal, timeoutMs }: ReadOptions,
  abandon: () => void,
): Promise<T> {
  // By hand, not as a race of promises: this goes around every read.
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (error: IndustryGraphError): void => {
      settle();
      abandon();
      reject(error);
    };
    const onAbort = (): void => stop(cancelledError());
    promise.then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
    if (signal?.aborted) return onAbort();
    // No time at all is over at once: a timer of 0 ms is one of 1 ms, in which a short read may come through.
    if (timeoutMs !== undefined && timeoutMs <= 0) return stop(timeoutError(timeoutMs));
    signal?.addEventListener("abort", onAbort);
    if (timeoutMs !== undefined) timer = setTimeout(() => stop(timeoutError(timeoutMs)), timeoutMs);
  });
}
