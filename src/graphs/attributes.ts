// What of an entity and a relation programs for graphs are given: flat attributes, titles and colours of the ontology.
import { kindOf, relationOf } from "../ontology/model.ts";
import { type GraphEntity, type GraphRelation, textOf, type Values } from "./graph.ts";

export type Attribute = string | number | boolean;
export type Attributes = Readonly<Record<string, Attribute>>;

const flat = (values: Values): Record<string, Attribute> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number" || typeof value === "boolean" ? value : textOf(value),
    ]),
  );

/** Attributes of an entity beside its id. */
export function entityAttributes({ kind, properties }: GraphEntity): Attributes {
  const { id: _, ...rest } = properties;
  const { title, colour } = kindOf(kind);
  const label = textOf(properties.name ?? properties.id ?? "");
  return { label, kind, kind_zh: title.zh, kind_en: title.en, color: colour, ...flat(rest) };
}

/** Attributes of a relation beside its id and its ends. */
export function relationAttributes({ type, properties }: GraphRelation): Attributes {
  const { title } = relationOf(type);
  return { label: title.zh, type, type_zh: title.zh, type_en: title.en, ...flat(properties) };
}
