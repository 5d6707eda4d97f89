// The one rule of what held when: a relation, whose beginning and end are days as the loader derived them, against
// the last day of `asOf`.
import { cy, joined, propertyOf, quoted } from "../cypher/template.ts";
import {
  type Clause,
  type Expression,
  expression,
  isVariable,
  item,
  type Parameter,
  parameter,
  pass,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import { relationOf, relationTypes } from "../ontology/model.ts";
import type { AsOf } from "../plan/page-nodes.ts";

/** Ranks of validity, the better the lower. */
const ranks = ["VALID", "UNKNOWN", "ENDED", "NOT_YET"] as const;

/** Types whose relations hold at any date where sources do not date them: the order of wholes and parts. */
const undated = quoted(relationTypes.filter((type) => relationOf(type).holdsUndated === true));

/**
 * The rank of the relation in a variable on a day: 0 valid, 1 unknown, 2 ended, 3 not yet begun. Most are valid, and
 * what has certainly begun and not ended is neither of the others: so they are asked for the fewest days first.
 */
export const validityRank = (edge: Variable, day: Parameter): Expression =>
  cy`CASE WHEN ${edge}.startLatest <= ${day} AND coalesce(${edge}.endEarliest >= ${day}, true) AND NOT ${edge}.status IN ['TARGET', 'FORECAST'] THEN 0 WHEN ${edge}.startEarliest > ${day} THEN 3 WHEN ${edge}.endLatest < ${day} THEN 2 ELSE 1 END`;

/** The rank of one relation of a chain. An undated one that is the order of wholes and parts counts as valid. */
export const linkRank = (edge: Variable, day: Parameter): Expression =>
  cy`CASE WHEN type(${edge}) IN ${undated} AND ${edge}.startLatest IS NULL AND ${edge}.endLatest IS NULL THEN 0 ELSE ${validityRank(edge, day)} END`;

/** The rank of a chain of relations, a list in a variable: that of its worst. */
export function chainRank(edges: Variable, day: Parameter): Expression {
  const edge = variable("step");
  return worstIn(cy`[${edge} IN ${edges} | ${linkRank(edge, day)}]`);
}

/** The rank of an entity by when it was founded. */
export const foundedRank = (node: Variable, day: Parameter): Expression =>
  cy`CASE WHEN ${node}.founded > ${day} THEN 3 WHEN ${node}.foundedBy <= ${day} THEN 0 ELSE 1 END`;

/** The worst of a list of ranks. */
function worstIn(list: Expression): Expression {
  const [worst, one] = [variable("worst"), variable("rank")];
  return cy`reduce(${worst} = 0, ${one} IN ${list} | CASE WHEN ${one} > ${worst} THEN ${one} ELSE ${worst} END)`;
}

/** The worst of several ranks. Of variables it is taken without a list: that is made for every row. */
export function worstOf(some: readonly Expression[]): Expression {
  const [only] = some;
  if (some.length === 1 && only !== undefined) return only;
  const plain = some.filter((rank) => isVariable(rank));
  if (some.length > 1 && some.length <= 3 && plain.length >= some.length - 1) {
    const others = some.filter((rank) => !plain.includes(rank));
    return [...plain, ...others].reduce(
      (worst, rank) => cy`CASE WHEN ${worst} > ${rank} THEN ${worst} ELSE ${rank} END`,
    );
  }
  return worstIn(cy`[${joined(some, ", ")}]`);
}

/** The name of a rank, for the API. */
export const validityName = (rank: Expression | Variable): Expression =>
  cy`${expression([`[${ranks.map((one) => `'${one}'`).join(", ")}]`])}[${rank}]`;

/** The parameter that holds the day. */
export const dayOf = ({ day }: AsOf): Parameter => parameter(day);

/** The condition under which a row of a rank is listed. */
export const isKept = ({ certain }: AsOf, rank: Variable): Expression => cy`${rank} <= ${certain ? 0 : 1}`;

/**
 * The clause that keeps the rows of a rank, bound to a variable: its name is for those only that are told.
 * @param isRepeated whether filters may bind a row several times: then the way that holds best counts
 */
export function keep(
  asOf: AsOf,
  rank: Expression,
  carried: readonly Variable[],
  validity: Variable,
  isRepeated: boolean,
  more?: Expression,
): Clause {
  const kept = isKept(asOf, validity);
  return pass([...carried, item(isRepeated ? cy`min(${rank})` : rank, validity)], {
    where: more === undefined ? kept : cy`${kept} AND ${more}`,
  });
}

/** The condition that what may have a founding date was not certainly founded later. */
export const notLater = (node: Variable, day: Parameter): Expression =>
  cy`NOT coalesce(${propertyOf(node, "founded")} > ${day}, false)`;
