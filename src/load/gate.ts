// Lets so many writes run at once: rows are prepared while the engine is still busy with those before them.

export interface Gate {
  /** Takes the work: starts it at once where there is room, else when there is; a promise where even waiting has no room. */
  enter(work: () => Promise<unknown>): Promise<void> | undefined;
  /** Resolves when all that was started is done; rejects with the first failure. */
  idle(): Promise<void>;
}

/**
 * A gate with room for `most` at once. As many more may wait in it, ready to start the moment there is room: else
 * the engine would idle while the next is prepared. After a failure nothing more is started: it is thrown instead.
 */
export function newGate(most: number): Gate {
  const running = new Set<Promise<void>>();
  const waiting: (() => Promise<unknown>)[] = [];
  let failure: { readonly error: unknown } | undefined;
  const check = (): void => {
    if (failure !== undefined) throw failure.error;
  };

  function start(work: () => Promise<unknown>): void {
    const done: Promise<void> = work()
      .then(
        () => undefined,
        (error: unknown) => {
          failure ??= { error };
          waiting.length = 0;
        },
      )
      .finally(() => {
        running.delete(done);
        const next = waiting.shift();
        if (next !== undefined) start(next);
      });
    running.add(done);
  }

  function take(work: () => Promise<unknown>): void {
    check();
    if (running.size < most) start(work);
    else waiting.push(work);
  }

  async function waitAndTake(work: () => Promise<unknown>): Promise<void> {
    while (waiting.length >= most) await Promise.race(running);
    take(work);
  }

  return {
    enter(work) {
      if (waiting.length >= most) return waitAndTake(work);
      take(work);
      return undefined;
    },
    async idle() {
      while (running.size > 0) await Promise.race(running);
      check();
    },
  };
}
