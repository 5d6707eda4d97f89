// Runs a request: compiled once per document shape, bound, asked in one statement (deferred fields in one more each),
// written out.
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
import type { GraphStore, Json, Parameters, ReadOptions, Row } from "../store/port.ts";
import type { CompileOptions, RootError } from "./compile.ts";
import { writeResponse } from "./complete.ts";
import { argumentsOf } from "./frame.ts";
import { createGather } from "./gather.ts";
import { createLater, type Later } from "./later.ts";
import type { Arguments, Aside, Compiled, DeferredStep, Preparation, Run } from "./plan.ts";
import { createShapes, type Ready, type Variables } from "./shapes.ts";

/** A step in code before the statement: its result is bound to the preparation's parameter. */
export type Prepare = (args: Arguments, options: ReadOptions) => Promise<Json>;

/** What code finds for a deferred field: a map with `parent` for each of the ids that it knows. */
export type Defer = (
  parents: readonly string[],
  args: Arguments,
  after: readonly Json[] | undefined,
  options: ReadOptions,
) => Promise<Json[]>;

/** A statement with its parameters. */
export interface Asked {
  readonly statement: string;
  readonly parameters: Parameters;
}

/** Asks statements whose answers may be kept for as long as the same data answer; gives the rows of each. */
export type Keep = (asked: readonly Asked[], options: ReadOptions) => Promise<Row[][]>;

export interface ExecutorOptions extends CompileOptions {
  readonly store: GraphStore;
  readonly prepare: Readonly<Record<Preparation["step"], Prepare>>;
  readonly defer: Readonly<Record<DeferredStep, Defer>>;
  /** Asks statements aside. */
  readonly keep: Keep;
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

/** A run of a request: what was asked, and the row that came back. */
interface Ran extends Ready {
  readonly parameters: Parameters;
  readonly rows: readonly Row[];
  /** What statements aside gave, by mark. */
  readonly asides?: ReadonlyMap<string, Json>;
  /** What the statements after the first gave. */
  readonly later?: Later;
  readonly started: number;
}

/** What is asked aside, bound. */
const askedAside = (asides: readonly Aside[], bound: Parameters): Asked[] =>
  asides.map(({ statement, parameters }) => ({
    statement,
    parameters: Object.fromEntries(parameters.map((name) => [name, bound[name] ?? null])),
  }));

/** Creates the executor that takes the place of graphql's own. */
export function createExecutor(options: ExecutorOptions): Executor {
  const { schema, store } = options;
  const ready = createShapes(options, options.shapesKept ?? 64);
  const runLater = createLater(store, options.defer);
  const gathered = createGather(store);

  async function runPreparations(
    compiled: Compiled,
    variables: Variables,
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

  async function askAsides(
    asides: readonly Aside[],
    bound: Parameters,
    read: ReadOptions,
  ): Promise<ReadonlyMap<string, Json>> {
    const given = await options.keep(askedAside(asides, bound), read);
    return new Map(asides.map(({ mark }, index) => [mark, given[index]?.[0]?.[mark] ?? null]));
  }

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
    if (compiled.statement === "" && compiled.asides.length === 0)
      return { shape, parameters, failed, rows: [], started };
    try {
      const admitted = options.admit?.();
      if (admitted !== undefined) await admitted;
      const bound =
        compiled.preparations.length === 0
          ? parameters
          : { ...parameters, ...(await runPreparations(compiled, variables, read)) };
      // Who wants a statement explained has it asked as it is told.
      const ask = (): Promise<readonly Row[]> =>
        context.explain === true
          ? store.read(compiled.statement, bound, read)
          : gathered(compiled, bound, read);
      const [rows, asides] =
        compiled.asides.length === 0
          ? [await ask()]
          : await Promise.all([
              compiled.statement === "" ? [] : ask(),
              askAsides(compiled.asides, bound, read),
            ]);
      const later =
        compiled.deferrals.length === 0
          ? undefined
          : await runLater(compiled.deferrals, rows, bound, variables, read);
      return { shape, parameters: bound, failed, rows, asides, later, started };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      for (const field of compiled.fields) {
        if (field.name !== "__typename") failed.set(field.key, { key: field.key, nodes: field.nodes, error });
      }
      return { shape, parameters, failed, rows: [], started };
    }
  }

  const runOf = ({ parameters, later, asides }: Ran): Run => ({
    parameters,
    deferred: later?.answers,
    asides,
  });

  function write(args: ExecutionArgs, ran: Ran): ExecutionResult {
    const { shape, failed, rows } = ran;
    const { compiled, asked, meta } = shape;
    const live = compiled.fields.filter((field) => !failed.has(field.key));
    const written = writeResponse(live, rows[0] ?? {}, runOf(ran));
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
    const { statement, asides } = ran.shape.compiled;
    const others = [...askedAside(asides, ran.parameters), ...(ran.later?.statements ?? [])];
    const explain = {
      statement,
      parameters: ran.parameters,
      engine: store.engine,
      rows: ran.rows.length,
      ...(others.length === 0 ? {} : { later: others }),
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
    const data = ran.failed.size > 0 ? undefined : ran.shape.write?.(ran.rows[0] ?? {}, runOf(ran));
    return data === undefined ? write(args, ran) : `{"data":${data}}`;
  };

  return Object.assign(execute, { text });
}
