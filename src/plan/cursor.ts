// Cursors: the keys of a row in an order, with a mark of the list and the order that they were made for.
import { IndustryGraphError } from "../errors.ts";
import type { Json } from "../store/port.ts";
import type { OrderKey } from "./page-nodes.ts";

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

/** The arguments that take a cursor: rows come after it, or before it. */
export const cursorArguments = ["after", "before"] as const;
export type CursorArgument = (typeof cursorArguments)[number];

/** The parts of a cursor. @throws IndustryGraphError BAD_CURSOR where it is none of ours */
export function readCursor(argument: CursorArgument, cursor: string): { mark: string; values: Json[] } {
  const decoded = decodeCursor(cursor);
  if (decoded !== undefined) return decoded;
  throw new IndustryGraphError(
    "BAD_CURSOR",
    `\`${argument}\` is not a cursor: pass pageInfo.${argument === "after" ? "endCursor" : "startCursor"} or an edge's cursor.`,
  );
}

/**
 * The key values of a cursor made for this list and order.
 * @throws IndustryGraphError BAD_CURSOR where it is no cursor, or one of another order.
 */
export function cursorValues(
  argument: CursorArgument,
  cursor: string,
  mark: string,
  keys: readonly OrderKey[],
): Json[] {
  const decoded = readCursor(argument, cursor);
  const fits =
    decoded.values.length === keys.length &&
    keys.every((key, index) => key.nullable || decoded.values[index] !== null);
  if (decoded.mark !== mark || !fits) {
    throw new IndustryGraphError(
      "BAD_CURSOR",
      `\`${argument}\` is a cursor of another list, filter or order: keep all arguments but \`first\`, \`last\`, \`after\` and \`before\` the same from page to page.`,
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
