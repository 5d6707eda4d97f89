// `review`: pairs that may be one entity, decided by a person: with keys in a terminal, by options in scripts.
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { recoverLayer } from "../load/layer-swap.ts";
import { layersOf } from "../load/layers.ts";
import { matchesFile, pairKey } from "../match/decisions.ts";
import { featuresIn } from "../review/features.ts";
import { type Answer, type Deciding, decide, isOpen, type Pair, readPairs } from "../review/pairs.ts";
import { pressedKeys, reviewWithKeys } from "./review-keys.ts";

interface Options {
  readonly decide: readonly Given[];
  readonly list?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly by?: string;
  readonly why: string;
  readonly lang: "zh" | "en";
  readonly upon?: string[];
}

interface Given {
  readonly id: string;
  readonly other: string;
  readonly answer: Answer;
}

function given(text: string, before: readonly Given[]): readonly Given[] {
  const match = /^(\S+)\s+(\S+)\s+(same|different|later)$/.exec(text.trim());
  if (match === null)
    throw new InvalidArgumentError(
      'Write two ids and the answer: "enterprise:a enterprise:b same" (or different, or later).',
    );
  const [, id = "", other = "", answer = ""] = match;
  return [...before, { id, other, answer: answer as Answer }];
}

/** The layer to review: the one given, or the only one of SEED_DIR that has matches. */
function layerOf(folder: string | undefined, layers: readonly string[]): string {
  if (folder !== undefined) {
    if (existsSync(folder)) return folder;
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${folder} is no folder: name the layer that an import wrote.`,
      {},
      { zh: `${folder} 不是文件夹：请指明导入时写下的数据层。` },
    );
  }
  const found = layers.filter((layer) => existsSync(join(layer, matchesFile)));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    only === undefined
      ? `No layer of ${layers.join(", ")} has a ${matchesFile}: name the folder that an import wrote.`
      : `Several layers have matches: name one of ${found.join(", ")}.`,
    {},
    {
      zh:
        only === undefined
          ? `${layers.join("、")} 中没有含 ${matchesFile} 的数据层：请指明导入时写下的文件夹。`
          : `有几层都有待核对的匹配：请指明其中一个：${found.join("、")}。`,
    },
  );
}

const line = ({ id, name, other, otherName, found, decision }: Pair, language: Options["lang"]): string =>
  [
    decision === undefined ? (found?.verdict ?? "") : decision.is,
    found === undefined ? "" : String(found.score),
    `${id} ${other}`,
    `${name} = ${otherName}`,
    decision === undefined
      ? featuresIn(found?.features ?? "", language).join("; ")
      : `${decision.by} ${decision.at}${decision.why === "" ? "" : `: ${decision.why}`}`,
  ]
    .filter((part) => part !== "")
    .join("  ");

/** Whoever is logged in; a machine may have no name for them. */
function whoever(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

export function reviewCommand(program: Command): void {
  program
    .command("review [folder]")
    .description(
      "decide which entities of your own data are ones known already: with keys in a terminal, or by --decide; the most doubtful first",
    )
    .addOption(
      new Option(
        "--decide <pair>",
        'decide without a question: "ID OTHER same|different|later"; may be repeated',
      )
        .argParser(given)
        .default([] as readonly Given[], "none"),
    )
    .option("--list", "print the pairs that wait, and ask nothing")
    .option("--all", "with --list: those that are decided, or surely one, as well")
    .option("--json", "with --list: as JSON")
    .option("--by <name>", "who decides; where left out, whoever is logged in")
    .option("--why <text>", "why, for all that is decided", "")
    .option("--upon <folders...>", "folders of what is known already; where left out, SEED_DIR")
    .addOption(
      new Option("--lang <language>", "language of the fields and of what speaks for and against")
        .choices(["zh", "en"])
        .default("zh"),
    )
    .action(async (folder: string | undefined, options: Options) => {
      const layers = options.upon ?? layersOf(readSettings(process.env).SEED_DIR);
      for (const one of [...layers, ...(folder === undefined ? [] : [folder])]) recoverLayer(one);
      const layer = layerOf(folder, layers);
      const deciding: Deciding = {
        by: options.by ?? whoever(),
        why: options.why,
        at: new Date().toISOString().slice(0, 10),
      };
      const say = (text: string): void => void process.stdout.write(`${text}\n`);
      const pairs = readPairs(layer);
      const open = pairs.filter(isOpen);
      if (options.decide.length > 0) {
        decideGiven(layer, pairs, options.decide, deciding);
        return say(
          `${options.decide.length} decided, ${readPairs(layer).filter(isOpen).length} wait. They hold from the next load on.`,
        );
      }
      const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
      if (options.list === true || options.json === true || !isTerminal) {
        const told = options.all === true ? pairs : open;
        if (options.json === true) return say(JSON.stringify(told, null, 2));
        for (const pair of told) say(line(pair, options.lang));
        return say(
          `${open.length} pairs wait, ${pairs.filter(({ decision }) => decision !== undefined).length} are decided.`,
        );
      }
      const folders = [...layers.filter((one) => resolve(one) !== resolve(layer)), layer];
      await reviewWithKeys({ layer, folders, open, deciding, language: options.lang, say }, pressedKeys());
    });
}

/** @throws IndustryGraphError BAD_ARGUMENT for a pair that is not among the layer's, before anything is written */
function decideGiven(
  layer: string,
  pairs: readonly Pair[],
  answers: readonly Given[],
  deciding: Deciding,
): void {
  const byKey = new Map(pairs.map((pair) => [pairKey(pair.id, pair.other), pair]));
  const found = answers.map(({ id, other, answer }) => {
    const pair = byKey.get(pairKey(id, other));
    if (pair === undefined)
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `${id} and ${other} are no pair of ${layer}: \`industry-graph review ${layer} --list --all\` prints them; another pair is written into decisions.csv by hand.`,
        {},
        {
          zh: `${layer} 中没有 ${id} 与 ${other} 这一对：\`industry-graph review ${layer} --list --all\` 列出所有的；其他的请手工写入 decisions.csv。`,
        },
      );
    return { pair, answer };
  });
  for (const { pair, answer } of found) decide(layer, pair, answer, deciding);
}
