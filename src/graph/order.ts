// Orders and cursors: what a page is sorted by, where the next one begins. Paging is by key, never by offset.
import { createHash } from "node:crypto";
import { IndustryGraphError } from "../errors.ts";
import type { Json } from "../store/port.ts";

/** One key of an order. Absent values sort last in both directions. */
export interface OrderKey {
  readonly expression: string;
  readonly descending: boolean;
  readonly nullable: boolean;
}

/** The text after ORDER BY. */
export function orderBy(keys: readonly OrderKey[]): string {
  return keys
    .flatMap((key) => [
      ...(key.nullable ? [`${key.expression} IS NULL`] : []),
      `${key.expression}${key.descending ? " DESC" : ""}`,
    ])
    .join(", ");
}

/**
 * The condition that a row comes after the one whose keys are bound to `parameters`.
 * `absent` tells which of those values are null: they have another form.
 */
export function afterCondition(
  keys: readonly OrderKey[],
  parameters: readonly string[],
  absent: readonly boolean[],
): string {
  const equal = (index: number): string =>
    absent[index]
      ? `${keys[index]?.expression} IS NULL`
      : `${keys[index]?.expression} = $${parameters[index]}`;
  const alternatives = keys.flatMap((key, index) => {
    if (absent[index]) return [];
    const beyond = `${key.expression} ${key.descending ? "<" : ">"} $${parameters[index]}`;
    const here = key.nullable ? `(${beyond} OR ${key.expression} IS NULL)` : beyond;
    return [[...keys.slice(0, index).map((_, before) => equal(before)), here].join(" AND ")];
  });
  return alternatives.length === 0 ? "false" : alternatives.map((one) => `(${one})`).join(" OR ");
}

/**
 * A short mark of a field and its order, kept in its cursors so that they are refused under another. Where in the
 * statement the rows are bound does not matter: the numbers of variables are left out.
 */
export function orderMark(field: string, keys: readonly OrderKey[]): string {
  const order = orderBy(keys).replace(/(?<![.\w])([A-Za-z]+)_?\d+\b/g, "$1");
  return createHash("sha256").update(`${field} ${order}`).digest("base64url").slice(0, 6);
}

/** The cursor of a row: its order's mark and the values of its keys. */
export function encodeCursor(mark: string, values: readonly Json[]): string {
  return Buffer.from(JSON.stringify([mark, ...values])).toString("base64url");
}

/** The mark and key values of a cursor, or undefined where it is none of ours. */
export function decodeCursor(cursor: string): { mark: string; values: Json[] } | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parsed) || typeof parsed[0] !== "string") return undefined;
    const values = parsed.slice(1) as Json[];
    return values.every((value) => value === null || typeof value !== "object")
      ? { mark: parsed[0], values }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The key values of a cursor made for this field and order.
 * @throws IndustryGraphError BAD_CURSOR where it is no cursor, or one of another order.
 */
export function cursorValues(cursor: string, field: string, keys: readonly OrderKey[]): Json[] {
  const decoded = decodeCursor(cursor);
  if (decoded === undefined) {
    throw new IndustryGraphError(
      "BAD_CURSOR",
      "`after` is not a cursor: pass pageInfo.endCursor or an edge's cursor.",
    );
  }
  const fits =
    decoded.values.length === keys.length &&
    keys.every((key, index) => key.nullable || decoded.values[index] !== null);
  if (decoded.mark !== orderMark(field, keys) || !fits) {
    throw new IndustryGraphError(
      "BAD_CURSOR",
      "`after` is a cursor of another list or order: keep orderBy and the field the same from page to page.",
    );
  }
  return decoded.values;
}

/** Which key values of a cursor are null: what of it shapes a statement. */
export function cursorForm(cursor: string): string {
  return (
    decodeCursor(cursor)
      ?.values.map((value) => (value === null ? "0" : "1"))
      .join("") ?? "x"
  );
}
