// From a document to its answer: compiled once per document and shape of variables, bound, its steps run, written out.
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
import type { CompileOptions, RootError } from "../graph/compile.ts";
import { writeResponse } from "../respond/complete.ts";
import type { createRunner, StepRun } from "../run/run.ts";
import { mainStep, type Run } from "../run/step.ts";
import type { GraphStore, Parameters, ReadOptions, Row } from "../store/port.ts";
import { createShapes, type Ready } from "./shapes.ts";

export interface ExecutorOptions extends CompileOptions {
  readonly store: GraphStore;
  /** Runs the steps of a request. */
  readonly run: ReturnType<typeof createRunner>;
  /** Version of the dataset that answers, for `explain`. */
  readonly datasetVersion?: () => Promise<string | null>;
  /** Waits or throws where the store is not to be asked yet. */
  readonly admit?: () => Promise<void> | undefined;
  /** Compiled shapes kept per document. */
  readonly shapesKept?: number;
}

/** What the executor takes from the request's context. */
export interface ExecutionContext extends ReadOptions {
  /** Whether `extensions.explain` is wanted and allowed. */
  readonly explain?: boolean;
}

/** Runs a request. Its two forms give the same answer, the second as text where there is nothing to report. */
export interface Executor {
  (args: ExecutionArgs): Promise<ExecutionResult>;
  /** The text of the response where it has no errors; else the result. Never explains. */
  text(args: ExecutionArgs): Promise<string | ExecutionResult>;
}

const variableErrors = { maxErrors: 20 };

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

/** A run of a request: what was asked, and what was found. */
interface Ran extends Ready {
  readonly run: Run;
  readonly started: number;
  /** What each step did, where the request is explained. */
  readonly told?: readonly StepRun[];
}

const nothing = (parameters: Parameters): Run => ({ parameters, rows: new Map(), byParent: new Map() });

const rowOf = ({ rows }: Run): Row => rows.get(mainStep)?.[0] ?? {};

/** Creates the executor that takes the place of graphql's own. */
export function createExecutor(options: ExecutorOptions): Executor {
  const { schema, store } = options;
  const ready = createShapes(options, options.shapesKept ?? 64);

  /** Asks the store, or tells the errors for which nothing can be asked. */
  async function run(args: ExecutionArgs): Promise<Ran | readonly GraphQLError[]> {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation === null || operation === undefined) {
      return [new GraphQLError("Name the operation to run: the document has several, or none of that name.")];
    }
    if (operation.operation !== OperationTypeNode.QUERY) {
      return [new GraphQLError("This API only answers queries.", { nodes: operation })];
    }
    const definitions = operation.variableDefinitions ?? [];
    const coerced = getVariableValues(schema, definitions, args.variableValues ?? {}, variableErrors);
    if (coerced.errors !== undefined) return coerced.errors;
    const variables = coerced.coerced;
    const context = (args.contextValue ?? {}) as ExecutionContext;
    const read: ReadOptions = { signal: context.signal, timeoutMs: context.timeoutMs };
    const { shape, parameters, failed } = ready(args.document, operation, variables);
    const { compiled } = shape;
    const started = performance.now();
    if (compiled.steps.length === 0) return { shape, parameters, failed, run: nothing(parameters), started };
    try {
      const admitted = options.admit?.();
      if (admitted !== undefined) await admitted;
      const told: StepRun[] | undefined = context.explain === true ? [] : undefined;
      const run = await options.run(compiled.steps, { parameters, variables, read, told });
      return { shape, parameters, failed, run, started, told };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      for (const field of compiled.fields) {
        if (field.name !== "__typename") failed.set(field.key, { key: field.key, nodes: field.nodes, error });
      }
      return { shape, parameters, failed, run: nothing(parameters), started };
    }
  }

  function write(args: ExecutionArgs, ran: Ran): ExecutionResult {
    const { shape, failed, run } = ran;
    const { compiled, asked, meta } = shape;
    const live = compiled.fields.filter((field) => !failed.has(field.key));
    const written = writeResponse(live, rowOf(run), run);
    const operation = getOperationAST(args.document, args.operationName);
    const about = meta.length === 0 || !operation ? undefined : introspect(args, operation, meta);
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
    return errors.length > 0 ? { errors, data } : { data };
  }

  async function explained(result: ExecutionResult, ran: Ran): Promise<ExecutionResult> {
    const steps = ran.told ?? [];
    const { statement = "", parameters = {}, rows = 0 } = steps.find(({ id }) => id === mainStep) ?? {};
    const explain = {
      statement,
      parameters,
      engine: store.engine,
      rows,
      steps,
      milliseconds: Math.round((performance.now() - ran.started) * 100) / 100,
      datasetVersion: (await options.datasetVersion?.()) ?? null,
    };
    return { ...result, extensions: { explain } };
  }

  const execute = async (args: ExecutionArgs): Promise<ExecutionResult> => {
    const ran = await run(args);
    if (!("shape" in ran)) return { errors: ran };
    const result = write(args, ran);
    const context = (args.contextValue ?? {}) as ExecutionContext;
    return context.explain === true ? explained(result, ran) : result;
  };

  const text = async (args: ExecutionArgs): Promise<string | ExecutionResult> => {
    const ran = await run(args);
    if (!("shape" in ran)) return { errors: ran };
    const data = ran.failed.size > 0 ? undefined : ran.shape.write?.(rowOf(ran.run), ran.run);
    return data === undefined ? write(args, ran) : `{"data":${data}}`;
  };

  return Object.assign(execute, { text });
}
