// GraphQL Yoga with our executor in place of its own, the limits, and the errors as callers see them.
import { randomUUID } from "node:crypto";
import { maxAliasesPlugin } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthPlugin } from "@escape.tech/graphql-armor-max-depth";
import { maxTokensPlugin } from "@escape.tech/graphql-armor-max-tokens";
import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import { explainAllowed, type Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import type { ExecutionContext, Executor } from "../execute/execute.ts";
import { createCostCheck } from "./cost.ts";
import { toAnswer } from "./errors.ts";
import type { FastLane } from "./fast-lane.ts";
import { logRequest } from "./log.ts";

export interface RequestContext {
  readonly request: Request;
  readonly requestId: string;
  /** The answer, where the fast lane has it already. */
  readonly answered?: ExecutionResult;
}

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly settings: Settings;
  readonly log: Logger;
  readonly lane: FastLane;
}

function wantsExplain(request: Request, settings: Settings): boolean {
  const header = request.headers.get("x-explain");
  if (header === null || header === "0" || header === "") return false;
  if (header !== "1") throw new IndustryGraphError("BAD_ARGUMENT", "The header x-explain takes 1 or 0.");
  if (explainAllowed(settings)) return true;
  throw new IndustryGraphError(
    "EXPLAIN_OFF",
    "x-explain is off here: this server listens beyond its own machine. EXPLAIN=on allows it.",
  );
}

function failed(error: unknown): { errors: GraphQLError[] } {
  if (error instanceof GraphQLError) return { errors: [error] };
  const original = error instanceof Error ? error : new Error(String(error));
  return { errors: [new GraphQLError(original.message, { originalError: original })] };
}

/** Puts the executor in place, after the cost of the operation has been checked. */
function useExecutor({ schema, executor, settings }: YogaOptions): Plugin<RequestContext> {
  const checkCost = createCostCheck(schema, settings);
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn((async (args: ExecutionArgs) => {
        const { request, answered } = args.contextValue as RequestContext;
        if (answered !== undefined) return answered;
        try {
          const explain = wantsExplain(request, settings);
          checkCost(args.document, args.operationName, args.variableValues ?? {});
          const contextValue: ExecutionContext = {
            signal: request.signal,
            timeoutMs: settings.TIMEOUT_MS,
            explain,
          };
          return await executor({ ...args, contextValue });
        } catch (error) {
          return failed(error);
        }
      }) as never);
    },
  };
}

function useLog(log: Logger): Plugin<RequestContext> {
  return {
    onExecute({ args }) {
      const started = performance.now();
      const { requestId } = args.contextValue as unknown as RequestContext;
      return {
        onExecuteDone({ result }) {
          const errors = (result as { errors?: readonly unknown[] }).errors?.length ?? 0;
          logRequest(log, { requestId, operation: args.operationName, started, errors });
        },
      };
    },
  };
}

/** Tells the fast lane which documents have passed parsing, validation and the limits on them. */
function useFastLane(lane: FastLane): Plugin<RequestContext> {
  return {
    onValidate({ params }) {
      const { documentAST } = params;
      return ({ valid }) => {
        const text = documentAST.loc?.source.body;
        if (valid && text !== undefined) lane.passed(text, documentAST);
      };
    },
  };
}

function limits(settings: Settings): Plugin[] {
  const onReject = (setting: string, most: number) => [
    (_: unknown, error: GraphQLError): void => {
      Object.assign(error.extensions, { code: "LIMIT_EXCEEDED", setting, limit: most });
    },
  ];
  const { MAX_DEPTH, MAX_ALIASES, MAX_TOKENS } = settings;
  const common = { exposeLimits: true, propagateOnRejection: true } as const;
  return [
    maxDepthPlugin({
      n: MAX_DEPTH,
      flattenFragments: true,
      ignoreIntrospection: true,
      ...common,
      onReject: onReject("MAX_DEPTH", MAX_DEPTH),
    }),
    maxAliasesPlugin({ n: MAX_ALIASES, ...common, onReject: onReject("MAX_ALIASES", MAX_ALIASES) }),
    maxTokensPlugin({ n: MAX_TOKENS, ...common, onReject: onReject("MAX_TOKENS", MAX_TOKENS) }),
  ] as unknown as Plugin[];
}

/** Creates the handler of /graphql. */
export function createGraphQLHandler(options: YogaOptions) {
  const { schema, settings, log } = options;
  return createYoga<RequestContext>({
    schema,
    graphqlEndpoint: "/graphql",
    graphiql: false,
    landingPage: false,
    batching: false,
    logging: false,
    maskedErrors: {
      errorMessage: "Something went wrong here.",
      maskError: (error) => toAnswer(error, randomUUID(), log),
    },
    plugins: [useFastLane(options.lane), ...limits(settings), useExecutor(options), useLog(log)],
  });
}
