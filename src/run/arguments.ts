// The arguments of a field as steps and limits read them.
import { type FieldNode, type GraphQLField, getArgumentValues, Kind } from "graphql";
import type { Arguments } from "./step.ts";

/** Whether an argument is written at a field and, where by a variable, has a value. */
function isGiven(name: string, node: FieldNode, variables: Readonly<Record<string, unknown>>): boolean {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined || value.kind === Kind.NULL) return false;
  return value.kind !== Kind.VARIABLE || (variables[value.name.value] ?? null) !== null;
}

/**
 * The arguments of a field, coerced. An explicit null means the default where there is one, as leaving it out does. The
 * default of `first` is for who says nothing of how many: it is left out beside `last`.
 */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Arguments {
  if (field.args.length === 0) return {};
  const values = getArgumentValues(field, node, variables);
  for (const { name, defaultValue } of field.args) {
    if (values[name] === null && defaultValue !== undefined) values[name] = defaultValue;
  }
  if (typeof values.last === "number" && !isGiven("first", node, variables)) delete values.first;
  return values;
}
