// The data of a running server: loaded at the start where that is due, and taken up again where their folders change.
import type { Logger } from "pino";
import type { Settings } from "../config.ts";
import { isIndustryGraphError } from "../errors.ts";
import type { OnProgress } from "../load/check/pass.ts";
import { type Dataset, readDataset } from "../load/dataset.ts";
import { type Following, follow, signatureOf } from "../load/follow.ts";
import { layersOf } from "../load/layers.ts";
import { layersFolder } from "../load/layers-folder.ts";
import type { LoadOptions } from "../load/load.ts";
import { reload } from "../load/reload.ts";
import { ensureSeed, type SeedOutcome } from "../load/start.ts";
import type { LoadState } from "../load/state.ts";
import type { Versions } from "../load/versions.ts";
import type { GraphStore } from "../store/port.ts";
import { type createAdmission, exchanging, failed, filling } from "./admission.ts";
import type { Hold } from "./hold.ts";
import type { Metrics } from "./metrics.ts";
import { ofView, requireOnly, type Turn } from "./view-loads.ts";

export interface ServeDataOptions {
  readonly settings: Settings;
  readonly store: GraphStore;
  readonly versions: Versions;
  readonly admission: ReturnType<typeof createAdmission>;
  readonly hold: Hold;
  readonly metrics: Metrics;
  readonly loads: LoadState;
  readonly log: Logger;
  /** Asks what is asked first, so that nobody waits for what is made once. */
  readonly warmUp: (signal: AbortSignal) => Promise<void>;
  readonly onProgress?: OnProgress;
  /** Told what a load of a changed folder would do; where it throws, the data that are there are served. */
  readonly confirm?: LoadOptions["confirm"];
  /** Lets loads of several stores go on one after another. */
  readonly turn?: Turn;
  /** Name of a view whose store may hold nothing but its layers: what else it holds is not answered from. */
  readonly only?: string;
}

export interface ServedData {
  /** Resolves when the data are loaded or found up to date; rejects where that failed. */
  readonly seeded: Promise<SeedOutcome>;
  /** Cuts off what is being loaded and looks at the folders no more; resolves when nothing of it runs. */
  stop(): Promise<void>;
}

/** Loads the folders of SEED_DIR into a store, and follows them. */
export function serveData(options: ServeDataOptions): ServedData {
  const { settings, store, versions, admission, hold, metrics, loads, log, warmUp } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const setting = settings.SEED_DIR;
  const work = layersFolder(settings);
  const begun = performance.now();
  // What the folders are now is what the first load reads, or tells the problems of.
  const folders = settings.FOLLOW_SECONDS === 0 ? [] : layersOf(setting);
  const first = signatureOf(folders);
  const { turn = (now) => now(), only } = options;
  const onHeld = (held: Dataset | undefined): void => {
    if (only !== undefined) requireOnly(held, setting, only, store.address);
    // Until it is written over, what is there is answered from; without any, every answer would be wrong.
    if (held?.state === "READY") admission.open();
    else admission.refuse(filling);
  };
  const load = (tell: OnProgress) =>
    ensureSeed(store, setting, work, {
      onProgress: (progress) => {
        tell(progress);
        options.onProgress?.(progress);
      },
      ...(options.confirm === undefined ? {} : { confirm: options.confirm }),
      signal,
      onHeld,
    });
  const seeded = loads.during((tell) => {
    // What is there answers before it is this one's turn to be loaded.
    const looked = options.turn === undefined ? Promise.resolve() : readDataset(store).then(onHeld);
    looked.catch(() => undefined);
    return turn(() => looked.then(() => load(tell))).catch((error: unknown) => {
      throw only === undefined ? error : ofView(only, setting, error);
    });
  });
  seeded.then(versions.forget, versions.forget);
  seeded.then(
    ({ notes }) => notes !== undefined && metrics.loaded("done", performance.now() - begun),
    () => metrics.loaded("failed", performance.now() - begun),
  );
  // A store that cannot be reached tells so itself.
  seeded.then(admission.open, (error: unknown) =>
    // Nobody has seen what is in the store of a view that could not be looked at.
    only !== undefined || isIndustryGraphError(error, "BAD_SEED")
      ? admission.refuse(failed)
      : admission.open(),
  );
  const warm = seeded
    .then(() => warmUp(signal))
    .catch((error: unknown) => log.debug({ err: error }, "warming up was cut off"));

  /** What is there after a load that failed: the data before, unless it was cut off as it wrote. */
  async function left(): Promise<string> {
    const { version, whole } = await versions.now().catch(() => ({ version: null, whole: false }));
    if (version === null || whole) return "the data before answer on.";
    return "part of them was written, and nothing is answered until they are loaded in full.";
  }

  /** Loads folders that have changed. */
  async function takeUp(): Promise<void> {
    const started = performance.now();
    try {
      const { message, notes } = await loads.during((onProgress) =>
        turn(async () => {
          if (only !== undefined) requireOnly(await readDataset(store), setting, only, store.address);
          return reload(store, setting, work, {
            exclusively: (write) =>
              hold.exclusively(async () => {
                // What waits no longer for its end is told that it goes on, never answered from half of it.
                admission.refuse(exchanging);
                try {
                  return await write();
                } finally {
                  // Where it failed, the record of the data tells whether they are whole.
                  versions.forget();
                  admission.open();
                }
              }),
            signal,
            onProgress,
          });
        }),
      );
      log.info(message);
      if (notes === undefined) return;
      metrics.loaded("done", performance.now() - started);
      admission.open();
      await warmUp(signal);
    } catch (error) {
      if (signal.aborted) return;
      metrics.loaded("failed", performance.now() - started);
      const why = error instanceof Error ? error.message : String(error);
      log.error(`The folders have changed and were not taken up; ${await left()} ${why}`);
    }
  }

  let following: Following | undefined;
  const begin = (): void => {
    if (folders.length === 0 || signal.aborted) return;
    following = follow(folders, settings.FOLLOW_SECONDS * 1_000, first, takeUp);
  };
  seeded.then(begin, begin);
  return {
    seeded,
    async stop() {
      stopping.abort();
      await following?.stop();
      await warm;
    },
  };
}
