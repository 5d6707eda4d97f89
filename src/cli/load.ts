// `load`: makes the store equal to a folder.
import type { Command } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { openLayers } from "../load/layers.ts";
import { layersFolder } from "../load/layers-folder.ts";
import { dryRun, loadFolder } from "../load/load.ts";
import { printNotes } from "./checked-folder.ts";
import { confirmLoad, planText } from "./confirm-load.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";
import { tellWatches } from "./tell-watches.ts";
import { withStore } from "./with-store.ts";

export function loadCommand(program: Command): void {
  program
    .command("load [folders...]")
    .description(
      "make the store equal to a folder of CSV files, or to several of which each lies upon those before (SEED_DIR if left out)",
    )
    .option("--dry-run", "say what would be added, changed and taken away, and write nothing")
    .option("--yes", "load without a question, though more than a tenth of what is there goes")
    .action(async (folders: string[], options: { readonly dryRun?: boolean; readonly yes?: boolean }) => {
      const { signal, done } = interruptible();
      const progress = showProgress();
      try {
        await withStore(async (store, settings) => {
          const setting = folders.length === 0 ? settings.SEED_DIR : folders.join(",");
          const layered = await openLayers(setting, layersFolder(settings));
          const given = { onProgress: progress.onProgress, signal, layered, beside: true };
          if (options.dryRun === true) {
            const plan = await dryRun(store, layered.folder, given);
            progress.done();
            process.stdout.write(`${planText(plan)}\nNothing was written (--dry-run).\n`);
            return;
          }
          const confirm = confirmLoad(options.yes === true);
          const report = await loadFolder(store, layered.folder, {
            ...given,
            confirm: (plan) => {
              progress.done();
              return confirm(plan);
            },
          });
          progress.done();
          await createAudit(settings)({
            what: "load",
            by: commandUser(),
            folder: report.dataset.folder,
            dataset: report.dataset.version,
            store: store.address,
          });
          printNotes(report.notes);
          const { dataset, nodes, relations, milliseconds } = report;
          const of = (name: string, c: typeof nodes): string =>
            `${name}: ${c.created} created, ${c.updated} updated, ${c.deleted} deleted, ${c.unchanged} unchanged`;
          process.stdout.write(`${of("entities", nodes)}\n${of("relations", relations)}\n`);
          process.stdout.write(
            `Loaded ${dataset.folder} as dataset ${dataset.version} in ${(milliseconds / 1000).toFixed(1)} s.\n`,
          );
          await tellWatches(store, settings, signal);
        });
      } finally {
        progress.done();
        done();
      }
    });
}
