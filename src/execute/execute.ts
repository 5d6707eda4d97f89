// From a document to its answer: compiled once per document and shape of variables, bound, its steps run, written out.
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
} from "graphql";
import type { Cache } from "../cache/cache.ts";
import { movedTo } from "../names/moved.ts";
import type { PlanOptions } from "../plan/operation.ts";
import { type Failure, respond } from "../respond/standard.ts";
import type { createLooked } from "../run/looked.ts";
import type { createRunner, OnStep, StepRun } from "../run/run.ts";
import { mainStep, RootErrors, type Run } from "../run/step.ts";
import type { GraphStore, Parameters, ReadOptions, Row } from "../store/port.ts";
import type { createAbsent } from "./absent.ts";
import { withAdviceOnVariable } from "./filter-forms.ts";
import { createPlans, type Ready, type Resolve } from "./plans.ts";
import type { createReferences, Moved, Named } from "./references.ts";

export interface ExecutorOptions extends PlanOptions {
  readonly store: GraphStore;
  /** Runs the steps of a request. */
  readonly run: ReturnType<typeof createRunner>;
  /** Finds what arguments name. */
  readonly references: ReturnType<typeof createReferences>;
  /** Refuses lists that would look at too much; nothing is weighed where it is left out. */
  readonly looked?: ReturnType<typeof createLooked>;
  /** Tells what was looked up and is not there. */
  readonly absent: ReturnType<typeof createAbsent>;
  /** Keeps plans. */
  readonly cache: Cache;
  /** Version of the dataset that answers, for `explain`. */
  readonly datasetVersion?: () => Promise<string | null>;
  /** Waits or throws where the store is not to be asked yet. */
  readonly admit?: () => Promise<void> | undefined;
}

/** What the executor takes from the request's context. */
export interface ExecutionContext extends ReadOptions {
  /** Whether `extensions.explain` is wanted and allowed. */
  readonly explain?: boolean;
  /** Told of each step that runs. */
  readonly onStep?: OnStep;
}

/** Runs a request. Its two forms give the same answer, the second as text where there is nothing to report. */
export interface Executor {
  (args: ExecutionArgs): Promise<ExecutionResult>;
  /** The text of the response where it has no errors; else the result. Never explains. */
  text(args: ExecutionArgs): Promise<string | ExecutionResult>;
}

const variableErrors = { maxErrors: 20 };

/** A run of a request: what was asked, and what was found. */
interface Ran extends Ready {
  readonly run: Run;
  readonly started: number;
  /** What each step did, where the request is explained. */
  readonly told?: readonly StepRun[];
}

/** What a former run of the same request has found out. */
interface Known {
  /** Ids that are given up: those that stand now are asked for in their places. */
  readonly moved?: Moved;
  /** Root fields that are answered with an error, and left out. */
  readonly failed: ReadonlyMap<string, Failure>;
}

const nothing = (parameters: Parameters): Run => ({ parameters, rows: new Map(), byParent: new Map() });

const rowOf = ({ rows }: Run): Row => rows.get(mainStep)?.[0] ?? {};

