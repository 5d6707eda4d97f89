// The arguments of a field as steps and limits read them.
import { type FieldNode, type GraphQLField, getArgumentValues } from "graphql";
import type { Arguments } from "./step.ts";

/** The arguments of a field, coerced. An explicit null means the default where there is one, as leaving it out does. */
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
  return values;
}
