// Orders: from `orderBy`, or from a question file, to keys that tell any two rows apart.
import { createHash } from "node:crypto";
import { IndustryGraphError } from "../errors.ts";
import type { OrderTerm } from "../questions/question.ts";
import type { Arguments } from "../run/step.ts";
import type { OrderKey } from "./page-nodes.ts";
import type { Site } from "./planning.ts";

/** The property that an order field names: NAME sorts by pinyin, STAGE_AT is `stageAt`. */
export function orderProperty(field: string): string {
  if (field === "NAME") return "sortName";
  return field.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const ascending = { descending: false, nullable: false } as const;

/** By name, then id. */
export const byName: readonly OrderKey[] = [
  { of: "node", property: "sortName", ...ascending },
  { of: "node", property: "id", ...ascending },
];

/** A key as text, to compare and to tell orders apart. */
export function keyText(key: OrderKey): string {
  const what =
    key.of === "question" ? key.term.text : key.of === "relation type" ? "type" : `${key.of}.${key.property}`;
  return `${what}${key.nullable ? "?" : ""}${key.descending ? " DESC" : ""}`;
}

/** The keys given, followed by the ids that make every order total. */
export function withTies(
  keys: readonly OrderKey[],
  { node, edge }: { node: boolean; edge: boolean },
): OrderKey[] {
  const ties: OrderKey[] = [];
  if (node) ties.push({ of: "node", property: "id", ...ascending });
  if (edge) ties.push({ of: "edge", property: "id", ...ascending });
  const given = new Set(keys.map(keyText));
  return [...keys, ...ties.filter((tie) => !given.has(keyText(tie)))];
}

/** The keys of `orderBy`; undefined where it is left out. */
export function orderAsked({ args }: Site): OrderKey[] | undefined {
  const asked = args.orderBy as readonly { field: string; direction: string }[] | null | undefined;
  if (asked === null || asked === undefined || asked.length === 0) return undefined;
  const fields = asked.map((order) => order.field);
  if (new Set(fields).size < fields.length) {
    throw new IndustryGraphError("BAD_ARGUMENT", `orderBy names ${fields.join(", ")}: give each field once.`);
  }
  return asked.flatMap((order): OrderKey[] => {
    const property = orderProperty(order.field);
    const descending = order.direction === "DESC";
    // Values are ordered within their normalised unit: mu and yuan have no order between them.
    if (property === "value")
      return [
        { of: "node", property: "comparedUnit", descending: false, nullable: true },
        { of: "node", property: "comparedValue", descending, nullable: true },
      ];
    return [{ of: "node", property, descending, nullable: property !== "sortName" }];
  });
}

/** The keys of a question's own order. */
export const orderOfQuestion = (terms: readonly OrderTerm[]): OrderKey[] =>
  terms.map((term) => {
    const { descending, nullable } = term;
    const [, of, property] = /^(node|edge)\.(\w+)$/.exec(term.text) ?? [];
    return of === undefined || property === undefined
      ? { of: "question", term, descending, nullable }
      : { of: of as "node" | "edge", property, descending, nullable };
  });

/**
 * A short mark of a list: its field, its order and whatever else is asked of it but where the page begins and ends. It
 * is kept in the list's cursors, so that they are refused under another order or filter.
 */
export function listMark(field: string, keys: readonly OrderKey[], args: Arguments): string {
  const { first: _first, last: _last, after: _after, before: _before, orderBy: _orderBy, ...asked } = args;
  const order = keys.map(keyText).join(", ");
  return createHash("sha256")
    .update(`${field} ${order} ${JSON.stringify(asked)}`)
    .digest("base64url")
    .slice(0, 6);
}
