// Shapes that the embedded engine answers wrongly, in silence. Beyond 2,048 rows: what reads the rows of a CALL as one
// chunk; statements are written another way there, with a cut between the CALL and what reads it. And names that stand
// for a relation first and a node after it: those are refused. See docs/engine-faults.
import { type Token, tokenise } from "./tokens.ts";
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

const isSpace = ({ kind }: Token): boolean => kind === "space" || kind === "comment";

/**
 * The names in a text that stand for a relation first and for a node after it. The embedded engine goes on taking what
 * such a name holds for a relation, in whatever scope: properties of the node are null, in silence. See docs/engine-faults.
 */
export function relationsThenNodes(cypher: string): string[] {
  const tokens = tokenise(cypher).filter((token) => !isSpace(token));
  const relations = new Set<string>();
  const wrong = new Set<string>();
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== "word") continue;
    const [first, second] = [tokens[index - 2], tokens[index - 1]];
    if (second?.text === "[" && first?.text === "-") relations.add(text);
    // A pattern begins after MATCH or a sign; what comes after another word is what a function is given.
    const begins = first !== undefined && (first.kind === "sign" || first.text === "MATCH");
    const ends = /^[):{]$/.test(tokens[index + 1]?.text ?? "");
    if (second?.text === "(" && begins && ends && relations.has(text)) wrong.add(text);
  }
  return [...wrong];
}
