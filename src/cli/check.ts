// `check`: finds every problem of a folder without a store.
import type { Command } from "commander";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { checkFolder } from "../load/check.ts";
import { formatProblems } from "../load/problems.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";

export function checkCommand(program: Command): void {
  program
    .command("check [folder]")
    .description("find every problem of a folder of CSV files; writes nothing (SEED_DIR if left out)")
    .action(async (given: string | undefined) => {
      const folder = given ?? readSettings(process.env).SEED_DIR;
      const { signal, done } = interruptible();
      const progress = showProgress();
      try {
        const { problems, counts } = await checkFolder(folder, progress.onProgress, signal);
        progress.done();
        if (problems.count > 0) {
          throw new IndustryGraphError(
            "BAD_SEED",
            `${formatProblems(problems)}\n${problems.count} problem${problems.count === 1 ? "" : "s"} in ${folder}.`,
          );
        }
        process.stdout.write(
          `${folder} is sound: ${counts.entities} entities, ${counts.relations} relations, ${counts.observations} observations.\n`,
        );
      } finally {
        progress.done();
        done();
      }
    });
}
