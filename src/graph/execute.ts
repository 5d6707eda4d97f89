// Runs a request: compiled once per document shape, bound, asked in one statement, written out.
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute as executeStandard,
  type FieldNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { isIndustryGraphError } from "../errors.ts";
import type { GraphStore, Json, Parameters, ReadOptions, Row } from "../store/port.ts";
import {
  type Compilation,
  type CompileOptions,
  compileOperation,
  fragmentsOf,
  introspection,
  type RootError,
} from "./compile.ts";
import { writeResponse } from "./complete.ts";
import { argumentsOf } from "./frame.ts";
import type { Arguments, Compiled, Preparation, Run } from "./plan.ts";
import { selectedOn } from "./select.ts";
import { signatureOf } from "./signature.ts";

/** A step in code before the statement: its result is bound to the preparation's parameter. */
export type Prepare = (args: Arguments, options: ReadOptions) => Promise<Json>;

export interface ExecutorOptions extends CompileOptions {
  readonly store: GraphStore;
  readonly prepare: Readonly<Record<Preparation["step"], Prepare>>;
  /** Version of the dataset that answers, for `explain`. */
  readonly datasetVersion?: () => Promise<string | null>;
  /** Compiled shapes kept per document. */
  readonly shapesKept?: number;
}

/** What the executor takes from the request's context. */
export interface ExecutionContext extends ReadOptions {
  /** Whether `extensions.explain` is wanted and allowed. */
  readonly explain?: boolean;
}

export type Executor = (args: ExecutionArgs) => Promise<ExecutionResult>;

const variableErrors = { maxErrors: 20 };

class RootFailure extends Error {
  constructor(
    readonly key: string,
    override readonly cause: unknown,
  ) {
    super("bad arguments");
  }
}

function bindParameters(compiled: Compiled, variables: Readonly<Record<string, unknown>>): Parameters {
  const known = new Map<FieldNode, Arguments>();
  const parameters: Record<string, Json> = {};
  for (const binding of compiled.bindings) {
    let args = known.get(binding.node);
    if (args === undefined) {
      args = argumentsOf(binding.field, binding.node, variables);
      known.set(binding.node, args);
    }
    for (const parameter of binding.parameters) {
      try {
        parameters[parameter.name] = parameter.value(args);
      } catch (error) {
        throw new RootFailure(binding.path[0] ?? "", error);
      }
    }
  }
  return parameters;
}

function rootError({ key, nodes, error }: RootError): GraphQLError {
  const original = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(original.message, { nodes, path: [key], originalError: original });
}

/** The part of an operation that asks the schema itself, answered by standard execution. */
function introspect(
  args: ExecutionArgs,
  operation: OperationDefinitionNode,
  nodes: readonly FieldNode[],
): ExecutionResult {
  const only: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  };
  const others = args.document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [only, ...others] };
  return executeStandard({
    ...args,
    document,
    operationName: operation.name?.value ?? null,
  }) as ExecutionResult;
}

