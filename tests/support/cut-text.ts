// A text of Cypher as it comes out of the tree, with rows of CALLs cut anew: columns have other names in it.
import { newNames, readClauses } from "../../src/cypher/read.ts";
import { query } from "../../src/cypher/tree.ts";
import { statementOf } from "../../src/emit/statement.ts";

export const cutText = (text: string): string =>
  statementOf(query(...readClauses(text, newNames()))).statement;
