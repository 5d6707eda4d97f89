// What an error of Neo4j means to those who asked: by its code, in our words. Knows no driver.
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { timeoutError } from "./deadline.ts";
import type { ReadOptions } from "./port.ts";

/** Whether a question needs more memory than Neo4j gives one: asking again does not help. */
export const isTooMuch = (code: string): boolean => code.includes("MemoryPoolOutOfMemory");

/**
 * Whether it is about the messages of a connection, not about the statement: where a read is given up while its last
 * rows come, the driver tells Neo4j to drop what has ended already, and the next read of that connection is refused.
 */
export const isOfConnection = (code: string): boolean => code === "Neo.ClientError.Request.Invalid";

/**
 * The error to report for one that came of a statement.
 * @param code Neo4j's, such as `Neo.ClientError.Security.Unauthorized`; empty where it has none
 */
export function asOurs(
  error: unknown,
  code: string,
  statement: string,
  options: ReadOptions,
): IndustryGraphError {
  if (isIndustryGraphError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const cause = { cause: error };
  if (/TransactionTimedOut|Terminated/.test(code) && options.timeoutMs !== undefined)
    return timeoutError(options.timeoutMs);
  if (isTooMuch(code)) {
    return new IndustryGraphError(
      "LIMIT_EXCEEDED",
      "The question needs more memory than Neo4j gives one. Ask for less: a smaller region, a narrower filter; or raise dbms.memory.transaction.total.max.",
      {},
      cause,
    );
  }
  if (/Unauthorized|AuthenticationRateLimit|CredentialsExpired/.test(code)) {
    return new IndustryGraphError(
      "STORE_UNAVAILABLE",
      "Neo4j refused the user or password: check NEO4J_USER and NEO4J_PASSWORD.",
      {},
      cause,
    );
  }
  if (/DatabaseNotFound/.test(code)) {
    return new IndustryGraphError(
      "STORE_UNAVAILABLE",
      "Neo4j has no database of the name in NEO4J_DATABASE.",
      {},
      cause,
    );
  }
  // ProtocolError is what the driver calls a connection that is lost while it is being reset between two questions.
  if (
    isOfConnection(code) ||
    /ServiceUnavailable|SessionExpired|ProtocolError|DatabaseUnavailable|TransientError/.test(code) ||
    /pool|ECONN|acquisition/i.test(message)
  ) {
    return new IndustryGraphError(
      "STORE_UNAVAILABLE",
      "Neo4j does not answer at the moment. Try again shortly.",
      {},
      cause,
    );
  }
  return new IndustryGraphError(
    "BAD_STATEMENT",
    `Neo4j refused a statement: ${message}\n${statement}`,
    {},
    cause,
  );
}
