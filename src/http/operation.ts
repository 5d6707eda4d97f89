// The one way in which an operation is answered, whoever asks: limited, executed, its errors as callers may see them,
// its facts noted for the log. Yoga, the short way and all other addresses ask here.
import { setMaxListeners } from "node:events";
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from "graphql";
import type { Logger } from "pino";
import type { Settings } from "../config.ts";
import type { Executor } from "../execute/execute.ts";
import type { Cancellation } from "../store/port.ts";
import type { Budget } from "./budget.ts";
import { createCostCheck } from "./cost.ts";
import type { Documents } from "./documents.ts";
import { toAnswer } from "./errors.ts";
import type { RequestFacts } from "./facts.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { checkNesting } from "./nesting.ts";

export interface OperationRequest {
  /** A document that has been read without errors. */
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  /** Whether `extensions.explain` is wanted and allowed. */
  readonly explain?: boolean;
  /** Whether `extensions.cost` is wanted. */
  readonly priced?: boolean;
  /**
   * Whether it reads ids ahead for a table: of as many rows as the service wants, and free. Its rows are asked for, and
   * paid, page by page. Never said by a caller.
   */
  readonly ahead?: boolean;
  /** Rows that a list may be asked for at once, where a table is read by larger pages. Never said by a caller. */
  readonly mostRows?: number;
  /** Aborted where nobody waits for the answer any more. */
  readonly signal?: Cancellation;
  readonly facts: RequestFacts;
}

export interface Operations {
  /** The text of an answer without errors; else, and where it is explained, the result. */
  readonly text: (request: OperationRequest) => Promise<string | ExecutionResult>;
  /** The result. */
  readonly result: (request: OperationRequest) => Promise<ExecutionResult>;
}

export interface OperationsOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly log: Logger;
  /** Keeps answers; none is where it is left out. */
  readonly kept?: KeptAnswers;
  /** Counts what is asked; nothing does where it is left out. */
  readonly budget?: Budget;
}

/** Cost from which a question is heavy: it waits its turn among the heavy ones of all who ask. */
const heavyCost = 1_000;

/** The codes of errors, each once. */
export const codesOf = (errors: readonly GraphQLError[]): string[] => [
  ...new Set(errors.map(({ extensions }) => String(extensions.code))),
];

/** Creates what answers operations. */
export function createOperations(options: OperationsOptions): Operations {
  const { schema, executor, documents, settings, log, budget, kept } = options;
  const checkCost = createCostCheck(schema, settings);

  async function run<T>(
    request: OperationRequest,
    execute: (args: Parameters<Executor>[0]) => Promise<T | ExecutionResult>,
  ): Promise<T | ExecutionResult> {
    const { document, operationName, explain, signal, facts } = request;
    const variableValues = request.variables ?? {};
    facts.operation = operationName ?? getOperationAST(document)?.name?.value;
    facts.document = documents.of(document)?.hash;
    const trace = facts.trace?.operation();
    const begun = { name: facts.operation, document: facts.document };
    const over = (codes: readonly string[]): void =>
      trace?.over({ ...begun, cost, kept: facts.kept === true, codes });
    let cost: number | undefined;
    let result: T | ExecutionResult;
    try {
      checkNesting(variableValues);
      cost =
        request.ahead === true ? 0 : checkCost(document, operationName, variableValues, request.mostRows);
      facts.cost = (facts.cost ?? 0) + cost;
      budget?.charge(facts.asker, cost);
      const turn = { asker: facts.asker, heavy: request.ahead === true || cost >= heavyCost };
      // Each read of a request listens to its signal, and there may be many.
      if (signal instanceof AbortSignal) setMaxListeners(0, signal);
      const onStep = trace?.onStep;
      const contextValue = { signal, timeoutMs: settings.TIMEOUT_MS, explain, onStep, turn };
      result = await execute({ schema, document, variableValues, operationName, contextValue });
    } catch (error) {
      const original = error instanceof Error ? error : new Error(String(error));
      result = {
        errors: [
          error instanceof GraphQLError
            ? error
            : new GraphQLError(original.message, { originalError: original }),
        ],
      };
    }
    if (typeof result === "string") {
      over([]);
      return result;
    }
    if (request.priced === true) {
      const most = settings.MAX_COST;
      const price = { requested: facts.cost ?? null, most, ...budget?.left(facts.asker) };
      const given = result as ExecutionResult;
      result = { ...given, extensions: { ...given.extensions, cost: price } };
    }
    if ((result as ExecutionResult).errors === undefined) {
      over([]);
      return result;
    }
    const { errors: found = [], ...rest } = result as ExecutionResult;
    const errors = found.map((error) => toAnswer(error, facts.requestId, log));
    facts.codes = codesOf(errors);
    over(facts.codes);
    return { errors, ...rest };
  }

  /** As the executor, but for what is kept. */
  function textOf(request: OperationRequest): Parameters<typeof run<string>>[1] {
    if (request.explain === true || request.priced === true) return executor;
    if (kept === undefined) return executor.text;
    const onKept = (): void => {
      request.facts.kept = true;
    };
    return (args) => kept.answer(request, () => executor.text(args), onKept);
  }

  return {
    text: (request) => run<string>(request, textOf(request)),
    result: (request) => run<never>(request, executor),
  };
}
