// `load`: makes the store equal to a folder.
import type { Command } from "commander";
import { loadFolder } from "../load/load.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";
import { withStore } from "./with-store.ts";

export function loadCommand(program: Command): void {
  program
    .command("load [folder]")
    .description("make the store equal to a folder of CSV files (SEED_DIR if left out)")
    .action(async (folder: string | undefined) => {
      const { signal, done } = interruptible();
      const progress = showProgress();
      try {
        await withStore(async (store, settings) => {
          const report = await loadFolder(store, folder ?? settings.SEED_DIR, {
            onProgress: progress.onProgress,
            signal,
          });
          progress.done();
          const { dataset, nodes, relations, milliseconds } = report;
          const of = (name: string, c: typeof nodes): string =>
            `${name}: ${c.created} created, ${c.updated} updated, ${c.deleted} deleted, ${c.unchanged} unchanged`;
          process.stdout.write(`${of("entities", nodes)}\n${of("relations", relations)}\n`);
          process.stdout.write(
            `Loaded ${dataset.folder} as dataset ${dataset.version} in ${(milliseconds / 1000).toFixed(1)} s.\n`,
          );
        });
      } finally {
        progress.done();
        done();
      }
    });
}
