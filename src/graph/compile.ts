// Compiles an operation into one statement, once per document and shape of its variables.
import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { mainStep, type Step } from "../run/step.ts";
import type { Batch } from "../store/port.ts";
import { composeElement } from "./element.ts";
import { type Compiling, type Frame, newFrame, parametersIn } from "./frame.ts";
import type { Compiled, FieldPlan } from "./plan.ts";
import type { Questions } from "./question.ts";
import { composeRoot } from "./root.ts";
import { selectedOn } from "./select.ts";
import type { FieldMap } from "./spec.ts";

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
  const query = options.schema.getQueryType();
  if (query === undefined || query === null) throw new Error("the schema has no query type");
  const selected = selectedOn(
    { ...options, fragments, variables },
    [operation.selectionSet],
    query.name,
    true,
  );
  const compiling: Compiling = {
    ...options,
    fragments,
    variables,
    bindings: [],
    steps: [],
    within: mainStep,
    batch: batchOf(options, selected),
    batched: false,
    next: () => number++,
    compose: (frame, variable, type, sets, path) =>
      composeElement(compiling, frame, variable, type, sets, path),
  };
  const frame: Frame = newFrame();
  const fields: FieldPlan[] = [];
  const errors: RootError[] = [];
  for (const [key, nodes] of selected) {
    const name = nodes[0]?.name.value ?? key;
    if (exclude.has(key) || introspection.has(name)) continue;
    const type = query.getFields()[name]?.type;
    const before = {
      calls: frame.calls.length,
      columns: frame.columns.length,
      entries: frame.entries.size,
      bindings: compiling.bindings.length,
      steps: compiling.steps.length,
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
      compiling.steps.length = before.steps;
      errors.push({ key, nodes, error });
    }
  }
  return { compiled: { steps: stepsOf(compiling, frame), bindings: compiling.bindings, fields }, errors };
}

/** All steps of a request: those of its own statement between those that come before and after it. */
function stepsOf({ steps, batch, batched }: Compiling, { calls, entries }: Frame): Step[] {
  if (calls.length === 0) return steps;
  const columns = [...entries].map(([expression, key]) => `${expression} AS ${key}`);
  const listed = batched ? batch : undefined;
  const statement = [
    ...(listed === undefined ? [] : [`UNWIND $${listed.list} AS ${listed.column}`]),
    ...calls,
    `RETURN ${[...(listed === undefined ? [] : [listed.column]), ...columns].join(", ")}`,
  ].join("\n");
  const before = steps.filter((step) => step.kind === "code" && step.parents === undefined);
  const others = steps.filter((step) => !before.includes(step));
  const needs = before.map(({ id }) => id);
  const parameters = parametersIn(statement);
  return [
    ...before,
    { id: mainStep, kind: "statement", needs, statement, parameters, batch: listed },
    ...others,
  ];
}

/** How a request is written for a list of entities: where its one root field looks an entity up. */
function batchOf(
  { fieldMap }: CompileOptions,
  selected: ReadonlyMap<string, readonly { readonly name: { readonly value: string } }[]>,
): Batch | undefined {
  const names = [...selected.values()].map((nodes) => nodes[0]?.name.value ?? "");
  const [only, ...more] = names.filter((name) => !name.startsWith("__"));
  const spec = only === undefined || more.length > 0 ? undefined : fieldMap.fields.Query?.[only];
  // No question and no composed clause has a variable of this name.
  return spec?.is === "lookup" ? { list: "asked", column: "asked" } : undefined;
}
