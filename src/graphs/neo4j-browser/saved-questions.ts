// Question files as Neo4j Browser keeps saved scripts: one statement each that runs at a press, in folders by what it is
// asked of. Parameters are written out, because several statements at once give no picture there.
import { relative } from "node:path";
import { newNames, readClauses } from "../../cypher/read.ts";
import { checkScopes } from "../../cypher/scope.ts";
import { tokenise } from "../../cypher/tokens.ts";
import { query } from "../../cypher/tree.ts";
import type { NodeKind } from "../../ontology/definitions.ts";
import { isKind, kindOf } from "../../ontology/model.ts";
import { literal } from "../../questions/param-lines.ts";
import type { Question } from "../../questions/question.ts";
import { questionFolder, readQuestions } from "../../questions/read.ts";
import type { Parameters } from "../../store/port.ts";

export interface SavedQuestion {
  readonly name: string;
  /** Its file within the project. */
  readonly file: string;
  readonly folder: string;
  /** What is asked, in a line. */
  readonly title: string;
  /** The statement with its values, without comments. */
  readonly statement: string;
}

/** A statement with the values of its parameters in their places. */
export function filledIn(statement: string, values: Parameters): string {
  return tokenise(statement)
    .map(({ kind, text }) => {
      const name = text.slice(1);
      return kind === "parameter" && Object.hasOwn(values, name) ? literal(values[name] ?? null) : text;
    })
    .join("");
}

/** The last line of a question's statement, RETURN with its columns, and what stands before it. */
const lastLine = /^([\s\S]*\n)RETURN (DISTINCT )?([^\n]*)$/;

function isSound(statement: string): boolean {
  try {
    checkScopes(query(...readClauses(statement, newNames())));
    return true;
  } catch {
    return false;
  }
}

/**
 * The statement, giving the entity asked about too where it gives others: alone these would hang in the air. Where it is
 * out of sight at the end it is found again; where the rows are sums, the statement stays as it is.
 */
function withParent({ statement, on, columns }: Question): string {
  const end = statement.slice(statement.lastIndexOf("\nRETURN"));
  if (on.length === 0 || !columns.has("node") || /\b(count|sum|collect|min|max|avg)\(/.test(end))
    return statement;
  const [anchor = ""] = statement.split(/\n\s*\n/);
  const [, body, distinct = "", given] = lastLine.exec(statement) ?? [];
  if (body === undefined) return statement;
  const result = `RETURN ${distinct}parent, ${given}`;
  return [`${body}${result}`, `${body}${anchor}\n\n${result}`].find(isSound) ?? statement;
}

/** The folder of what a question is asked of: its kind in both languages. */
function folderOf({ on }: Question): string {
  const [first] = on;
  if (first === undefined) return "全图 Whole graph";
  if (!isKind(first)) return "任意实体 Any entity";
  const { title }: NodeKind = kindOf(first);
  return `${title.zh} ${title.en}`;
}

/** A question as it is saved, with the values of its samples. */
export const savedQuestion = (question: Question): SavedQuestion => ({
  name: question.name,
  file: `cypher/${relative(questionFolder, question.file).replaceAll("\\", "/")}`,
  folder: folderOf(question),
  title: question.title,
  statement: filledIn(withParent(question), question.samples),
});

/** Every question that Neo4j runs, by name. */
export const savedQuestions = (): readonly SavedQuestion[] =>
  [...readQuestions(undefined, "neo4j").values()].map(savedQuestion);
