// The fields of a document's types, changed one by one.
import { type DefinitionNode, type DocumentNode, type FieldDefinitionNode, Kind } from "graphql";

/** A definition of a type that has fields. */
export type Fielded = Extract<DefinitionNode, { readonly fields?: readonly FieldDefinitionNode[] }>;

export const isFielded = (definition: DefinitionNode): definition is Fielded =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
  definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
  definition.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** The document with every field as the function given makes it. */
export function withFields(
  document: DocumentNode,
  change: (type: string, field: FieldDefinitionNode) => FieldDefinitionNode,
): DocumentNode {
  const definitions = document.definitions.map((definition): DefinitionNode => {
    if (!isFielded(definition) || definition.fields === undefined) return definition;
    return { ...definition, fields: definition.fields.map((one) => change(definition.name.value, one)) };
  });
  return { ...document, definitions };
}
