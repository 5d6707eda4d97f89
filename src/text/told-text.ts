// What is told of an entity beside its names (functions, products, a summary): what is indexed of it, what is looked
// for, and how a text matches it. One rule for both sides and every engine.
import { foldText, isHan, numbersIn } from "./normalise.ts";

/** A property and what it says. */
export interface Told {
  readonly property: string;
  readonly values: readonly string[];
}

/** How a text matches what is told. */
export interface ToldMatch {
  /** From 0 to 1. */
  readonly score: number;
  readonly property: string;
  /** The value, or the sentence of it, that has the text. */
  readonly matched: string;
}

const sentenceEnd = /[。；;！!？?\n]+|(?<=[a-z)\d])\.(?=\s|$)/iu;
const latinWord = /[a-z0-9]+/g;
const ownWord = /^[\p{L}\p{N}]$/u;

/** Folded text whose words are apart where both are of another script than Chinese, and in one run otherwise. */
export function toldForm(text: string): string {
  // The point of a number is kept: 4.65亿元 is no 465亿元.
  const folded = foldText(text).replace(/(\d)\.(?=\d)/g, "$1点");
  return folded
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
}

/** The sentences of what is told. */
export const sentencesOf = (value: string): string[] => {
  const parts = value.split(sentenceEnd).map((one) => one.trim());
  return parts.filter((one) => one !== "");
};

/** The text to index of what is told: each sentence in its form, and words of other scripts within Chinese. */
export function toldText(values: readonly string[]): string {
  const forms = values.flatMap(sentencesOf).map(toldForm);
  return [...new Set(forms.flatMap((form) => [form, ...(form.match(latinWord) ?? [])]))].join(" ");
}

/** A text that is looked for in what is told. */
export interface AskedTold {
  readonly form: string;
  /** The words between white space. */
  readonly terms: readonly string[];
  /** Its neighbouring Chinese characters. */
  readonly pairs: readonly string[];
}

/** Takes a text apart that somebody looks for. */
export function newAskedTold(text: string): AskedTold {
  const form = toldForm(text);
  // White space between Chinese words parts them, as it does in names.
  const terms = [...new Set(text.normalize("NFKC").split(/\s+/).map(toldForm))].filter((one) => one !== "");
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < form.length; at++) {
    const pair = form.slice(at, at + 2);
    if ([...pair].every(isHan)) pairs.add(pair);
  }
  return { form, terms, pairs: [...pairs] };
}

/** Whether a form has a text, and not within a longer number or in the middle of a word. */
export function hasWord(form: string, text: string): boolean {
  for (let at = form.indexOf(text); at >= 0; at = form.indexOf(text, at + 1)) {
    const [before, first] = [form[at - 1] ?? " ", text[0] ?? " "];
    const [last, after] = [text.at(-1) ?? " ", form[at + text.length] ?? " "];
    const begins = isHan(first) || !ownWord.test(before) || isHan(before);
    const numberGoesOn = /\d/.test(last) && /[\d点]/.test(after);
    const numberBegan = /\d/.test(first) && before === "点";
    if (begins && !numberGoesOn && !numberBegan) return true;
  }
  return false;
}

/** How a sentence matches; 0 where it does not. */
function scoreOf(form: string, { form: asked, terms, pairs }: AskedTold): number {
  if (form === asked) return 0.6;
  const closeness = Math.min(1, asked.length / form.length);
  if (hasWord(form, asked)) return 0.5 + 0.09 * closeness;
  if (terms.length > 1) return terms.every((term) => hasWord(form, term)) ? 0.42 + 0.06 * closeness : 0;
  if (pairs.length < 2 || numbersIn(asked) !== "") return 0;
  const share = pairs.filter((pair) => form.includes(pair)).length / pairs.length;
  const all = [...asked].every((character) => form.includes(character));
  return share < 0.5 ? 0 : 0.2 + 0.19 * share + (all ? 0.1 : 0) + 0.01 * closeness;
}

/** How a text matches what is told of an entity, by the best of it; undefined where it does not. */
export function matchTold(asked: AskedTold, told: readonly Told[]): ToldMatch | undefined {
  let best: ToldMatch | undefined;
  for (const { property, values } of told)
    for (const matched of values.flatMap(sentencesOf)) {
      const score = Math.round(scoreOf(toldForm(matched), asked) * 1_000) / 1_000;
      if (score > (best?.score ?? 0)) best = { score, property, matched };
    }
  return best;
}
