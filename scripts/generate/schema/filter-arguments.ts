// Gives every list of entities the argument `filter`, so that no list is without: a list field is written by hand with
// whatever else it takes.
import { type DocumentNode, type InputValueDefinitionNode, Kind, type TypeNode } from "graphql";
import { fields } from "../../../src/api/fields.ts";
import { isKind } from "../../../src/ontology/model.ts";
import type { FieldSpec } from "../../../src/plan/spec.ts";
import { isFielded, withFields } from "./fields.ts";

const namedOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedOf(type.type);

/** The filter of each type of connection whose items are entities or relations, by the connection's name. */
function filtersByConnection(document: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    document.definitions.filter(isFielded).flatMap(({ name, fields: own }) => {
      const nodes = own?.find((field) => field.name.value === "nodes");
      if (nodes === undefined || !name.value.endsWith("Connection")) return [];
      const item = namedOf(nodes.type);
      const filtered = isKind(item) || item === "Entity" || item === "Relation";
      return filtered ? [[name.value, `${item}Filter`] as const] : [];
    }),
  );
}

/** Whether code finds the rows of a field: it takes its own arguments, and honours no others. */
function isFoundByCode(type: string, field: string): boolean {
  const map: Readonly<Record<string, Readonly<Record<string, FieldSpec>>>> = fields;
  return map[type]?.[field]?.is === "deferred";
}

const filterArgument = (type: string): InputValueDefinitionNode => ({
  kind: Kind.INPUT_VALUE_DEFINITION,
  name: { kind: Kind.NAME, value: "filter" },
  type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
});

/** The document with a filter on every list that has none. */
export function withFilters(document: DocumentNode): DocumentNode {
  const filters = filtersByConnection(document);
  return withFields(document, (type, field) => {
    const filter = filters.get(namedOf(field.type));
    const args = field.arguments ?? [];
    if (filter === undefined || args.some(({ name }) => name.value === "filter")) return field;
    if (isFoundByCode(type, field.name.value)) return field;
    return { ...field, arguments: [filterArgument(filter), ...args] };
  });
}
