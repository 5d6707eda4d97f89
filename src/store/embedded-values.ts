// What the embedded engine gives, as the JSON that crosses the port.
import type { Json } from "./port.ts";

/** Keys that the engine adds to nodes and relations returned whole. */
const internalKeys = new Set(["_id", "_labels", "_source", "_target", "_type"]);

/** A value of the engine's as JSON. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  const entries = Object.entries(value as Record<string, unknown>);
  const whole = Object.hasOwn(value as object, "_id");
  return Object.fromEntries(
    entries.filter(([key]) => !whole || !internalKeys.has(key)).map(([key, item]) => [key, toJson(item)]),
  );
}
