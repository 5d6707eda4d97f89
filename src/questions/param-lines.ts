// `:param` lines: parameters as Neo4j Browser and cypher-shell take them, written and read. Numbers stay what they are
// (`:param first => 20` is an integer there, a map of parameters would make it a float).
import { type Token, tokenise } from "../cypher/tokens.ts";
import type { Json, Parameters } from "../store/port.ts";

/** A value as Cypher writes it. */
export function literal(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value === null || typeof value !== "object")
    return typeof value === "string" ? quoted(value) : String(value);
  const pairs = Object.entries(value).map(
    ([key, one]) => `${/^[a-z]\w*$/i.test(key) ? key : `\`${key}\``}: ${literal(one)}`,
  );
  return `{${pairs.join(", ")}}`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n")}'`;

/** The lines that set parameters. */
export function paramLines(parameters: Parameters): string[] {
  return Object.entries(parameters).map(([name, value]) => `:param ${name} => ${literal(value)};`);
}

/** Reads a value from tokens; takes those that it is made of from the list. */
function read(tokens: Token[]): Json {
  const token = tokens.shift();
  const wrong = (): never => {
    throw new Error(`${token?.text ?? "nothing"} is no value`);
  };
  if (token === undefined) return wrong();
  if (token.kind === "string") return token.text.slice(1, -1).replace(/\\n/g, "\n").replace(/\\(.)/g, "$1");
  if (token.kind === "number") return Number(token.text);
  if (token.text === "-") return -Number(tokens.shift()?.text ?? wrong());
  if (token.kind === "word") return /^(true|false|null)$/.test(token.text) ? JSON.parse(token.text) : wrong();
  if (token.text === "[") {
    const list: Json[] = [];
    while (tokens[0]?.text !== "]") {
      list.push(read(tokens));
      if (tokens[0]?.text === ",") tokens.shift();
    }
    tokens.shift();
    return list;
  }
  if (token.text !== "{") return wrong();
  const map: Record<string, Json> = {};
  while (tokens[0]?.text !== "}") {
    const key = (tokens.shift()?.text ?? wrong()).replace(/^`|`$/g, "");
    if (tokens.shift()?.text !== ":") return wrong();
    map[key] = read(tokens);
    if (tokens[0]?.text === ",") tokens.shift();
  }
  tokens.shift();
  return map;
}

/** Reads one `:param` line. @throws Error where it is none */
export function readParamLine(line: string): readonly [name: string, value: Json] {
  const parts = /^:param\s+(\w+)\s*=>\s*(.+?)\s*;$/.exec(line);
  if (parts?.[1] === undefined || parts[2] === undefined)
    throw new Error(`${line} is not :param name => value;`);
  const tokens = tokenise(parts[2]).filter(({ kind }) => kind !== "space");
  const value = read(tokens);
  if (tokens.length > 0) throw new Error(`${line}: ${tokens[0]?.text} after the value`);
  return [parts[1], value];
}
