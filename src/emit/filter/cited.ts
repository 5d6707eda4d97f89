// Cited from a document: what follows its stem and a colon in a citation is the line alone.
import { cy, name } from "../../cypher/template.ts";
import { type Expression, match, parameter, query, type Variable, variable } from "../../cypher/tree.ts";
import { citedKind } from "../../ontology/model.ts";
import { nodeOf } from "../pattern.ts";
import type { Filter } from "./step.ts";

const documentOf = (source: Variable, id: string): Expression =>
  cy`(${source}:${name(citedKind)} {id: ${parameter(id)}})`;

function isCited(node: Variable, source: Variable): Expression {
  const one = variable("cited");
  const own = cy`${one} STARTS WITH ${source}.stem + ':' AND NOT substring(${one}, size(${source}.stem) + 1) CONTAINS ':'`;
  return cy`any(${one} IN ${node}.sources WHERE ${own})`;
}

export const cited: Filter<"cited"> = {
  step: ({ document }, { node, kind }) => {
    const source = variable("source");
    return {
      clauses: [match(documentOf(source, document)), match(nodeOf(node, kind), isCited(node, source))],
    };
  },
  holds: ({ document }, { node }) => {
    const source = variable("source");
    return cy`EXISTS ${query(match(documentOf(source, document), isCited(node, source)))}`;
  },
};
