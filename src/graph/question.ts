// Question files: one Cypher question a file, as it runs in Neo4j Browser. Owns their format; knows neither
// GraphQL nor engines.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { packaged } from "../packaged.ts";
import type { GraphStore, Json } from "../store/port.ts";
import { parametersOf, tokenise } from "./tokens.ts";

/** The folder of question files that belongs to the project. */
export const questionFolder = packaged("cypher");

export interface OrderTerm {
  /** An expression over returned columns, such as `node.name`. */
  readonly expression: string;
  readonly descending: boolean;
  /** Absent values occur and sort last: the file says so by `x IS NULL` before `x`. */
  readonly nullable: boolean;
}

export interface Argument {
  readonly name: string;
  /** GraphQL type as written in the header, such as `[ID!]`. */
  readonly type: string;
  /** The value it has where it is left out, as in `limit: Int = 100`; null where the header gives none. */
  readonly fallback: Json;
}

export interface Question {
  readonly name: string;
  readonly file: string;
  /** The first line of the header: what is asked. */
  readonly title: string;
  /** Kinds (or Entity, Relation) whose fields may ask it; empty for a root question. */
  readonly on: readonly string[];
  readonly args: readonly Argument[];
  /** Returned columns and the expression of each. */
  readonly columns: ReadonlyMap<string, string>;
  readonly anchor: string;
  /** Between anchor and RETURN. */
  readonly body: string;
  /** The paragraphs of the body. */
  readonly parts: readonly string[];
  readonly order: readonly OrderTerm[];
  /** Clauses that bind the columns of `detailed`: they come after a page has been cut out. Empty for most. */
  readonly details: string;
  readonly detailed: readonly string[];
  /** Whether the rows are dear to find and of plain values beside `node`: then total and page are cut from one list. */
  readonly once: boolean;
  /** The whole text without its header comment. */
  readonly statement: string;
}

/** A default as a header writes it: a number, true, false, or the name of an enumeration's value. */
function fallbackOf(text: string | undefined): Json {
  if (text === undefined) return null;
  return /^(-?\d+(\.\d+)?|true|false)$/.test(text) ? (JSON.parse(text) as Json) : text;
}

class QuestionError extends Error {
  override readonly name = "QuestionError";
}

