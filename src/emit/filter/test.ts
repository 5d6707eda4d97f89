// A property beside a value, by its type: dates are as precise as they are known, lists hold or do not.
import { cy, propertyOf } from "../../cypher/template.ts";
import { type Expression, parameter, type Variable, variable } from "../../cypher/tree.ts";
import type { LeafOf } from "../../plan/conditions.ts";
import { lookedAt } from "./step.ts";

type Test = LeafOf<"test">;

/** A date lies in a less precise one if it begins with it: 2021-06 in 2021. */
function testedDate({ operator, value }: Test, own: Expression): Expression {
  const given = parameter(value);
  const one = variable("d");
  switch (operator) {
    case "equals":
      return cy`${own} STARTS WITH ${given}`;
    case "in":
      return cy`any(${one} IN ${given} WHERE ${own} STARTS WITH ${one})`;
    case "atLeast":
      return cy`${own} >= ${given}`;
    default:
      // 2021 is not known to be 2021-06 or earlier.
      return cy`(${own} STARTS WITH ${given} OR (${own} < ${given} AND NOT ${given} STARTS WITH ${own}))`;
  }
}

function testedList({ operator, value }: Test, own: Expression): Expression {
  const [given, one] = [parameter(value), variable("x")];
  if (operator === "equals") return cy`${given} IN ${own}`;
  if (operator === "in") return cy`any(${one} IN ${own} WHERE ${one} IN ${given})`;
  return cy`any(${one} IN ${own} WHERE toLower(${one}) CONTAINS ${given})`;
}

/** The test as an expression; null where the property is not known. */
function tested(test: Test, holder: Variable): Expression {
  const own = propertyOf(holder, test.property);
  const given = parameter(test.value);
  if (test.operator === "isNull") {
    // An empty list is no value either.
    const unknown = test.type === "texts" ? cy`size(coalesce(${own}, [])) = 0` : cy`${own} IS NULL`;
    return cy`(${unknown}) = ${given}`;
  }
  if (test.type === "date") return testedDate(test, own);
  if (test.type === "texts") return testedList(test, own);
  switch (test.operator) {
    case "equals":
      return cy`${own} = ${given}`;
    case "in":
      return cy`${own} IN ${given}`;
    case "atLeast":
      return cy`${own} >= ${given}`;
    case "atMost":
      return cy`${own} <= ${given}`;
    case "contains":
      return cy`toLower(${own}) CONTAINS ${given}`;
  }
}

export const test = lookedAt<"test">((condition, { node }) => tested(condition, node));
