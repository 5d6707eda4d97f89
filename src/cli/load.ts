// `load`: makes the store equal to a folder.
import { type Command, Option } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { openLayers } from "../load/layers.ts";
import { layersFolder } from "../load/layers-folder.ts";
import { dryRun, loadFolder } from "../load/load.ts";
import { printNotes } from "./checked-folder.ts";
import { confirmLoad, planText } from "./confirm-load.ts";
import { errorInWords, inWords, type Language } from "./in-words.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";
import { tellWatches } from "./tell-watches.ts";
import { withStore } from "./with-store.ts";

interface Options {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly lang: Language;
}

export function loadCommand(program: Command): void {
  program
    .command("load [folders...]")
    .description(
      "make the store equal to a folder of CSV files, or to several of which each lies upon those before (SEED_DIR if left out)",
    )
    .option("--dry-run", "say what would be added, changed and taken away, and write nothing")
    .option("--yes", "load without a question, though more than a tenth of what is there goes")
    .addOption(
      new Option("--lang <language>", "language of what is said").choices(["zh", "en"]).default("en"),
    )
    .action(async (folders: string[], options: Options) => {
      const { signal, done } = interruptible();
      const progress = showProgress(options.lang);
      const word = (zh: string, en: string): string => inWords(options.lang, zh, en);
      try {
        await withStore(async (store, settings) => {
          const setting = folders.length === 0 ? settings.SEED_DIR : folders.join(",");
          const layered = await openLayers(setting, layersFolder(settings));
          const given = { onProgress: progress.onProgress, signal, layered, beside: true };
          if (options.dryRun === true) {
            const plan = await dryRun(store, layered.folder, given);
            progress.done();
            const nothing = word("没有写入（--dry-run）。", "Nothing was written (--dry-run).");
            process.stdout.write(`${planText(plan, options.lang)}\n${nothing}\n`);
            return;
          }
          const confirm = confirmLoad(options.yes === true, options.lang);
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
          printNotes(report.notes, options.lang);
          const { dataset, nodes, relations, milliseconds } = report;
          const of = (zh: string, en: string, c: typeof nodes): string =>
            word(
              `${zh}：新增 ${c.created}，更改 ${c.updated}，去掉 ${c.deleted}，不变 ${c.unchanged}`,
              `${en}: ${c.created} created, ${c.updated} updated, ${c.deleted} deleted, ${c.unchanged} unchanged`,
            );
          const seconds = (milliseconds / 1000).toFixed(1);
          const { folder, version } = dataset;
          const done = word(
            `已载入 ${folder}，数据集 ${version}，用时 ${seconds} 秒。`,
            `Loaded ${folder} as dataset ${version} in ${seconds} s.`,
          );
          process.stdout.write(
            `${of("实体", "entities", nodes)}\n${of("关系", "relations", relations)}\n${done}\n`,
          );
          await tellWatches(store, settings, signal);
        });
      } catch (error) {
        throw errorInWords(options.lang, error);
      } finally {
        progress.done();
        done();
      }
    });
}
