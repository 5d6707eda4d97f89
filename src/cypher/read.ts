// Reads Cypher text into the tree: clauses, their parts, subqueries. What is within an expression stays text but for
// variables, parameters and subqueries. Reads what question files may say, and refuses the rest.
import { type Role, rolesOf, type Token, tokenise } from "./tokens.ts";
import {
  type Clause,
  type Expression,
  expression,
  type Item,
  isVariable,
  type Parameter,
  type Piece,
  type Project,
  parameter,
  type Query,
  type Sort,
  type Variable,
  variable,
} from "./tree.ts";

interface Word extends Token {
  /** Whether space stands before it. */
  readonly spaced: boolean;
  readonly role: Role;
}

/** Variables and parameters by the names that a text gives them: one name is one variable in all its parts. */
export interface Names {
  readonly variables: Map<string, Variable>;
  readonly parameters: Map<string, Parameter>;
}

export const newNames = (): Names => ({ variables: new Map(), parameters: new Map() });

function named<T>(known: Map<string, T>, name: string, make: (name: string) => T): T {
  const found = known.get(name) ?? make(name);
  known.set(name, found);
  return found;
}

function wordsOf(text: string): Word[] {
  const all = tokenise(text);
  const solid = all.flatMap((token, index) => {
    if (token.kind === "space" || token.kind === "comment") return [];
    const gap = all[index - 1]?.kind;
    return [{ ...token, spaced: gap === "space" || gap === "comment" }];
  });
  const roles = rolesOf(solid);
  return solid.map((token, index) => ({ ...token, role: roles[index] }));
}

const is = (word: Word | undefined, text: string): boolean => word?.kind !== "string" && word?.text === text;

