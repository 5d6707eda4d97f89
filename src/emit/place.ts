// Puts a question file into a statement: its variables become variables of their own, but for those that are there
// already, and its parameters those that its arguments are bound to.

import { copyClauses, copyExpression, type Renaming } from "../cypher/copy.ts";
import {
  type Clause,
  type Expression,
  type Item,
  isVariable,
  item,
  parameter,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { QuestionUse } from "../plan/plan-field.ts";
import type { Key } from "./order.ts";

export interface PlacedColumn {
  readonly variable: Variable;
  readonly value: Expression;
}

/** A question at its place in a statement. */
export interface Placed {
  readonly parts: readonly (readonly Clause[])[];
  readonly body: readonly Clause[];
  readonly details: readonly Clause[];
  readonly columns: ReadonlyMap<string, PlacedColumn>;
  readonly order: readonly Omit<Key, "isTie">[];
  /** An expression of the question at this place. */
  readonly placed: (value: Expression) => Expression;
}

/**
 * Places a question.
 * @param fixed variables of the statement, by the names that the question gives them
 */
export function place(
  { question, parameters }: QuestionUse,
  fixed: Readonly<Record<string, Variable | undefined>>,
): Placed {
  const own = new Map<Variable, Variable>();
  for (const [name, one] of question.variables) {
    const known = fixed[name];
    if (known !== undefined) own.set(one, known);
  }
  const renaming: Renaming = {
    variable: (one) => {
      const known = own.get(one) ?? variable(one.hint);
      own.set(one, known);
      return known;
    },
    parameter: ({ name }) => parameter(parameters.get(name) ?? name),
  };
  const parts = question.parts.map((part) => copyClauses(part, renaming));
  const columns = [...question.columns].map(([name, column]): readonly [string, PlacedColumn] => [
    name,
    { variable: renaming.variable(column.variable), value: copyExpression(column.value, renaming) },
  ]);
  return {
    parts,
    body: parts.flat(),
    details: copyClauses(question.details, renaming),
    columns: new Map(columns),
    order: question.order.map(({ value, descending, nullable }) => ({
      value: copyExpression(value, renaming),
      descending,
      nullable,
    })),
    placed: (value) => copyExpression(value, renaming),
  };
}

/** A column under its name, to carry on. */
export const columnItem = ({ variable: as, value }: PlacedColumn): Item =>
  isVariable(value, as) ? item(as) : item(value, as);
