// Plans an operation: its root fields, one by one, since the arguments of one may be wrong and those of others right.
import type { FieldNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { Questions } from "../questions/question.ts";
import { elementOf } from "./element.ts";
import type { RootSource } from "./nodes.ts";
import type { Asked, PlanField } from "./plan-field.ts";
import type { Binding, Planning } from "./planning.ts";
import type { Reference } from "./references.ts";
import { rootSource } from "./root.ts";
import { selectedOn } from "./select.ts";
import type { FieldMap } from "./spec.ts";
import { typename } from "./typename.ts";

export interface PlanOptions {
  readonly schema: GraphQLSchema;
  readonly fieldMap: FieldMap;
  readonly questions: Questions;
}

/** Root fields that standard execution answers, since they ask the schema and not the graph. */
export const introspection = new Set(["__schema", "__type"]);

/** An error of one root field found while planning: its arguments are wrong. */
export interface RootError {
  readonly key: string;
  readonly nodes: Asked["nodes"];
  readonly error: unknown;
}

/** What an operation asks for. */
export interface OperationPlan {
  readonly fields: readonly PlanField<RootSource>[];
  readonly bindings: readonly Binding[];
  /** Where arguments name entities. */
  readonly references: readonly Reference[];
  readonly errors: readonly RootError[];
}

/**
 * Plans an operation.
 * @param variables coerced values; only their shape may matter to the plan (see signature.ts)
 * @param exclude response names of root fields to leave out, because their arguments proved wrong
 */
export function planOperation(
  options: PlanOptions,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Readonly<Record<string, unknown>>,
  exclude: ReadonlySet<string> = new Set(),
): OperationPlan {
  let number = 0;
  const query = options.schema.getQueryType();
  if (query === undefined || query === null) throw new Error("the schema has no query type");
  const selected = selectedOn(
    { ...options, fragments, variables },
    [operation.selectionSet],
    query.name,
    true,
  );
  const bindings: Binding[] = [];
  const references = new Map<FieldNode, readonly Reference[]>();
  const planning: Planning = {
    ...options,
    fragments,
    variables,
    bindings,
    references,
    next: () => number++,
    isLookup: isLookup(
      options,
      [...selected.values()].map((nodes) => nodes[0]?.name.value ?? ""),
    ),
    lookedUp: new Map(),
    lookups: new Map(),
    element: (type, sets, path, kinds) => elementOf(planning, type, sets, path, kinds),
  };
  const fields: PlanField<RootSource>[] = [];
  const errors: RootError[] = [];
  for (const [key, nodes] of selected) {
    const name = nodes[0]?.name.value ?? key;
    if (exclude.has(key) || introspection.has(name)) continue;
    const type = query.getFields()[name]?.type;
    const asked =
      type === undefined ? typename(key, query.name, nodes) : { key, name, parent: query.name, nodes, type };
    const before = bindings.length;
    try {
      fields.push({ asked, source: rootSource(planning, query, asked) });
    } catch (error) {
      bindings.length = before;
      errors.push({ key, nodes, error });
    }
  }
  const failed = new Set(errors.map(({ key }) => key));
  const named = [...references.values()].flat().filter(({ root }) => !failed.has(root));
  return { fields, bindings, references: named, errors };
}

/** Whether the one field that asks the graph looks an entity up. */
function isLookup({ fieldMap }: PlanOptions, names: readonly string[]): boolean {
  const [only, ...more] = names.filter((name) => !name.startsWith("__"));
  return only !== undefined && more.length === 0 && fieldMap.fields.Query?.[only]?.is === "lookup";
}
