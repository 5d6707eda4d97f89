// From a tree to the text of a step: checked, safe shapes, printed once.
import { print } from "../cypher/print.ts";
import { checkScopes } from "../cypher/scope.ts";
import { cutQuery } from "../cypher/shapes.ts";
import type { Query } from "../cypher/tree.ts";
import { parametersOf } from "../cypher/walk.ts";
import type { StatementStep } from "../run/step.ts";

/** The statement of a step, and the names of its parameters. @throws Error where a variable is out of scope */
export function statementOf(query: Query): Pick<StatementStep, "statement" | "parameters"> {
  const safe = cutQuery(query);
  checkScopes(safe);
  return { statement: print(safe), parameters: parametersOf(safe) };
}
