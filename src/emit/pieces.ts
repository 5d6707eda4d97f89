// A request's own statement cut into pieces: what some of its root fields ask, apart from the others. A heavy request
// is asked piece by piece, so that others get their turn in between, and neither its answer nor what the engine needs
// for it is there all at once.
import { copyClauses, copyExpression } from "../cypher/copy.ts";
import { type Call, type Clause, type Expression, give, item, query, type Variable } from "../cypher/tree.ts";
import { eachPiece } from "../cypher/walk.ts";
import type { Piece } from "../run/step.ts";
import { statementOf } from "./statement.ts";

/** A column of the statement: its key, and what it holds. */
interface Column {
  readonly key: string;
  readonly value: Expression;
}

/** What is asked together, since one needs the other. */
interface Group {
  readonly calls: ReadonlySet<Call>;
  readonly columns: readonly Column[];
}

/** The variables that come out of a CALL. */
const given = ({ query: { branches } }: Call): readonly (Variable | string)[] => {
  const last = branches[0]?.at(-1);
  return last?.is === "return" ? last.items.map(({ as }) => as) : [];
};

/** The calls that an expression needs: those that give its variables, and those that these need. */
function neededBy(value: Expression, givenBy: ReadonlyMap<Variable | string, Call>): Set<Call> {
  const needed = new Set<Call>();
  const need = (one: Variable): void => {
    const from = givenBy.get(one);
    if (from === undefined || needed.has(from)) return;
    needed.add(from);
    from.imports.forEach(need);
  };
  eachPiece(value, (piece) => {
    if (typeof piece === "object" && piece.is === "variable") need(piece);
  });
  return needed;
}

/** The columns by what they need: no two groups need the same call. */
function groupsOf(calls: readonly Call[], columns: readonly Column[]): Group[] {
  const givenBy = new Map(calls.flatMap((one) => given(one).map((as) => [as, one] as const)));
  let groups: Group[] = [];
  for (const column of columns) {
    let whole: Group = { calls: neededBy(column.value, givenBy), columns: [column] };
    const others: Group[] = [];
    for (const group of groups) {
      if (![...group.calls].some((one) => whole.calls.has(one))) others.push(group);
      else
        whole = {
          calls: new Set([...group.calls, ...whole.calls]),
          columns: [...group.columns, ...whole.columns],
        };
    }
    groups = [...others, whole];
  }
  return groups;
}

/** A statement of its own for a group. Equal ones have the same text, whichever request they are of. */
function pieceOf(calls: readonly Call[], group: Group): Piece {
  const names = new Map<string, string>();
  const renaming = {
    variable: (one: Variable) => one,
    parameter: ({ is, name }: { readonly is: "parameter"; readonly name: string }) => {
      const known = names.get(name) ?? `p${names.size}`;
      names.set(name, known);
      return { is, name: known };
    },
  };
  const about = copyClauses(
    calls.filter((one) => group.calls.has(one)),
    renaming,
  );
  const columns = group.columns.map(({ value }, at) => item(copyExpression(value, renaming), `k${at}`));
  const { statement } = statementOf(query(...about, give(columns)));
  return {
    statement,
    parameters: [...names].map(([of, as]) => ({ of, as })),
    columns: group.columns.map(({ key }, at) => ({ of: key, as: `k${at}` })),
  };
}

/** The pieces of the statement that gives these columns after these clauses; undefined where it is one. */
export function piecesOf(clauses: readonly Clause[], columns: readonly Column[]): Piece[] | undefined {
  const calls = clauses.filter((one) => one.is === "call");
  if (calls.length < clauses.length || calls.length < 2) return undefined;
  const groups = groupsOf(calls, columns);
  // A call that no column needs may say whether there is an answer at all.
  const needed = new Set(groups.flatMap((group) => [...group.calls]));
  return groups.length < 2 || needed.size < calls.length
    ? undefined
    : groups.map((group) => pieceOf(calls, group));
}