/** The index behind the bracket that closes the one at `from`. */
function closing(words: readonly Word[], from: number): number {
  let depth = 0;
  for (let at = from; at < words.length; at++) {
    if (words[at]?.kind !== "sign") continue;
    if (/^[([{]$/.test(words[at]?.text ?? "")) depth += 1;
    if (/^[)\]}]$/.test(words[at]?.text ?? "")) depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error(`the bracket ${words[from]?.text} is not closed`);
}

/** Cuts words wherever `starts` says that a part begins, outside of brackets. */
function cut(words: readonly Word[], starts: (at: number) => boolean): Word[][] {
  const parts: Word[][] = [];
  for (let at = 0; at < words.length; ) {
    if (parts.length === 0 || starts(at)) parts.push([]);
    const end =
      /^[([{]$/.test(words[at]?.text ?? "") && words[at]?.kind === "sign" ? closing(words, at) : at + 1;
    parts.at(-1)?.push(...words.slice(at, end));
    at = end;
  }
  return parts;
}

const opensQuery = /^(EXISTS|COUNT|COLLECT)$/;
const clauseWords = /^(MATCH|OPTIONAL|UNWIND|WITH|RETURN|CALL|UNION)$/;

/** Whether a clause begins at a word: STARTS WITH and ENDS WITH begin none, nor does the MATCH of OPTIONAL MATCH. */
const beginsClause = (words: readonly Word[], at: number): boolean =>
  clauseWords.test(words[at]?.text ?? "") &&
  words[at]?.kind === "word" &&
  !/^(STARTS|ENDS|OPTIONAL)$/.test(words[at - 1]?.text ?? "");

function readExpression(words: readonly Word[], names: Names): Expression {
  const pieces: Piece[] = [];
  const locals = new Set<Variable>();
  const text = (added: string): void => {
    const last = pieces.at(-1);
    if (typeof last === "string") pieces[pieces.length - 1] = last + added;
    else pieces.push(added);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (at > 0 && word.spaced) text(" ");
    if (word.kind === "parameter") pieces.push(named(names.parameters, word.text.slice(1), parameter));
    else if (word.role !== undefined) {
      const one = named(names.variables, word.text, variable);
      if (word.role === "local") locals.add(one);
      pieces.push(one);
    } else if (is(word, "{") && opensQuery.test(words[at - 1]?.text ?? "") && beginsClause(words, at + 1)) {
      const end = closing(words, at);
      pieces.push(readQuery(words.slice(at + 1, end - 1), names));
      at = end - 1;
    } else text(word.text);
  }
  return expression(pieces, [...locals]);
}

const lists = (words: readonly Word[]): Word[][] =>
  cut(words, (at) => is(words[at], ",")).map((part) => (is(part[0], ",") ? part.slice(1) : part));

function readItem(words: readonly Word[], names: Names): Item {
  if (!is(words.at(-2), "AS")) {
    const value = readExpression(words, names);
    const [only] = value.pieces;
    if (!isVariable(value) || typeof only !== "object" || only.is !== "variable")
      throw new Error(`${words.map((word) => word.text).join(" ")} needs a name: AS ...`);
    return { value, as: only };
  }
  const as = named(names.variables, words.at(-1)?.text ?? "", variable);
  return { value: readExpression(words.slice(0, -2), names), as };
}

function readSort(words: readonly Word[], names: Names): Sort {
  const way = words.at(-1)?.text ?? "";
  const own = /^(ASC|DESC)$/.test(way) ? words.slice(0, -1) : words;
  return { value: readExpression(own, names), descending: way === "DESC" };
}

function readProject(words: readonly Word[], names: Names): Project {
  const parts = cut(words, (at) => /^(ORDER|SKIP|LIMIT|WHERE)$/.test(words[at]?.text ?? ""));
  const [head = []] = parts;
  const part = (word: string): Word[] | undefined =>
    parts.find((one, index) => index > 0 && is(one[0], word));
  const one = (word: string): Expression | undefined => {
    const found = part(word);
    return found === undefined ? undefined : readExpression(found.slice(1), names);
  };
  const distinct = is(head[1], "DISTINCT");
  const items = lists(head.slice(distinct ? 2 : 1));
  const all = items.length > 0 && is(items[0]?.[0], "*");
  const order = part("ORDER");
  return {
    is: is(head[0], "WITH") ? "with" : "return",
    distinct,
    all,
    items: items.slice(all ? 1 : 0).map((words) => readItem(words, names)),
    order: order === undefined ? [] : lists(order.slice(2)).map((sort) => readSort(sort, names)),
    skip: one("SKIP"),
    limit: one("LIMIT"),
    where: one("WHERE"),
  };
}

function readCall(words: readonly Word[], names: Names): Clause {
  const end = is(words[1], "(") ? closing(words, 1) : 1;
  if (end === 1 || !is(words[end], "{")) throw new Error("write CALL (variables) { ... }");
  const imports = lists(words.slice(2, end - 1)).map((one) =>
    named(names.variables, one[0]?.text ?? "", variable),
  );
  return { is: "call", imports, query: readQuery(words.slice(end + 1, -1), names) };
}

function readClause(words: readonly Word[], names: Names): Clause {
  const [first] = words;
  if (is(first, "WITH") || is(first, "RETURN")) return readProject(words, names);
  if (is(first, "CALL")) return readCall(words, names);
  if (is(first, "UNWIND")) {
    if (!is(words.at(-2), "AS")) throw new Error("UNWIND needs AS");
    const as = named(names.variables, words.at(-1)?.text ?? "", variable);
    return { is: "unwind", list: readExpression(words.slice(1, -2), names), as };
  }
  const optional = is(first, "OPTIONAL");
  if (!optional && !is(first, "MATCH"))
    throw new Error(`${first?.text} begins no clause that a question may have`);
  const [pattern = [], where] = cut(words, (at) => is(words[at], "WHERE"));
  return {
    is: "match",
    optional,
    pattern: readExpression(pattern.slice(optional ? 2 : 1), names),
    ...(where === undefined ? {} : { where: readExpression(where.slice(1), names) }),
  };
}

function readQuery(words: readonly Word[], names: Names): Query {
  const branches: Clause[][] = [[]];
  let keepEqual = false;
  for (const part of cut(words, (at) => beginsClause(words, at))) {
    if (is(part[0], "UNION")) {
      keepEqual = is(part[1], "ALL");
      branches.push([]);
    } else branches.at(-1)?.push(readClause(part, names));
  }
  return { is: "query", branches, keepEqual };
}

/** Reads clauses. @throws Error where the text is none that a question file may have */
export function readClauses(text: string, names: Names): Clause[] {
  const { branches } = readQuery(wordsOf(text), names);
  if (branches.length > 1) throw new Error("UNION belongs into a CALL (...) { ... }");
  return [...(branches[0] ?? [])];
}
