// A figure of a metric about the entity, within bounds; or that there is none.
import { cy, joined, propertyOf } from "../../cypher/template.ts";
import {
  type Expression,
  match,
  parameter,
  pass,
  query,
  type Variable,
  variable,
} from "../../cypher/tree.ts";
import { figureKind, figureRelation } from "../../ontology/model.ts";
import type { LeafOf } from "../../plan/conditions.ts";
import { arrow, nodeOf } from "../pattern.ts";
import { type Filter, lookedAt } from "./step.ts";

/** What is asked of the figure itself. */
function asked(condition: LeafOf<"figure">, one: Variable): Expression {
  const of = (property: string): Expression => propertyOf(one, property);
  const { metric, atLeast, atMost, unit, start, end, statuses } = condition;
  const wanted = [
    cy`${of("metric")} = ${parameter(metric)}`,
    // A figure that is a bound itself is known to be beyond another only on its own side.
    ...(atLeast === undefined
      ? []
      : [cy`${of("comparedValue")} >= ${parameter(atLeast)} AND ${of("bound")} IN ['EXACT', 'AT_LEAST']`]),
    ...(atMost === undefined
      ? []
      : [cy`${of("comparedValue")} <= ${parameter(atMost)} AND ${of("bound")} IN ['EXACT', 'AT_MOST']`]),
    ...(unit === undefined ? [] : [cy`${of("comparedUnit")} IN ${parameter(unit)}`]),
    ...(start === undefined || end === undefined
      ? []
      : [cy`${of("periodStart")} >= ${parameter(start)} AND ${of("periodEnd")} <= ${parameter(end)}`]),
    cy`${of("status")} IN ${parameter(statuses)}`,
  ];
  return joined(wanted, " AND ");
}

const looked = lookedAt<"figure">((condition, { node }) => {
  const one = variable("o");
  const pattern = cy`(${node})${arrow("in", undefined, [figureRelation])}${nodeOf(one, figureKind)}`;
  const found = cy`EXISTS ${query(match(pattern, asked(condition, one)))}`;
  return condition.known ? found : cy`NOT ${found}`;
});

export const figure: Filter<"figure"> = {
  holds: looked.holds,
  step: (condition, filtered, isFirst) => {
    const { node, kind, isBound } = filtered;
    if (!condition.known || !isFirst || isBound) return looked.step(condition, filtered, isFirst);
    // The figures of one metric are fewer than the entities of a kind.
    const one = variable("o");
    return {
      begins: true,
      clauses: [
        match(nodeOf(one, figureKind), asked(condition, one)),
        match(cy`${nodeOf(node, kind)}${arrow("in", undefined, [figureRelation])}(${one})`),
        pass([node], { distinct: true }),
      ],
    };
  },
};
