// `backup` and `restore`: all that a store holds as one file, from either engine and into either.
import type { Command } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { interruptible } from "./interrupt.ts";
import { tellWatches } from "./tell-watches.ts";
import { withStore } from "./with-store.ts";

export function backupCommand(program: Command): void {
  program
    .command("backup <FILE>")
    .description(
      "write all that the store holds into a file, from which `restore` makes it again, on either engine",
    )
    .action(async (file: string) => {
      const { backup } = await import("../backup/backup.ts");
      const { signal, done } = interruptible();
      try {
        await withStore(async (store, settings) => {
          const { head, nodes, relations } = await backup(store, file, signal);
          const { folder, version } = head.dataset;
          await createAudit(settings)({ what: "backup", by: commandUser(), file, dataset: version });
          process.stdout.write(
            `${nodes} nodes and ${relations} relations of ${folder} (dataset ${version}) are in ${file}.\n`,
          );
        });
      } finally {
        done();
      }
    });
}

export function restoreCommand(program: Command): void {
  program
    .command("restore <FILE>")
    .description("make the store equal to a backup")
    .option("--replace", "put it in the place of other data that the store holds")
    .option("--check", "only tell whether the file is whole and can be restored")
    .action(async (file: string, { replace, check }: { replace?: boolean; check?: boolean }) => {
      const { checkBackup, restore } = await import("../backup/restore.ts");
      if (check === true) {
        const { dataset, made, engine, program: by } = await checkBackup(file);
        process.stdout.write(
          `${file} is whole: ${dataset.folder} (dataset ${dataset.version}), written by ${by} from ${engine} at ${made}.\n`,
        );
        return;
      }
      const { signal, done } = interruptible();
      try {
        await withStore(async (store, settings) => {
          const { dataset, nodes, relations } = await restore(store, file, { replace, signal });
          const of = { file, dataset: dataset.version, store: store.address };
          await createAudit(settings)({ what: "restore", by: commandUser(), ...of });
          process.stdout.write(
            `Restored ${dataset.folder} (dataset ${dataset.version}): ${dataset.nodes} entities and ${dataset.relations} relations; ${nodes.created + relations.created} created, ${nodes.updated + relations.updated} changed, ${nodes.deleted + relations.deleted} deleted.\n`,
          );
          await tellWatches(store, settings, signal);
        });
      } finally {
        done();
      }
    });
}
