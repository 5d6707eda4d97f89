// Shapes that the embedded engine answers wrongly, in silence. A CALL hands on all rows that it finds for one outer row
// as a single chunk, of any size, and the engine's chunks are meant to hold 2,048: DISTINCT and UNION keep the first
// 2,048 rows of a larger one, and a filter fails beyond 65,536. So such rows are cut anew, by an UNWIND over a list of
// one; what is written by hand says so itself (`uncut.ts` tells where it does not). And names that stand
// for a relation first and a node after it: those are refused. See docs/engine-faults.
import { type Token, tokenise } from "./tokens.ts";
import { type Call, type Clause, expression, type Item, type Query, unwind, variable } from "./tree.ts";

const aggregate = /\b(?:count|collect|sum|avg|min|max|percentileCont|percentileDisc|stDev)\(/;

/** Whether a value is made of all rows: an aggregate stands in it. */
const isAggregated = ({ value }: Item): boolean =>
  value.pieces.some((piece) => typeof piece === "string" && aggregate.test(piece));

/** Whether a CALL may give many rows for one of those around it: one that only aggregates gives one. */
function givesMany({ query }: Call): boolean {
  if (query.branches.length > 1) return true;
  const last = query.branches[0]?.at(-1);
  if (last?.is !== "return") return true;
  return !last.items.every(isAggregated);
}

/**
 * Whether what follows a CALL takes its rows whole: it cuts or gathers them, or gives them to the query around. All
 * else reads them as they come, or may do so by a condition that the engine's planner moves there.
 */
function takesWhole([next, ...rest]: readonly Clause[], inUnion: boolean): boolean {
  if (next === undefined || next.is === "match" || next.is === "call") return false;
  if (next.is === "unwind") return true;
  if (next.distinct) return false;
  return next.items.some(isAggregated) || (next.is === "return" && rest.length === 0 && !inUnion);
}

function cutClauses(clauses: readonly Clause[], inUnion: boolean): Clause[] {
  return clauses.flatMap((clause, index): Clause[] => {
    if (clause.is !== "call") return [clause];
    const inner = { ...clause, query: cutQuery(clause.query) };
    if (!givesMany(clause) || takesWhole(clauses.slice(index + 1), inUnion)) return [inner];
    return [inner, unwind(expression(["[0]"]), variable("cut"))];
  });
}

/** A query of which no clause reads the rows of a CALL as they come: a cut stands between the two. */
export function cutQuery(query: Query): Query {
  const inUnion = query.branches.length > 1;
  return { ...query, branches: query.branches.map((branch) => cutClauses(branch, inUnion)) };
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
