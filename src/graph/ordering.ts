// From `orderBy` to keys: which property an order field names, and what breaks ties.
import { IndustryGraphError } from "../errors.ts";
import type { Place } from "./frame.ts";
import type { OrderKey } from "./order.ts";

/** The property that an order field names: NAME sorts by pinyin, STAGE_AT is `stageAt`. */
export function orderProperty(field: string): string {
  if (field === "NAME") return "sortName";
  return field.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** By name, then id. */
export function defaultOrder(node: string): OrderKey[] {
  return [
    { expression: `${node}.sortName`, descending: false, nullable: false },
    { expression: `${node}.id`, descending: false, nullable: false },
  ];
}

/** The keys given, followed by the ids that make every order total. */
export function withTies(keys: readonly OrderKey[] | undefined, edge?: string, node?: string): OrderKey[] {
  const ties = [...(node === undefined ? [] : [`${node}.id`]), ...(edge === undefined ? [] : [`${edge}.id`])];
  const given = keys ?? [];
  const missing = ties.filter((tie) => !given.some((key) => key.expression === tie));
  return [...given, ...missing.map((expression) => ({ expression, descending: false, nullable: false }))];
}

/** The order of a connection: `orderBy` where given, else by name. */
export function connectionOrder(place: Place, node: string, edge?: string): OrderKey[] {
  const asked = place.args.orderBy as readonly { field: string; direction: string }[] | null | undefined;
  if (asked === null || asked === undefined || asked.length === 0)
    return withTies(defaultOrder(node), edge, node);
  const fields = asked.map((order) => order.field);
  if (new Set(fields).size < fields.length) {
    throw new IndustryGraphError("BAD_ARGUMENT", `orderBy names ${fields.join(", ")}: give each field once.`);
  }
  const keys = asked.flatMap((order): OrderKey[] => {
    const property = orderProperty(order.field);
    const descending = order.direction === "DESC";
    const key = { expression: `${node}.${property}`, descending, nullable: property !== "sortName" };
    // Values are ordered within their normalised unit: mu and yuan have no order between them.
    return property === "value"
      ? [
          { expression: `${node}.comparedUnit`, descending: false, nullable: true },
          { ...key, expression: `${node}.comparedValue` },
        ]
      : [key];
  });
  return withTies(keys, edge, node);
}
