// Shapes that the embedded engine answers wrongly, in silence, beyond 2,048 rows: what reads the rows of a CALL as one
// chunk. Statements are written another way there: a cut between the CALL and what reads it. See docs/engine-faults.
import { type Call, type Clause, expression, type Match, type Query, unwind, variable } from "./tree.ts";

const aggregate = /\b(?:count|collect|sum|avg|min|max|percentileCont|percentileDisc|stDev)\(/;

/** Whether a CALL may give many rows for one of those around it: one that only aggregates gives one. */
function givesMany({ query }: Call): boolean {
  if (query.branches.length > 1) return true;
  const last = query.branches[0]?.at(-1);
  if (last?.is !== "return") return true;
  return !last.items.every(({ value }) =>
    value.pieces.some((piece) => typeof piece === "string" && aggregate.test(piece)),
  );
}

/** Whether a MATCH only looks again at a node that is bound: one with a hop, or optional, cuts the rows anew. */
function looksAgain({ optional, pattern }: Match): boolean {
  return !optional && !pattern.pieces.some((piece) => typeof piece === "string" && /[-,]/.test(piece));
}

type Effect = "cuts" | "passes" | "reads";

/** What a clause does with chunks that it is given. */
function effectOf(clause: Clause): Effect {
  if (clause.is === "match") return looksAgain(clause) ? "reads" : "cuts";
  if (clause.is === "unwind" || clause.is === "call") return "cuts";
  if (
    clause.items.some(({ value }) =>
      value.pieces.some((piece) => typeof piece === "string" && aggregate.test(piece)),
    )
  )
    return "cuts";
  if (clause.distinct || clause.where !== undefined) return "reads";
  return clause.order.length > 0 ? "cuts" : "passes";
}

/** Whether what follows a CALL reads its rows before anything has cut them anew. */
function isRead(following: readonly Clause[], endIsRead: boolean): boolean {
  for (const clause of following) {
    const effect = effectOf(clause);
    if (effect !== "passes") return effect === "reads";
  }
  return endIsRead;
}

function cutClauses(clauses: readonly Clause[], endIsRead: boolean): Clause[] {
  return clauses.flatMap((clause, index): Clause[] => {
    if (clause.is !== "call") return [clause];
    const inner = { ...clause, query: cutQuery(clause.query) };
    const read = givesMany(clause) && isRead(clauses.slice(index + 1), endIsRead);
    return read ? [inner, unwind(expression(["[0]"]), variable("cut"))] : [inner];
  });
}

/** A query of which no clause reads the rows of a CALL as they come: a cut stands between the two. */
export function cutQuery(query: Query): Query {
  // Equal rows of branches are told apart by what reads their ends.
  const endIsRead = query.branches.length > 1 && !query.keepEqual;
  return { ...query, branches: query.branches.map((branch) => cutClauses(branch, endIsRead)) };
}
