// What of a request's variables shapes its statement: two requests of one signature share a compiled one.
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from "graphql";
import { cursorArguments, cursorForm } from "./cursor.ts";

type Role = "cursor" | "value";

interface VariableUse {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly role: Role;
}

const uses = new WeakMap<OperationDefinitionNode, readonly VariableUse[]>();

function findUses(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): VariableUse[] {
  const roles = new Map<string, Role>();
  visit(document, {
    Argument(node) {
      if (node.value.kind !== Kind.VARIABLE) return;
      const role: Role = cursorArguments.some((name) => name === node.name.value) ? "cursor" : "value";
      if (role !== "value") roles.set(node.value.name.value, role);
    },
  });
  return (operation.variableDefinitions ?? []).map((definition) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type) as GraphQLInputType;
    return { name, type, role: roles.get(name) ?? "value" };
  });
}

function shape(value: unknown, type: GraphQLInputType, role: Role): string {
  if (value === undefined) return "-";
  if (value === null) return "n";
  if (isNonNullType(type)) return shape(value, type.ofType, role);
  if (typeof value === "boolean" || isEnumType(type)) return String(value);
  if (isListType(type)) {
    const item = type.ofType;
    const bare = isNonNullType(item) ? item.ofType : item;
    if (!isEnumType(bare) && !isInputObjectType(bare)) return "1";
    return `[${(value as unknown[]).map((one) => shape(one, item, role)).join(",")}]`;
  }
  if (isInputObjectType(type)) {
    const given = value as Record<string, unknown>;
    const parts = Object.values(type.getFields()).map((field) => shape(given[field.name], field.type, role));
    return `{${parts.join(",")}}`;
  }
  if (role === "cursor") return `c${cursorForm(String(value))}`;
  return "1";
}

/** The signature of an operation's coerced variables: presence, enums, booleans, cursors' forms. */
export function signatureOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  let found = uses.get(operation);
  if (found === undefined) {
    found = findUses(schema, document, operation);
    uses.set(operation, found);
  }
  return found.map((use) => shape(variables[use.name], use.type, use.role)).join(";");
}
