// Forms in which other APIs write filters, such as `founded: {isNull: true}`: what is written here instead is told beside
// the error.
import {
  GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  Kind,
  type TypeNode,
  typeFromAST,
  type ValidationRule,
} from "graphql";

const [most, least] = ["AtMost", "AtLeast"];

/** What follows a property's name here, by the word that others write within it. */
const endings: Readonly<Record<string, string>> = {
  ...{ eq: "", equals: "", equal: "", is: "", in: "In", isnull: "IsNull", null: "IsNull" },
  ...{ contains: "Contains", like: "Contains", includes: "Contains" },
  ...{ gte: least, ge: least, gt: least, min: least, atleast: least, from: least, after: least },
  ...{ lte: most, le: most, lt: most, max: most, atmost: most, to: most, before: most },
};

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The fields of an input that stand for what is written as an object within one of them. */
function instead(type: GraphQLInputObjectType, field: string, keys: readonly string[]): string[] {
  const declared = type.getFields();
  const ending = (key: string): string | undefined => endings[key.toLowerCase().replaceAll("_", "")];
  const meant = unique(keys.flatMap((key) => ending(key) ?? [])).map((one) => field + one);
  const there = meant.filter((name) => Object.hasOwn(declared, name));
  if (there.length > 0) return there;
  return unique(Object.values(endings).map((one) => field + one)).filter((name) =>
    Object.hasOwn(declared, name),
  );
}

/** What to write where an object is given and a plain value is taken. */
function advice(type: GraphQLInputObjectType, field: string, keys: readonly string[]): string {
  const names = instead(type, field, keys);
  return `${type.name}.${field} takes a plain value, no object: write ${names.join(", ")} beside the other fields.`;
}

/** Where what is written of a relation may stand further within: of some, of its far end. */
const ways: readonly (readonly string[])[] = [["node"], ["some"], ["some", "node"]];

/** What lists of any kind ask by `within`, which lists of one kind ask by names of their own too. */
const wholes: readonly string[] = ["region", "park", "cluster"];

/** What to write for a field that an input does not have and what lies within it has; undefined where none does. */
function further(type: GraphQLInputObjectType, field: string): string | undefined {
  const within = (owner: unknown, step: string): unknown =>
    isInputObjectType(owner) ? getNamedType(owner.getFields()[step]?.type) : undefined;
  const way = ways.find((steps) => {
    const end = steps.reduce<unknown>(within, type);
    return isInputObjectType(end) && Object.hasOwn(end.getFields(), field);
  });
  if (way === undefined)
    return wholes.includes(field) && Object.hasOwn(type.getFields(), "within")
      ? `${type.name} has no ${field}; it asks what belongs to a place: write within: ….`
      : undefined;
  const written = way.reduceRight((inner, step) => `${step}: { ${inner} }`, `${field}: …`);
  return `${type.name} has no ${field} by itself, but what lies within it has: write ${written}.`;
}

/** Tells of objects in a document where a plain value is taken, and of fields that stand further within. */
export const plainValues: ValidationRule = (context) => ({
  ObjectField(node) {
    const { name, value } = node;
    const [type, own] = [context.getParentInputType(), context.getInputType()];
    if (isInputObjectType(type) && !Object.hasOwn(type.getFields(), name.value)) {
      const told = further(type, name.value);
      if (told !== undefined) context.reportError(new GraphQLError(told, { nodes: node }));
      return;
    }
    if (value.kind !== Kind.OBJECT || !isInputObjectType(type) || !isLeafType(getNamedType(own))) return;
    const keys = value.fields.map((field) => field.name.value);
    context.reportError(new GraphQLError(advice(type, name.value, keys), { nodes: value }));
  },
});

/** Errors of validation, each place told once: where a plain value is taken and an object was refused, by what to write. */
export function withAdvice(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const isAdvice = ({ message }: GraphQLError): boolean =>
    / takes a plain value, | by itself, but what lies within it has: |; it asks what belongs to a place: /.test(
      message,
    );
  const placesOf = (some: readonly GraphQLError[]) => new Set(some.flatMap(({ nodes }) => nodes ?? []));
  const advised = placesOf(errors.filter(isAdvice));
  const refused = placesOf(errors.filter((error) => !isAdvice(error)));
  return errors.filter((error) => {
    const others = isAdvice(error) ? refused : advised;
    const isToldTwice = error.nodes?.some((node) => others.has(node)) === true;
    return isAdvice(error) === isToldTwice;
  });
}

/** An error about the value of a variable, with what to write where an object is given and a plain value is taken. */
export function withAdviceOnVariable(
  schema: GraphQLSchema,
  error: GraphQLError,
  values: Readonly<Record<string, unknown>>,
): GraphQLError {
  const [definition] = error.nodes ?? [];
  const [, unknown = "", owned = ""] =
    /Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message) ?? [];
  const ownType = schema.getType(owned);
  const told = isInputObjectType(ownType) ? further(ownType, unknown) : undefined;
  if (told !== undefined) return new GraphQLError(`${error.message} ${told}`, { nodes: error.nodes });
  const path = / at "([^"]+)";/.exec(error.message)?.[1]?.match(/[^.[\]]+/g);
  if (definition?.kind !== Kind.VARIABLE_DEFINITION || path == null) return error;
  const [variable = "", ...steps] = path;
  let type: unknown = typeFromAST(schema, definition.type as TypeNode);
  let value: unknown = values[variable];
  let owner: readonly [GraphQLInputObjectType, string] | undefined;
  for (const step of steps) {
    value = (value as Record<string, unknown> | null | undefined)?.[step];
    if (/^\d+$/.test(step)) continue;
    const input = getNamedType(type as never);
    if (!isInputObjectType(input)) return error;
    owner = [input, step];
    type = input.getFields()[step]?.type;
  }
  if (owner === undefined || value === null || typeof value !== "object" || Array.isArray(value))
    return error;
  if (type === undefined || !isLeafType(getNamedType(type as never))) return error;
  return new GraphQLError(`${error.message} ${advice(...owner, Object.keys(value))}`, { nodes: error.nodes });
}
