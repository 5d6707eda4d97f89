// Values of properties for entities that have been found: what OpenRefine adds as columns.
import type { About } from "../graphs/about.ts";
import type { Property } from "../ontology/definitions.ts";
import type { Json } from "../store/port.ts";
import type { Askable } from "./properties.ts";

/** A value as the protocol writes it. */
export type ExtendedValue =
  | { readonly str: string }
  | { readonly float: number }
  | { readonly int: number }
  | { readonly date: string }
  | { readonly id: string; readonly name: string };

function typedValue({ type }: Property, value: Json): ExtendedValue {
  if (type === "integer" && Number.isInteger(value)) return { int: Number(value) };
  if (typeof value === "number") return { float: value };
  const text = String(value);
  // A date that is known to the year stays a text: the protocol has days only.
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { date: `${text}T00:00:00Z` };
  return { str: text };
}

/** The values of one property of one entity. */
export function extended(
  { entity, relations, others }: About,
  { source }: Askable,
  id: string,
): ExtendedValue[] {
  if (source.is === "value") {
    const value = entity.properties[id];
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).map((one) => typedValue(source.property, one));
  }
  const ends = relations
    .filter(({ type, from, to }) => type === source.type && (source.way === "out" ? from : to) === entity.id)
    .map(({ from, to }) => (source.way === "out" ? to : from));
  return [...new Set(ends)].map((end) => ({
    id: end,
    name: String((end === entity.id ? entity : others.get(end))?.properties.name ?? end),
  }));
}
