// The tree that every statement is built as: expressions made of pieces, and five sorts of clauses. Variables have an
// identity and no name: the printer names them. Knows neither GraphQL nor engines.

/** A variable. What is printed is its hint with a number, so that no two of a statement are ever confused. */
export interface Variable {
  readonly is: "variable";
  readonly hint: string;
  /** Tells variables apart where trees are compared. Not printed. */
  readonly id: number;
}

/** A parameter of the statement; its value never enters the tree. */
export interface Parameter {
  readonly is: "parameter";
  readonly name: string;
}

/** Text between variables and parameters: words of Cypher, names of the ontology, checked numbers. */
export type Piece = string | Variable | Parameter | Query;

/** An expression or a pattern. */
export interface Expression {
  readonly is: "expression";
  readonly pieces: readonly Piece[];
  /** Variables that the expression binds for itself, as a comprehension does. */
  readonly locals: readonly Variable[];
}

/** An expression under a name: a variable, or a column of the result. */
export interface Item {
  readonly value: Expression;
  readonly as: Variable | string;
}

export interface Sort {
  readonly value: Expression;
  readonly descending: boolean;
}

export interface Match {
  readonly is: "match";
  readonly optional: boolean;
  readonly pattern: Expression;
  readonly where?: Expression;
}

export interface Unwind {
  readonly is: "unwind";
  readonly list: Expression;
  readonly as: Variable;
}

/** WITH or RETURN: what of the rows goes on, in which order, how many, under which condition. */
export interface Project {
  readonly is: "with" | "return";
  readonly distinct: boolean;
  /** Whether all variables in scope go on beside the items. */
  readonly all: boolean;
  readonly items: readonly Item[];
  readonly order: readonly Sort[];
  readonly skip?: Expression;
  readonly limit?: Expression;
  readonly where?: Expression;
}

/** A subquery for each row, with the variables that it may see. */
export interface Call {
  readonly is: "call";
  readonly imports: readonly Variable[];
  readonly query: Query;
}

export type Clause = Match | Unwind | Project | Call;

/** Clauses, or several branches of them under UNION. */
export interface Query {
  readonly is: "query";
  readonly branches: readonly (readonly Clause[])[];
  /** Whether branches keep equal rows (UNION ALL). */
  readonly keepEqual: boolean;
}

let made = 0;

export const variable = (hint: string): Variable => ({ is: "variable", hint, id: made++ });

export const parameter = (name: string): Parameter => ({ is: "parameter", name });

export const expression = (pieces: readonly Piece[], locals: readonly Variable[] = []): Expression => ({
  is: "expression",
  pieces,
  locals,
});

/** What stands for an expression where one is wanted. */
export type Value = Expression | Variable | Parameter;

export const asExpression = (value: Value): Expression =>
  value.is === "expression" ? value : expression([value]);

export const query = (...clauses: readonly Clause[]): Query => ({
  is: "query",
  branches: [clauses],
  keepEqual: false,
});

/** Branches under UNION: equal rows are one. */
export const union = (branches: readonly (readonly Clause[])[]): Query => ({
  is: "query",
  branches,
  keepEqual: false,
});

export const match = (pattern: Expression, where?: Expression): Match => ({
  is: "match",
  optional: false,
  pattern,
  where,
});

export const unwind = (list: Value, as: Variable): Unwind => ({ is: "unwind", list: asExpression(list), as });

export const call = (imports: readonly Variable[], ...clauses: readonly Clause[]): Call => ({
  is: "call",
  imports,
  query: query(...clauses),
});

/** What goes under which name: a variable that stays what it is needs no other. */
export const item = (value: Value, as?: Variable | string): Item => {
  if (as !== undefined) return { value: asExpression(value), as };
  if (value.is !== "variable") throw new Error("an expression needs a name");
  return { value: asExpression(value), as: value };
};

type Options = Partial<Pick<Project, "distinct" | "order" | "limit" | "where" | "skip">>;

const project =
  (is: Project["is"]) =>
  (items: readonly (Item | Variable)[], options: Options = {}): Project => ({
    is,
    all: false,
    distinct: false,
    order: [],
    ...options,
    items: items.map((one) => ("value" in one ? one : item(one))),
  });

/** WITH: what goes on. */
export const pass = project("with");

/** RETURN: what comes out. */
export const give = project("return");

/** Whether an expression is one variable and nothing else. */
export function isVariable(value: Expression, one?: Variable): boolean {
  const [only] = value.pieces;
  if (value.pieces.length !== 1 || typeof only !== "object" || only.is !== "variable") return false;
  return one === undefined || only === one;
}
