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
export async function withDeadline<T>(
  promise: Promise<T>,
  options: ReadOptions,
  abandon: () => void,
): Promise<T> {
  const { signal, timeoutMs } = options;
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const given = new Promise<never>((_, reject) => {
    const stop = (error: IndustryGraphError): void => {
      abandon();
      reject(error);
    };
    if (timeoutMs !== undefined) timer = setTimeout(() => stop(timeoutError(timeoutMs)), timeoutMs);
    onAbort = () => stop(cancelledError());
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, given]);
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) signal?.removeEventListener("abort", onAbort);
  }
}
