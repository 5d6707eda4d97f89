// A relation to one entity of which all properties are as given.
import { anyOf, cy, joined, name } from "../../cypher/template.ts";
import { type Expression, match, parameter, query, type Variable, variable } from "../../cypher/tree.ts";
import type { LeafOf } from "../../plan/conditions.ts";
import { arrow, nodeOf } from "../pattern.ts";
import { validityRank } from "../validity.ts";
import type { Filter } from "./step.ts";

function pathOf(
  { relation, way, of, properties }: LeafOf<"related">,
  node: Expression,
  link: Variable | undefined,
): Expression {
  const values = properties.map(({ property, value }) => cy`${name(property)}: ${parameter(value)}`);
  return cy`${node}${arrow(way, link, [relation])}(:${anyOf([of])} {${joined(values, ", ")}})`;
}

export const related: Filter<"related"> = {
  step: (condition, { node, kind, day }) => {
    const link = day === undefined ? undefined : variable("l");
    return {
      clauses: [match(pathOf(condition, nodeOf(node, kind), link))],
      // Several relations may lead to ends that are so.
      repeats: true,
      begins: true,
      ...(day === undefined || link === undefined ? {} : { ranks: [validityRank(link, day)] }),
    };
  },
  holds: (condition, { node }) => cy`EXISTS ${query(match(pathOf(condition, nodeOf(node), undefined)))}`,
};
