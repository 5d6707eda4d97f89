// Orders and the pages behind a cursor, as expressions. Absent values sort last in both directions, and first in an
// order that is turned round.
import { cy, joined } from "../cypher/template.ts";
import { type Expression, parameter, type Sort } from "../cypher/tree.ts";

/** One key of an order. */
export interface Key {
  readonly value: Expression;
  readonly descending: boolean;
  readonly nullable: boolean;
  /** Whether absent values come first: in an order turned round. */
  readonly nullsFirst?: boolean;
  /** Whether it is the id of a relation, which only tells rows of one node apart. */
  readonly isTie: boolean;
}

/** What to sort by. */
export const sortsOf = (keys: readonly Omit<Key, "isTie">[]): Sort[] =>
  keys.flatMap(({ value, descending, nullable, nullsFirst }) => [
    ...(nullable ? [{ value: cy`${value} IS NULL`, descending: nullsFirst === true }] : []),
    { value, descending },
  ]);

/** The same order, turned round. */
export const turned = (keys: readonly Key[]): Key[] =>
  keys.map((key) => ({ ...key, descending: !key.descending, nullsFirst: key.nullsFirst !== true }));

/**
 * The condition that a row comes after the one whose keys are bound to parameters.
 * @param absent which of those values are null: they have another form
 */
export function isAfter(
  keys: readonly Key[],
  parameters: readonly string[],
  absent: readonly boolean[],
): Expression {
  const bound = (index: number) => parameter(parameters[index] ?? "");
  const equal = ({ value }: Key, index: number): Expression =>
    absent[index] ? cy`${value} IS NULL` : cy`${value} = ${bound(index)}`;
  const alternatives = keys.flatMap((key, index) => {
    const { value, nullsFirst = false } = key;
    if (absent[index] && !nullsFirst) return [];
    const compared = key.descending ? cy`${value} < ${bound(index)}` : cy`${value} > ${bound(index)}`;
    const beyond = absent[index] ? cy`${value} IS NOT NULL` : compared;
    const here = key.nullable && !nullsFirst ? cy`(${beyond} OR ${value} IS NULL)` : beyond;
    return [cy`(${joined([...keys.slice(0, index).map(equal), here], " AND ")})`];
  });
  return alternatives.length === 0 ? cy`false` : joined(alternatives, " OR ");
}
