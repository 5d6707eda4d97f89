// The enumerations that answers hold: those that a field of an object gives, but for kinds and types, which the ontology titles.
import { getNamedType, isEnumType, isObjectType } from "graphql";
import { buildSchema } from "../../src/api/schema.ts";

const titled = new Set(["EntityKind", "RelationType", "Direction", "FactKind", "FactSort"]);

/** Each enumeration with its values. */
export function enumTypes(): readonly (readonly [string, readonly string[]])[] {
  const given = Object.values(buildSchema().getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.values(type.getFields()).map((field) => getNamedType(field.type)))
    .filter(isEnumType)
    .filter(({ name }) => !titled.has(name));
  return [...new Set(given)].map((type) => [type.name, type.getValues().map(({ name }) => name)] as const);
}
