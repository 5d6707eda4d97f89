// `coverage`: which lines of each source have facts, and which have none and why.
import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import { IndustryGraphError } from "../errors.ts";
import { readLines } from "../load/source-texts.ts";
import { readCoverage } from "../load/uncovered.ts";
import { checkGiven, refuseProblems } from "./checked-folder.ts";
import { coverageJson, coverageText } from "./coverage-text.ts";

interface Options {
  readonly sources?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

export function coverageCommand(program: Command): void {
  program
    .command("coverage [folder]")
    .description(
      "print for each source which lines have facts, and which have none and why (SEED_DIR if left out)",
    )
    .option("--sources <folder>", "also read the texts (STEM.txt) and show the lines left out")
    .option("--strict", "end with 1 where a line has neither a fact nor a reason")
    .option("--json", "print JSON")
    .action(async (given: string | undefined, { sources, strict, json }: Options) => {
      if (sources !== undefined && !(existsSync(sources) && statSync(sources).isDirectory()))
        throw new IndustryGraphError("BAD_ARGUMENT", `--sources: ${sources} is no folder.`);
      const result = await checkGiven(given, async () => undefined);
      refuseProblems(result);
      const { coverage, directory } = result.checked;
      const read = coverage.map((document) =>
        readCoverage(
          document,
          sources === undefined ? undefined : readLines(sources, document.stem),
          directory,
        ),
      );
      process.stdout.write(
        json === true
          ? `${JSON.stringify(read.map(coverageJson), null, 2)}\n`
          : coverageText(read, sources !== undefined),
      );
      if (strict === true && read.some(({ open }) => open.length > 0)) process.exitCode = 1;
    });
}
