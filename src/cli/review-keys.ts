// A review with keys: one pair after the other, both records beside each other, differences marked.
import { emitKeypressEvents } from "node:readline";
import { featuresIn } from "../review/features.ts";
import { type Answer, type Deciding, decide, type Pair } from "../review/pairs.ts";
import { compareRecords, readRecords, type SideRecord, saidOf } from "../review/records.ts";
import { table } from "./table.ts";

export interface Reviewing {
  readonly layer: string;
  /** Where the records are described, the lowest first. */
  readonly folders: readonly string[];
  readonly open: readonly Pair[];
  readonly deciding: Deciding;
  readonly language: "zh" | "en";
  readonly say: (text: string) => void;
}

const answers: Readonly<Record<string, Answer>> = { s: "same", d: "different", l: "later" };

const marks = { alike: "=", differs: "≠", "one side": "" } as const;

const help = {
  zh: "s 相同  d 不同  l 以后再说  b 回到上一对  q 结束",
  en: "s same  d different  l later  b back  q quit",
} as const;

function pairText(
  { id, other, found }: Pair,
  records: ReadonlyMap<string, SideRecord>,
  language: "zh" | "en",
): string {
  const fields = compareRecords(records.get(id), records.get(other));
  const rows = fields.map((field) => [
    field[language],
    saidOf(field, field.own, language),
    marks[field.is],
    saidOf(field, field.other, language),
  ]);
  return `${table(["", id, "", other], rows)}\n${found?.score ?? ""} ${featuresIn(found?.features ?? "", language).join("; ")}`;
}

/**
 * Shows the pairs that wait, and does what the keys say. Each answer is written at once.
 * @returns how many were decided
 */
export async function reviewWithKeys(reviewing: Reviewing, keys: AsyncIterable<string>): Promise<number> {
  const { layer, folders, open, deciding, language, say } = reviewing;
  const records = readRecords(folders, new Set(open.flatMap(({ id, other }) => [id, other])));
  const given = new Map<number, Answer>();
  let at = 0;
  const show = (): void => {
    const pair = open[at];
    if (pair !== undefined)
      say(`\n${at + 1}/${open.length}\n${pairText(pair, records, language)}\n${help[language]}`);
  };
  show();
  if (open.length > 0)
    for await (const key of keys) {
      if (key === "q") break;
      const pair = open[at];
      const answer = answers[key];
      if (key === "b") at = Math.max(0, at - 1);
      else if (answer === undefined || pair === undefined) continue;
      else {
        decide(layer, pair, answer, deciding);
        given.set(at, answer);
        at += 1;
      }
      if (at >= open.length) break;
      show();
    }
  const decided = [...given.values()].filter((answer) => answer !== "later").length;
  const left = open.length - decided;
  say(
    language === "zh"
      ? `已决定 ${decided} 对，还有 ${left} 对；下次载入时生效。`
      : `${decided} decided, ${left} wait; they hold from the next load on.`,
  );
  return decided;
}

/** Keys as they are pressed in a terminal; Ctrl-C and Ctrl-D end them. */
export async function* pressedKeys(): AsyncGenerator<string> {
  const { stdin } = process;
  emitKeypressEvents(stdin);
  const waiting: string[] = [];
  let wake: () => void = () => undefined;
  const press = (
    text: string | undefined,
    key: { readonly name?: string; readonly ctrl?: boolean },
  ): void => {
    waiting.push(
      key.ctrl === true && (key.name === "c" || key.name === "d") ? "q" : (text ?? "").toLowerCase(),
    );
    wake();
  };
  stdin.on("keypress", press);
  stdin.setRawMode(true);
  stdin.resume();
  try {
    for (;;) {
      const key = waiting.shift();
      if (key !== undefined) yield key;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stdin.off("keypress", press);
    stdin.setRawMode(false);
    stdin.pause();
  }
}
