// What the embedded engine gives, as the JSON that crosses the port.
import type { Json } from "./port.ts";

/** Keys that the engine adds to nodes and relations returned whole. */
const internalKeys = new Set(["_id", "_labels", "_source", "_target", "_type"]);

/** A value of the engine's as JSON. It is taken over: what is JSON already stays the same object. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object") return value as string | number | boolean;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) value[index] = toJson(value[index]);
    return value as Json[];
  }
  const whole = Object.hasOwn(value, "_id");
  const target = (whole ? {} : value) as Record<string, Json>;
  for (const [key, item] of Object.entries(value))
    if (!whole || !internalKeys.has(key)) {
      const json = toJson(item);
      if (whole || json !== item) target[key] = json;
    }
  return target;
}
