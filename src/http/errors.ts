// One table from error to answer: what a caller is told, with a code; everything else is masked and logged.
import { GraphQLError } from "graphql";
import { errorCodes, IndustryGraphError, isIndustryGraphError } from "../errors.ts";

export interface ErrorLog {
  error(fields: object, message: string): void;
}

/** Errors whose message is for the log only: it may hold a statement or an address. */
const masked = new Set(["INTERNAL", "BAD_STATEMENT"]);

/** Whether the message of an error is for the log only. */
export const isMasked = ({ code }: IndustryGraphError): boolean => masked.has(code);

/** The same error; what only who runs the server can mend is for the log. */
export const notTheirs = <T>(error: T): T | IndustryGraphError =>
  isIndustryGraphError(error, "BAD_SETTING")
    ? new IndustryGraphError("INTERNAL", error.message, {}, { cause: error })
    : error;

function ownError(error: unknown): IndustryGraphError | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    if (isIndustryGraphError(current)) return current;
    current = current instanceof GraphQLError ? current.originalError : current.cause;
  }
  return undefined;
}

/** When to ask again what could not be answered yet. */
export const again: Readonly<Record<string, string>> = { "retry-after": "2" };

/** The HTTP status of a request that failed with this code as a whole. */
export function statusOf(code: string): number {
  return (errorCodes as Readonly<Record<string, number>>)[code] ?? 500;
}

/** The body of an answer that is nothing but an error. */
export function errorBody({ code, message, details }: IndustryGraphError, requestId: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { ...details, code, requestId } }] });
}

/** Characters at the beginning and at the end of a message that are told: between them is what was sent. */
const told = 800;

/** A message of the query language's own, which may hold all that was sent: how it begins and what is wrong. */
function inShort(message: string): string {
  if (message.length <= 2 * told) return message;
  return `${message.slice(0, told)} … (${message.length} characters) … ${message.slice(-told)}`;
}

/**
 * The error as the caller sees it: our own with their code and details, those of the query language as they are,
 * anything else as INTERNAL with the request's id, which is in the log too.
 */
export function toAnswer(error: unknown, requestId: string, log: ErrorLog): GraphQLError {
  const graphql = error instanceof GraphQLError ? error : undefined;
  const place = {
    nodes: graphql?.nodes,
    source: graphql?.source,
    positions: graphql?.positions,
    path: graphql?.path,
  };
  const own = ownError(error);
  if (own !== undefined && !masked.has(own.code)) {
    // Data that are not there in full are no answer, to programs that only look at the status either.
    const http = own.code === "NOT_READY" ? { http: { status: statusOf(own.code), headers: again } } : {};
    return new GraphQLError(own.message, {
      ...place,
      extensions: { ...own.details, code: own.code, ...http },
    });
  }
  if (
    own === undefined &&
    graphql !== undefined &&
    (graphql.originalError === undefined || graphql.originalError instanceof GraphQLError)
  ) {
    // What a library adds of an error underneath is for the log.
    const { code, originalError: _, ...rest } = graphql.extensions;
    const given = code ?? (graphql.path === undefined ? "GRAPHQL_VALIDATION_FAILED" : "INTERNAL");
    return new GraphQLError(inShort(graphql.message), { ...place, extensions: { ...rest, code: given } });
  }
  log.error({ requestId, err: own?.cause ?? error, detail: own?.message }, "a request failed");
  return new GraphQLError(`Something went wrong here; the log has it under ${requestId}.`, {
    ...place,
    extensions: { code: "INTERNAL", requestId },
  });
}
