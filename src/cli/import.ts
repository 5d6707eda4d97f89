// `import`: takes a workbook or CSV into a layer, and says what it made of each column and row.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { readSettings, type Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import type { Mapping } from "../import/mapping.ts";
import { lockLayer, recoverLayer } from "../load/layer-swap.ts";
import { layersOf } from "../load/layers.ts";
import type { Kind } from "../ontology/model.ts";
import { importReport } from "./import-report.ts";
import { errorInWords, inWords, type Language } from "./in-words.ts";
import { allKinds, kindNamed, meantOf } from "./kind-argument.ts";
import { showProgress } from "./progress.ts";

interface Options {
  readonly into: string;
  readonly kind: Kind;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly series?: string;
  readonly upon?: string[];
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly anew?: boolean;
  readonly hidden: "take" | "leave";
  readonly lang: Language;
}

function kindArgument(text: string): Kind {
  const kind = kindNamed(text);
  if (kind === undefined) throw new InvalidArgumentError(`${text} is no kind${meantOf(text, allKinds())}`);
  return kind;
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
    .addOption(new Option("--kind <kind>", "what each row is").default("Enterprise").argParser(kindArgument))
    .option("--mapping <file>", "a mapping.json to use, as an import wrote it")
    .option("--sheet <name>", "the sheet; where left out, the longest with a table")
    .option("--series <name>", "later files of one series replace the one before")
    .option("--upon <folders...>", "folders of what is known already; where left out, SEED_DIR")
    .option("--dry-run", "say what would be done, and write nothing")
    .option("--all-or-nothing", "write nothing where any row is refused or any value is not taken")
    .option("--anew", "match rows anew that are as they were in the file before, too")
    .addOption(
      new Option("--hidden <what>", "rows that are hidden in the workbook, or filtered out")
        .choices(["take", "leave"])
        .default("take"),
    )
    .addOption(
      new Option("--lang <language>", "language of all that is said").choices(["zh", "en"]).default("zh"),
    )
    .action(async (file: string, options: Options) => {
      try {
        await importLocked(file, options);
      } catch (error) {
        throw errorInWords(options.lang, error);
      }
    });
}

async function importLocked(file: string, options: Options): Promise<void> {
  // A dry run writes nothing, not even a lock: it may look at a folder that only may be read.
  const unlock = options.dryRun === true ? () => undefined : lockLayer(options.into);
  const progress = showProgress(options.lang);
  try {
    await importFile(file, options, progress);
  } finally {
    progress.done();
    unlock();
  }
}

/** What is known already: the folders named, else those of SEED_DIR without the layer itself. */
function knownFolders({ upon, into }: Options, { SEED_DIR }: Settings): readonly string[] {
  const folders = upon ?? layersOf(SEED_DIR).filter((folder) => resolve(folder) !== resolve(into));
  for (const folder of folders) {
    recoverLayer(folder);
    if (!existsSync(folder))
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `${folder} is no folder: name what is known with --upon, or with SEED_DIR.`,
        {},
        { zh: `${folder} 不是文件夹：请用 --upon 或 SEED_DIR 指明已知数据所在的文件夹。` },
      );
  }
  return folders;
}

async function mappingOf(file: string | undefined): Promise<Mapping | undefined> {
  if (file === undefined) return undefined;
  const { requireFile } = await import("../import/file-there.ts");
  const { parseMapping } = await import("../import/mapping.ts");
  requireFile(file, [".json"]);
  return parseMapping(readFileSync(file, "utf8"), file);
}

async function importFile(
  file: string,
  options: Options,
  progress: ReturnType<typeof showProgress>,
): Promise<void> {
  const settings = readSettings(process.env);
  const { into, lang } = options;
  const { planImport, refusedFile } = await import("../import/run.ts");
  const planned = await planImport({
    file,
    into,
    upon: knownFolders(options, settings),
    kind: options.kind,
    mapping: await mappingOf(options.mapping),
    sheet: options.sheet,
    series: options.series,
    leaveHidden: options.hidden === "leave",
    anew: options.anew,
    onProgress: progress.onProgress,
  });
  progress.done();
  const { converted, sheet } = planned;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const line of importReport(file, planned, lang, options.hidden === "leave")) say(line);
  if (options.dryRun === true)
    return say(inWords(lang, "未写入任何内容 (--dry-run)。", "Nothing was written (--dry-run)."));
  if (options.allOrNothing === true && converted.refused.length + planned.differingCount > 0)
    throw new IndustryGraphError(
      "BAD_SEED",
      inWords(
        lang,
        `未写入任何内容 (--all-or-nothing)：有 ${converted.refused.length} 行被退回，${planned.differingCount} 个值未采用。`,
        `Nothing was written (--all-or-nothing): ${converted.refused.length} rows are refused, ${planned.differingCount} values are not taken.`,
      ),
    );
  const others = new Map<string, string | Uint8Array>([
    [planned.mappingFile, `${JSON.stringify(planned.mapping, null, 2)}\n`],
  ]);
  const refused = refusedFile(planned.stem);
  if (converted.refused.length > 0) {
    const { refusedWorkbook } = await import("../import/refused.ts");
    const { headingRows } = planned.mapping;
    others.set(refused, await refusedWorkbook(sheet, headingRows, converted, lang));
  }
  planned.write(others);
  progress.done();
  await createAudit(settings)({ what: "import", by: commandUser(), file, into });
  const mapping = join(into, planned.mappingFile);
  const rows = join(into, refused);
  const some = converted.refused.length > 0;
  say(
    inWords(
      lang,
      `已写入 ${into}；列的对应关系在 ${mapping}${some ? `，被退回的行在 ${rows}` : ""}。`,
      `Written to ${into}; the mapping is ${mapping}${some ? `, the refused rows are in ${rows}` : ""}.`,
    ),
  );
  const { review } = converted.counts;
  const command = `npx industry-graph review ${into}`;
  if (review > 0)
    say(inWords(lang, `${review} 行待核对：${command}`, `${review} rows are doubtful: ${command}`));
}
