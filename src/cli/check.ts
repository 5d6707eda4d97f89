// `check`: finds every problem of a folder without a store, and prints the ledger of its checks and conflicts.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { casesFolder } from "../load/cases/place.ts";
import type { CasesReport } from "../load/cases/run.ts";
import type { Checked } from "../load/check.ts";
import { asExpected, casesText } from "./cases-text.ts";
import { checkGiven, printNotes, refuseProblems, temporaryFolder } from "./checked-folder.ts";
import { errorInWords, inWords, type Language } from "./in-words.ts";
import { ledgerText, summaryOf, unexplained } from "./ledger-text.ts";

/** Tries the cases of a sound folder, on a store of their own; undefined where there are none. */
async function tryCases(checked: Checked, layers: readonly string[]): Promise<CasesReport | undefined> {
  if (checked.problems.count > 0 || !layers.some((layer) => existsSync(join(layer, casesFolder))))
    return undefined;
  const work = temporaryFolder();
  try {
    const { runCases } = await import("../load/cases/run.ts");
    const { openScratch } = await import("../store/open.ts");
    return await runCases(layers, checked, openScratch, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Options {
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly lang: Language;
}

export function checkCommand(program: Command): void {
  program
    .command("check [folder]")
    .description(
      "find every problem of a folder of CSV files, then print the ledger (checks that do not hold, and conflicts) and try cases/*.yaml: what measures are expected to say of enterprises; writes nothing (SEED_DIR if left out)",
    )
    .option("--strict", "end with 1 where a check fails that no conflict explains")
    .option("--json", "print JSON")
    .addOption(
      new Option("--lang <language>", "language of what is said").choices(["zh", "en"]).default("en"),
    )
    .action(async (given: string | undefined, options: Options) => {
      const result = await checkGiven(given, tryCases);
      const { folder, checked, also: cases } = result;
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
          ...(cases === undefined ? {} : { cases }),
        };
        process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
        if (!sound) process.exitCode = 1;
      } else {
        printNotes(notes, options.lang);
        try {
          refuseProblems(result);
        } catch (error) {
          throw errorInWords(options.lang, error);
        }
        const { entities, relations, observations } = counts;
        const sum = inWords(
          options.lang,
          `${folder} 没有问题：实体 ${entities}，关系 ${relations}，数据 ${observations}。`,
          `${folder} is sound: ${entities} entities, ${relations} relations, ${observations} observations.`,
        );
        process.stdout.write(`${sum}\n`);
        process.stdout.write(ledgerText(ledger, options.lang));
        for (const line of cases === undefined ? [] : casesText(cases, options.lang))
          process.stdout.write(`${line}\n`);
      }
      if (cases !== undefined && !asExpected(cases)) process.exitCode = 1;
      const failing = sound ? unexplained(ledger) : [];
      if (options.strict !== true || failing.length === 0) return;
      process.stderr.write(
        inWords(
          options.lang,
          `${failing.length} 项校验不相符且没有矛盾说明：${failing.join("、")}。请改正数据，或在 Conflict.csv 中加一条涉及该校验的矛盾。\n`,
          `${failing.length} failing without a conflict that explains it: ${failing.join(", ")}. Correct the rows, or add a Conflict that concerns the check.\n`,
        ),
      );
      process.exitCode = 1;
    });
}
