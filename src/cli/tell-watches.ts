// After a command has changed data: asks the watches and delivers, where there are any.
import type { Settings } from "../config.ts";
import type { GraphStore } from "../store/port.ts";
import { watchesPath, watchNames } from "../watch/folder.ts";

/** Milliseconds to wait for a server that is at a watch: it does the same. */
const patience = 2_000;

/** Tells of each watch what was done, in a line. The data are loaded whatever becomes of it, so it fails nothing. */
export async function tellWatches(store: GraphStore, settings: Settings, signal: AbortSignal): Promise<void> {
  try {
    const names = watchNames(watchesPath(settings));
    if (names.length === 0) return;
    // Only here: what answers questions takes a third of a second to read in.
    const [{ askOver }, { delivering }] = await Promise.all([
      import("../catalogue/over-store.ts"),
      import("./watch-deliver.ts"),
    ]);
    const answers = askOver(store, settings);
    const { lines } = await delivering(settings, answers, names, { patience, signal });
    for (const line of lines) process.stdout.write(`Watch ${line}\n`);
  } catch (error) {
    process.stderr.write(`Watches could not be told: ${(error as Error).message}\n`);
  }
}
