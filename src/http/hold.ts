// Holds requests back while the data are exchanged under them: what one answers is all of the data before, or all of
// those after. Long exchanges are not waited for: an answer that comes too late is none.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { goesOn } from "./stream-events.ts";

export interface Hold {
  /** Hands requests on, now or once the exchange is over. */
  readonly listener: RequestListener;
  /** Does something while no request is being answered, and none begins. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** Whether it is asked if the process lives, or how far a load is: those are asked just then, and tell no data. */
const isAboutLoad = ({ url = "" }: IncomingMessage): boolean => /^\/(?:health|state)(?:\?|$)/.test(url);

/** Resolves with the promise, or after so many milliseconds. */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}

/**
 * Creates what holds requests back.
 * @param most milliseconds that a request waits, and that those before it are waited for
 */
export function createHold(listener: RequestListener, most: number): Hold {
  let answering = 0;
  let idle: () => void = () => undefined;
  let exchange: Promise<void> | undefined;

  function handOn(request: IncomingMessage, response: ServerResponse): void {
    answering += 1;
    let counted = true;
    const over = (): void => {
      if (!counted) return;
      counted = false;
      answering -= 1;
      if (answering === 0) idle();
    };
    response.once("close", over);
    response.once(goesOn, over);
    listener(request, response as Parameters<RequestListener>[1]);
  }

  return {
    listener(request, response) {
      if (isAboutLoad(request)) return listener(request, response);
      if (exchange === undefined) return handOn(request, response);
      void within(most, exchange).then(() => {
        if (!response.destroyed) handOn(request, response);
      });
    },
    async exclusively(work) {
      let over: () => void = () => undefined;
      exchange = new Promise((resolve) => {
        over = resolve;
      });
      try {
        const emptied = new Promise<void>((resolve) => {
          idle = resolve;
        });
        if (answering > 0) await within(most, emptied);
        return await work();
      } finally {
        idle = () => undefined;
        exchange = undefined;
        over();
      }
    },
  };
}
