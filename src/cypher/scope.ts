// Which variables are in scope where, and the check that no clause uses another: a variable that was not carried
// along, or not imported, is found when a statement is built and not when an engine refuses it.
import type { Clause, Expression, Project, Query, Variable } from "./tree.ts";

interface Scope {
  readonly known: ReadonlySet<Variable>;
  /** What the CALL around imports: no WITH takes that out of scope. */
  readonly imported: ReadonlySet<Variable>;
  /** Variables around a subquery that it does not import: it may not bind them anew, since that is a mistake. */
  readonly hidden: ReadonlySet<Variable>;
}

const knowing = (scope: Scope, more: Iterable<Variable>): Scope => ({
  ...scope,
  known: new Set([...scope.known, ...more]),
});

/** Checks an expression; gives the variables of the scope that it does not know, for patterns to bind. */
function unknownOf(value: Expression, scope: Scope): Variable[] {
  const locals = new Set(value.locals);
  const unknown: Variable[] = [];
  for (const piece of value.pieces) {
    if (typeof piece === "string" || piece.is === "parameter") continue;
    if (piece.is === "query") checkQuery(piece, knowing(scope, locals), true);
    else if (!scope.known.has(piece) && !locals.has(piece)) unknown.push(piece);
  }
  return unknown;
}

function check(value: Expression | undefined, scope: Scope, where: string): void {
  if (value === undefined) return;
  const [unknown] = unknownOf(value, scope);
  if (unknown !== undefined) throw new Error(`the variable ${unknown.hint} is not in scope in ${where}`);
}

function project(clause: Project, scope: Scope): Scope {
  for (const { value } of clause.items) check(value, scope, clause.is.toUpperCase());
  const named = clause.items.flatMap(({ as }) => (typeof as === "string" ? [] : [as]));
  const next = new Set([...(clause.all ? scope.known : scope.imported), ...named]);
  const both = knowing(scope, named);
  for (const { value } of clause.order) check(value, both, "ORDER BY");
  check(clause.where, both, "WHERE");
  return { ...scope, known: next };
}

function through(clause: Clause, scope: Scope): Scope {
  if (clause.is === "match") {
    const bound = unknownOf(clause.pattern, scope);
    for (const one of bound)
      if (scope.hidden.has(one))
        throw new Error(`${one.hint} is bound anew in a CALL that does not import it`);
    const next = knowing(scope, bound);
    check(clause.where, next, "WHERE");
    return next;
  }
  if (clause.is === "unwind") {
    check(clause.list, scope, "UNWIND");
    return knowing(scope, [clause.as]);
  }
  if (clause.is !== "call") return project(clause, scope);
  for (const one of clause.imports)
    if (!scope.known.has(one)) throw new Error(`CALL imports ${one.hint}, which is not in scope`);
  const known = new Set(clause.imports);
  const hidden = new Set([...scope.known, ...scope.hidden].filter((one) => !known.has(one)));
  const given = checkQuery(clause.query, { known, imported: known, hidden }, false);
  for (const one of given)
    if (scope.known.has(one)) throw new Error(`CALL gives ${one.hint}, which is there already`);
  return knowing(scope, given);
}

function checkQuery({ branches }: Query, imports: Scope, isCondition: boolean): ReadonlySet<Variable> {
  const given = branches.map((branch) => {
    let scope = imports;
    for (const clause of branch) scope = through(clause, scope);
    if (!isCondition && branch.at(-1)?.is !== "return") throw new Error("a subquery ends in RETURN");
    return new Set([...scope.known].filter((one) => !scope.imported.has(one)));
  });
  return given[0] ?? new Set();
}

/** @throws Error where a clause uses a variable that is not in scope: a mistake of who built the tree. */
export function checkScopes(statement: Query): void {
  checkQuery(statement, { known: new Set(), imported: new Set(), hidden: new Set() }, false);
}
