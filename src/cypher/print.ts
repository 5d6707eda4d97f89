// Prints a tree as a statement. Names are given here, numbered in the order in which variables appear, so that equal
// trees are printed equally and an engine's plan cache knows them again.
import type { Clause, Expression, Item, Project, Query, Sort, Variable } from "./tree.ts";
import { isVariable } from "./tree.ts";

const step = "  ";

interface Printing {
  readonly names: Map<Variable, string>;
}

function nameOf({ names }: Printing, one: Variable): string {
  const known = names.get(one);
  if (known !== undefined) return known;
  const given = `${one.hint}${/\d$/.test(one.hint) ? "_" : ""}${names.size}`;
  names.set(one, given);
  return given;
}

function expressionText(printing: Printing, value: Expression, indent: string): string {
  let text = "";
  for (const piece of value.pieces) {
    if (typeof piece === "string") text += piece;
    else if (piece.is === "variable") text += nameOf(printing, piece);
    else if (piece.is === "parameter") text += `$${piece.name}`;
    else text += `{ ${queryText(printing, piece, `${indent}${step}`).trim()} }`;
  }
  return text;
}

const itemText = (printing: Printing, { value, as }: Item, indent: string): string => {
  const text = expressionText(printing, value, indent);
  if (typeof as === "string") return `${text} AS ${as}`;
  return isVariable(value, as) ? text : `${text} AS ${nameOf(printing, as)}`;
};

const sortText = (printing: Printing, { value, descending }: Sort, indent: string): string =>
  `${expressionText(printing, value, indent)}${descending ? " DESC" : ""}`;

function projectText(printing: Printing, clause: Project, indent: string): string {
  const items = clause.items.map((one) => itemText(printing, one, indent));
  const end = (word: string, value: Expression | undefined): string =>
    value === undefined ? "" : ` ${word} ${expressionText(printing, value, indent)}`;
  const order = clause.order.map((one) => sortText(printing, one, indent)).join(", ");
  return [
    `${indent}${clause.is.toUpperCase()} ${clause.distinct ? "DISTINCT " : ""}`,
    [...(clause.all ? ["*"] : []), ...items].join(", "),
    order === "" ? "" : ` ORDER BY ${order}`,
    end("SKIP", clause.skip),
    end("LIMIT", clause.limit),
    clause.where === undefined ? "" : `\n${indent}WHERE ${expressionText(printing, clause.where, indent)}`,
  ].join("");
}

function clauseText(printing: Printing, clause: Clause, indent: string): string {
  if (clause.is === "match") {
    const pattern = expressionText(printing, clause.pattern, indent);
    const where =
      clause.where === undefined ? "" : `\n${indent}WHERE ${expressionText(printing, clause.where, indent)}`;
    return `${indent}${clause.optional ? "OPTIONAL " : ""}MATCH ${pattern}${where}`;
  }
  if (clause.is === "unwind")
    return `${indent}UNWIND ${expressionText(printing, clause.list, indent)} AS ${nameOf(printing, clause.as)}`;
  if (clause.is === "call") {
    const imports = clause.imports.map((one) => nameOf(printing, one)).join(", ");
    return `${indent}CALL (${imports}) {\n${queryText(printing, clause.query, indent + step)}\n${indent}}`;
  }
  return projectText(printing, clause, indent);
}

function queryText(printing: Printing, query: Query, indent: string): string {
  const branches = query.branches.map((branch) =>
    branch.map((clause) => clauseText(printing, clause, indent)).join("\n"),
  );
  return branches.join(`\n${indent}UNION${query.keepEqual ? " ALL" : ""}\n`);
}

/** The text of a statement. */
export function print(query: Query): string {
  return queryText({ names: new Map() }, query, "");
}
