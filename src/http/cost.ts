// What a query may ask for: `first` and `last` from 0 to 1,000, and the product of `first` along nested lists, summed.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type TypeNode,
  typeFromAST,
} from "graphql";
import { IndustryGraphError } from "../errors.ts";

import { argumentsOf } from "../run/arguments.ts";
import { fragmentsOf } from "../run/fragments.ts";
import { isConnection, isCounted, rowsOf } from "./price.ts";
import { mostSchemaRows, schemaSizes } from "./schema-cost.ts";
import { eachOf, weightOf } from "./weights.ts";

/** The largest `first` that a list takes. */
export const mostFirst = 1_000;

interface Counting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly limit: number;
  /** Rows that a list may be asked for at once. */
  readonly mostRows: number;
  /** Selections a query may have when its fragments are put in where they are spread. */
  readonly mostSelections: number;
  total: number;
  selections: number;
  /** Of the schema itself. */
  schemaRows: number;
}

function failure(
  node: FieldNode,
  path: readonly string[],
  code: "BAD_ARGUMENT" | "LIMIT_EXCEEDED",
  message: string,
): GraphQLError {
  return new GraphQLError(message, {
    nodes: node,
    path,
    originalError: new IndustryGraphError(code, message),
  });
}

function checkFirst(
  counting: Counting,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  path: readonly string[],
): number {
  const args = argumentsOf(field, node, counting.variables);
  for (const name of ["first", "last", "limit", "perKind"]) {
    const given = args[name];
    if (typeof given === "number" && (given < 0 || given > counting.mostRows)) {
      throw failure(
        node,
        path,
        "BAD_ARGUMENT",
        `${name} must be from 0 to ${counting.mostRows}, not ${given}; page with ${name === "last" ? "before" : "after"} for more.`,
      );
    }
  }
  if (Array.isArray(args.ids) && args.ids.length > mostFirst) {
    throw failure(node, path, "BAD_ARGUMENT", `ids takes at most ${mostFirst} ids, not ${args.ids.length}.`);
  }
  return rowsOf(field, args);
}

/** A field of a type, one that asks the schema among them. */
function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function countSchemaRows(counting: Counting, node: FieldNode, path: readonly string[], rows: number): void {
  counting.schemaRows += rows;
  if (counting.schemaRows <= mostSchemaRows) return;
  throw failure(
    node,
    path,
    "LIMIT_EXCEEDED",
    `The query may ask for more than ${mostSchemaRows} types, fields and arguments of the schema. Ask for it once.`,
  );
}

function walk(
  counting: Counting,
  set: SelectionSetNode,
  type: GraphQLCompositeType,
  factor: number,
  path: readonly string[],
): void {
  for (const node of set.selections) {
    counting.selections += 1;
    if (counting.selections > counting.mostSelections) {
      const message = `The query has more than ${counting.mostSelections} fields once its fragments are put in (MAX_TOKENS). Spread fewer fragments within fragments.`;
      throw new GraphQLError(message, { originalError: new IndustryGraphError("LIMIT_EXCEEDED", message) });
    }
    if (node.kind === "InlineFragment") {
      const on =
        node.typeCondition === undefined ? type : counting.schema.getType(node.typeCondition.name.value);
      if (isCompositeType(on)) walk(counting, node.selectionSet, on, factor, path);
      continue;
    }
    if (node.kind === "FragmentSpread") {
      const fragment = counting.fragments[node.name.value];
      const on =
        fragment === undefined ? undefined : counting.schema.getType(fragment.typeCondition.name.value);
      if (fragment !== undefined && isCompositeType(on))
        walk(counting, fragment.selectionSet, on, factor, path);
      continue;
    }
    if (node.selectionSet === undefined) continue;
    const field = fieldOf(type, node.name.value);
    if (field === undefined) continue;
    const deeper = [...path, node.alias?.value ?? node.name.value];
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) continue;
    if (named.name.startsWith("__")) {
      const rows = schemaSizes(counting.schema).rowsOf(type.name, node.name.value);
      if (isListType(getNullableType(field.type))) countSchemaRows(counting, node, deeper, factor * rows);
      walk(counting, node.selectionSet, named, factor * rows, deeper);
      continue;
    }
    const isPage = isConnection(field) || isListType(getNullableType(field.type)) || field.args.length > 0;
    const rows = isPage ? checkFirst(counting, field, node, deeper) : 1;
    const counts = isCounted(field);
    const below = factor * (counts ? Math.max(1, rows) : 1);
    const each = eachOf(type.name, node.name.value);
    const own = (counts ? rows * each : 0) + weightOf(type.name, node.name.value);
    counting.total += factor * own;
    if (counting.total > counting.limit) {
      const told =
        own > rows
          ? ` Of that ${node.name.value} counts ${own} each time that it is asked${each > 1 ? `, ${each} for each of ${rows}, since so many are compared: ask for fewer, or for one text at a time` : ", since it looks through many"}.`
          : "";
      throw failure(
        node,
        deeper,
        "LIMIT_EXCEEDED",
        `The query may ask for more than ${counting.limit} entities (MAX_COST): the product of first along nested lists, summed.${told} Lower first, or nest less.`,
      );
    }
    walk(counting, node.selectionSet, named, below, deeper);
  }
}

/**
 * Checks `first` everywhere and the cost of an operation.
 * @param variables coerced values
 * @param mostRows that a list may be asked for at once
 * @throws GraphQLError with code BAD_ARGUMENT or LIMIT_EXCEEDED and the path of the field
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: { readonly MAX_COST: number; readonly MAX_TOKENS: number },
  mostRows = mostFirst,
): number {
  const query = schema.getQueryType();
  if (!query) return 0;
  const counting: Counting = {
    schema,
    fragments: fragmentsOf(document.definitions),
    variables,
    limit: limits.MAX_COST,
    mostRows,
    mostSelections: limits.MAX_TOKENS,
    total: 0,
    selections: 0,
    schemaRows: 0,
  };
  walk(counting, operation.selectionSet, query, 1, []);
  return counting.total;
}

/** Whether what an operation may ask for depends on its variables: on whole numbers, lists or input objects. */
function countsVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).some((definition) => {
    const type = typeFromAST(schema, definition.type as TypeNode);
    const bare = type === undefined ? undefined : getNullableType(type);
    return !isEnumType(bare) && !["ID", "String", "Float", "Boolean"].includes(String(bare));
  });
}

/**
 * Creates the check of a request's cost. A document whose cost depends on no variable is checked once.
 * @returns a function that gives the cost and throws as `checkCost` does; bad variables are left to the executor to report
 */
export function createCostCheck(
  schema: GraphQLSchema,
  limits: { readonly MAX_COST: number; readonly MAX_TOKENS: number },
) {
  const passed = new WeakMap<OperationDefinitionNode, number>();
  return (
    document: DocumentNode,
    operationName: string | null | undefined,
    given: Readonly<Record<string, unknown>>,
    mostRows?: number,
  ): number => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return 0;
    const known = passed.get(operation);
    if (known !== undefined) return known;
    // One error is enough to leave them to the executor: each may tell of all that was given, and there may be thousands.
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: 1,
    });
    if (coerced === undefined) return 0;
    const cost = checkCost(schema, document, operation, coerced, limits, mostRows);
    if (!countsVariables(schema, operation)) passed.set(operation, cost);
    return cost;
  };
}
