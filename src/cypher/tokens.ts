// Reads Cypher as tokens and tells which words are variables. Knows no question and no schema.

export interface Token {
  readonly kind: "word" | "parameter" | "string" | "number" | "comment" | "space" | "sign";
  readonly text: string;
}

const patterns: readonly [Token["kind"], RegExp][] = [
  ["comment", /\/\/[^\n]*|\/\*[\s\S]*?\*\//y],
  ["space", /\s+/y],
  ["string", /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/y],
  ["parameter", /\$[A-Za-z_][A-Za-z0-9_]*/y],
  ["number", /\d+(?:\.\d+)?(?![\w])/y],
  ["word", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["sign", /<>|<=|>=|\.\.|[\s\S]/y],
];

/** The tokens of a Cypher text; joined they give the text again. */
export function tokenise(cypher: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < cypher.length) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(cypher);
      if (match === null) continue;
      tokens.push({ kind, text: match[0] });
      at += match[0].length;
      break;
    }
  }
  return tokens;
}

type Bracket = "(" | "[" | "fold" | "comprehension" | "map" | "subquery";

/** What a word is: a variable, one that the expression around it binds, or neither. */
export type Role = "variable" | "local" | undefined;

function bracketOf(text: string, before: string): Bracket {
  if (text === "{")
    return before === ")" || /^(CALL|EXISTS|COUNT|COLLECT)$/.test(before) ? "subquery" : "map";
  if (text === "[") return "[";
  return /^(any|all|none|single|reduce)$/.test(before) ? "fold" : "(";
}

/**
 * The role of each token of a text without spaces and comments. A variable is a word that is no keyword (those are
 * written in capitals), no label or type, no property, no key of a map and no function.
 */
export function rolesOf(tokens: readonly Token[]): Role[] {
  const open: Bracket[] = [];
  return tokens.map((token, index): Role => {
    const before = tokens[index - 1]?.text ?? "";
    const after = tokens[index + 1]?.text ?? "";
    const inside = open.at(-1);
    if (token.kind === "sign") {
      if (/^[([{]$/.test(token.text)) open.push(bracketOf(token.text, before));
      else if (/^[)\]}]$/.test(token.text)) open.pop();
      return undefined;
    }
    if (token.kind !== "word" || !/^[\p{Ll}\p{Lo}_]/u.test(token.text)) return undefined;
    if (/^(true|false|null)$/.test(token.text) || before === "." || after === "(") return undefined;
    if (inside === "map" && after === ":" && (before === "{" || before === ",")) return undefined;
    if (inside !== "map" && before === ":") return undefined;
    if (inside === "[" && before === "|") return undefined;
    if (after === "IN" && inside === "[" && before === "[") {
      open[open.length - 1] = "comprehension";
      return "local";
    }
    const binds = after === "IN" || (after === "=" && before === "(");
    return inside === "fold" && (before === "(" || before === ",") && binds ? "local" : "variable";
  });
}
