// Reads Cypher as tokens, just well enough to rename variables and parameters. Knows no question and no schema.

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

type Bracket = "(" | "[" | "comprehension" | "map" | "subquery";

/**
 * For each token, whether it is a variable: a word that is no keyword (those are written in capitals), no
 * label or type, no property, no key of a map and no function.
 */
function variablePositions(tokens: readonly Token[]): boolean[] {
  const result = new Array<boolean>(tokens.length).fill(false);
  const open: Bracket[] = [];
  const solid = tokens
    .map((_, index) => index)
    .filter((index) => !/^(space|comment)$/.test(tokens[index]?.kind ?? ""));
  for (const [order, index] of solid.entries()) {
    const token = tokens[index] as Token;
    const before = tokens[solid[order - 1] ?? -1];
    const after = tokens[solid[order + 1] ?? -1];
    const inside = open.at(-1);
    if (token.kind === "sign") {
      if (token.text === "{") {
        const subquery = before?.text === ")" || /^(CALL|EXISTS|COUNT|COLLECT)$/.test(before?.text ?? "");
        open.push(subquery ? "subquery" : "map");
      } else if (token.text === "(" || token.text === "[") open.push(token.text);
      else if (/^[)\]}]$/.test(token.text)) open.pop();
      continue;
    }
    if (token.kind !== "word") continue;
    if (token.text === "IN" && inside === "[") open[open.length - 1] = "comprehension";
    if (!/^[\p{Ll}\p{Lo}_]/u.test(token.text) || /^(true|false|null)$/.test(token.text)) continue;
    if (before?.text === "." || after?.text === "(") continue;
    if (inside === "map" && after?.text === ":" && (before?.text === "{" || before?.text === ",")) continue;
    if (inside !== "map" && before?.text === ":") continue;
    if (inside === "[" && before?.text === "|") continue;
    result[index] = true;
  }
  return result;
}

/** The variables of a Cypher text, each once, in order of appearance. */
export function variablesOf(cypher: string): string[] {
  const tokens = tokenise(cypher);
  const positions = variablePositions(tokens);
  return [...new Set(tokens.filter((_, index) => positions[index]).map((token) => token.text))];
}

/** The parameters of a Cypher text without their dollar sign, each once. */
export function parametersOf(cypher: string): string[] {
  return [
    ...new Set(
      tokenise(cypher).flatMap((token) => (token.kind === "parameter" ? [token.text.slice(1)] : [])),
    ),
  ];
}

export interface Renaming {
  /** New names of variables; those not named here stay. */
  readonly variable: (name: string) => string;
  /** New names of parameters, both without the dollar sign. */
  readonly parameter: (name: string) => string;
}

/** A Cypher text with its variables and parameters renamed and its comments left out. */
export function rename(cypher: string, renaming: Renaming): string {
  const tokens = tokenise(cypher);
  const positions = variablePositions(tokens);
  const written = tokens.map((token, index) => {
    if (token.kind === "parameter") return `$${renaming.parameter(token.text.slice(1))}`;
    if (token.kind === "comment") return "";
    return positions[index] ? renaming.variable(token.text) : token.text;
  });
  return written.join("").trim();
}