/** Creates the executor that takes the place of graphql's own. */
export function createExecutor(options: ExecutorOptions): Executor {
  const { schema, store } = options;
  const ready = createPlans(options, options.cache);

  /** Asks the store, or tells the errors for which nothing can be asked. */
  async function run(
    args: ExecutionArgs,
    known: Known = { failed: new Map() },
  ): Promise<Ran | readonly GraphQLError[]> {
    const { moved } = known;
    const operation = getOperationAST(args.document, args.operationName);
    if (operation === null || operation === undefined) {
      return [new GraphQLError("Name the operation to run: the document has several, or none of that name.")];
    }
    if (operation.operation !== OperationTypeNode.QUERY) {
      return [new GraphQLError("This API only answers queries.", { nodes: operation })];
    }
    const definitions = operation.variableDefinitions ?? [];
    const coerced = getVariableValues(schema, definitions, args.variableValues ?? {}, variableErrors);
    if (coerced.errors !== undefined)
      return coerced.errors.map((error) => withAdviceOnVariable(schema, error, args.variableValues ?? {}));
    const variables = coerced.coerced;
    const { explain, onStep, ...read } = (args.contextValue ?? {}) as ExecutionContext;
    const started = performance.now();
    const told: StepRun[] | undefined = explain === true ? [] : undefined;
    const failing = ({ plan, parameters, failed }: Ready, error: Error): Ran => {
      for (const { key, name, nodes } of plan.compiled.fields)
        if (name !== "__typename") failed.set(key, { error, nodes });
      return { plan, parameters, failed, run: nothing(parameters), started };
    };
    const toldOf = (found: Named): Named => {
      if (found.asked === 0) return found;
      const milliseconds = Math.round((performance.now() - started) * 100) / 100;
      const step = { id: "names", needs: [], code: "names", rows: found.asked, milliseconds };
      told?.push(step);
      onStep?.(step, started);
      return found;
    };
    const named: Resolve = (references) => {
      const find = (): Named | Promise<Named> => {
        const found = options.references(references, variables, read, moved);
        return found instanceof Promise ? found.then(toldOf) : toldOf(found);
      };
      const admitted = options.admit?.();
      return admitted === undefined ? find() : admitted.then(find);
    };
    let prepared: Ready;
    try {
      const how = { resolve: named, always: moved !== undefined, failed: known.failed };
      const made = ready(args.document, operation, variables, how);
      prepared = made instanceof Promise ? await made : made;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return failing(ready(args.document, operation, variables), error);
    }
    const { plan, parameters, failed, replaced } = prepared;
    const { steps } = plan.compiled;
    if (steps.length === 0) return { plan, parameters, failed, run: nothing(parameters), started };
    try {
      const admitted = options.admit?.();
      if (admitted !== undefined) await admitted;
      const weighed = options.looked?.(plan.compiled.looks, parameters, read);
      if (weighed !== undefined) await weighed;
      const { waiting } = plan.compiled;
      const weigh =
        waiting.length === 0 ? undefined : (bound: Parameters) => options.looked?.(waiting, bound, read);
      const found = await options.run(steps, { parameters, variables, replaced, read, told, onStep, weigh });
      const answered = { fields: plan.compiled.fields, row: rowOf(found), run: found, variables, replaced };
      if (moved === undefined) {
        const gone = options.absent.ids(answered);
        const now: Moved = gone.length === 0 ? new Map() : await movedTo(store, gone, read);
        if (now.size > 0) return run(args, { ...known, moved: now });
      }
      const absent = options.absent.errors(answered, read);
      if (absent !== undefined) for (const [key, failure] of await absent) failed.set(key, failure);
      return { plan, parameters, failed, run: found, started, told };
    } catch (error) {
      if (error instanceof RootErrors) {
        for (const { key, nodes } of plan.compiled.fields) {
          const cause = error.causes.get(key);
          if (cause !== undefined) failed.set(key, { error: cause, nodes });
        }
        return run(args, { ...known, failed });
      }
      if (!(error instanceof Error)) throw error;
      return failing(prepared, error);
    }
  }

  const write = (args: ExecutionArgs, { plan, run, failed }: Ran): ExecutionResult =>
    respond(args, { fields: plan.compiled.fields, row: rowOf(run), run, failed });

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
    if (!("plan" in ran)) return { errors: ran };
    const result = write(args, ran);
    const { explain } = (args.contextValue ?? {}) as ExecutionContext;
    return explain === true ? explained(result, ran) : result;
  };

  const text = async (args: ExecutionArgs): Promise<string | ExecutionResult> => {
    const ran = await run(args);
    if (!("plan" in ran)) return { errors: ran };
    const data = ran.failed.size > 0 ? undefined : ran.plan.write?.(rowOf(ran.run), ran.run);
    return data === undefined ? write(args, ran) : `{"data":${data}}`;
  };

  return Object.assign(execute, { text });
}
