// Goes over trees: the expressions of a clause, the variables of an expression, what two trees have in common.
import type { Clause, Expression, Piece, Project, Query, Variable } from "./tree.ts";

/** The expressions of a clause itself, without those of its subqueries. */
export function expressionsOf(clause: Clause): readonly Expression[] {
  if (clause.is === "match")
    return clause.where === undefined ? [clause.pattern] : [clause.pattern, clause.where];
  if (clause.is === "unwind") return [clause.list];
  if (clause.is === "call") return [];
  return [
    ...clause.items.map((one) => one.value),
    ...clause.order.map((one) => one.value),
    ...endsOf(clause),
  ];
}

const endsOf = ({ skip, limit, where }: Project): Expression[] =>
  [skip, limit, where].filter((one) => one !== undefined);

/** Calls a function for each piece of a tree, however deep. */
export function eachPiece(tree: Expression | Query, visit: (piece: Piece) => void): void {
  if (tree.is === "expression") {
    for (const piece of tree.pieces) {
      visit(piece);
      if (typeof piece === "object" && piece.is === "query") eachPiece(piece, visit);
    }
    return;
  }
  for (const clause of tree.branches.flat()) {
    for (const one of expressionsOf(clause)) eachPiece(one, visit);
    if (clause.is === "call") eachPiece(clause.query, visit);
  }
}

/** Whether an expression says anything of a variable. */
export function mentions(value: Expression, one: Variable): boolean {
  let found = false;
  eachPiece(value, (piece) => {
    if (piece === one) found = true;
  });
  return found;
}

/** The names of the parameters of a tree, each once. */
export function parametersOf(tree: Query): string[] {
  const names = new Set<string>();
  eachPiece(tree, (piece) => {
    if (typeof piece === "object" && piece.is === "parameter") names.add(piece.name);
  });
  return [...names];
}

/** A text that two expressions have in common only where they are equal. */
export function identityOf(value: Expression): string {
  const texts = value.pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    if (piece.is === "variable") return `\u0000${piece.id}\u0000`;
    if (piece.is === "parameter") return `$${piece.name}`;
    throw new Error("a subquery is not compared");
  });
  return texts.join("");
}

/** The variables that clauses bind anywhere within, each once. */
export function boundWithin(clauses: readonly Clause[]): Set<Variable> {
  const bound = new Set<Variable>();
  const within = (some: readonly Clause[]): void => {
    for (const clause of some) {
      for (const one of expressionsOf(clause)) {
        for (const local of one.locals) bound.add(local);
        for (const piece of one.pieces) {
          if (typeof piece === "object" && piece.is === "query")
            for (const branch of piece.branches) within(branch);
          if (
            clause.is === "match" &&
            one === clause.pattern &&
            typeof piece === "object" &&
            piece.is === "variable"
          )
            bound.add(piece);
        }
      }
      if (clause.is === "unwind") bound.add(clause.as);
      if (clause.is === "with" || clause.is === "return")
        for (const { as } of clause.items) if (typeof as === "object") bound.add(as);
      if (clause.is === "call") for (const branch of clause.query.branches) within(branch);
    }
  };
  within(clauses);
  return bound;
}