function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const token of tokenise(text)) {
    if (/^[([{]$/.test(token.text)) depth += 1;
    if (/^[)\]}]$/.test(token.text)) depth -= 1;
    if (depth === 0 && token.text === separator) parts.push("");
    else parts[parts.length - 1] += token.text;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function parseOrder(text: string): OrderTerm[] {
  const terms: OrderTerm[] = [];
  const absent = new Set<string>();
  for (const part of splitTop(text, ",")) {
    const isNull = /^(.+?)\s+IS\s+NULL$/.exec(part);
    if (isNull?.[1] !== undefined) {
      absent.add(isNull[1]);
      continue;
    }
    const match = /^(.+?)(?:\s+(ASC|DESC))?$/s.exec(part);
    const expression = match?.[1] ?? part;
    terms.push({ expression, descending: match?.[2] === "DESC", nullable: absent.has(expression) });
  }
  return terms;
}

function parseReturn(text: string, fail: (what: string) => never): Pick<Question, "columns" | "order"> {
  const match = /^RETURN\s+(?:DISTINCT\s+)?([\s\S]+?)(?:\s+ORDER\s+BY\s+([\s\S]+?))?$/.exec(text.trim());
  if (match?.[1] === undefined) fail("the last paragraph must be RETURN ... [ORDER BY ...]");
  const columns = new Map<string, string>();
  for (const part of splitTop(match?.[1] ?? "", ",")) {
    const named = /^([\s\S]+?)\s+AS\s+(\w+)$/.exec(part);
    const expression = named?.[1] ?? part;
    const name = named?.[2] ?? part;
    if (!/^\w+$/.test(name)) fail(`the column ${part} needs a name: AS ...`);
    columns.set(name, expression);
  }
  return { columns, order: match?.[2] === undefined ? [] : parseOrder(match[2]) };
}

/**
 * Parses a question file.
 * @throws QuestionError naming the file and what is wrong with it.
 */
export function parseQuestion(file: string, text: string): Question {
  const { name } = fileParts(basename(file));
  const fail = (what: string): never => {
    throw new QuestionError(`cypher/${basename(file)}: ${what}`);
  };
  const lines = text.replace(/^\/\*[\s\S]*?\*\/\n/, "").split(/\r?\n/);
  const headerEnd = lines.findIndex((line) => !line.startsWith("//"));
  const header = lines.slice(0, headerEnd).map((line) => line.slice(2).trim());
  const statement = lines.slice(headerEnd).join("\n").trim();
  const entry = (key: string): string | undefined =>
    header
      .find((line) => line.startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim();
  const root = header.includes("root");
  const on = entry("on")?.split(/\s*,\s*/) ?? [];
  if (root === on.length > 0) fail("the header needs either `// root` or `// on: Kind`");
  const args = splitTop(entry("args") ?? "", ",").map((part): Argument => {
    const match = /^(\w+)\s*:\s*([^=\s]+)(?:\s*=\s*(\S+))?$/.exec(part);
    if (match?.[1] === undefined || match[2] === undefined)
      return fail(`args: ${part} is not name: Type, or name: Type = value`);
    return { name: match[1], type: match[2], fallback: fallbackOf(match[3]) };
  });
  const paragraphs = statement.split(/\n\s*\n/);
  const last = paragraphs.at(-1) ?? "";
  const anchor = root ? "" : (paragraphs[0] ?? "");
  const detailed = entry("details")?.split(/\s*,\s*/) ?? [];
  const details = detailed.length === 0 ? "" : (paragraphs.at(-2) ?? "");
  const parts = paragraphs.slice(root ? 0 : 1, detailed.length === 0 ? -1 : -2);
  const body = parts.join("\n");
  if (body.trim() === "") fail("there is no body between anchor and RETURN");
  if (!root && !/\bparent\b/.test(anchor)) fail("the anchor must bind `parent`");
  const known = new Set(args.map((argument) => argument.name));
  const used = parametersOf(`${body}\n${details}`);
  for (const parameter of used) if (!known.has(parameter)) fail(`$${parameter} is not in args`);
  for (const argument of known) {
    if (!used.includes(argument)) fail(`the argument ${argument} is not used`);
  }
  const parsed = parseReturn(last, fail);
  const returns = entry("returns")?.split(/\s*,\s*/) ?? [];
  if (returns.join() !== [...parsed.columns.keys()].join()) {
    fail(`returns: says ${returns.join(", ")}, but RETURN has ${[...parsed.columns.keys()].join(", ")}`);
  }
  const extra = detailed.filter((column) => parsed.columns.get(column) !== column);
  if (extra.length > 0) fail(`details: ${extra.join(", ")} must be a column bound by the last paragraph`);
  return {
    name,
    file,
    title: header[0] ?? name,
    on,
    args,
    ...parsed,
    anchor,
    body,
    parts,
    details,
    detailed,
    once: header.includes("once"),
    statement,
  };
}

export type Questions = ReadonlyMap<string, Question>;

/** The name of a file's question, and the engine it is for where it has a sibling for each: `path.neo4j.cypher`. */
export function fileParts(file: string): { readonly name: string; readonly engine: string | undefined } {
  const parts = /^(.+?)(?:\.(neo4j|embedded))?\.cypher$/.exec(file);
  return { name: parts?.[1] ?? file, engine: parts?.[2] };
}

/**
 * Reads every question file of a folder that an engine runs.
 * @throws QuestionError for the first that is not well formed.
 */
export function readQuestions(
  folder: string = questionFolder,
  engine: GraphStore["engine"] = "embedded",
): Questions {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".cypher") && (fileParts(file).engine ?? engine) === engine,
  );
  return new Map(
    files.sort().map((file) => {
      const question = parseQuestion(join(folder, file), readFileSync(join(folder, file), "utf8"));
      return [question.name, question];
    }),
  );
}
