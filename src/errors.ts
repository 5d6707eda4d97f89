// Errors that a user may see: a code that scripts rely on, a message that says what to do, an HTTP status.

/** Codes of errors in answers, with the HTTP status of a request that fails as a whole. */
export const errorCodes = {
  BAD_REQUEST: 400,
  BAD_ARGUMENT: 400,
  AMBIGUOUS_NAME: 400,
  UNKNOWN_NAME: 400,
  BAD_CURSOR: 400,
  NOT_FOUND: 404,
  // Apollo's clients read it as an answer.
  PERSISTED_QUERY_NOT_FOUND: 200,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  FORBIDDEN_ORIGIN: 403,
  FORBIDDEN_HOST: 421,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  UNSUPPORTED_MEDIA_TYPE: 415,
  LIMIT_EXCEEDED: 400,
  EXPLAIN_OFF: 400,
  BODY_TOO_LARGE: 413,
  BUDGET_EXCEEDED: 429,
  TIMEOUT: 504,
  OVERLOADED: 503,
  STORE_UNAVAILABLE: 503,
  STORE_LOCKED: 503,
  SIGN_IN_UNAVAILABLE: 503,
  NOT_READY: 503,
  BAD_SEED: 422,
  BAD_SETTING: 400,
  BAD_STATEMENT: 500,
  CANCELLED: 499,
  INTERNAL: 500,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What caused an error, and its message in Chinese, where a command may be read by a clerk. */
export interface OwnErrorOptions extends ErrorOptions {
  readonly zh?: string;
}

/** An error whose message is written for the person who asked. `details` goes into GraphQL's extensions. */
export class IndustryGraphError extends Error {
  override readonly name = "IndustryGraphError";
  readonly zh: string | undefined;
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: OwnErrorOptions,
  ) {
    super(message, options);
    this.zh = options?.zh;
  }
}

/** Whether an unknown value is an error with the code given (or any of ours). */
export function isIndustryGraphError(error: unknown, code?: ErrorCode): error is IndustryGraphError {
  return error instanceof IndustryGraphError && (code === undefined || error.code === code);
}
