// Compiles an operation into one statement, once per document and shape of its variables.
import { type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from "graphql";
import { composeElement } from "./element.ts";
import { type Compiling, type Frame, newFrame } from "./frame.ts";
import type { Compiled, FieldPlan } from "./plan.ts";
import type { Questions } from "./question.ts";
import { composeRoot } from "./root.ts";
import { selectedOn } from "./select.ts";
import type { FieldMap } from "./spec.ts";
import { togetherOf } from "./together.ts";

export interface CompileOptions {
  readonly schema: GraphQLSchema;
  readonly fieldMap: FieldMap;
  readonly questions: Questions;
}

/** Root fields that standard execution answers, since they ask the schema and not the graph. */
export const introspection = new Set(["__schema", "__type"]);

/** An error of one root field found while compiling: its arguments are wrong. */
export interface RootError {
  readonly key: string;
  readonly nodes: FieldPlan["nodes"];
  readonly error: unknown;
}

export interface Compilation {
  readonly compiled: Compiled;
  readonly errors: readonly RootError[];
}

/**
 * Compiles an operation.
 * @param variables coerced values; only their shape may matter to the text (see signature.ts)
 * @param exclude response names of root fields to leave out, because their arguments proved wrong
 */
export function compileOperation(
  options: CompileOptions,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Readonly<Record<string, unknown>>,
  exclude: ReadonlySet<string> = new Set(),
): Compilation {
  let number = 0;
  const compiling: Compiling = {
    ...options,
    fragments,
    variables,
    bindings: [],
    preparations: [],
    deferrals: [],
    asides: [],
    lookups: [],
    next: () => number++,
    compose: (frame, variable, type, sets, path) =>
      composeElement(compiling, frame, variable, type, sets, path),
  };
  const query = options.schema.getQueryType();
  if (query === undefined || query === null) throw new Error("the schema has no query type");
  const frame: Frame = newFrame();
  const fields: FieldPlan[] = [];
  const errors: RootError[] = [];
  for (const [key, nodes] of selectedOn(compiling, [operation.selectionSet], query.name, true)) {
    const name = nodes[0]?.name.value ?? key;
    if (exclude.has(key) || introspection.has(name)) continue;
    const type = query.getFields()[name]?.type;
    const before = {
      calls: frame.calls.length,
      columns: frame.columns.length,
      entries: frame.entries.size,
      bindings: compiling.bindings.length,
      preparations: compiling.preparations.length,
      deferrals: compiling.deferrals.length,
      asides: compiling.asides.length,
    };
    try {
      fields.push(
        composeRoot(compiling, frame, query, { key, name, parent: query.name, nodes, type } as Omit<
          FieldPlan,
          "read"
        >),
      );
    } catch (error) {
      frame.calls.length = before.calls;
      frame.columns.length = before.columns;
      for (const added of [...frame.entries.keys()].slice(before.entries)) frame.entries.delete(added);
      compiling.bindings.length = before.bindings;
      compiling.preparations.length = before.preparations;
      compiling.deferrals.length = before.deferrals;
      compiling.asides.length = before.asides;
      errors.push({ key, nodes, error });
    }
  }
  const columns = [...frame.entries].map(([expression, key]) => `${expression} AS ${key}`);
  const statement =
    frame.calls.length === 0 ? "" : [...frame.calls, `RETURN ${columns.join(", ")}`].join("\n");
  const { bindings, preparations, deferrals, asides } = compiling;
  const together = errors.length > 0 ? undefined : togetherOf(compiling, frame, columns);
  return { compiled: { statement, bindings, preparations, deferrals, asides, together, fields }, errors };
}

/** The fragments of a document by name. */
export function fragmentsOf(
  definitions: readonly { readonly kind: string }[],
): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
