// Finds in a text what `cutQuery` mends in a tree: a CALL of which the rows are read as they come.
import { type Token, tokenise } from "./tokens.ts";

/** A token, and the line that it stands on. */
interface Word extends Token {
  readonly line: number;
}

const opening = new Set(["(", "[", "{"]);
const closing = new Set([")", "]", "}"]);
const starts = new Set(["MATCH", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "OPTIONAL", "MERGE", "CREATE"]);
const ends = new Set(["ORDER", "SKIP", "LIMIT", "WHERE", ...starts]);
const aggregates = new Set([
  "COLLECT",
  "COUNT",
  "SUM",
  "MIN",
  "MAX",
  "AVG",
  "STDEV",
  "PERCENTILECONT",
  "PERCENTILEDISC",
]);

/** Words and signs of a text. Keywords may be written in any case. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let line = 1;
  for (const token of tokenise(text)) {
    if (token.kind !== "space" && token.kind !== "comment") words.push({ ...token, line });
    for (const letter of token.text) if (letter === "\n") line += 1;
  }
  return words;
}

const upper = (word: Word | undefined): string => (word?.kind === "word" ? word.text.toUpperCase() : "");
const isSign = (word: Word | undefined, signs: ReadonlySet<string>): boolean =>
  word?.kind === "sign" && signs.has(word.text);

/** Index of the bracket that closes the one at `from`. */
function closes(words: readonly Word[], from: number): number {
  let depth = 0;
  for (let at = from; at < words.length; at++) {
    if (isSign(words[at], opening)) depth++;
    else if (isSign(words[at], closing) && --depth === 0) return at;
  }
  return words.length;
}

/** Where clauses of a block begin, those of blocks within it left out. */
function clausesIn(words: readonly Word[], from: number, until: number): number[] {
  const found: number[] = [];
  for (let at = from; at < until; at++) {
    // After a dot it is a property, and a keyword is written without brackets around it.
    if (isSign(words[at], opening)) at = closes(words, at);
    else if (starts.has(upper(words[at])) && words[at - 1]?.text !== ".") found.push(at);
  }
  return found;
}

/** The items after WITH or RETURN at `from`, up to the end of the projection or of the block. */
function itemsOf(words: readonly Word[], from: number, until: number): Word[][] {
  const items: Word[][] = [[]];
  for (let at = from + 1; at < until; at++) {
    const word = words[at] as Word;
    if (ends.has(upper(word)) && words[at - 1]?.text !== ".") break;
    if (word.text === ",") items.push([]);
    else if (isSign(word, opening)) {
      const close = closes(words, at);
      items.at(-1)?.push(...words.slice(at, close + 1));
      at = close;
    } else items.at(-1)?.push(word);
  }
  return items;
}

/** Whether a value is made of all rows: an aggregate stands in it. */
const isAggregated = (item: readonly Word[]): boolean =>
  item.some((word, index) => aggregates.has(upper(word)) && item[index + 1]?.text === "(");

/** Whether a block gives at most a row for each branch of it: each RETURN holds nothing but aggregates. */
function givesOne(words: readonly Word[], from: number, until: number): boolean {
  const returns = clausesIn(words, from, until).filter((at) => upper(words[at]) === "RETURN");
  return returns.length > 0 && returns.every((at) => itemsOf(words, at, until).every(isAggregated));
}

/** Whether what follows a CALL takes its rows whole: it gathers or cuts them, or gives them to the block around. */
function takesWhole(words: readonly Word[], next: number, until: number, inUnion: boolean): boolean {
  const word = next < until ? upper(words[next]) : "";
  if (word === "UNWIND") return true;
  if (word !== "WITH" && word !== "RETURN") return false;
  if (upper(words[next + 1]) === "DISTINCT") return false;
  if (itemsOf(words, next, until).some(isAggregated)) return true;
  return word === "RETURN" && clausesIn(words, next, until).length === 1 && !inUnion;
}

/** The CALLs of a block, and of those within it, of which the rows are read as they come. */
function uncutIn(words: readonly Word[], from: number, until: number): Word[] {
  const found: Word[] = [];
  const clauses = clausesIn(words, from, until);
  const inUnion = clauses.some((at) => upper(words[at]) === "UNION");
  for (const at of clauses) {
    if (upper(words[at]) !== "CALL") continue;
    const scope = words[at + 1]?.text === "(" ? closes(words, at + 1) + 1 : at + 1;
    if (words[scope]?.text !== "{") continue;
    const close = closes(words, scope);
    found.push(...uncutIn(words, scope + 1, close));
    if (givesOne(words, scope + 1, close) || takesWhole(words, close + 1, until, inUnion)) continue;
    found.push(words[at] as Word);
  }
  return found;
}

/** The lines of the CALLs in a text of which the embedded engine would lose rows beyond 2,048: see `cutQuery`. */
export function uncutCalls(text: string): number[] {
  if (!/\bCALL\b/i.test(text)) return [];
  const words = wordsOf(text);
  return uncutIn(words, 0, words.length).map(({ line }) => line);
}
