// A figure of a metric about the entity, within bounds; or that there is none.
import { cy, joined, propertyOf } from "../../cypher/template.ts";
import { type Expression, match, parameter, query, variable } from "../../cypher/tree.ts";
import { figureKind, figureRelation } from "../../ontology/model.ts";
import { arrow, nodeOf } from "../pattern.ts";
import { lookedAt } from "./step.ts";

export const figure = lookedAt<"figure">((condition, { node }) => {
  const one = variable("o");
  const of = (property: string): Expression => propertyOf(one, property);
  const { metric, atLeast, atMost, unit, start, end, statuses, known } = condition;
  const wanted = [
    cy`${of("metric")} = ${parameter(metric)}`,
    // A figure that is a bound itself is known to be beyond another only on its own side.
    ...(atLeast === undefined
      ? []
      : [cy`${of("comparedValue")} >= ${parameter(atLeast)} AND ${of("bound")} IN ['EXACT', 'AT_LEAST']`]),
    ...(atMost === undefined
      ? []
      : [cy`${of("comparedValue")} <= ${parameter(atMost)} AND ${of("bound")} IN ['EXACT', 'AT_MOST']`]),
    ...(unit === undefined ? [] : [cy`${of("comparedUnit")} = ${parameter(unit)}`]),
    ...(start === undefined || end === undefined
      ? []
      : [cy`${of("periodStart")} >= ${parameter(start)} AND ${of("periodEnd")} <= ${parameter(end)}`]),
    cy`${of("status")} IN ${parameter(statuses)}`,
  ];
  const pattern = cy`(${node})${arrow("in", undefined, [figureRelation])}${nodeOf(one, figureKind)}`;
  const found = cy`EXISTS ${query(match(pattern, joined(wanted, " AND ")))}`;
  return known ? found : cy`NOT ${found}`;
});
