// `import`: takes a workbook or CSV into a layer, and says what it made of each column and row.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { layersOf } from "../load/layers.ts";
import { isKind, type Kind, kindNames } from "../ontology/model.ts";
import { importReport } from "./import-report.ts";

interface Options {
  readonly into: string;
  readonly kind: Kind;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly series?: string;
  readonly upon?: string[];
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly lang: "zh" | "en";
}

function kindNamed(text: string): Kind {
  if (isKind(text)) return text;
  throw new InvalidArgumentError(`It is one of ${kindNames.join(", ")}.`);
}

export function importCommand(program: Command): void {
  program
    .command("import <FILE>")
    .description(
      "take a workbook (.xlsx) or CSV into a folder of your own data: headings in Chinese or English, any encoding",
    )
    .requiredOption(
      "--into <folder>",
      "the folder (a layer) to write; SEED_DIR=seed,my-data serves it with the seed",
    )
    .addOption(new Option("--kind <kind>", "what each row is").default("Enterprise").argParser(kindNamed))
    .option("--mapping <file>", "a mapping.json to use, as an import wrote it")
    .option("--sheet <name>", "the sheet; where left out, the longest with a table")
    .option("--series <name>", "later files of one series replace the one before")
    .option("--upon <folders...>", "folders of what is known already; where left out, SEED_DIR")
    .option("--dry-run", "say what would be done, and write nothing")
    .option("--all-or-nothing", "write nothing where any row is refused")
    .addOption(
      new Option("--lang <language>", "language of what is wrong").choices(["zh", "en"]).default("zh"),
    )
    .action(async (file: string, options: Options) => {
      const settings = readSettings(process.env);
      const { planImport } = await import("../import/run.ts");
      const { parseMapping } = await import("../import/mapping.ts");
      const mapping =
        options.mapping === undefined
          ? undefined
          : parseMapping(readFileSync(options.mapping, "utf8"), options.mapping);
      const into = resolve(options.into);
      const upon = options.upon ?? layersOf(settings.SEED_DIR).filter((folder) => resolve(folder) !== into);
      for (const folder of upon)
        if (!existsSync(folder))
          throw new IndustryGraphError(
            "BAD_ARGUMENT",
            `${folder} is no folder: name what is known with --upon, or with SEED_DIR.`,
          );
      const planned = await planImport({
        file,
        into: options.into,
        upon,
        kind: options.kind,
        mapping,
        sheet: options.sheet,
        series: options.series,
      });
      const { converted, sheet } = planned;
      const say = (line: string): void => void process.stdout.write(`${line}\n`);
      for (const line of importReport(file, planned, options.lang)) say(line);
      if (options.dryRun === true) return say("Nothing was written (--dry-run).");
      if (options.allOrNothing === true && converted.refused.length > 0)
        throw new IndustryGraphError(
          "BAD_SEED",
          `Nothing was written (--all-or-nothing): ${converted.refused.length} rows are refused.`,
        );
      const others = new Map<string, string | Uint8Array>([
        ["mapping.json", `${JSON.stringify(planned.mapping, null, 2)}\n`],
      ]);
      if (converted.refused.length > 0) {
        const { refusedWorkbook } = await import("../import/refused.ts");
        others.set(
          `refused-${planned.stem}.xlsx`,
          await refusedWorkbook(sheet, planned.mapping.headingRows, converted, options.lang),
        );
      }
      planned.write(others);
      await createAudit(settings)({ what: "import", by: commandUser(), file, into: options.into });
      say(
        `Written to ${options.into}; the mapping is ${join(options.into, "mapping.json")}${converted.refused.length === 0 ? "" : `, the refused rows are in ${join(options.into, `refused-${planned.stem}.xlsx`)}`}.`,
      );
      if (converted.counts.review > 0)
        say(`${converted.counts.review} rows are doubtful: npx industry-graph review ${options.into}`);
    });
}
