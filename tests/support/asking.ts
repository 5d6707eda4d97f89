// Asks GraphQL of a store as the API does, without HTTP, and counts the statements that reach the port.
import { type GraphQLError, parse, validate } from "graphql";
import { createService } from "../../src/api/service.ts";
import { isIndustryGraphError } from "../../src/errors.ts";
import type { GraphStore } from "../../src/store/port.ts";

export interface Answer {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { readonly code: string; readonly path?: readonly (string | number)[] }[];
  readonly messages: readonly string[];
  /** Statements of the request that went through the port, without the later ones. */
  readonly statements: number;
  /** Statements of deferred fields, what code asked in between, and statements aside, such as facets of a list. */
  readonly later: number;
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

function codeOf(error: GraphQLError): string {
  if (isIndustryGraphError(error.originalError)) return error.originalError.code;
  return error.originalError === undefined ? "GRAPHQL" : `UNEXPECTED ${error.originalError.message}`;
}

/**
 * A statement of a deferred field, a file of cypher/generated/eligibility, the record that says which dataset answers, or a
 * statement aside.
 */
const isLater = (statement: string): boolean =>
  /^(UNWIND \$p\d+ AS s\d+\n|\/\/ |MATCH \(d:Dataset )/.test(statement) ||
  /\nRETURN collect\(\{key: .*\}\) AS facet\d+$/.test(statement);

interface Counted {
  readonly store: GraphStore;
  readonly reads: () => number;
  readonly later: () => number;
}

/** Counts the reads that pass to a real store. */
export function counted(store: GraphStore): Counted {
  let [reads, later] = [0, 0];
  return {
    reads: () => reads,
    later: () => later,
    store: {
      ...store,
      read(...args) {
        if (isLater(args[0])) later += 1;
        else reads += 1;
        return store.read(...args);
      },
    },
  };
}

/** How a store is asked in a test. */
export interface Asking {
  /** Whether each request is asked by three at once as well, so that two of them are answered together. */
  readonly together?: boolean;
}

/** A function that asks a loaded store. Answers are plain JSON, errors their codes and paths. */
export function asking(store: GraphStore, { together = false }: Asking = {}): Ask {
  const counting = counted(store);
  const { schema, executor } = createService(counting.store);
  const crowded = createService({ ...store, readers: 1 }).executor;
  return async (query, variables = {}) => {
    const document = parse(query);
    const invalid = validate(schema, document);
    if (invalid.length > 0) throw new Error(invalid.map((error) => error.message).join("\n"));
    const before = { reads: counting.reads(), later: counting.later() };
    const args = { schema, document, variableValues: variables };
    const { data, errors = [] } = await executor(args);
    const statements = counting.reads() - before.reads;
    const later = counting.later() - before.later;
    // The same answer as text, written straight from the row: every request of every suite proves it equal.
    const text = await executor.text(args);
    const whole = JSON.stringify(errors.length > 0 ? { errors, data } : { data });
    if (typeof text === "string" ? text !== whole : JSON.stringify(text) !== whole)
      throw new Error(`As text the answer is another:\n${JSON.stringify(text)}\n${whole}`);
    if (typeof text !== "string" && errors.length === 0 && !/__schema|__type\b/.test(query))
      throw new Error(`An answer without errors was not written as text: ${query}`);
    const others = together ? await Promise.all([1, 2, 3].map(() => crowded.text(args))) : [];
    for (const other of others) {
      if (JSON.stringify(other) !== JSON.stringify(text))
        throw new Error(`Together the answer is another:\n${JSON.stringify(other)}\n${whole}`);
    }
    return {
      data: data === undefined ? undefined : JSON.parse(JSON.stringify(data)),
      errors: errors.map((error) => ({ code: codeOf(error), path: error.path })),
      messages: errors.map((error) => error.message),
      statements,
      later,
    };
  };
}
