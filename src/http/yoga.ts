// GraphQL Yoga for what HTTP and the GraphQL protocol ask: methods, forms of answers, status codes. What it reads and
// runs comes from documents.ts and operation.ts.

import { randomUUID } from "node:crypto";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import { type ExecutionArgs, GraphQLError } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import { explainAllowed, type Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import type { Documents } from "./documents.ts";
import { toAnswer } from "./errors.ts";
import type { RequestFacts } from "./facts.ts";
import { codesOf, type Operations } from "./operation.ts";

export interface RequestContext {
  readonly request: Request;
  readonly facts: RequestFacts;
  /** The answer, where the short way has it already. */
  readonly answered?: ExecutionResult;
}

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly operations: Operations;
  readonly settings: Settings;
  readonly log: Logger;
}

/** Whether an answer is to be explained. @throws IndustryGraphError where the header is wrong or it is not allowed */
export function wantsExplain(request: Request, settings: Settings): boolean {
  const header = request.headers.get("x-explain");
  if (header === null || header === "0" || header === "") return false;
  if (header !== "1") throw new IndustryGraphError("BAD_ARGUMENT", "The header x-explain takes 1 or 0.");
  if (explainAllowed(settings)) return true;
  throw new IndustryGraphError(
    "EXPLAIN_OFF",
    "x-explain is off here: this server is asked from beyond its own machine. EXPLAIN=on allows it.",
  );
}

/** Whether an answer is to tell its price. @throws IndustryGraphError where the header is wrong */
function wantsPrice(request: Request): boolean {
  const header = request.headers.get("x-cost") ?? "0";
  if (header === "0" || header === "1") return header === "1";
  throw new IndustryGraphError("BAD_ARGUMENT", "The header x-cost takes 1 or 0.");
}

/** Reads documents and runs operations our way. */
function useOurs({ documents, operations, settings }: YogaOptions): Plugin<RequestContext> {
  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(() => ({
        errors: [
          new GraphQLError(
            "A subscription is told over server-sent events, by GET or POST: ask with the header Accept: text/event-stream.",
            { extensions: { code: "BAD_REQUEST" } },
          ),
        ],
      }));
    },
    onParse({ setParseFn }) {
      setParseFn((source: string | { readonly body: string }) => {
        return documents.read(typeof source === "string" ? source : source.body).document;
      });
    },
    onValidate({ params, setResult }) {
      const errors = documents.of(params.documentAST)?.errors ?? [];
      setResult(errors);
    },
    onExecute({ setExecuteFn }) {
      setExecuteFn((async (args: ExecutionArgs) => {
        const { request, facts, answered } = args.contextValue as RequestContext;
        if (answered !== undefined) return answered;
        const { document, operationName, variableValues: variables } = args;
        const explain = wantsExplain(request, settings);
        return operations.result({
          document,
          operationName,
          variables,
          explain,
          priced: wantsPrice(request),
          signal: request.signal,
          facts,
        });
      }) as never);
    },
  };
}

/** Notes the codes of answers that never came to be executed. */
function useFacts(): Plugin<RequestContext> {
  return {
    onResultProcess({ result, serverContext }) {
      const { errors } = result as ExecutionResult;
      const { facts } = serverContext as unknown as RequestContext;
      if (errors !== undefined && facts !== undefined)
        facts.codes = codesOf(errors.filter((error) => error instanceof GraphQLError));
    },
  };
}

/** Creates the handler of /graphql. */
export function createYogaHandler(options: YogaOptions) {
  const { schema, log } = options;
  return createYoga<RequestContext>({
    schema,
    graphqlEndpoint: "/graphql",
    graphiql: false,
    landingPage: false,
    batching: false,
    logging: false,
    cors: false,
    multipart: false,
    parserAndValidationCache: false,
    maskedErrors: {
      errorMessage: "Something went wrong here.",
      maskError: (error) => toAnswer(error, randomUUID(), log),
    },
    plugins: [useOurs(options), useFacts()],
  });
}
