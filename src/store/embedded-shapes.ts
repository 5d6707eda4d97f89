// What the embedded engine must not be given as it is written. A CALL hands on all rows that it finds for one outer
// row as a single chunk, of any size, and the engine's chunks are meant to hold 2,048: DISTINCT and UNION keep the
// first 2,048 rows of a larger one in silence, and a filter fails beyond 65,536 (docs/engine-faults/). So the rows of
// such a CALL are cut anew, by an UNWIND over a list of one. Statements for Neo4j stay as they are written.

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\$?[\p{L}_][\p{L}\p{N}_]*|[\s\S]/gu;

/** The tokens of a statement without spaces and comments. */
function tokensOf(statement: string): Token[] {
  const tokens: Token[] = [];
  for (const match of statement.matchAll(pattern)) {
    const [text] = match;
    if (/^(\s|\/\/|\/\*)/.test(text)) continue;
    tokens.push({ text, start: match.index, end: match.index + text.length });
  }
  return tokens;
}

const opening = new Set(["(", "[", "{"]);
const closing = new Set([")", "]", "}"]);
const starts = new Set(["MATCH", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "OPTIONAL", "MERGE", "CREATE"]);
const ends = new Set(["ORDER", "SKIP", "LIMIT", "WHERE", ...starts]);
const aggregates = new Set(["collect", "count", "sum", "min", "max", "avg", "stDev", "percentileCont"]);

const upper = (token: Token | undefined): string => token?.text.toUpperCase() ?? "";

/** Index of the bracket that closes the one at `from`. */
function closes(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const { text } = tokens[at] as Token;
    if (opening.has(text)) depth++;
    else if (closing.has(text) && --depth === 0) return at;
  }
  return tokens.length;
}

/** The items after WITH or RETURN at `from`, up to the end of the projection or of the block. */
function itemsOf(tokens: readonly Token[], from: number, until: number): Token[][] {
  const items: Token[][] = [[]];
  for (let at = from + 1; at < until; at++) {
    const token = tokens[at] as Token;
    if (ends.has(upper(token))) break;
    if (token.text === ",") items.push([]);
    else if (opening.has(token.text)) {
      const close = closes(tokens, at);
      items.at(-1)?.push(...tokens.slice(at, close + 1));
      at = close;
    } else items.at(-1)?.push(token);
  }
  return items;
}

/** Whether a value is made of all rows: an aggregate stands in it, outside of subqueries. */
function aggregated(item: readonly Token[]): boolean {
  return item.some(({ text }, index) => aggregates.has(text) && item[index + 1]?.text === "(");
}

/** Where clauses of a block begin, those of blocks within it left out. */
function clausesIn(tokens: readonly Token[], from: number, until: number): number[] {
  const found: number[] = [];
  for (let at = from; at < until; at++) {
    const token = tokens[at] as Token;
    // After a dot it is a property, and a keyword is written without brackets around it.
    if (opening.has(token.text)) at = closes(tokens, at);
    else if (starts.has(upper(token)) && tokens[at - 1]?.text !== ".") found.push(at);
  }
  return found;
}

/** Whether a block gives at most a row for each branch of it: each RETURN holds nothing but aggregates. */
function givesOne(tokens: readonly Token[], from: number, until: number): boolean {
  const returns = clausesIn(tokens, from, until).filter((at) => upper(tokens[at]) === "RETURN");
  return returns.length > 0 && returns.every((at) => itemsOf(tokens, at, until).every(aggregated));
}

/** Whether what follows a CALL takes its rows whole: it gathers or cuts them, or gives them to the block around. */
function takesWhole(tokens: readonly Token[], next: number, until: number, inUnion: boolean): boolean {
  const word = next < until ? upper(tokens[next]) : "";
  if (word === "UNWIND") return true;
  if (word !== "WITH" && word !== "RETURN") return false;
  if (upper(tokens[next + 1]) === "DISTINCT") return false;
  if (itemsOf(tokens, next, until).some(aggregated)) return true;
  const last = clausesIn(tokens, next, until);
  return word === "RETURN" && last.length === 1 && !inUnion;
}

/** Places in the statement after which rows must be cut anew. */
function placesIn(tokens: readonly Token[], from: number, until: number, places: number[]): void {
  const clauses = clausesIn(tokens, from, until);
  const inUnion = clauses.some((at) => upper(tokens[at]) === "UNION");
  for (const at of clauses) {
    if (upper(tokens[at]) !== "CALL") continue;
    const scope = tokens[at + 1]?.text === "(" ? closes(tokens, at + 1) + 1 : at + 1;
    if (tokens[scope]?.text !== "{") continue;
    const close = closes(tokens, scope);
    placesIn(tokens, scope + 1, close, places);
    if (givesOne(tokens, scope + 1, close) || takesWhole(tokens, close + 1, until, inUnion)) continue;
    places.push(tokens[close]?.end ?? 0);
  }
}

/** The statement with rows cut anew wherever the engine would lose some; the same text where it would lose none. */
export function recut(statement: string): string {
  if (!/\bCALL\b/i.test(statement)) return statement;
  const tokens = tokensOf(statement);
  const places: number[] = [];
  placesIn(tokens, 0, tokens.length, places);
  places.sort((one, other) => one - other);
  let written = "";
  let from = 0;
  for (const [number, place] of places.entries()) {
    written += `${statement.slice(from, place)} UNWIND [0] AS cut_${number}`;
    from = place;
  }
  return written + statement.slice(from);
}
