// Copies trees with other variables and parameters in their place: how a question file enters a statement, and how
// clauses enter it a second time.
import { type Clause, type Expression, type Parameter, type Query, type Variable, variable } from "./tree.ts";
import { boundWithin } from "./walk.ts";

export interface Renaming {
  readonly variable: (one: Variable) => Variable;
  readonly parameter?: (one: Parameter) => Parameter | Variable;
}

/** Copies an expression. */
export function copyExpression(value: Expression, renaming: Renaming): Expression {
  return {
    is: "expression",
    pieces: value.pieces.map((piece) => {
      if (typeof piece === "string") return piece;
      if (piece.is === "variable") return renaming.variable(piece);
      if (piece.is === "parameter") return renaming.parameter?.(piece) ?? piece;
      return copyQuery(piece, renaming);
    }),
    locals: value.locals.map(renaming.variable),
  };
}

function copyClause(clause: Clause, renaming: Renaming): Clause {
  const one = (value: Expression): Expression => copyExpression(value, renaming);
  const perhaps = (value: Expression | undefined): Expression | undefined =>
    value === undefined ? value : one(value);
  if (clause.is === "match") return { ...clause, pattern: one(clause.pattern), where: perhaps(clause.where) };
  if (clause.is === "unwind") return { ...clause, list: one(clause.list), as: renaming.variable(clause.as) };
  if (clause.is === "call")
    return {
      ...clause,
      imports: clause.imports.map(renaming.variable),
      query: copyQuery(clause.query, renaming),
    };
  return {
    ...clause,
    items: clause.items.map(({ value, as }) => ({
      value: one(value),
      as: typeof as === "string" ? as : renaming.variable(as),
    })),
    order: clause.order.map((sort) => ({ ...sort, value: one(sort.value) })),
    skip: perhaps(clause.skip),
    limit: perhaps(clause.limit),
    where: perhaps(clause.where),
  };
}

/** Copies clauses. */
export const copyClauses = (clauses: readonly Clause[], renaming: Renaming): Clause[] =>
  clauses.map((clause) => copyClause(clause, renaming));

/** Copies a query. */
export const copyQuery = (query: Query, renaming: Renaming): Query => ({
  ...query,
  branches: query.branches.map((branch) => copyClauses(branch, renaming)),
});

/**
 * The clauses once more, with variables of their own for what they bind: the embedded engine confuses equal ones of
 * neighbouring subqueries.
 * @param kept variables that stay what they are
 */
export function again(clauses: readonly Clause[], kept: ReadonlySet<Variable>): Clause[] {
  const bound = boundWithin(clauses);
  const fresh = new Map<Variable, Variable>();
  return copyClauses(clauses, {
    variable: (one) => {
      if (kept.has(one) || !bound.has(one)) return one;
      const known = fresh.get(one) ?? variable(one.hint);
      fresh.set(one, known);
      return known;
    },
  });
}
