// Parses a question file: header, anchor, body, perhaps details, RETURN, a paragraph each.
import { basename } from "node:path";
import { type Names, newNames, readClauses } from "../cypher/read.ts";
import { relationsThenNodes } from "../cypher/shapes.ts";
import { type Clause, isVariable, type Project, query } from "../cypher/tree.ts";
import { uncutCalls } from "../cypher/uncut.ts";
import { identityOf, parametersOf } from "../cypher/walk.ts";
import { readHeader } from "./header.ts";
import { type Header, type OrderTerm, type Question, QuestionError } from "./question.ts";

/** The name of a file's question, and the engine it is for where it has a sibling for each: `path.neo4j.cypher`. */
export function fileParts(file: string): { readonly name: string; readonly engine: string | undefined } {
  const parts = /^(.+?)(?:\.(neo4j|embedded))?\.cypher$/.exec(file);
  return { name: parts?.[1] ?? file, engine: parts?.[2] };
}

const isNull = " IS NULL";

/** The terms of an order; `x IS NULL` before `x` only says that x may be absent. */
function orderOf({ order }: Project, names: Names): OrderTerm[] {
  const written = new Map([...names.variables].map(([name, one]) => [one, name]));
  const absent = new Set<string>();
  const terms: OrderTerm[] = [];
  for (const { value, descending } of order) {
    const last = value.pieces.at(-1);
    if (typeof last === "string" && last.endsWith(isNull)) {
      absent.add(
        identityOf({ ...value, pieces: [...value.pieces.slice(0, -1), last.slice(0, -isNull.length)] }),
      );
      continue;
    }
    const text = value.pieces
      .map((piece) => (typeof piece === "object" && piece.is === "variable" ? written.get(piece) : piece))
      .join("");
    terms.push({
      value,
      text,
      descending,
      nullable: absent.has(identityOf({ ...value, pieces: [...value.pieces, ""] })),
    });
  }
  return terms;
}

function checkArguments({ args }: Header, clauses: readonly Clause[]): void {
  const known = new Set(args.map(({ name }) => name));
  const used = new Set(parametersOf(query(...clauses)));
  for (const name of used) if (!known.has(name)) throw new Error(`$${name} is not in args`);
  for (const name of known) if (!used.has(name)) throw new Error(`the argument ${name} is not used`);
}

function parse(text: string): Omit<Question, "name" | "file"> {
  const { header, statement } = readHeader(text);
  const { detailed, returns, on } = header;
  const [wrong] = relationsThenNodes(statement);
  if (wrong !== undefined)
    throw new Error(
      `${wrong} stands for a relation first and for a node after it, which the embedded engine confuses: give the node another name`,
    );
  const [uncut] = uncutCalls(text);
  if (uncut !== undefined)
    throw new Error(
      `line ${uncut}: the rows of the CALL are read as they come, of which the embedded engine loses those beyond 2,048 in silence: write UNWIND [0] AS cut after it`,
    );
  const names = newNames();
  const paragraphs = statement.split(/\n\s*\n/).map((paragraph) => readClauses(paragraph, names));
  const [result] = paragraphs.at(-1) ?? [];
  if (result?.is !== "return") throw new Error("the last paragraph must be RETURN ... [ORDER BY ...]");
  const details = detailed.length === 0 ? [] : (paragraphs.at(-2) ?? []);
  const parts = paragraphs.slice(on.length === 0 ? 0 : 1, detailed.length === 0 ? -1 : -2);
  if (parts.length === 0) throw new Error("there is no body between anchor and RETURN");
  if (on.length > 0 && !names.variables.has("parent")) throw new Error("the anchor must bind `parent`");
  checkArguments(header, [...parts.flat(), ...details]);
  const columns = new Map(
    result.items.map(({ value, as }) => {
      if (typeof as === "string") throw new Error(`the column ${as} is no variable`);
      return [as.hint, { variable: as, value }] as const;
    }),
  );
  if (returns.join() !== [...columns.keys()].join())
    throw new Error(`returns: says ${returns.join(", ")}, but RETURN has ${[...columns.keys()].join(", ")}`);
  for (const column of detailed) {
    const found = columns.get(column);
    if (found === undefined || !isVariable(found.value, found.variable))
      throw new Error(`details: ${column} must be a column bound by the last paragraph`);
  }
  const order = orderOf(result, names);
  return { ...header, variables: names.variables, columns, parts, details, order, statement };
}

/**
 * Parses a question file.
 * @throws QuestionError naming the file and what is wrong with it.
 */
export function parseQuestion(file: string, text: string): Question {
  const { name } = fileParts(basename(file));
  try {
    const question = parse(text);
    return { ...question, name, file, title: question.title === "" ? name : question.title };
  } catch (error) {
    throw new QuestionError(
      `cypher/${basename(file)}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
