// Values on their way to Neo4j and back: only JSON crosses the store port.
import neo4j from "neo4j-driver";
import type { Json } from "./port.ts";

/**
 * JavaScript's whole numbers reach Neo4j as floats unless said otherwise; LIMIT and division care.
 * What holds none is handed over as it is: a load has millions of rows.
 */
export function toEngine(value: Json): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let index = 0; index < value.length; index++) {
      const item = toEngine(value[index] ?? null);
      if (item === value[index]) continue;
      copy ??= [...value];
      copy[index] = item;
    }
    return copy ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const key in value) {
    const item = toEngine(value[key] ?? null);
    if (item === value[key]) continue;
    copy ??= { ...value };
    copy[key] = item;
  }
  return copy ?? value;
}

/** Values of the driver as JSON. Plain maps and lists, which it has made for us alone, are changed in place. */
export function toJson(value: unknown): Json {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) value[index] = toJson(value[index]);
    return value;
  }
  if (Object.getPrototypeOf(value) === Object.prototype) {
    const map = value as Record<string, Json>;
    for (const key in map) map[key] = toJson(map[key]);
    return map;
  }
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return toJson(value.properties);
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value)) return value.toString();
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, toJson(item)]));
}
