// How much a question about the schema itself may answer. Introspection reads no entity, but a few words of it, repeated
// and nested, answer tens of megabytes in one go.
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";

/** Types, fields and arguments that a query may ask for: what GraphiQL and client generators ask for, twice. */
export const mostSchemaRows = 40_000;

export interface SchemaSizes {
  /** How many a list of the introspection types holds, by `Type.field`. */
  readonly rowsOf: (type: string, field: string) => number;
}

const sizes = new WeakMap<GraphQLSchema, SchemaSizes>();

/** How many parts all types have, on average and rounded up. */
function average(types: readonly GraphQLNamedType[], partsOf: (type: GraphQLNamedType) => number): number {
  return Math.ceil(types.reduce((sum, type) => sum + partsOf(type), 0) / types.length);
}

/** The sizes of a schema's lists about itself. */
export function schemaSizes(schema: GraphQLSchema): SchemaSizes {
  const known = sizes.get(schema);
  if (known !== undefined) return known;
  const types = Object.values(schema.getTypeMap());
  const fieldsOf = (type: GraphQLNamedType) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const fields = types.flatMap(fieldsOf);
  const rows: Readonly<Record<string, number>> = {
    "__Schema.types": types.length,
    "__Schema.directives": schema.getDirectives().length,
    "__Type.fields": average(types, (type) => fieldsOf(type).length),
    "__Type.inputFields": average(types, (type) =>
      isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
    ),
    "__Type.enumValues": average(types, (type) => (isEnumType(type) ? type.getValues().length : 0)),
    "__Field.args": Math.ceil(fields.reduce((sum, { args }) => sum + args.length, 0) / fields.length),
  };
  const made: SchemaSizes = {
    rowsOf(type, field) {
      const found = schema.getType(type);
      const list = isObjectType(found) && isListType(getNullableType(found.getFields()[field]?.type));
      return rows[`${type}.${field}`] ?? (list ? 2 : 1);
    },
  };
  sizes.set(schema, made);
  return made;
}
