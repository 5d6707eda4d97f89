// Lets so many writes run at once: rows are prepared while the engine is still busy with those before them.

export interface Gate {
  /** Starts the work, at once where there is room, else when there is; resolves when it has been started. */
  enter(work: () => Promise<unknown>): Promise<void> | undefined;
  /** Resolves when all that was started is done; rejects with the first failure. */
  idle(): Promise<void>;
}

/** A gate with room for `most`. After a failure nothing more is started: it is thrown instead. */
export function newGate(most: number): Gate {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const check = (): void => {
    if (failure !== undefined) throw failure.error;
  };

  function start(work: () => Promise<unknown>): void {
    check();
    const done: Promise<void> = work()
      .then(
        () => undefined,
        (error: unknown) => {
          failure ??= { error };
        },
      )
      .finally(() => running.delete(done));
    running.add(done);
  }

  async function waitAndStart(work: () => Promise<unknown>): Promise<void> {
    while (running.size >= most) await Promise.race(running);
    start(work);
  }

  return {
    enter(work) {
      if (running.size >= most) return waitAndStart(work);
      start(work);
      return undefined;
    },
    async idle() {
      while (running.size > 0) await Promise.race(running);
      check();
    },
  };
}