/** Creates the executor that takes the place of graphql's own. */
export function createExecutor(options: ExecutorOptions): Executor {
  const { schema, store } = options;
  const shapes = new WeakMap<OperationDefinitionNode, Map<string, Compiled>>();
  const kept = options.shapesKept ?? 64;

  function compile(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
    exclude?: ReadonlySet<string>,
  ): Compilation {
    const fragments = fragmentsOf(document.definitions);
    if (exclude !== undefined) return compileOperation(options, operation, fragments, variables, exclude);
    const signature = signatureOf(schema, document, operation, variables);
    const known = shapes.get(operation) ?? new Map<string, Compiled>();
    shapes.set(operation, known);
    const compiled = known.get(signature);
    if (compiled !== undefined) {
      known.delete(signature);
      known.set(signature, compiled);
      return { compiled, errors: [] };
    }
    const compilation = compileOperation(options, operation, fragments, variables);
    if (compilation.errors.length === 0) {
      known.set(signature, compilation.compiled);
      const oldest = known.keys().next().value;
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
    }
    return compilation;
  }

  /** Compiles and binds; a root field whose arguments prove wrong is left out and reported. */
  function ready(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ) {
    const failed = new Map<string, RootError>();
    for (;;) {
      const compilation = compile(
        document,
        operation,
        variables,
        failed.size === 0 ? undefined : new Set(failed.keys()),
      );
      for (const error of compilation.errors) failed.set(error.key, error);
      try {
        return {
          compiled: compilation.compiled,
          parameters: bindParameters(compilation.compiled, variables),
          failed,
        };
      } catch (error) {
        if (!(error instanceof RootFailure)) throw error;
        const nodes = compilation.compiled.fields.find((field) => field.key === error.key)?.nodes ?? [];
        failed.set(error.key, { key: error.key, nodes, error: error.cause });
      }
    }
  }

  async function runPreparations(
    compiled: Compiled,
    variables: Record<string, unknown>,
    read: ReadOptions,
  ): Promise<Parameters> {
    const made = await Promise.all(
      compiled.preparations.map(async (preparation) => {
        const args = argumentsOf(preparation.field, preparation.node, variables);
        return [preparation.parameter, await options.prepare[preparation.step](args, read)] as const;
      }),
    );
    return Object.fromEntries(made);
  }

  return async (args) => {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation === null || operation === undefined) {
      return {
        errors: [
          new GraphQLError("Name the operation to run: the document has several, or none of that name."),
        ],
      };
    }
    if (operation.operation !== OperationTypeNode.QUERY) {
      return { errors: [new GraphQLError("This API only answers queries.", { nodes: operation })] };
    }
    const coerced = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      args.variableValues ?? {},
      variableErrors,
    );
    if (coerced.errors !== undefined) return { errors: coerced.errors };
    const variables = coerced.coerced;
    const context = (args.contextValue ?? {}) as ExecutionContext;
    const read: ReadOptions = { signal: context.signal, timeoutMs: context.timeoutMs };
    const { compiled, parameters, failed } = ready(args.document, operation, variables);
    const started = performance.now();
    let rows: Row[] = [];
    let bound: Parameters = parameters;
    if (compiled.statement !== "") {
      try {
        bound = { ...parameters, ...(await runPreparations(compiled, variables, read)) };
        rows = await store.read(compiled.statement, bound, read);
      } catch (error) {
        for (const field of compiled.fields) {
          if (field.name !== "__typename")
            failed.set(field.key, { key: field.key, nodes: field.nodes, error });
        }
        if (!isIndustryGraphError(error) && !(error instanceof Error)) throw error;
      }
    }
    const run: Run = { parameters: bound };
    const live = compiled.fields.filter((field) => !failed.has(field.key));
    const written = writeResponse(live, rows[0] ?? {}, run);
    const asked = selectedOn(
      { ...options, fragments: fragmentsOf(args.document.definitions), variables },
      [operation.selectionSet],
      "Query",
      true,
    );
    const meta = [...asked.values()].flat().filter((node) => introspection.has(node.name.value));
    const about = meta.length === 0 ? undefined : introspect(args, operation, meta);
    const errors = [...[...failed.values()].map(rootError), ...written.errors, ...(about?.errors ?? [])];
    let data: Record<string, unknown> | null = written.data === null ? null : {};
    for (const [key, nodes] of asked) {
      if (data === null) break;
      const field = schema.getQueryType()?.getFields()[nodes[0]?.name.value ?? ""];
      if (failed.has(key)) {
        if (field?.type.toString().endsWith("!")) data = null;
        else data[key] = null;
      } else if (written.data !== null && key in written.data) data[key] = written.data[key];
      else if (about?.data != null) data[key] = about.data[key];
    }
    const result: ExecutionResult = errors.length > 0 ? { errors, data } : { data };
    if (context.explain !== true) return result;
    const explain = {
      statement: compiled.statement,
      parameters: bound,
      engine: store.engine,
      rows: rows.length,
      milliseconds: Math.round((performance.now() - started) * 100) / 100,
      datasetVersion: (await options.datasetVersion?.()) ?? null,
    };
    return { ...result, extensions: { explain } };
  };
}
