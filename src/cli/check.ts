// `check`: finds every problem of a folder without a store, and prints the ledger of its checks and conflicts.
import type { Command } from "commander";
import { checkGiven, printNotes, refuseProblems } from "./checked-folder.ts";
import { ledgerText, summaryOf, unexplained } from "./ledger-text.ts";

export function checkCommand(program: Command): void {
  program
    .command("check [folder]")
    .description(
      "find every problem of a folder of CSV files, then print the ledger: checks that do not hold, and conflicts; writes nothing (SEED_DIR if left out)",
    )
    .option("--strict", "end with 1 where a check fails that no conflict explains")
    .option("--json", "print JSON")
    .action(async (given: string | undefined, options: { strict?: boolean; json?: boolean }) => {
      const result = await checkGiven(given);
      const { folder, checked } = result;
      const { problems, notes, counts, ledger } = checked;
      const sound = problems.count === 0;
      if (options.json === true) {
        const { list, count } = problems;
        const found = sound ? { ...ledger, summary: summaryOf(ledger) } : {};
        const all = {
          folder,
          sound,
          counts,
          problemCount: count,
          problems: list,
          notes: notes.list,
          ...found,
        };
        process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
        if (!sound) process.exitCode = 1;
      } else {
        printNotes(notes);
        refuseProblems(result);
        process.stdout.write(
          `${folder} is sound: ${counts.entities} entities, ${counts.relations} relations, ${counts.observations} observations.\n`,
        );
        process.stdout.write(ledgerText(ledger));
      }
      const failing = sound ? unexplained(ledger) : [];
      if (options.strict !== true || failing.length === 0) return;
      process.stderr.write(
        `${failing.length} failing without a conflict that explains it: ${failing.join(", ")}. Correct the rows, or add a Conflict that concerns the check.\n`,
      );
      process.exitCode = 1;
    });
}
