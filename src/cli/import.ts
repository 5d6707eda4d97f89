// `import`: takes a workbook or CSV into a layer, and says what it made of each column and row.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import type { MappedColumn } from "../import/mapping.ts";
import { cellText } from "../import/sheet.ts";
import { isKind, type Kind, kindNames } from "../ontology/model.ts";
import { table } from "./table.ts";

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

const targetText = ({ target }: MappedColumn): string => {
  const { to, ...more } = target;
  const words = Object.values(more).map(String);
  return words.length === 0 ? to : `${to} ${words.join(" ")}`;
};

/** Problems printed; the workbook of refused rows has all. */
const shown = 20;

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
      const upon = options.upon ?? settings.SEED_DIR.split(",").filter((folder) => folder !== options.into);
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
      const first = sheet.rows[Math.max(...planned.mapping.headingRows)] ?? [];
      const say = (line: string): void => void process.stdout.write(`${line}\n`);
      say(`${file}${sheet.name === "" ? "" : ` [${sheet.name}]`}`);
      say(
        table(
          ["column", "heading", "goes to", "example"],
          planned.mapping.columns.map((column, index) => [
            column.column,
            column.heading,
            targetText(column),
            cellText(first[index] ?? null).slice(0, 24),
          ]),
        ),
      );
      const unknown = planned.mapping.columns.filter(({ target }) => target.to === "nothing");
      if (unknown.length > 0)
        say(
          `Not taken: ${unknown.map(({ column, heading }) => `${column} ${heading}`).join(", ")}. Edit mapping.json to take them.`,
        );
      for (const { row, column, cell, zh, en } of converted.problems.slice(0, shown))
        say(
          `${sheet.name}${sheet.name === "" ? "" : "!"}${column ?? ""}${row} ${cell}: ${options.lang === "zh" ? zh : en}`,
        );
      if (converted.problems.length > shown) say(`… and ${converted.problems.length - shown} more`);
      const { rows, same, fresh } = converted.counts;
      say(
        `${rows} rows: ${same} about what is known, ${fresh} new${converted.reviews.length === 0 ? "" : ` (${converted.reviews.length} of them to be reviewed)`}, ${converted.refused.length} refused.`,
      );
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
      say(
        `Written to ${options.into}; the mapping is ${join(options.into, "mapping.json")}${converted.refused.length === 0 ? "" : `, the refused rows are in ${join(options.into, `refused-${planned.stem}.xlsx`)}`}.`,
      );
    });
}
