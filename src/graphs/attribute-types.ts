// The attributes that forms of graphs declare, with their types, as the ontology has them.
import type { Property } from "../ontology/definitions.ts";
import { kindNames, propertiesOf, relationPropertiesOf, relationTypes } from "../ontology/model.ts";

const typeOf = ({ type }: Property): string =>
  type === "float" ? "double" : type === "integer" ? "long" : type === "boolean" ? "boolean" : "string";

export type Types = ReadonlyMap<string, string>;

/** The attributes that nodes may have, with their types; of two kinds that differ in one it is a text. */
function typesOf(own: readonly string[], all: readonly Readonly<Record<string, Property>>[]): Types {
  const types = new Map(own.map((name) => [name, "string"]));
  for (const properties of all)
    for (const [name, property] of Object.entries(properties)) {
      const known = types.get(name);
      const type = typeOf(property);
      types.set(name, known === undefined || known === type ? type : "string");
    }
  return types;
}

/** Attributes of nodes, by name; as in `entityAttributes`. */
export const nodeTypes = typesOf(
  ["label", "kind", "kind_zh", "kind_en", "color"],
  kindNames.map(propertiesOf),
);

/** Attributes of relations, by name; as in `relationAttributes`. */
export const edgeTypes = typesOf(
  ["label", "type", "type_zh", "type_en"],
  relationTypes.map(relationPropertiesOf),
);
